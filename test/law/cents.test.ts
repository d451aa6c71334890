/** Cents that a review found wrong, each named after what went wrong, with amounts worked by hand: limits over windows. */
import { describe } from 'vitest';
import { ALL_OF_TARGET, cut, limit, pays, person, plan } from './cents-bench.ts';

const FOUR = ['2026-02-10 60000', '2026-05-10 60000', '2026-08-10 60000', '2026-11-10 60000'];
const MONTHS = ['2026-01-10 60000', '2026-02-10 30000', '2026-04-10 50000', '2026-05-10 50000'];

describe('a limit over another window than the one the component accumulates', () => {
  const capped = (accumulates: 'quarter' | 'year', over: 'period' | 'quarter' | 'year') => ({ calendar: 'months' as const, plans: [plan({ pay: { accumulates, cap: limit('10000', over) } })], sales: MONTHS });
  // 6,000 + 3,000 in Q1; the year has 1,000 left for April; May has nothing left
  pays('a cap over the year counted the quarter to date twice', capped('quarter', 'year'), ['ana 6000 3000 0 1000 0']);
  // each quarter has 10,000 of its own: 9,000 in Q1, 10,000 in Q2
  pays('the cap of a quarter was held against the year to date', capped('year', 'quarter'), ['ana 6000 3000 0 5000 5000']);
  pays('the cap of a period was held against the year to date', capped('year', 'period'), ['ana 6000 3000 0 5000 5000']);
  // 100 in January, 100 in May, and June tops up to 1,000 for the half
  pays('a floor over the half counted the quarter to date twice', { calendar: 'months', plans: [plan({ pay: { accumulates: 'quarter', floor: limit('1000', 'half') } })], sales: ['2026-01-10 1000', '2026-05-10 1000', '2026-06-10 1000'] }, ['ana 100 0 0 0 100 800']);
  // 12,000 capped to 10,000; 11,500 to date is still above the cap: nothing comes, nothing goes; 9,000 to date takes back 1,000
  pays('a cap over the year takes nothing back from what it left', { plans: [plan({ pay: { accumulates: 'year', cap: limit('10000', 'year') } })], sales: ['2026-02-10 120000', '2026-05-10 -5000', '2026-08-10 -25000'] }, ['ana 10000 0 -1000']);
});

describe('a limit that reads the target', () => {
  const yearly = { amount: '4000', per: 'year' } as const;
  // 1,000 a quarter, whatever the component accumulates
  pays('the cap of the plan read the target to date for one period', { plans: [plan({ pay: { accumulates: 'year', target: yearly }, adjust: [{ what: 'cap', limit: limit(ALL_OF_TARGET), of: null }] })], sales: FOUR }, ['ana 1000 1000 1000 1000']);
  // 10,000 × 46 ÷ 91
  const since = [person('ana', { start: '2026-05-16' })];
  for (const prorate of [['target', 'cap'], ['target'], ['cap']] as const) pays(`prorating ${prorate.join(' and ')} scales a cap in % of target once`, { people: since, plans: [plan({ prorate, pay: { target: { amount: '10000', per: 'period' }, formula: { kind: 'rate', rate: ['number', '50%'] }, cap: limit(ALL_OF_TARGET) } })], sales: ['2026-06-10 60000'] }, ['ana 5054.95']);
  // hired on 1 July: 10,000 in Q3, 20,000 to date in Q4
  pays('a target to date was scaled by the days of the whole year', { people: [person('ana', { start: '2026-07-01' })], plans: [plan({ prorate: ['target', 'cap'], pay: { accumulates: 'year', target: { amount: '40000', per: 'year' }, formula: { kind: 'rate', rate: ['number', '50%'] }, cap: limit(ALL_OF_TARGET) } })], sales: FOUR }, ['ana 10000 10000']);
});

describe('a plan cut into two equal versions', () => {
  const byTarget = { pay: { target: { amount: '10000', per: 'year' as const }, cap: limit(ALL_OF_TARGET, 'year') } };
  const fixed = { prorate: ['cap' as const], pay: { cap: limit('10000', 'year') } };
  const [uneven, even] = [['2026-02-10 90000', '2026-08-10 10000'], ['2026-02-10 50000', '2026-08-10 50000']];
  pays('had a cap in % of target of its own days only', { plans: cut(byTarget, 'accumulate'), sales: uneven }, ['ana 9000 0 1000']);
  pays('paid half, although all of it is within the target of the year', { plans: cut(byTarget, 'accumulate'), sales: even }, ['ana 5000 0 5000']);
  pays('pays the same as the plan in one', { plans: [plan(byTarget)], sales: even }, ['ana 5000 0 5000']);
  pays('scaled a fixed cap by its own days only, more in the first half', { plans: cut(fixed, 'accumulate'), sales: uneven }, ['ana 9000 0 1000']);
  pays('scaled a fixed cap by its own days only, alike in both halves', { plans: cut(fixed, 'accumulate'), sales: even }, ['ana 5000 0 5000']);
  // anew: 10,000 × 181 ÷ 365 = 4,958.90 for the first, 10,000 × 184 ÷ 365 for the second; a target of 5,000 for each
  pays('that restarts has the limit of its own days', { plans: cut(fixed, 'restart'), sales: even }, ['ana 4958.9 0 5000']);
  pays('that restarts has the target of its own periods', { plans: cut(byTarget, 'restart'), sales: uneven }, ['ana 5000 0 1000']);
  // the quarter's target is 3,000, that of May being 15 and 16 days of 1,000: 2,000 for the first part of May leaves 1,000
  pays('inside a month has one target for that month', { calendar: 'months', plans: cut({ pay: { target: { amount: '1000', per: 'period' }, cap: limit(ALL_OF_TARGET, 'quarter') } }, 'accumulate', '2026-05-16', '2026-05-15'), sales: ['2026-05-10 20000', '2026-05-20 20000'] }, ['ana 2000 1000']);
});

describe('versions', () => {
  const cap = { what: 'cap', limit: limit('15000', 'year'), of: null } as const;
  const floor = { what: 'floor', limit: limit('100'), of: null } as const;
  const [first, second] = cut({}, 'accumulate') as [ReturnType<typeof plan>, ReturnType<typeof plan>];
  pays('a cap forgot what it had left when another rule was written before it', { plans: [{ ...first, adjust: [cap] }, { ...second, adjust: [floor, cap] }], sales: FOUR }, ['ana 6000 6000 3000 0']);
  const tiers = { pay: { accumulates: 'year' as const, formula: { kind: 'tiers' as const, read: 'marginal' as const, by: 'base' as const, edge: 'lower' as const, position: 'before' as const, rates: [{ to: '60000', rate: ['number', '5%'] as const }, { to: null, rate: ['number', '10%'] as const }] } } };
  const three = [plan({ ...tiers, effective: ['2026-01-01', '2026-03-31'] }), plan({ ...tiers, effective: ['2026-04-01', '2026-06-30'], onVersionChange: 'restart' }), plan({ ...tiers, effective: ['2026-07-01', '2026-12-31'], onVersionChange: 'accumulate' })];
  // 5 % of 60,000; anew; then 10 % of what lies above 60,000 since April
  pays('a version that continues reached back over a restart', { plans: three, sales: FOUR }, ['ana 3000 3000 6000 6000']);
  // 800 topped up by 200 in June; 250, then 250 topped up by 500 in December
  pays('a floor over the year was never settled before a restart', { plans: cut({ pay: { floor: limit('1000', 'year') } }, 'restart'), sales: ['2026-02-10 8000', '2026-08-10 2500', '2026-11-10 2500'] }, ['ana 800 200 250 750']);
});
