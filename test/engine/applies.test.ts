/** Weighted components of which one does not apply to a person (BON-02): its weight is re-spread or unpaid, as stated. */
import { expect, test } from 'vitest';
import type { Exact } from '../../src/value/exact.ts';
import { calculate, totals } from './workbench.ts';

const PLAN = (otherwise: string, more = ''): string => `plan: weights
effective: 2026-01-01 to 2026-12-31
credits:
  own: { from: sales, to: seller }
measures:
  new: { sum: amount, where: type == 'New' }
  renewals: { sum: amount, where: type == 'Renewal' }
  services: { sum: amount, where: type == 'Service' }
components:
  new: { bonus on: new, target: incentive per year, weight: 50%, amount: target }
  renewals: { bonus on: renewals, target: incentive per year, weight: 30%, ${otherwise}amount: target${more} }
  services: { bonus on: services, target: incentive per year, weight: 20%, amount: target }
`;
const PEOPLE = 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,40000,\nbo,,,,SE,5%,40000,\n';
const SALES = ['T1,2026-01-10,ana,,1000,USD,New', 'T2,2026-01-10,bo,,1000,USD,New'];
const fraction = (value: Exact): string => `${value.reduced().n}/${value.reduced().d}`;
const paid = async (otherwise: string): Promise<readonly string[]> => {
  const done = await calculate({ plans: PLAN(otherwise), people: PEOPLE, sales: SALES });
  return [...totals(done), ...done.payouts.map(({ payee, components }) => `${payee} ${components.map(({ earned }) => fraction(earned)).join(' ')}`)];
};

test('re-spread: 10,000 a quarter at 50/30/20; without renewals 50/70 and 20/70 of it', async () =>
  expect(await paid("for: role == 'AE', otherwise: re-spread, ")).toEqual(['ana 2026-Q1: 10000', 'bo 2026-Q1: 10000', 'ana 5000/1 3000/1 2000/1', 'bo 357143/50 0/1 142857/50']));

test('unpaid: the share of the target stays where it is', async () =>
  expect(await paid("for: role == 'AE', otherwise: unpaid, ")).toEqual(['ana 2026-Q1: 10000', 'bo 2026-Q1: 7000', 'ana 5000/1 3000/1 2000/1', 'bo 5000/1 0/1 2000/1']));

test('the zero says why, and neither quota nor target is asked for', async () => {
  const done = await calculate({ plans: PLAN("for: role == 'AE', otherwise: unpaid, ", ' * attainment of renewals'), people: PEOPLE, sales: ['T2,2026-01-10,bo,,1000,USD,New', 'T3,2026-01-10,ana,,100,USD,Renewal'], quotas: 'ana,renewals,2026-01-01,2026-03-31,100' });
  expect(done.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(done.payouts.find(({ payee }) => payee === 'bo')!.components[1]!.zero).toBe("renewals is for role == 'AE', which bo is not");
});

test('a change inside the period: the last day decides who is paid, days decide the targets, and a warning says so', async () => {
  const people = 'id,from,start,end,role,rate,incentive,manager\nana,2020-01-01,,,AE,5%,36000,\nana,2026-02-15,,,SE,5%,36000,\n';
  const done = await calculate({ plans: PLAN("for: role == 'AE', otherwise: re-spread, "), people, sales: [SALES[0]!] });
  expect(done.problems.map(({ code }) => code)).toContain('R007');
  // 45 of 90 days at 50 and 20 %, 45 at 50/70 and 20/70, of 9,000: 4,500 × (0.5 + 5/7) and 4,500 × (0.2 + 2/7)
  expect(done.payouts[0]!.components.map(({ earned }) => fraction(earned))).toEqual(['546429/100', '0/1', '218571/100']);
});

test('the plan says what becomes of the weight, and says it only where there is one', async () => {
  const codes = async (plans: string): Promise<string[]> => (await calculate({ plans, people: PEOPLE, sales: SALES })).problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
  expect(await codes(PLAN("for: role == 'AE', "))).toEqual(['P141 component renewals has a weight and applies to some people only, and does not say what becomes of the weight of the others']);
  expect(await codes(PLAN('otherwise: unpaid, '))).toEqual(['P141 component renewals applies to everybody, so there is no otherwise']);
  const bare = `plan: x\neffective: 2026-01-01 to 2026-12-31\ncredits: { own: { from: sales, to: seller } }\nmeasures: { revenue: { sum: amount } }\ncomponents: { pay: { commission on: revenue, for: role == 'AE', rate: 10% } }\n`;
  expect(await codes(bare.replace('rate: 10%', 'otherwise: unpaid, rate: 10%'))).toEqual(['P141 component pay has no weight that could be re-spread']);
  expect(totals(await calculate({ plans: bare, people: PEOPLE, sales: SALES }))).toEqual(['ana 2026-Q1: 100']);
});

test('in a component that accumulates nothing is taken back from whoever it does not apply to any more', async () => {
  const plans = `plan: x\neffective: 2026-01-01 to 2026-12-31\ncredits: { own: { from: sales, to: seller } }\nmeasures: { revenue: { sum: amount } }\ncomponents: { pay: { commission on: revenue, for: role == 'AE', accumulates: year, rate: 10% } }\n`;
  const people = 'id,from,start,end,role,rate,incentive,manager\nana,2020-01-01,,,AE,5%,,\nana,2026-04-01,,,SE,5%,,\n';
  expect(totals(await calculate({ plans, people, sales: ['T1,2026-01-10,ana,,1000', 'T2,2026-05-10,ana,,1000'] }))).toEqual(['ana 2026-Q1: 100']);
});
