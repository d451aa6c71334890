/** A SPIF on `product == 'Falcn'` paid nobody, and nothing said that the filter had matched no row. */
import { expect, test } from 'vitest';
import { calculate, plan, said, totals } from './workbench.ts';

const SALES = ['T1,2026-02-01,ana,,100,USD,Falcon', 'T2,2026-02-02,bo,,100,USD,Osprey'];
const of = (where: string, sales = SALES, credits = 'own: { from: sales, to: seller }') => calculate({ plans: plan('rate: 10%', { measure: `{ sum: amount, of: own, where: "${where}" }`, credits }), sales });

test('a text filter that never matches is named, with the near text of the data', async () => {
  const done = await of("type == 'Falcn'");
  expect(said(done, 'R017')).toEqual(["measure revenue of field counts nothing: type == 'Falcn' held for no row of this run"]);
  expect(done.problems.find((problem) => problem.code === 'R017')).toMatchObject({ severity: 'warning', note: 'did you mean Falcon?', suggestion: 'Falcon', hint: 'type was Falcon, Osprey in the rows that it was asked about' });
});

test('a filter of a credit rule, and one without texts', async () => {
  expect(said(await of('amount > 0', SALES, "own: { from: sales, to: seller, where: \"type == 'Hawk'\" }"), 'R017')).toEqual(["credit rule own of field counts nothing: type == 'Hawk' held for no row of this run"]);
  expect(said(await of('amount < 0'), 'R017')).toEqual(['measure revenue of field counts nothing: amount < 0 held for no row of this run']);
});

test('one row is enough, and a filter that nothing was asked about has another cause', async () => {
  const done = await of("type == 'Falcon'");
  expect(said(done, 'R017')).toEqual([]);
  expect(totals(done)).toEqual(['ana 2026-Q1: 10']);
  expect(said(await of("type == 'Falcn'", ['T1,2025-02-01,ana,,100']), 'R017')).toEqual([]);
});
