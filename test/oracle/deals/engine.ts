/**
 * A second, naive computation of plans that pay deal by deal, written from the words of the mechanics (`paycurve mechanics`):
 * it filters lists and tells every window anew. Shares no code with `src/`.
 */
import { periodsOf } from '../calendar.ts';
import { Refusal } from '../credit.ts';
import { serial } from '../day.ts';
import type { PayoutAnswer } from '../engine.ts';
import { minus, parse, round, sign, sum, text, type Fraction } from '../fraction.ts';
import { mainOf } from './component.ts';
import type { DealWorld } from './world.ts';

export type DealAnswer = { readonly refused: string } | { readonly refused?: undefined; readonly payouts: readonly PayoutAnswer[] };

export function computeDeals(world: DealWorld): DealAnswer {
  try {
    return { payouts: payoutsOf(world) };
  } catch (reason) {
    if (reason instanceof Refusal) return { refused: reason.code };
    throw reason;
  }
}

/** Every person in every period from the first row to the last. */
function payoutsOf(world: DealWorld): PayoutAnswer[] {
  const { calendar, first, last, rows, rounding, main } = world;
  const days = rows.map((row) => serial(row.date));
  const periods = periodsOf({ kind: calendar, starts: '01-01' }, first, last).filter((period) => period.first >= serial(first) && period.last <= serial(last) && period.last >= Math.min(...days) && period.first <= Math.max(...days));
  const people = world.people.filter(({ inPlan }) => inPlan).sort((a, b) => (a.id < b.id ? -1 : 1));
  return people.flatMap(({ id, vacant }) => {
    const shown: { window: string; earned: Fraction }[] = [];
    return mainOf(world, id, periods).map(({ base, toDate, window }, at): PayoutAnswer => {
      const before = main.accumulates === null ? [] : shown.filter((one) => one.window === window);
      const whole = rounding.at === 'payout' ? round(toDate, parse(rounding.to), rounding.mode) : toDate;
      const earned = minus(whole, sum(before.map((one) => one.earned)));
      shown.push({ window, earned });
      const payout = { payee: id, plan: 'deals', effective: first, period: periods[at]!.id, components: [{ id: 'main', base: text(base), quota: 'n/a', attainment: 'n/a', earned: text(earned) }], total: text(earned) };
      // a vacant seat is worked out and shown, and paid to nobody
      return vacant && sign(earned) !== 0 ? { ...payout, paid: '0', payment: { earned: '0', due: '0', balances: [] } } : { ...payout, paid: text(earned) };
    });
  });
}
