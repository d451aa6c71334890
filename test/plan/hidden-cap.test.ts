/** Attainment of 961 % paid the same as 140 %, and nothing said that interpolated tiers end in a cap. */
import { expect, test } from 'vitest';
import { edited, expectOne, PLAN, problemsOf, unmarked, workspaceOf } from './world.ts';

const TIERS = 'tiers: { read: interpolated, by: attainment of revenue, rates: [ { to: 100%, amount: 500 }, «{ to: 140%, amount: 500 }» ] }';

test('a table that ends without a cap is noted at its last point (P103)', () => {
  const { text, ...place } = unmarked(edited(PLAN, [['rate: 5%', TIERS]]));
  const problems = problemsOf([text], workspaceOf());
  expectOne(problems, place, { code: 'P103', message: 'component sales pays nothing more above the last point of its tiers', note: 'the last point' });
  expect(problems[0]!.severity).toBe('info');
});

test('a stated cap, or tiers that are open, need no note', () => {
  const plain = TIERS.replace(/[«»]/g, '');
  expect(problemsOf([edited(PLAN, [['rate: 5%', `${plain}, cap: 1_000`]])], workspaceOf())).toEqual([]);
  expect(problemsOf([edited(PLAN, [['rate: 5%', 'tiers: { read: marginal, rates: [ { to: 100, rate: 5% }, { rate: 8% } ] }']])], workspaceOf())).toEqual([]);
});
