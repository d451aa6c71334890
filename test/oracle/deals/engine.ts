/**
 * A second, naive computation of plans that pay deal by deal, written from the words of the mechanics (`paycurve mechanics`):
 * it filters lists and tells every window anew. Shares no code with `src/`.
 */
import { periodsOf, type Span } from '../calendar.ts';
import { Refusal } from '../credit.ts';
import { serial } from '../day.ts';
import type { PayoutAnswer } from '../engine.ts';
import { minus, NONE_AT_ALL, parse, plus, round, sign, sum, text, type Fraction } from '../fraction.ts';
import { dealsOf, hasLeft, isThere, mateRule, shareOfEvent } from './deal.ts';
import { workOut } from './component.ts';
import { matchedOf } from './match.ts';
import type { RoundingJson } from '../world.ts';
import type { DealWorld, PersonJson } from './world.ts';

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
  const { calendar, first, last, rows, events, rounding, main } = world;
  const days = [...rows, ...events].map((row) => serial(row.date));
  const periods = periodsOf({ kind: calendar, starts: '01-01' }, first, last).filter((period) => period.first >= serial(first) && period.last <= serial(last) && period.last >= Math.min(...days) && period.first <= Math.max(...days));
  const settled = (one: PersonJson): Span[] => periods.filter((period) => within(one, period) || comesLate(world, one, period));
  const people = world.people.filter((one) => settled(one).length > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  const mains = new Map(people.map((one) => [one.id, workOut(world, main, world.rules, one.id, settled(one))]));
  return people.flatMap((one) => {
    const { id, vacant } = one;
    const matched = matchedOf(world, id, settled(one), mains);
    const before: { window: string; earned: Fraction }[] = [];
    return mains.get(id)!.map(({ base, toDate, window, period }, at): PayoutAnswer => {
      const parts = [{ id: 'main', base, toDate, before: main.accumulates === null ? [] : before.filter((one) => one.window === window) }, ...(matched === undefined ? [] : [{ id: 'match', ...matched[at]!, before: [] }])];
      let running = NONE_AT_ALL;
      const components = parts.map((one) => {
        const until = settle(running, rounding);
        // after leaving what was earned to date stays, and this comes on top
        const already = sum(one.before.map(({ earned }) => earned));
        const toDate = one.base === null ? plus(already, one.toDate) : one.toDate;
        running = plus(running, toDate);
        const shown = rounding.at === 'payout' ? minus(settle(running, rounding), until) : toDate;
        return { id: one.id, base: one.base, earned: minus(shown, already) };
      });
      before.push({ window, earned: components[0]!.earned });
      const total = sum(components.map(({ earned }) => earned));
      const payout = { payee: id, plan: 'deals', effective: first, period: period.id, components: components.map((one) => ({ id: one.id, base: one.base === null ? 'n/a' : text(one.base), quota: 'n/a', attainment: 'n/a', earned: text(one.earned) })), total: text(total) };
      // a vacant seat is worked out and shown, and paid to nobody
      return vacant && sign(total) !== 0 ? { ...payout, paid: '0', payment: { earned: '0', due: '0', balances: [] } } : { ...payout, paid: text(total) };
    });
  });
}

function within(person: PersonJson, { first, last }: Span): boolean {
  for (let day = first; day <= last; day++) if (isThere(person, day)) return true;
  return false;
}

/** Whether something takes back or completes a sale of somebody who has left. */
function comesLate(world: DealWorld, person: PersonJson, { first, last }: Span): boolean {
  if (!hasLeft(person, first)) return false;
  const { main, match } = world;
  const deals = [...dealsOf(world, world.rules, person.id, main.clawback !== null || main.byEvent !== null), ...dealsOf(world, mateRule(world), person.id, match !== null && match.clawback !== null)];
  const events = main.byEvent === null ? [] : world.events.filter((event) => sign(shareOfEvent(world, event, person.id)) !== 0);
  return [...deals.map(({ day }) => day), ...events.map((event) => serial(event.date))].some((day) => day >= first && day <= last);
}

const settle = (amount: Fraction, rounding: RoundingJson): Fraction => round(amount, parse(rounding.to), rounding.mode);
