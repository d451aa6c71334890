/** A rate by columns of the deal, through the whole road: what no row and what two rows match, shares, dated rates, currencies. */
import { expect, test } from 'vitest';
import { calculate, plan, said, totals } from './workbench.ts';

const TABLE = "rate-table: { rates: [ { when: { type: New }, rate: 10% }, { when: { type: New, co_owner: bo }, rate: 4% }, { when: { co_owner: bo }, rate: 2% }, { rate: 1% } ] }";

test('each deal is paid at the rate of its most specific row, in the currency of the plan', async () => {
  const done = await calculate({ plans: plan(TABLE), rates: '2026-01-01,EUR,USD,1.5\n', rateLines: '  reach-back: 40', sales: ['T1,2026-01-05,ana,,100', 'T2,2026-01-06,ana,bo,100', 'T3,2026-01-07,ana,bo,100,USD,Old', 'T4,2026-01-08,ana,,100,EUR,Old'] });
  // 10 + 4 + 2 + 150 × 1 %
  expect(totals(done)).toEqual(['ana 2026-Q1: 17.5']);
});

test('a shared deal pays each their share at the same rate, and a rate that changes pays that of its day', async () => {
  const people = 'id,from,start,end,role,rate,incentive,manager\nana,2026-01-01,,,AE,5%,,\nana,2026-02-16,,,AE,10%,,\nbo,,,,AE,20%,,\n';
  const done = await calculate({ people, plans: plan('rate-table: { rates: [ { when: { type: New }, rate: rate }, { rate: 0% } ] }', { credits: 'own: { from: sales, to: seller, split: { co_owner: co_share } }' }), sales: ['T1,2026-02-15,ana,bo,100,USD,New,40%', 'T2,2026-02-16,ana,,100'] });
  // 60 × 5 % + 100 × 10 %, and 40 × 20 %
  expect(totals(done)).toEqual(['ana 2026-Q1: 13', 'bo 2026-Q1: 8']);
});

test('a component that accumulates prices the deals of the whole window', async () => {
  const done = await calculate({ plans: plan(`accumulates: year\n${TABLE}`), sales: ['T1,2026-01-05,ana,,100', 'T2,2026-05-06,ana,,-50'] });
  expect(totals(done)).toEqual(['ana 2026-Q1: 10', 'ana 2026-Q2: -5']);
});

test('nothing sold pays nothing and says so', async () => {
  const done = await calculate({ plans: plan(TABLE), sales: ['T1,2026-01-05,ana,,100'] });
  expect(done.payouts.find((payout) => payout.payee === 'bo')?.components[0]?.zero).toBe('nothing was credited to revenue');
});

test('a deal that no row matches stops the run and is named', async () => {
  const done = await calculate({ plans: plan('rate-table: { rates: [ { when: { type: Old }, rate: 10% } ] }'), sales: ['T1,2026-01-05,ana,,100'] });
  expect(done.failed).toBe(true);
  expect(said(done, 'R019')).toEqual(['ana in 2026-Q1: no row of the rate table matches T1']);
});

test('two rows that name as many columns stop the run for the deal that both match', async () => {
  const done = await calculate({ plans: plan('rate-table: { rates: [ { when: { type: New }, rate: 10% }, { when: { co_owner: bo }, rate: 5% }, { rate: 1% } ] }'), sales: ['T1,2026-01-05,ana,,100', 'T2,2026-01-06,ana,bo,100'] });
  expect(done.failed).toBe(true);
  expect(said(done, 'R019')).toEqual(['ana in 2026-Q1: two rows of the rate table match T2 and name as many columns: type New, and co_owner bo']);
});

test('a measure that is no sum of deals is refused', async () => {
  expect(said(await calculate({ plans: plan(TABLE, { measure: '{ max: amount, of: own }' }), sales: [] }), 'P101')).toEqual(['component pay pays deal by deal, but revenue is no sum of deals']);
});

test('validate shows the place of a column that does not exist and of one that a table cannot look at', async () => {
  expect(said(await calculate({ plans: plan('rate-table: { rates: [ { when: { typ: New }, rate: 10% } ] }'), sales: [] }), 'P065')).toEqual(['source sales has no column "typ"']);
  expect(said(await calculate({ plans: plan('rate-table: { rates: [ { when: { amount: { from: 10 } }, rate: 10% } ] }'), sales: [] }), 'P380')).toEqual(['a rate table cannot look at amount, which is declared as money']);
});

const SIZED = 'rate-table: { rates: [ { when: { type: New, size: { to: 100 } }, rate: 5% }, { when: { type: New, size: { from: 100 } }, rate: 10% }, { rate: 1% } ] }';

test('the size of a deal is what is credited of it, in the currency of the plan', async () => {
  const sales = ['T1,2026-01-05,ana,bo,120,USD,New,40%', 'T2,2026-01-06,ana,,70,EUR,New', 'T3,2026-01-07,ana,,100,USD,New', 'T4,2026-01-08,ana,,500,USD,Old'];
  const done = await calculate({ plans: plan(SIZED, { credits: 'own: { from: sales, to: seller, split: { co_owner: co_share } }' }), rates: '2026-01-01,EUR,USD,1.5\n', rateLines: '  reach-back: 40', sales });
  // shares of 72 and 48 at 5 %, 70 EUR = 105 USD and 100 USD at 10 %, 500 at 1 %: 3.60 + 10.50 + 10 + 5, and 2.40
  expect(totals(done)).toEqual(['ana 2026-Q1: 29.1', 'bo 2026-Q1: 2.4']);
});

test('a return that names its sale is taken back at the rate of the sale, whatever its own size', async () => {
  const returned = { refersTo: 'original', sales: ['T1,2026-01-05,ana,,200,USD,New', 'R1,2026-01-09,ana,,-50,USD,New,,T1'] };
  // 200 × 10 %; without a clawback the part of 50 is a small deal: −50 × 5 %; with one it takes back 50 × 10 %
  expect(totals(await calculate({ ...returned, plans: plan(SIZED) }))).toEqual(['ana 2026-Q1: 17.5']);
  expect(totals(await calculate({ ...returned, plans: plan(`${SIZED}\nclawback: { takes: all, within: 90 days, rate: original, attainment: keep, unmatched: error }`) }))).toEqual(['ana 2026-Q1: 15']);
});

test('a deal in a gap between sizes stops the run', async () => {
  const done = await calculate({ plans: plan('rate-table: { rates: [ { when: { size: { to: 100 } }, rate: 5% }, { when: { size: { from: 200 } }, rate: 10% } ] }'), sales: ['T1,2026-01-05,ana,,100'] });
  expect(said(done, 'R019')).toEqual(['ana in 2026-Q1: no row of the rate table matches T1']);
});
