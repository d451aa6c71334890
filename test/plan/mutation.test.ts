import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { checkPlan, checkPlans, checkWorkspace, type Plan, type Workspace } from '../../src/plan/index.ts';
import { source } from './world.ts';

/** The ready-made plans, each with its workspace. */
const WORLDS = readdirSync('plans', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const files = readdirSync(`plans/${name}/plans`).filter((file) => file.endsWith('.yaml') && !file.endsWith('.test.yaml'));
    return { name, workspace: readFileSync(`plans/${name}/paycurve.yaml`, 'utf8'), plans: files.map((file) => readFileSync(`plans/${name}/plans/${file}`, 'utf8')) };
  });

const WORDS = ['', '0', '-1', '100%', '1/0', '5 %', 'target', 'icr', 'attainment of revenue', 'payout of x', 'period', 'year', 'none', 'all', '[]', '{}', '[a, b]', '{ a: 1 }', '~', 'true', '2026-02-30', 'rate', 'sum', 'payee', 'money(', 'one of', 'managers of', '"', "'", ':', '#', '- x', '\n', '  ', 'é', '__proto__', 'constructor', '1e400', '0x1F'];

/** One change at a word: gone, doubled, exchanged for another of the file, or for an odd one. */
const change = fc.record({ at: fc.nat(), kind: fc.constantFrom('drop', 'double', 'swap', 'odd'), other: fc.nat() });

function mutated(text: string, changes: readonly { readonly at: number; readonly kind: string; readonly other: number }[]): string {
  const pieces = text.split(/(\s+|[{}[\],:])/);
  for (const { at, kind, other } of changes) {
    const index = at % pieces.length;
    const piece = pieces[index]!;
    pieces[index] = kind === 'drop' ? '' : kind === 'double' ? `${piece}${piece}` : kind === 'swap' ? pieces[other % pieces.length]! : WORDS[other % WORDS.length]!;
  }
  return pieces.join('');
}

function expectAnswer(result: Plan | Workspace | undefined, problems: Problems, text: string): void {
  if (result === undefined) expect(problems.failed, 'what is refused has a reason').toBe(true);
  else expect(problems.failed, 'what is accepted has no error').toBe(false);
  for (const problem of problems.all) {
    expect(problem.at, problem.code).toBeDefined();
    expect(problem.at!.start).toBeGreaterThanOrEqual(0);
    expect(problem.at!.end).toBeGreaterThanOrEqual(problem.at!.start);
    expect(problem.at!.end, problem.code).toBeLessThanOrEqual(Math.max(problem.at!.source.text.length, text.length));
    expect(problem.message).not.toMatch(/undefined|\[object|NaN|must (match|NOT)/);
    expect(problem.hint ?? '').not.toMatch(/undefined|\[object|NaN/);
  }
}

describe('however a file is changed', () => {
  const worlds = WORLDS.map((world) => ({ ...world, read: checkWorkspace(source('paycurve.yaml', world.workspace), '.', new Problems())! }));

  test('a plan is either read whole or refused with located reasons', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.array(change, { minLength: 1, maxLength: 4 }), (which, file, changes) => {
        const world = worlds[which % worlds.length]!;
        const text = mutated(world.plans[file % world.plans.length]!, changes);
        const problems = new Problems();
        const plan = checkPlan(source('plan.yaml', text), world.read, problems);
        expectAnswer(plan, problems, text);
        if (plan !== undefined) checkPlans([plan, plan], world.read, problems);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('a workspace is either read whole or refused with located reasons', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 4 }), (which, changes) => {
        const text = mutated(worlds[which % worlds.length]!.workspace, changes);
        const problems = new Problems();
        expectAnswer(checkWorkspace(source('paycurve.yaml', text), '.', problems), problems, text);
      }),
      { numRuns: 600 },
    );
  }, 60_000);
});

describe('the ready-made plans', () => {
  test.each(WORLDS)('$name has no problem', ({ workspace, plans }) => {
    const problems = new Problems();
    const read = checkWorkspace(source('paycurve.yaml', workspace), '.', problems)!;
    checkPlans(plans.flatMap((text, index) => checkPlan(source(`${index}.yaml`, text), read, problems) ?? []), read, problems);
    expect(problems.all.map((problem) => `${problem.code} ${problem.message}`)).toEqual([]);
  });
});
