/** `window: previous-year`: the period at the same place of the year before, also where the plan did not hold yet. By hand. */
import { describe, expect, test } from 'vitest';
import { exactText } from '../arbitrary/road.ts';
import { calculate, decimal, totals } from './workbench.ts';

const growth = (head = '', window = 'previous-year'): string => `plan: ae
effective: 2026-01-01 to 2026-12-31
${head}credits: { own: { from: sales, to: seller } }
measures:
  revenue: { sum: amount }
  before: { sum: amount, window: ${window} }
components:
  growth: { commission on: before, rate: 10% }
`;

const PEOPLE = 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,\n';
const SALES = ['A,2025-02-10,ana,,100', 'B,2025-04-01,ana,,20', 'C,2026-01-05,ana,,7', 'D,2026-06-30,ana,,8'];

describe('the year before', () => {
  const bases = async (given: Parameters<typeof calculate>[0]): Promise<string[]> => {
    const done = await calculate(given);
    expect(done.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    return done.payouts.map((payout) => `${payout.period.id} ${payout.components[0]!.base.value === undefined ? payout.components[0]!.base.none : decimal(exactText(payout.components[0]!.base.value))}`);
  };

  test('the same quarter, from rows of days before the plan; those are not paid', async () => {
    expect(await bases({ people: PEOPLE, plans: growth(), sales: SALES })).toEqual(['2026-Q1 100', '2026-Q2 20']);
  });

  test('to date: from the first day of that year through the same quarter', async () => {
    expect(await bases({ people: PEOPLE, plans: growth('', 'previous-year-to-date'), sales: SALES })).toEqual(['2026-Q1 100', '2026-Q2 120']);
  });

  test('a month has its own month, and 4-4-5 the period of the same number', async () => {
    expect(await bases({ calendar: 'months', people: PEOPLE, plans: growth(), sales: [...SALES, 'E,2026-02-01,ana,,1'] })).toEqual(['2026-01 0', '2026-02 100', '2026-03 0', '2026-04 20', '2026-05 0', '2026-06 0']);
    const weeks = '{ periods: 4-4-5, year-starts: [2024-12-30, 2025-12-29, 2027-01-04] }';
    // 10 February 2025 is in P02 (27 January to 23 February); P02 of 2026 is 26 January to 22 February; 2026 has a 53rd week, in P12
    expect(await bases({ calendar: weeks, people: PEOPLE, plans: growth(), sales: ['A,2025-02-10,ana,,100', 'D,2026-02-22,ana,,8'] })).toEqual(['2026-P01 0', '2026-P02 100']);
  });

  test('windows of this year do not see the days before the plan', async () => {
    const plan = growth('calendar: { periods: quarters, year-starts: 07-01 }\n').replace('rate: 10% }', 'rate: 10%, multiplier: { times: 2, when: year >= 108 } }').replace('  before:', '  year: { sum: amount, window: year-to-date }\n  before:');
    // fiscal 2025 began on 1 July 2025; the plan on 1 January 2026: its year to date is 7, then 15. 2025-10-01 counts for 2026-10 alone
    expect(totals(await calculate({ people: PEOPLE, plans: plan, sales: [...SALES, 'N,2025-10-01,ana,,100'] }), true)).toEqual(['ana 2025-Q3: 10', 'ana 2025-Q4: 2']);
  });

  test('whoever was not there has no year before, and is told so; another role then counts', async () => {
    const people = 'id,from,start,end,role,rate,incentive,manager\nana,,2025-04-01,,AE,5%,,\nbo,2025-01-01,,,Other,5%,,\nbo,2026-01-01,,,AE,5%,,\n';
    const done = await calculate({ people, plans: growth("for: role == 'AE'\n"), sales: ['B,2025-04-01,ana,,20', 'E,2025-02-01,bo,,50', 'C,2026-01-05,ana,,7', 'D,2026-06-30,ana,,8'] });
    expect(totals(done, true)).toEqual(['ana 2026-Q1: 0', 'ana 2026-Q2: 2', 'bo 2026-Q1: 5', 'bo 2026-Q2: 0']);
    expect(done.payouts[0]!.zero).toBe('before: ana was not there in 2025-Q1');
  });

  test('an earlier version needs no word on what goes on: the rows are seen all the same', async () => {
    const earlier = growth().replace('2026-01-01 to 2026-12-31', '2025-01-01 to 2025-12-31').replace(', window: previous-year', '');
    expect(totals(await calculate({ people: PEOPLE, plans: [earlier, growth()], sales: SALES }))).toEqual(['ana 2025-Q1: 10', 'ana 2025-Q2: 2', 'ana 2026-Q1: 10', 'ana 2026-Q2: 2']);
  });

  test('a version that accumulates finds the days of the version before it once', async () => {
    const earlier = growth().replace('2026-01-01 to 2026-12-31', '2025-01-01 to 2025-12-31');
    expect(totals(await calculate({ people: PEOPLE, plans: [earlier, growth('on-version-change: accumulate\n')], sales: SALES }))).toEqual(['ana 2026-Q1: 10', 'ana 2026-Q2: 2']);
  });
});
