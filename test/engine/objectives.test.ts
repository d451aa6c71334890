/** Objectives from a source of scores (BON-08): who is paid, and what stops the run. */
import { expect, test } from 'vitest';
import { calculate, totals } from './workbench.ts';

const MBO = `plan: mbo
effective: 2026-01-01 to 2026-12-31
credits:
  goals: { from: scores, to: person }
measures:
  goals: { count: transactions }
components:
  mbo:
    bonus on: goals
    target: incentive per year
    objectives: { objective: goal, score: score, weight: share, read: share, at-most: 120% }
`;
const people = 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,12000,\n';
const refusals = (problems: readonly { readonly code: string; readonly message: string }[]): string[] => problems.filter(({ code }) => code === 'R019').map(({ message }) => message);

test('weights of the plan: 3,000 a quarter × (60 % × 100 % + 40 % × 50 %)', async () => {
  const plans = MBO.replace('weight: share', 'weights: { launch: 60%, training: 40% }');
  const done = await calculate({ people, plans, sales: [], scores: ['ana,2026-03-31,launch,60,100%', 'ana,2026-02-28,training,40,50%'] }, { steps: true });
  expect(totals(done)).toEqual(['ana 2026-Q1: 2400']);
  expect(JSON.stringify(done.payouts[0]!.step?.parts.map(({ text }) => text))).toContain('2 transactions, each paid by itself');
});

test('an objective without a row stops the run, and so does a quarter without scores', async () => {
  const plans = MBO.replace('weight: share', 'weights: { launch: 60%, training: 40% }');
  const one = await calculate({ people, plans, sales: [], scores: ['ana,2026-03-31,launch,60,100%'] });
  expect(refusals(one.problems)).toEqual(['ana in 2026-Q1: training has no score']);
  const late = await calculate({ people, plans, sales: [], scores: ['ana,2026-05-31,launch,60,100%', 'ana,2026-05-31,training,40,100%'] }, { from: 20454, through: 20634 });
  expect(refusals(late.problems)).toEqual(['ana in 2026-Q1: there are no scores']);
  const none = await calculate({ people, plans: plans.replace('at-most: 120%', 'at-most: 120%, no-scores: nothing'), sales: [], scores: ['ana,2026-05-31,launch,60,100%', 'ana,2026-05-31,training,40,100%'] }, { from: 20454, through: 20634 });
  expect(totals(none)).toEqual(['ana 2026-Q2: 3000']);
});

test('a column of the wrong kind and a component that accumulates are refused where they are written', async () => {
  const codes = async (plans: string): Promise<string[]> => (await calculate({ people, plans, sales: [], scores: ['ana,2026-03-31,launch,60,100%'] })).problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
  expect(await codes(MBO.replace('weight: share', 'weight: weight'))).toEqual(['P450 the weight of an objective is a ratio, and column weight is declared as number']);
  expect(await codes(MBO.replace('weight: share', 'weights: { launch: 100% }').replace('    objectives:', '    accumulates: year\n    objectives:'))).toEqual(['P140 component mbo accumulates, and objectives looks at each period by itself']);
});
