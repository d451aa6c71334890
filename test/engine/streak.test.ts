/** Streaks over real periods (BON-07): hire, absence, the turn of the year, and versions of a plan. */
import { expect, test } from 'vitest';
import { calculate, plan, totals } from './workbench.ts';

const STREAK = 'streak: { when: revenue >= 80, periods: 3, pays: 1_000, then: restart }';
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
const sold = (...amounts: number[]): string[] => amounts.map((amount, index) => `T${index},${MONTHS[index]}-15,ana,,${amount}`);
const pays = async (sales: readonly string[], body = STREAK, people?: string): Promise<string[]> => totals(await calculate({ calendar: 'months', plans: plan(body), sales, ...(people === undefined ? {} : { people }) }));

test('three in a row pay, the fourth to sixth pay again, and a miss begins anew', async () => {
  expect(await pays(sold(80, 80, 80, 80, 80, 80))).toEqual(['ana 2026-03: 1000', 'ana 2026-06: 1000']);
  expect(await pays(sold(80, 80, 79.99, 80, 80, 80))).toEqual(['ana 2026-06: 1000']);
});

test('go-on pays every further period', async () => expect(await pays(sold(80, 80, 80, 80, 10, 80), STREAK.replace('restart', 'go-on'))).toEqual(['ana 2026-03: 1000', 'ana 2026-04: 1000']));

test('months before the hire are neither hits nor misses', async () =>
  expect(await pays(sold(0, 0, 0, 80, 80, 80), STREAK, 'id,from,start,end,role,rate,incentive,manager\nana,,2026-04-10,,AE,5%,,\n')).toEqual(['ana 2026-06: 1000']));

test('a month without sales is a miss', async () => expect(await pays(['T1,2026-01-15,ana,,80', 'T2,2026-02-15,ana,,80', 'T3,2026-04-15,ana,,80'])).toEqual([]));

test('the order of rows does not matter, and a single period that is asked for looks back too', async () => {
  const sales = [...sold(80, 80, 80)].reverse();
  expect(await pays(sales)).toEqual(['ana 2026-03: 1000']);
  expect(totals(await calculate({ calendar: 'months', plans: plan(STREAK), sales }, { asked: new Set(['2026-03']) }))).toEqual(['ana 2026-03: 1000']);
});

test('the count goes over the turn of the year, and across versions that accumulate, not across others', async () => {
  const sales = ['T1,2026-11-15,ana,,80', 'T2,2026-12-15,ana,,80', 'T3,2027-01-15,ana,,80'];
  const of = (head: string): readonly string[] => [plan(STREAK), plan(STREAK, { effective: '2027-01-01 to 2027-12-31', head })];
  expect(totals(await calculate({ calendar: 'months', plans: plan(STREAK, { effective: '2026-01-01 to 2027-12-31' }), sales }))).toEqual(['ana 2027-01: 1000']);
  expect(totals(await calculate({ calendar: 'months', plans: of('on-version-change: accumulate'), sales }))).toEqual(['ana 2027-01: 1000']);
  expect(totals(await calculate({ calendar: 'months', plans: of('on-version-change: restart'), sales }))).toEqual([]);
});

test('each month is held against its own quota', async () => {
  const quotas = ['2026-01-01,2026-01-31,100', '2026-02-01,2026-02-28,200', '2026-03-01,2026-03-31,300'].map((rest) => `ana,revenue,${rest}`).join('\n');
  const people = 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,\n';
  const body = STREAK.replace('revenue >= 80', 'attainment of revenue >= 80%');
  expect(totals(await calculate({ calendar: 'months', people, plans: plan(body), quotas, sales: sold(80, 160, 240) }))).toEqual(['ana 2026-03: 1000']);
  expect(totals(await calculate({ calendar: 'months', people, plans: plan(body), quotas, sales: sold(80, 159, 240) }))).toEqual([]);
});
