/** What single deals earned for other people by a component of some name: the rates that a rate match pays at (CRD-21). */
import type { EarnedByOthers } from '../mechanic/mechanic.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { count } from './component.ts';
import { dealsOf } from './deal.ts';
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
}

export function earnedByOthers(component: string, deal: string, moment: Moment): EarnedByOthers | undefined {
  const { peers } = moment.book.facts;
  if (peers === undefined) throw new Error('a rate match asks for others and does not say so');
  const { person } = moment.enrolment;
  const all = (indexOf(component, moment, peers).get(deal) ?? []).filter(({ payee }) => payee !== person);
  if (all.length === 0) return undefined;
  let [pay, credit] = [ZERO, ZERO];
  for (const one of all) {
    if (one.none !== undefined) return { none: one.none };
    pay = pay.plus(one.pay);
    credit = credit.plus(one.credit);
  }
  return { pay, credit, people: new Set(all.map(({ payee }) => payee)).size };
}

/** Everybody's deals in periods that touch this one, by id; looked through once for all who ask in it. */
function indexOf(component: string, { version, period, index }: Moment, peers: Peers): ReadonlyMap<string, readonly Earned[]> {
  const place = ['earned by', component, version.index, index].join('|');
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

/** What each deal of the period earned; nothing, for a known reason, where the component ended before it came to them. */
function earnedIn(at: number, moment: Moment): readonly (readonly [string, Earned])[] {
  const payee = moment.enrolment.person;
  const worked = workOutOne(at, moment);
  const prepared = moment.version.components[at]!;
  const paid = worked?.acted.findLast((one) => one.deals !== undefined && one.applied !== prepared.returns && one.applied !== prepared.byEvent)?.deals;
  if (paid !== undefined && worked?.untold !== true) return paid.flatMap(({ deal, pay }) => (deal.returned === true || !isHere(deal.day, moment) ? [] : [[deal.id, { payee, pay: pay.amount, credit: deal.value, none: undefined }] as const]));
  const env = new ComponentEnv(moment, prepared.component, prepared.alone, moment.record);
  const none = worked === undefined ? 'it needs itself' : worked.untold ? worked.zero : undefined;
  const listed = env.stretch(moment.version.plan.measures[prepared.measure]!) === undefined ? [] : (count(prepared, moment).deals ?? dealsOf(prepared, moment, env));
  return listed.flatMap((deal) => (deal.returned === true || !isHere(deal.day, moment) ? [] : [[deal.id, { payee, pay: ZERO, credit: deal.value, none }] as const]));
}

/** Where a component accumulates, deals of earlier periods are there too, and were matched in their own. */
function isHere(day: number, { period }: Moment): boolean {
  return day >= period.from && day <= period.to;
}
