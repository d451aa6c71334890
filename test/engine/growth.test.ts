/** Growth over the year before (BON-12): windows that look back a year, also to days before the plan. */
import { expect, test } from 'vitest';
import { calculate, excluded, plan, totals } from './workbench.ts';

const growthPlan = (window: string, amount: string, head = ''): string =>
  plan('x', { head }).replace('  revenue: { sum: amount, of: own }', `  revenue: { sum: amount, of: own }\n  before: { sum: amount, of: own, window: ${window} }`).replace('    x', `    amount: ${amount}`);

const SALES = ['A1,2025-01-10,ana,,150', 'A2,2025-03-31,ana,,250', 'A3,2025-04-01,ana,,1000', 'B1,2026-01-05,ana,,460', 'B2,2026-05-05,ana,,900'];

test('the same period of the year before is the baseline: 460 against 400, and 900 against 1,000', async () => {
  const done = await calculate({ plans: growthPlan('previous-year', '5% * max(revenue - before, 0)'), sales: SALES });
  expect(totals(done)).toEqual(['ana 2026-Q1: 3']);
  expect(done.accounts[0]!.credited).toBe(5);
  expect(excluded(done)).toEqual([]);
});

test('growth as a ratio: 15 % of 1,000', async () =>
  expect(totals(await calculate({ plans: growthPlan('previous-year', '1_000 * growth(revenue, before)'), sales: SALES }))).toEqual(['ana 2026-Q1: 150', 'ana 2026-Q2: -100']));

test('the year before to date', async () => {
  // Q1: 460 − 400 = 60; Q2 is of the period 900, the year before to date 1,400
  expect(totals(await calculate({ plans: growthPlan('previous-year-to-date', '10% * (revenue - before)'), sales: SALES }))).toEqual(['ana 2026-Q1: 6', 'ana 2026-Q2: -50']);
});

test('an accumulating component reads the stretch to date against its own of the year before', async () => {
  // Q1: 10 % × 60 = 6; Q2 to date: 10 % × (1,360 − 1,400) = −4, less 6
  const accumulating = growthPlan('previous-year-to-date', '10% * (revenue - before)').replace('    amount:', '    accumulates: year\n    amount:');
  expect(totals(await calculate({ plans: accumulating, sales: SALES }))).toEqual(['ana 2026-Q1: 6', 'ana 2026-Q2: -10']);
});

test('who was not there has no baseline, which is not zero; the plan may say what then holds', async () => {
  const people = 'id,from,start,end,role,rate,incentive,manager\nana,,2025-07-01,,AE,5%,,\n';
  const done = await calculate({ people, plans: growthPlan('previous-year', '5% * (revenue - before)'), sales: ['B1,2026-01-05,ana,,460', 'B2,2026-08-05,ana,,460'] });
  expect(totals(done, true)).toEqual(['ana 2026-Q1: 0', 'ana 2026-Q2: 0', 'ana 2026-Q3: 23']);
  expect(done.payouts[0]!.components[0]!.zero).toBe('before is not applicable: before: ana was not there in 2025-Q1');
});

test('sales before the plan count for the baseline alone, and last year pays nobody', async () => {
  const rolling = growthPlan('previous-year', '1% * wide').replace('measures:\n', 'measures:\n  wide: { sum: amount, of: own, window: rolling 2 }\n');
  // Q1: rolling 2 holds 460 alone, whatever was sold in the last quarter before the plan
  expect(totals(await calculate({ plans: rolling, sales: [...SALES, 'A9,2025-12-31,ana,,5000'] }))).toEqual(['ana 2026-Q1: 4.6', 'ana 2026-Q2: 13.6']);
});

test('a version of the plan that held last year is the baseline too, and is counted once', async () => {
  const before = growthPlan('previous-year', '5% * max(revenue - coalesce(before, 0), 0)').replace('2026-01-01 to 2026-12-31', '2025-01-01 to 2025-12-31').replace(' - coalesce(before, 0)', '');
  const now = growthPlan('previous-year', '5% * max(revenue - before, 0)', 'on-version-change: accumulate');
  expect(totals(await calculate({ plans: [before, now], sales: SALES }))).toEqual(['ana 2025-Q1: 20', 'ana 2025-Q2: 50', 'ana 2026-Q1: 3']);
});

test('months and a 4-4-5 calendar look at the period with the same number', async () => {
  const sales = ['A1,2025-03-31,ana,,400', 'B1,2026-03-01,ana,,460'];
  expect(totals(await calculate({ calendar: 'months', plans: growthPlan('previous-year', '5% * max(revenue - before, 0)'), sales }))).toEqual(['ana 2026-03: 3']);
});
