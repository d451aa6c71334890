/** The first quarter could not be paid in April: orders of the second asked for quotas that nobody had signed yet (R001). */
import { expect, test } from 'vitest';
import { calculate, plan, said, totals, type Case } from './workbench.ts';

const QUOTAS = 'ana,revenue,2026-01-01,2026-03-31,100\nana,revenue,2026-10-01,2026-12-31,100';
const TIERS = 'tiers: { read: marginal, by: attainment of revenue, rates: [ { to: 100%, rate: 10% }, { rate: 20% } ] }';
const SALES = ['T1,2026-02-01,ana,,150', 'T2,2026-05-01,ana,,100', 'T3,2026-11-01,ana,,100'];
const errors = (done: Awaited<ReturnType<typeof calculate>>): string[] => done.problems.filter((problem) => problem.severity === 'error').map((problem) => `${problem.code} ${problem.message}`);
const of = (asked: readonly string[] | undefined, over: Partial<Case> = {}) => calculate({ plans: plan(TIERS), quotas: QUOTAS, sales: SALES, people: 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,\n', ...over }, asked === undefined ? {} : { asked: new Set(asked) });

test('only the periods asked for need their quotas, earlier and later ones do not', async () => {
  expect(errors(await of(undefined)).every((line) => /^R001 .* in 2026-Q[23]\b/.test(line))).toBe(true);
  expect(errors(await of(undefined))).not.toEqual([]);
  expect(totals(await of(['2026-Q1']))).toEqual(['ana 2026-Q1: 20']);
  expect(totals(await of(['2026-Q4']))).toEqual(['ana 2026-Q4: 10']);
  expect(totals(await of(['2026-Q1', '2026-Q4']))).toEqual(['ana 2026-Q1: 20', 'ana 2026-Q4: 10']);
  expect(errors(await of(['2026-Q2']))[0]).toMatch(/^R001 .* 2026-Q2/);
});

test('a true-up still needs the earlier periods of its window, and none of another', async () => {
  const plans = plan(`accumulates: half\n${TIERS}`);
  expect(errors(await of(['2026-Q2'], { plans }))).not.toEqual([]);
  // to date in the half year: 150 of 100 in Q3 and Q4 need the quota of Q3
  expect(errors(await of(['2026-Q4'], { plans })).some((line) => line.includes('2026-Q3'))).toBe(true);
  const quotas = `${QUOTAS}\nana,revenue,2026-07-01,2026-09-30,50`;
  expect(totals(await of(['2026-Q4'], { plans, quotas }))).toEqual(['ana 2026-Q4: 10']);
});

test('a cap over the year counts what earlier periods earned, so they are settled too', async () => {
  const plans = plan('rate: 10%\ncap: { at: 30, over: year }');
  const sales = ['T1,2026-02-01,ana,,150', 'T2,2026-05-01,ana,,200', 'T3,2026-08-01,ana,,100'];
  const settled = ['ana 2026-Q1: 15', 'ana 2026-Q2: 15'];
  expect(totals(await of(['2026-Q2'], { plans, sales }))).toEqual(settled);
  expect(totals(await of(undefined, { plans, sales }))).toEqual(settled);
});

test('a measure over earlier periods still counts their rows, though they are not settled', async () => {
  const plans = plan('rate: 10%', { measure: '{ sum: amount, of: own, window: rolling 2 }' });
  expect(totals(await of(['2026-Q2'], { plans }))).toEqual(['ana 2026-Q2: 25']);
});

test('an exchange rate that is missing after the periods asked for is no error yet', async () => {
  const sales = ['T1,2026-02-01,ana,,150', 'T2,2026-05-01,ana,,100,EUR'];
  const rates = '2026-01-01,EUR,USD,1.1';
  expect(errors(await of(['2026-Q1'], { sales, rates }))).toEqual([]);
  expect(errors(await of(['2026-Q2'], { sales, rates, plans: plan('rate: 10%') }))[0]).toMatch(/^R003/);
});

const MANY = Array.from({ length: 12 }, (_, n) => `T${n + 10},2026-0${1 + (n % 6)}-15,ana,,100`);

test('one order dated 2062 is named, not only the 168 quotas that it asks for', async () => {
  const done = await of(undefined, { sales: [...MANY, 'SO-1012,2062-01-12,ana,,100'] });
  expect(said(done, 'R014')).toEqual(['SO-1012 (2062-01-12) lies 12995 days after all other rows, whose last day is 2026-06-15']);
  expect(done.problems.find((problem) => problem.code === 'R014')!.data).toMatchObject({ file: 'data/sales.csv', line: 14 });
});

test('a date far before the others is named too; rows of an ordinary year are not', async () => {
  expect(said(await of(undefined, { sales: ['A,2016-01-12,ana,,100', 'B,2016-01-13,ana,,100', ...MANY] }), 'R014')).toEqual(['A (2016-01-12), B (2016-01-13) lie 3655 days before all other rows, whose first day is 2026-01-15']);
  expect(said(await of(undefined, { sales: MANY }), 'R014')).toEqual([]);
  expect(said(await of(undefined, { sales: SALES }), 'R014')).toEqual([]);
  expect(said(await of(['2026-Q1'], { sales: [...MANY, 'SO-1012,2062-01-12,ana,,100'] }), 'R014')).toEqual([]);
});
