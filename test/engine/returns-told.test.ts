/** A return is told with its original, and the original with its returns; nothing of either is lost. */
import { expect, test } from 'vitest';
import type { Credit } from '../../src/engine/index.ts';
import { transactionPage, type TransactionStory } from '../../src/report/explain/transaction.ts';
import { calculate, excluded, plan, totals } from './workbench.ts';

const RULES = 'rate: 10%\nclawback: { takes: all, within: any time, rate: original, attainment: reverse, unmatched: error }';

test('credits of a return name the row that it takes back', async () => {
  const told: string[] = [];
  const credit = ({ row, payee, original }: Credit): void => void told.push(`${row.id} ${payee} ${original?.id ?? '-'}`);
  const done = await calculate({ refersTo: 'original', plans: plan(RULES), sales: ['R1,2026-05-05,bo,,-40,USD,New,,T1', 'T1,2026-01-05,ana,,100,USD,New,,'] }, { listener: { credit } });
  expect(totals(done)).toEqual(['ana 2026-Q1: 10', 'ana 2026-Q2: -4']);
  expect(told).toEqual(['T1 ana -', 'R1 ana T1']);
});

test('the page of a transaction shows what it takes back and what takes it back', () => {
  const story: TransactionStory = { id: 'R1', source: 'acme', place: 'sales.csv:3', day: '2026-05-05', late: [], credits: [], misses: [], original: ['T1 of 2026-01-05 (sales.csv:2)'], returns: [] };
  expect(transactionPage(story)).toContain('Takes back T1 of 2026-01-05 (sales.csv:2); credited to those whom that was credited to.\n');
  expect(transactionPage({ ...story, original: [], returns: ['R1 of 2026-05-05 (sales.csv:3)'] })).toContain('Taken back by R1 of 2026-05-05 (sales.csv:3).\n');
});

test('a return of the sale of somebody who has left takes back in its own period (W4)', async () => {
  const people = 'id,from,start,end,role,rate,incentive,manager\nana,,,2026-03-31,AE,5%,,\nbo,,,,AE,5%,,\n';
  const done = await calculate({ people, refersTo: 'original', plans: plan(RULES), sales: ['T1,2026-01-05,ana,,100,USD,New,,', 'R1,2026-05-05,bo,,-100,USD,New,,T1'] });
  expect(totals(done)).toEqual(['ana 2026-Q1: 10', 'ana 2026-Q2: -10']);
  expect(excluded(done)).toEqual([]);
});

test('a count goes down by one however many rows return the sale, and a filter is asked of the original', async () => {
  const plans = plan("per-unit: 50\nclawback: { takes: all, within: any time, rate: original, attainment: reverse, unmatched: error }", { measure: "{ count: transactions, of: own, where: type == 'New' }" });
  const done = await calculate({ refersTo: 'original', plans, sales: ['T1,2026-01-05,ana,,100,USD,New,,', 'T2,2026-01-05,ana,,100,USD,New,,', 'R1,2026-05-05,ana,,-60,USD,Return,,T1', 'R2,2026-05-06,ana,,-40,USD,Return,,T1'] });
  expect(totals(done)).toEqual(['ana 2026-Q1: 100', 'ana 2026-Q2: -50']);
});

test('only the quarter of the return is asked for, and the sale is known all the same', async () => {
  const done = await calculate({ refersTo: 'original', plans: plan(RULES), sales: ['T1,2026-01-05,ana,,100,USD,New,,', 'R1,2026-05-05,ana,,-100,USD,New,,T1'] }, { asked: new Set(['2026-Q2']) });
  expect(totals(done).filter((line) => line.includes('Q2'))).toEqual(['ana 2026-Q2: -10']);
});

test('a rerun from a reinstatement of a return is a chain to the sale, and a circle is known to nobody', async () => {
  const as = RULES.replace('error', 'nothing');
  const done = await calculate({ refersTo: 'original', plans: plan(as), sales: ['T1,2026-01-05,ana,,100,USD,New,,', 'R1,2026-01-06,ana,,-100,USD,New,,T1', 'S1,2026-01-07,ana,,100,USD,New,,R1', 'X1,2026-01-07,ana,,-5,USD,New,,X2', 'X2,2026-01-07,ana,,-5,USD,New,,X1'] });
  expect(totals(done)).toEqual(['ana 2026-Q1: 10']);
});

test('a return is credited before anybody is settled, so that explain --transaction finds it', async () => {
  const told: string[] = [];
  const done = await calculate({ refersTo: 'original', plans: plan(RULES.replace('error', 'nothing')), sales: ['R1,2026-05-05,bo,,-40,USD,New,,T9'] }, { listener: { credit: ({ row }) => void told.push(row.id) } });
  expect(told).toEqual(['R1']);
  expect(done.payouts.find(({ payee }) => payee === 'bo')!.zero).toContain('R1 T9 is not in the data: nothing is taken back, as the plan says');
});
