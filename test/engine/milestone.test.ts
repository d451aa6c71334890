/**
 * Milestones and fast starts (BON-05, BON-06) as they are written today: steps in a component that accumulates pay once for
 * the window, and take back what is lost again. A milestone that is kept after a reversal needs a memory of its own.
 */
import { expect, test } from 'vitest';
import { calculate, plan, totals } from './workbench.ts';

const ONCE = 'accumulates: year\nsteps: { by: revenue, bands: [ { from: 1_000, pays: 500 } ] }';

test.each([
  ['one cent short of the milestone', '999.99', []],
  ['exactly at the milestone', '1000', ['ana 2026-Q1: 500']],
  ['above the milestone', '1000.01', ['ana 2026-Q1: 500']],
] as const)('%s', async (_name, amount, paid) => expect(totals(await calculate({ plans: plan(ONCE), sales: [`T1,2026-01-05,ana,,${amount}`] }))).toEqual(paid));

test('a milestone is paid once in the window, in the period that reaches it', async () => {
  const sales = ['T1,2026-01-05,ana,,600', 'T2,2026-05-05,ana,,400', 'T3,2026-08-05,ana,,5000'];
  expect(totals(await calculate({ plans: plan(ONCE), sales }), true).filter((line) => line.startsWith('ana'))).toEqual(['ana 2026-Q1: 0', 'ana 2026-Q2: 500', 'ana 2026-Q3: 0']);
});

test('a reversal takes it back, and a second crossing pays it again, once in all', async () => {
  const sales = ['T1,2026-01-05,ana,,1000', 'T2,2026-05-05,ana,,-1', 'T3,2026-08-05,ana,,1'];
  expect(totals(await calculate({ plans: plan(ONCE), sales }))).toEqual(['ana 2026-Q1: 500', 'ana 2026-Q2: -500', 'ana 2026-Q3: 500']);
});

test('a fast start counts what is dated up to its last day, and later sales neither add to it nor lose it', async () => {
  const measure = '{ sum: amount, of: own, where: date <= 2026-03-01 }';
  const fast = 'accumulates: year\nsteps: { by: revenue, bands: [ { from: 25_000, pays: 1_000 } ] }';
  const pays = async (...sales: string[]): Promise<string[]> => totals(await calculate({ plans: plan(fast, { measure }), sales }));
  expect(await pays('T1,2026-03-01,ana,,25000', 'T2,2026-06-01,ana,,-9')).toEqual(['ana 2026-Q1: 1000']);
  expect(await pays('T1,2026-03-01,ana,,24990', 'T2,2026-03-02,ana,,10', 'T3,2026-06-01,ana,,9')).toEqual([]);
});
