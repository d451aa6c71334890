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

const KEPT = 'accumulates: year\nmilestone: { when: revenue >= 1_000, pays: 500, reversal: kept }';
const TAKEN = KEPT.replace('kept', 'taken-back');

test('a milestone that is kept stays after a reversal, and a second crossing pays nothing more', async () => {
  const sales = ['T1,2026-01-05,ana,,1000', 'T2,2026-05-05,ana,,-1', 'T3,2026-08-05,ana,,1'];
  const done = await calculate({ plans: plan(KEPT), sales });
  expect(totals(done, true).filter((line) => line.startsWith('ana'))).toEqual(['ana 2026-Q1: 500', 'ana 2026-Q2: 0', 'ana 2026-Q3: 0']);
  expect(done.payouts[1]!.zero).toBe('the milestone revenue >= 1_000 does not hold any more, and 500.00 USD paid before is kept: revenue is 999.00 USD');
});

test('a milestone that is taken back is paid again at the second crossing, once in all', async () => {
  const sales = ['T1,2026-01-05,ana,,1000', 'T2,2026-05-05,ana,,-1', 'T3,2026-08-05,ana,,1'];
  expect(totals(await calculate({ plans: plan(TAKEN), sales }))).toEqual(['ana 2026-Q1: 500', 'ana 2026-Q2: -500', 'ana 2026-Q3: 500']);
});

test('a multiplier on a milestone acts once, in the period that pays', async () => {
  const sales = ['T1,2026-01-05,ana,,1000', 'T2,2026-05-05,ana,,5000', 'T3,2026-08-05,ana,,-6000'];
  expect(totals(await calculate({ plans: plan(`${KEPT}\nmultiplier: { times: 1.2 }`), sales }))).toEqual(['ana 2026-Q1: 600']);
});

test.each(['gate: deals < 2', 'threshold: { at: 900, pays-from: first-unit }', 'multiplier: { times: 1.5 }', 'cap: 600'])('%s acts in the period that pays and changes nothing later', async (rule) => {
  const measure = '{ sum: amount, of: own }\n  deals: { count: transactions, of: own }';
  const sales = ['T1,2026-01-05,ana,,1000', 'T2,2026-05-05,ana,,-150'];
  const paid = totals(await calculate({ plans: plan(`${KEPT}\n${rule}`, { measure }), sales }), true).filter((line) => line.startsWith('ana'));
  expect(paid).toEqual([`ana 2026-Q1: ${rule.startsWith('multiplier') ? 750 : 500}`, 'ana 2026-Q2: 0']);
});

test('a milestone that was paid stays where its measure has no value any more', async () => {
  const measure = '{ sum: amount, of: own }\n  fresh: { sum: amount, of: own, where: amount > 500 }\n  part: { ratio: fresh / revenue }';
  const body = 'accumulates: year\nmilestone: { when: part >= 50%, pays: 500, reversal: taken-back }';
  const sales = ['T1,2026-01-05,ana,,1000', 'T2,2026-05-05,ana,,-1000'];
  const done = await calculate({ plans: plan(body, { measure }).replace('commission on: revenue', 'bonus on: part'), sales });
  expect(totals(done, true).filter((line) => line.startsWith('ana'))).toEqual(['ana 2026-Q1: 500', 'ana 2026-Q2: 0']);
});

test('a new year begins anew', async () => {
  const sales = ['T1,2026-01-05,ana,,1000', 'T2,2027-05-05,ana,,1000'];
  expect(totals(await calculate({ plans: plan(KEPT, { effective: '2026-01-01 to 2027-12-31' }), sales }))).toEqual(['ana 2026-Q1: 500', 'ana 2027-Q2: 500']);
});

test('a milestone without a window is refused, and a streak with one', async () => {
  const codes = async (body: string): Promise<string[]> => (await calculate({ plans: plan(body), sales: ['T1,2026-01-05,ana,,1000'] })).problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
  expect(await codes(KEPT.replace('accumulates: year\n', ''))).toEqual(['P140 component pay does not say in which window its milestone is paid once']);
  expect(await codes('accumulates: year\nstreak: { when: revenue >= 5, periods: 3, pays: 10, then: restart }')).toEqual(['P140 component pay accumulates, and streak looks at each period by itself']);
});
