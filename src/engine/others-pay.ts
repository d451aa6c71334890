/**
 * What others earn, as a measure of one payee: the base of an override on earnings (CRD-10). A payout counts in the window
 * that holds the last day of its period, for the group that its payee belongs to on their last day in the plan in it. What is
 * counted is earned: after caps and floors, before draws, holds and payment.
 */
import type { Known } from '../mechanic/mechanic.ts';
import type { Across, Measure } from '../plan/model.ts';
import { minorPlaces } from '../value/currency.ts';
import { Exact, ZERO } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import type { Stretch } from './enrolment.ts';
import { missingRate } from './notice/missing-rate.ts';
import { groupOn } from './membership.ts';
import type { Moment } from './moment.ts';
import type { Peers } from './peers.ts';
import { earnedInAll, earnedOne } from './payout.ts';

export interface OthersPay {
  readonly known: Known;
  /** How many others were paid something or nothing: those who were in a plan. */
  readonly people: number;
}

export function othersPay(measure: Measure, key: string, stretch: Stretch, moment: Moment): OthersPay {
  const { peers } = moment.book.facts;
  if (peers === undefined) return { known: { none: 'nobody else is known' }, people: 0 };
  const { version, enrolment } = moment;
  const { periods } = version.calendar;
  const [first, last] = [periods[stretch.first]!.from, periods[stretch.last]!.to];
  const people = new Set<string>();
  let sum = ZERO;
  for (const other of byGroup(measure.across!, moment, peers).get(key) ?? []) {
    const payee = other.enrolment.person;
    if (payee === enrolment.person || other.period.to < first || other.period.to > last || other.vacant) continue;
    const earned = earnedBy(other, measure);
    if (earned === undefined) return { known: { none: `${measure.name} needs itself` }, people: 0 };
    people.add(payee);
    sum = sum.plus(convertedTo(version.plan.currency, earned, other, moment));
  }
  return { known: { value: sum }, people: people.size };
}

/** Everybody's periods by the group of their last day in the plan in each; looked through once. */
function byGroup(across: Across, { version, book }: Moment, peers: Peers): ReadonlyMap<string, readonly Moment[]> {
  const { everybody, hierarchy } = book.facts;
  const place = ['pay by group', across.kind, across.kind === 'column' ? across.column : '', across.kind === 'plan' ? version.plan.name : ''].join('|');
  const known = peers.shared.get(place) as ReadonlyMap<string, readonly Moment[]> | undefined;
  if (known !== undefined) return known;
  const groups = new Map<string, Moment[]>();
  for (const payee of peers.everybody)
    for (const other of peers.allOf(payee)) {
      const key = across.kind === 'plan' && other.version.plan.name !== version.plan.name ? undefined : groupOn(payee, other.cells.at(-1)!.to, across, { people: everybody, hierarchy });
      if (key !== undefined) (groups.get(key) ?? groups.set(key, []).get(key)!).push(other);
    }
  peers.shared.set(place, groups);
  return groups;
}

/** Undefined where it cannot be told, because it needs the payee's own pay. */
function earnedBy(other: Moment, { components, at }: Measure): Exact | undefined {
  const { peers } = other.book.facts;
  peers!.ready(other);
  if (components === 'all' || components === undefined) return peers!.once(`all pay of ${other.enrolment.person} in ${other.period.id}`, at, () => earnedInAll(other));
  let sum = ZERO;
  for (const component of components) {
    const place = other.version.plan.components.findIndex((one) => one.name === component);
    if (place < 0) continue;
    const worked = earnedOne(place, other);
    if (worked === undefined) return undefined;
    // of the component alone: its part of a payout that is rounded as a whole is known only once all of it is
    sum = sum.plus(worked.earned);
  }
  return sum;
}

function convertedTo(currency: string, amount: Exact, other: Moment, { book, version }: Moment): Exact {
  const from = other.version.plan.currency;
  if (from === currency || amount.isZero()) return amount;
  const found = book.facts.rates?.rate(from, currency, other.period.to);
  if (found !== undefined) return roundTo(amount.times(found.rate), { to: Exact.scaled(1, minorPlaces(currency)), mode: version.plan.rounding.mode });
  const { message, hint } = missingRate(book.facts.rates, from, currency, other.period.to, `, the last day of ${other.period.id}, to add up pay of others`);
  book.facts.problems.error('R003', message, { at: version.plan.at, hint });
  return ZERO;
}
