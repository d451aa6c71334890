/** What single deals earned for other people by a component of some name: the rates that a rate match pays at (CRD-21). */
import type { EarnedByOthers } from '../mechanic/mechanic.ts';
import type { Period } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { count } from './component.ts';
import { withExcess } from './credit-cap.ts';
import { dealsOf, type OrderedDeal } from './deal.ts';
import { ComponentEnv } from './environment.ts';
import type { Moment } from './moment.ts';
import { workOutOne } from './payout.ts';
import type { Peers } from './peers.ts';

interface Earned {
  readonly payee: string;
  readonly pay: Exact;
  readonly credit: Exact;
  /** Why it cannot be told. */
  readonly none: string | undefined;
  /** A return that a rule of the component settles: the sale says at which rate. */
  readonly sale?: { readonly id: string; readonly day: Day | undefined };
}

export function earnedByOthers(component: string, deal: string, moment: Moment): EarnedByOthers | undefined {
  const { peers } = moment.book.facts;
  if (peers === undefined) throw new Error('a rate match asks for others and does not say so');
  const { person } = moment.enrolment;
  const all = (indexOf(component, moment, peers, moment.period).get(deal) ?? []).filter(({ payee }) => payee !== person).flatMap((one) => asSold(component, one, moment, peers));
  if (all.length === 0) return undefined;
  let [pay, credit] = [ZERO, ZERO];
  for (const one of all) {
    if (one.none !== undefined) return { none: one.none };
    pay = pay.plus(one.pay);
    credit = credit.plus(one.credit);
  }
  return { pay, credit, people: new Set(all.map(({ payee }) => payee)).size };
}

/** A return at the rate that its sale earned for the same person, in the period of the sale; one that waits for its sale has no rate yet. */
function asSold(component: string, one: Earned, moment: Moment, peers: Peers): readonly Earned[] {
  const { sale, payee } = one;
  if (sale === undefined) return [one];
  const period = sale.day === undefined || sale.day > moment.period.to ? undefined : moment.version.calendar.periods[moment.version.calendar.indexOf(sale.day)];
  const sold = period === undefined ? [] : (indexOf(component, moment, peers, period).get(sale.id) ?? []).filter((each) => each.payee === payee && each.sale === undefined);
  return sold.flatMap((each) => (each.none !== undefined ? [each] : each.credit.isZero() ? [] : [{ payee, pay: each.pay.times(one.credit).over(each.credit), credit: one.credit, none: undefined }]));
}

/** Everybody's deals in periods that touch this one, by id; looked through once for all who ask in it. */
function indexOf(component: string, { version }: Moment, peers: Peers, period: Period): ReadonlyMap<string, readonly Earned[]> {
  const place = ['earned by', component, version.index, period.id].join('|');
  const known = peers.shared.get(place) as ReadonlyMap<string, readonly Earned[]> | undefined;
  if (known !== undefined) return known;
  const deals = new Map<string, Earned[]>();
  for (const payee of peers.everybody)
    for (const other of peers.allOf(payee)) {
      if (other.period.to < period.from || other.period.from > period.to) continue;
      const at = other.version.plan.components.findIndex(({ name }) => name === component);
      if (at < 0) continue;
      for (const [id, earned] of earnedIn(at, other))
        if (deals.has(id)) deals.get(id)!.push(earned);
        else deals.set(id, [earned]);
    }
  peers.shared.set(place, deals);
  return deals;
}

/** What each deal of the period earned, on its whole credit; nothing, for a known reason, where the component ended before it came to them. */
function earnedIn(at: number, moment: Moment): readonly (readonly [string, Earned])[] {
  const payee = moment.enrolment.person;
  const worked = workOutOne(at, moment);
  const prepared = moment.version.components[at]!;
  const { deals, returns } = count(prepared, moment);
  const env = new ComponentEnv(moment, prepared.component, prepared.alone, moment.record);
  const listed = env.stretch(moment.version.plan.measures[prepared.measure]!) === undefined ? [] : (deals ?? dealsOf(prepared, moment, env));
  const settled = returns?.back ?? listed.filter((deal) => deal.returned === true);
  const entry = (deal: OrderedDeal, pay: Exact, more: Pick<Earned, 'none' | 'sale'>): readonly (readonly [string, Earned])[] => (isHere(deal.day, moment) ? [[deal.id, { payee, pay, credit: deal.uncut ?? deal.value, ...more }]] : []);
  const paid = worked?.acted.findLast((one) => one.deals !== undefined && one.applied !== prepared.returns && one.applied !== prepared.byEvent)?.deals;
  const back = settled.flatMap((deal) => entry(deal, ZERO, { none: undefined, sale: deal.refers! }));
  if (paid !== undefined && worked?.untold !== true) {
    const rounded = withExcess(paid, worked!.acted, prepared);
    return [...back, ...paid.flatMap(({ deal, pay, rounded: alone }, index) => (deal.returned === true ? [] : entry(deal, pay.amount.plus(rounded[index]!.rounded).minus(alone), { none: undefined })))];
  }
  const none = worked === undefined ? 'it needs itself' : worked.untold ? worked.zero : undefined;
  return [...back, ...listed.flatMap((deal) => (deal.returned === true ? [] : entry(deal, ZERO, { none })))];
}

/** Where a component accumulates, deals of earlier periods are there too, and were matched in their own. */
function isHere(day: number, { period }: Moment): boolean {
  return day >= period.from && day <= period.to;
}
