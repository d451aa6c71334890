/** Cents that a review found wrong, each named after what went wrong, with amounts worked by hand: quotas, targets, shares, calendars. */
import { describe, expect, test } from 'vitest';
import { compute } from '../oracle/engine.ts';
import { cut, pays, person, plan, world } from './cents-bench.ts';
import type { ComponentJson, CreditJson } from '../oracle/world.ts';

const split: CreditJson = { name: 'own', from: 'sales', to: 'seller', share: '100%', split: '40%', levels: [], where: null };
const quota = (amount: string, from: string, to: string) => ({ payee: 'ana', measure: 'revenue', from, to, amount });
const exact = { phasing: 'exact', zero: 'error', missing: 'error' } as const;
const tiers = (read: 'whole' | 'per-deal', by: 'base' | 'attainment', to: string, rates: readonly [string, string]): Partial<ComponentJson> => ({
  formula: { kind: 'tiers', read, by, edge: 'lower', position: 'before', rates: [{ to, rate: ['number', rates[0]] }, { to: null, rate: ['number', rates[1]] }] },
});

describe('quotas', () => {
  const people = [person('ana'), person('ana', { from: '2026-02-15', role: 'AM' })];
  const quotas = [quota('50000', '2026-01-01', '2026-02-14'), quota('70000', '2026-02-15', '2026-03-31')];
  // 120 % of 50,000 is in the upper tier: 10 % of 60,000
  for (const prorate of [[], ['target'], ['quota']] as const) pays(`the quota of the next role counted for this one (prorate: ${prorate.join('')})`, { people, quotas, plans: [plan({ role: 'AE', prorate, measure: { quota: exact }, pay: tiers('whole', 'attainment', '100%', ['5%', '10%']) })], sales: ['2026-02-10 60000'] }, ['ana 6000']);
  // Q1 100 % by the stated answer: 20 % of 100; Q2 200 of 150: 40 − 20; Q3 cannot be told
  pays('a missing quota took back what the year had earned', { quotas: [quota('0', '2026-01-01', '2026-03-31'), quota('150', '2026-04-01', '2026-06-30')], plans: [plan({ measure: { quota: { phasing: 'exact', zero: '100%', missing: 'not-applicable' } }, pay: { accumulates: 'year', ...tiers('whole', 'attainment', '100%', ['10%', '20%']) } })], sales: ['2026-02-25 100', '2026-05-01 100', '2026-08-01 100'] }, ['ana 20 20 0']);
  // a closed gate is known: 10 + 10, then −20
  pays('a gate that closes to date still takes back', { plans: [plan({ pay: { accumulates: 'year', gate: { of: ['measure', 'revenue'], than: '50', strict: false, otherwise: null } } })], sales: ['2026-02-25 100', '2026-05-01 100', '2026-08-01 -180'] }, ['ana 10 10 -20']);
});

describe('a target that changes in the last days of a period', () => {
  const people = [person('ana', { target: '1000' }), person('ana', { from: '2026-03-31', target: '2000' })];
  const quotas = [quota('100', '2026-01-01', '2026-03-31')];
  const target = { amount: 'target_incentive', per: 'quarter' } as const;
  const curve = { kind: 'curve', by: 'attainment', points: [['0%', '0%'], ['100%', '100%']], gives: 'target-share', below: '0', above: 'flat' } as const;
  // (89 × 1,000 + 1 × 2,000) ÷ 90
  pays('paid the whole quarter at the last day’s target', { people, quotas, plans: [plan({ measure: { quota: exact }, pay: { target, formula: curve } })], sales: ['2026-02-10 100'] }, ['ana 1011.11']);
  pays('paid icr at the last day’s target', { people, quotas, plans: [plan({ measure: { quota: exact }, pay: { target, formula: { kind: 'rate', rate: ['icr'] } } })], sales: ['2026-02-10 100'] }, ['ana 1011.11']);
  // from 15 February: 44 days of 1,000 and one of 2,000 in 90 days; without proration in 45 days
  const late = people.map((one) => ({ ...one, start: '2026-02-15' }));
  for (const [prorate, paid] of [[['target'], 'ana 511.11'], [[], 'ana 1022.22']] as const) pays(`of a late starter (prorate: ${prorate.join('')})`, { people: late, quotas, plans: [plan({ prorate, measure: { quota: exact }, pay: { target, formula: curve } })], sales: ['2026-02-20 100'] }, [paid]);
});

describe('shares', () => {
  // one deal of 60 and 40 per cent
  pays('a deal of two people counted as two deals', { plans: [plan({ credits: [split], measure: { kind: 'count', value: null }, pay: { formula: { kind: 'per-unit', rate: ['number', '100'] } } })], sales: ['2026-02-10 60000 New bo'] }, ['ana 60', 'bo 40']);
  // one deal of 60,000 that begins at zero: 5 %
  pays('one row twice to one person was two deals at one place', { plans: [plan({ credits: [split], pay: tiers('per-deal', 'base', '100', ['5%', '10%']) })], sales: ['2026-02-10 60000 New ana'] }, ['ana 3000']);
});

describe('years of weeks', () => {
  const years = { kind: '4-4-5', years: ['2023-01-01', '2023-12-31', '2024-12-29'] } as const;
  const pay: Partial<ComponentJson> = { accumulates: 'year', formula: { kind: 'tiers', read: 'marginal', by: 'base', edge: 'lower', position: 'before', rates: [{ to: '1000', rate: ['number', '5%'] }, { to: null, rate: ['number', '10%'] }] } };
  // 5 % of 900 in each year
  pays('two years that begin in one calendar year were one year', { calendar: years, plans: [plan({ effective: ['2023-01-01', '2024-12-28'], pay })], sales: ['2023-01-10 900', '2024-01-10 900'] }, ['ana 45 0 0 0 0 0 0 0 0 0 0 0 45']);
});

describe('the account of rows', () => {
  const two = ['2026-02-10 100', '2026-02-11 100 Renewal'];
  pays('a row that no measure counts passed for credited', { plans: [plan({ measure: { where: ['New'] } })], sales: two }, ['ana 10'], { credited: 1, 'no-measure': 1 });
  const [first, second] = cut({ pay: { accumulates: 'year' } }, 'accumulate') as [ReturnType<typeof plan>, ReturnType<typeof plan>];
  // the second version counts the renewal of February too: 30 to date less 10
  pays('a row that only a later version credits passed for filtered', { plans: [{ ...first, credits: [{ ...split, split: null, where: ['New'] }] }, second], sales: [...two, '2026-08-01 100'] }, ['ana 10 0 20'], { credited: 3 });
  const gone = { people: [person('ana'), person('bo', { end: '2026-01-31' })], plans: [plan({ credits: [split] })], sales: ['2026-02-10 100 New bo', '2026-01-10 100 New bo', '2026-02-11 100'] };
  pays('a row of which one person could not be credited', gone, ['ana 22', 'bo 4'], { credited: 3 });
  test('counts that row as credited in part', () => expect(compute(world(gone))).toMatchObject({ inPart: 1 }));
});
