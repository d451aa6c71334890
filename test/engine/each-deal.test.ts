/** The least and the most of each deal, through the whole road: shares, returns in a later period, rounding, explanation. */
import { expect, test } from 'vitest';
import { calculate, plan, said, totals } from './workbench.ts';

const MINIMUM = 'rate: 1%\ndeal-minimum: { at: 20, originals: type }';
const SPLIT = 'own: { from: sales, to: seller, split: { co_owner: co_share } }';

test('a shared deal pays the minimum once, each person their share of it', async () => {
  // 800 × 1 % = 8, raised to 20: 60 % and 40 %
  const done = await calculate({ plans: plan(MINIMUM, { credits: SPLIT }), sales: ['T1,2026-01-05,ana,bo,800,USD,New,40%'] });
  expect(totals(done)).toEqual(['ana 2026-Q1: 12', 'bo 2026-Q1: 8']);
});

test('a shared deal that is returned takes back from each their share of the minimum', async () => {
  const done = await calculate({ plans: plan(MINIMUM, { credits: SPLIT }), sales: ['T1,2026-01-05,ana,bo,800,USD,New,40%', 'T2,2026-02-05,ana,bo,-200,USD,T1,40%'] });
  expect(totals(done)).toEqual(['ana 2026-Q1: 9', 'bo 2026-Q1: 6']);
});

test('a return in a later period takes back the minimum where the component accumulates, else the rate alone', async () => {
  const sales = ['T1,2026-01-05,ana,,800', 'T2,2026-05-05,ana,,-400,USD,T1'];
  expect(totals(await calculate({ plans: plan(`accumulates: year\n${MINIMUM}`), sales }))).toEqual(['ana 2026-Q1: 20', 'ana 2026-Q2: -10']);
  expect(totals(await calculate({ plans: plan(MINIMUM), sales }))).toEqual(['ana 2026-Q1: 20', 'ana 2026-Q2: -4']);
});

test('a deal is rounded once, after its minimum and its cap', async () => {
  // 3 × 1/3 % of 1 is nothing much: raised to 0.005, which half-up makes 0.01 for each deal
  const rounding = '{ to: 0.01, mode: half-up, at: transaction }';
  expect(totals(await calculate({ rounding, plans: plan('rate: 1/300\ndeal-minimum: { at: 0.005, originals: none }\ndeal-cap: { at: 0.5, originals: none }'), sales: ['T1,2026-01-05,ana,,1', 'T2,2026-01-06,ana,,1', 'T3,2026-01-07,ana,,900'] }))).toEqual(['ana 2026-Q1: 0.52']);
});

test('a rate that changes inside the period is the rate of each deal, and so is a minimum from the people file', async () => {
  const people = 'id,from,start,end,role,rate,incentive,manager\nana,2026-01-01,,,AE,1%,20,\nana,2026-02-16,,,AE,2%,30,\n';
  // 8 raised to 20, then 16 raised to 30
  expect(totals(await calculate({ people, plans: plan("rate: rate\ndeal-minimum: { at: 'coalesce(incentive, 1)', originals: none }"), sales: ['T1,2026-02-15,ana,,800', 'T2,2026-02-16,ana,,800'] }))).toEqual(['ana 2026-Q1: 50']);
});

test('the explanation shows what the formula paid each deal, and what the rule made of it', async () => {
  const done = await calculate({ plans: plan(MINIMUM), sales: ['T1,2026-01-05,ana,,800', 'T2,2026-01-06,ana,,5000'] }, { steps: true });
  const steps = JSON.stringify(done.payouts[0]);
  expect(steps).toContain('2 transactions, each paid by itself');
  expect(steps).toContain('the deal-minimum changes 1 of 2 transactions');
  expect(steps).toContain('800.00 USD × 1 % = 8.00 USD; the deal-minimum of 20.00 USD makes it 20.00 USD');
});

test('nobody without deals is paid a minimum', async () => {
  expect(totals(await calculate({ plans: plan(MINIMUM), sales: ['T1,2026-01-05,ana,,800'] }), true)).toEqual(['ana 2026-Q1: 20', 'bo 2026-Q1: 0']);
});

test.each([
  ['a formula that does not pay deal by deal', plan('steps: { by: revenue, bands: [ { from: 10, pays: 5 } ] }\ndeal-cap: { at: 20, originals: none }'), 'component pay has a deal-cap, but steps does not pay deal by deal'],
  ['a measure that is no sum', plan(MINIMUM, { measure: '{ max: amount, of: own }' }), 'component pay has a deal-minimum, but revenue is no sum of deals'],
])('%s is refused', async (_name, text, message) => {
  expect(said(await calculate({ plans: text, sales: [] }), 'P101')).toEqual([message]);
});

test('a column of originals that does not exist is refused', async () => {
  expect(said(await calculate({ plans: plan('rate: 1%\ndeal-minimum: { at: 20, originals: typ }'), sales: [] }), 'P065')).toEqual(['source sales has no column "typ"']);
});
