/** T36, place test: one known fault at one known line of a valid plan; a problem must point at that line. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Problems, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { lineOf } from '../../src/diagnostic/position.ts';
import { parseDocument } from '../../src/document/parse.ts';

const LINES = readFileSync(new URL('./plan.yaml', import.meta.url), 'utf8').split('\n');
const ENTRY = /^(\s*(?:- )?[A-Za-z_ ]+: )([^\s{>#].*)$/;

const FAULTS: readonly (readonly [string, (head: string, value: string) => string])[] = [
  ['a percent sign in front', (head) => `${head}%5`],
  ['a tag', (head, value) => `${head}!not ${value}`],
  ['an anchor', (head, value) => `${head}&x ${value}`],
  ['an alias', (head) => `${head}*x`],
  ['text behind a quote', (head) => `${head}"Cloud" == product`],
  ['a second colon', (head) => `${head}a: b`],
  ['a quote left open', (head) => `${head}"open`],
  ['a bracket left open', (head) => `${head}[1, 2`],
  ['a bare comparison', (head) => `${head}> 5`],
  ['a bidi mark', (head, value) => `${head}\u202e${value}`],
  ['a control character', (head, value) => `${head}\u0007${value}`],
  ['an unknown escape', (head) => `${head}"a\\qb"`],
  ['a tab in front', (head, value) => `\t${head}${value}`],
  ['a number sign that cuts', (head) => `${head}a == "x #1"`],
  ['no blank behind the colon', (head, value) => `${head.trimEnd()}${value.replace(/[: ]/g, '_')}`],
];

function linesOf(problem: Diagnostic): number[] {
  return [problem.at!, ...(problem.labels ?? []).map((label) => label.at)].map((at) => lineOf(at.source, at.start));
}

test('the plan itself is without fault', () => {
  const problems = new Problems();
  parseDocument({ name: 'plan.yaml', text: LINES.join('\n') }, problems);
  expect(problems.all).toEqual([]);
});

for (const [fault, make] of FAULTS)
  test(`${fault}: the problem points at the line, wherever it is`, () => {
    const missed: string[] = [];
    LINES.forEach((line, index) => {
      const entry = ENTRY.exec(line);
      if (!entry) return;
      const text = LINES.with(index, make(entry[1]!, entry[2]!)).join('\n');
      const problems = new Problems();
      parseDocument({ name: 'plan.yaml', text }, problems);
      if (!problems.all.some((problem) => linesOf(problem).includes(index + 1))) missed.push(`line ${index + 1}: ${text.split('\n')[index]} → ${problems.all.map((problem) => `${problem.code} on ${linesOf(problem).join(', ')}: ${problem.message}`).join(' | ') || 'nothing'}`);
      // Nothing else is blamed: what follows from the fault is left out.
      if (problems.all.length > 2) missed.push(`line ${index + 1}: ${problems.all.length} problems for one fault: ${problems.all.map((problem) => problem.message).join(' | ')}`);
    });
    expect(missed).toEqual([]);
  });
