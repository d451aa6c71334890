/** T13 for the text door: a valid plan, broken at random, is either still a tree or has a located problem. Never an exception, never silence. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { findingsOf } from '../../src/report/diagnostic/findings.ts';
import { diagnosticFormats } from '../../src/report/diagnostic/index.ts';

const PLAN = readFileSync(new URL('./plan.yaml', import.meta.url), 'utf8');
const SCRAPS = ['\t', '  ', '\n', '"', "'", '[', ']', '{', '}', ': ', ':', ' #', '&a ', '*a ', '!t ', '---\n', '...\n', '%', '@', '`', '|', '>', '- ', '? ', ',', '\\', '<<: ', '\r', '\u0000', '\u202e', '\u00a0', '日', '\ud800', '~'];
const mutation = fc.record({ at: fc.nat(), length: fc.integer({ min: 0, max: 12 }), scrap: fc.constantFrom('', ...SCRAPS), copy: fc.boolean() });

function mutate(text: string, { at, length, scrap, copy }: { at: number; length: number; scrap: string; copy: boolean }): string {
  const place = at % (text.length + 1);
  return copy ? text.slice(0, place) + text.slice(Math.max(0, place - length * 3), place) + scrap + text.slice(place) : text.slice(0, place) + scrap + text.slice(place + length);
}

test('law: a broken plan is a tree or a located problem, in every format', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const text = mutations.reduce(mutate, PLAN);
      const problems = new Problems();
      const root = parseDocument({ name: 'plan.yaml', text }, problems);
      if (root === undefined) expect(problems.failed).toBe(true);
      for (const problem of problems.all) {
        expect(problem.at!.start).toBeGreaterThanOrEqual(0);
        expect(problem.at!.end).toBeLessThanOrEqual(text.length + 1);
        expect(problem.hint).toBeTruthy();
      }
      const findings = findingsOf(problems.all, { files: ['plan.yaml'] });
      for (const { format } of diagnosticFormats) expect(format(findings, {})).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }),
    { numRuns: 600 },
  );
});
