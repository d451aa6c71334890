/** One wrong role in `for` gave 58 times "rNN has no quota for influenced in 2026-MM", six lines each. */
import { expect, test } from 'vitest';
import { foldProblems } from '../../src/diagnostic/order.ts';
import { calculate } from '../engine/workbench.ts';

const people = (ids: readonly string[]): string => `id,from,start,end,role,rate,incentive,manager\n${ids.map((id) => `${id},,,,AE,5%,12000,\n`).join('')}`;
const PLAN = `plan: p
effective: 2026-01-01 to 2026-12-31
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount, of: own, QUOTA }
components:
  pay:
    commission on: revenue
    tiers: { read: marginal, by: attainment of revenue, rates: [ { rate: 10% } ] }
`;

async function told(ids: readonly string[], quotas: string, quota = 'quota: { phasing: exact }'): Promise<string[]> {
  const sales = ids.flatMap((id, at) => [`A${at},2026-01-15,${id},,100`, `B${at},2026-06-15,${id},,100`]);
  const done = await calculate({ calendar: 'months', people: people(ids), quotas, plans: PLAN.replace('QUOTA', quota), sales });
  return foldProblems(done.problems).filter(({ code }) => code.startsWith('R')).map(({ code, message }) => `${code} ${message}`);
}

test('somebody without a quota for many periods is told once', async () => {
  expect(await told(['ana'], 'ana,other,2026-01-01,2026-01-31,100')).toEqual(['R001 ana has no quota for revenue in 6 periods, 2026-01 to 2026-06']);
  expect(await told(['ana', 'bo'], ['01', '02', '04', '05', '06'].map((month) => `ana,revenue,2026-${month}-01,2026-${month}-${month === '02' ? 28 : 30},1`).join('\n'), 'quota: { phasing: days }')).toContain('R001 bo has no quota for revenue in 6 periods, 2026-01 to 2026-06');
});

test('many without a quota are told together', async () => {
  expect(await told(['a', 'b', 'c', 'd', 'e', 'f'], 'a,other,2026-01-01,2026-01-31,100')).toEqual(['R001 each of 6 people (a, b, c, d, e, …) has no quota for revenue in 6 periods, 2026-01 to 2026-06']);
  expect(await told(['a', 'b', 'c', 'd'], 'd,revenue,2026-01-01,2026-01-31,100')).toEqual(['R001 each of 4 people (a, b, c, d) has no quota for revenue in some of 6 periods, 2026-01 to 2026-06']);
});

test('a record that does not fit is told once, and not once a period', async () => {
  expect(await told(['ana'], 'ana,revenue,2026-01-01,2026-12-31,1000')).toEqual(['R004 revenue of ana in 6 periods, 2026-01 to 2026-06: the record runs 2026-01-01 to 2026-12-31, the period 2026-01 2026-01-01 to 2026-01-31, and the measure revenue states no phasing']);
});

test('a record that begins inside a month under even phasing is not told to state even phasing', async () => {
  const done = await calculate({ calendar: 'months', people: people(['ana']), quotas: 'ana,revenue,2026-01-01,2026-01-15,50\nana,revenue,2026-01-16,2026-12-31,1000', plans: PLAN.replace('QUOTA', 'quota: { phasing: even }'), sales: ['T1,2026-01-20,ana,,100'] });
  expect(done.problems.filter(({ code }) => code === 'R004').map(({ hint }) => hint)).toEqual(['state `quota: { phasing: days }`, which cuts by days, or let the record begin and end with a period; `prorate: [quota]` then scales it for days that are not in the plan']);
});
