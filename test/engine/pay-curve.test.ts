/** What moves with the result that a curve is drawn over, what stays, and what is no curve. */
import { expect, test } from 'vitest';
import { calculate, decimal } from './workbench.ts';
import { exactText } from '../arbitrary/road.ts';
import { earnedAt } from '../../src/engine/pay-curve.ts';
import { kinks } from '../../src/value/kink.ts';
import { Exact } from '../../src/value/exact.ts';

const PLAN = (components: string): string => `plan: ae
effective: 2026-01-01 to 2026-12-31
credits: { own: { from: sales, to: seller } }
measures:
  fresh: { sum: amount, of: own, where: type == 'New' }
  old: { sum: amount, of: own, where: type == 'Old' }
  share: { ratio: fresh / old }
  parts: { ratio: old / fresh }
components:
${components.replace(/^/gm, '  ')}
`;

const SALES = ['1,2026-01-10,ana,,100,USD,New', '2,2026-01-11,ana,,400,USD,Old', '3,2026-04-10,ana,,100,USD,New', '4,2026-04-11,ana,,100,USD,Old'];

/** Borders of the last component in the second quarter, `at: before → after`; or why it has no curve. */
async function borders(components: string, people?: string): Promise<readonly string[] | string> {
  const { payouts, problems } = await calculate({ plans: PLAN(components), sales: SALES, ...(people === undefined ? {} : { people }) }, { curves: true });
  expect(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  const { curve, base, earned } = payouts.find(({ period, payee }) => payee === 'ana' && period.id === '2026-Q2')!.components.at(-1)!;
  if (curve!.none !== undefined) return curve!.none;
  expect(exactText(earnedAt(curve!, base.value!))).toBe(exactText(earned));
  return kinks(curve!.amount).map((kink) => `${[kink.at, kink.before].map((one) => decimal(exactText(one))).join(': ')} → ${decimal(exactText(kink.after))}`);
}

test.each([
  ['a ratio over another measure moves with it', 'pay: { commission on: fresh, rate: 10%, gate: share >= 50% }', ['50: 0 → 5']],
  // to date (100 + x) ÷ 500 reaches 50 % at 250 of the year
  ['a ratio to date is that of the year', 'pay: { commission on: fresh, accumulates: year, rate: 10%, gate: share >= 50% }', ['250: 0 → 25']],
  ['a ratio under it is no line', 'pay: { commission on: fresh, rate: 10%, gate: parts <= 50% }', 'an amount is divided by what moves with it'],
  ['a ratio is read at another result as well', 'pay: { bonus on: share, steps: { by: share, bands: [ { from: 80%, pays: 100 }, { from: 100%, pays: 300 } ] } }', ['0.8: 0 → 100', '1: 100 → 300']],
  ['what another component pays on other sales stays', 'base: { commission on: old, rate: 10% }\npay: { commission on: fresh, rate: 10%, gate: payout of base > 5 }', []],
  ['what another component pays on the same sales does not', 'base: { commission on: fresh, rate: 10% }\npay: { commission on: fresh, rate: 10%, gate: payout of base > 5 }', 'the payout of base moves with it'],
  ['a true-up: borders of the year to date', 'pay: { commission on: fresh, accumulates: year, tiers: { read: marginal, rates: [ { to: 150, rate: 10% }, { rate: 20% } ] } }', ['150: 15 → 15']],
  ['a cap over the year knows what the year has used', 'pay: { commission on: fresh, rate: 10%, cap: { at: 15, over: year } }', ['50: 5 → 5']],
  ['deals one by one', 'pay: { commission on: fresh, rate: 10%, deal-minimum: { at: 5, originals: none } }', 'the deal-minimum changes what each deal is paid'],
])('%s', async (_name, components, expected) => expect(await borders(components)).toEqual(expected));

test('a rate that changes inside the period is paid by days, and no curve', async () => {
  const people = 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,12000,\nana,2026-05-01,,,AE,6%,12000,\n';
  expect(await borders('pay: { commission on: fresh, rate: rate }', people)).toBe('the rate changes inside the time, and each stretch of days has its own');
});

test('rounding and what was earned before come after the curve', async () => {
  const { payouts } = await calculate({ plans: PLAN('pay: { commission on: fresh, accumulates: year, rate: 3.333% }'), sales: SALES }, { curves: true });
  const { curve } = payouts.find(({ period, payee }) => payee === 'ana' && period.id === '2026-Q2')!.components[0]!;
  // 150 × 3.333 % = 4.9995, rounded 5.00, less 3.33 of the first quarter
  expect(decimal(exactText(earnedAt(curve as Exclude<typeof curve, undefined> & { none?: undefined }, Exact.of(150))))).toBe('1.67');
});
