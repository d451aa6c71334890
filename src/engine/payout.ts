/**
 * One payout: the components of a plan for a person and a period, the plan-level rules on their sum, the rounding at the
 * payout where the plan names it, the payment stage, and the currency of payment. Rule: mechanics.md §0, steps 11–17.
 */
import type { Applied, Outcome } from '../mechanic/mechanic.ts';
import type { Plan } from '../plan/model.ts';
import { minorPlaces } from '../value/currency.ts';
import { Exact, total, ZERO } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { NOT_THERE, workOut, type Worked } from './component.ts';
import { ComponentEnv } from './environment.ts';
import { ComponentGiven } from './given.ts';
import { missingRate } from './notice/missing-rate.ts';
import type { Moment } from './moment.ts';
import { vacancyLine, type Payment } from './payment/result.ts';
import type { PaymentStage } from './payment/stage.ts';
import type { Stop } from './payment/stop.ts';
import type { Payout } from './result.ts';
import { spread } from './spread.ts';

export interface Adjusted {
  readonly applied: Applied;
  readonly outcome: Outcome;
  readonly change: Exact;
}

/** The components and the rules of the plan. */
export interface EarnedPayout {
  readonly components: readonly Worked[];
  readonly adjusted: readonly Adjusted[];
  readonly total: Exact;
  /** Worked out for a seat, and paid to nobody. */
  readonly vacant: boolean;
}

/** A payout worked out, before anybody asked why. */
export interface WorkedPayout extends EarnedPayout {
  /** Absent where nothing stands between earned and paid: no payment rule, no entry, no record. */
  readonly payment: Payment | undefined;
  readonly paid: Payout['paid'];
  /** What each component is left with after the rules of the plan. */
  readonly left?: ReadonlyMap<string, Exact>;
}

/** A person's payment stage, and what it is told of this period besides the amounts. */
export interface Paying {
  readonly stage: PaymentStage;
  readonly stop: Omit<Stop, 'moment' | 'total' | 'left' | 'earlier'>;
}

/** What is earned, before anything stands between that and what is paid. */
export function earnPayout(moment: Moment): EarnedPayout {
  const { version, made } = moment;
  if (made.whole !== undefined) return made.whole;
  const worked = earnAll(moment);
  const earned = total(worked.map((one) => one.shown));
  const adjusted = version.plan.adjust.length === 0 ? NONE : adjust(moment, version.plan.adjust.length);
  moment.history.record(moment.period, version, made.amounts!);
  const sum = adjusted.reduce((left, { change }) => left.plus(change), earned);
  const { vacant } = moment;
  if (vacant) refuseHalfVacant(moment);
  return (made.whole = { components: worked, adjusted, total: sum, vacant });
}

export function workOutPayout(moment: Moment, paying: Paying | undefined): WorkedPayout {
  const earned = earnPayout(moment);
  const left = moment.made.left ?? (paying === undefined && moment.version.plan.employerCosts.length === 0 ? undefined : leftOf(earned.components));
  const payment = paying?.stage.settle({ ...paying.stop, moment, total: earned.total, left: left!, earlier: [] }) ?? vacancyOf(earned, moment);
  return { ...earned, payment, ...(left === undefined ? {} : { left }), paid: payOf(payment?.paid ?? earned.total, moment) };
}

function leftOf(components: readonly Worked[]): Map<string, Exact> {
  return new Map(components.map((one): [string, Exact] => [one.component.name, one.shown]));
}

/** What a vacant seat would have earned is paid to nobody (CRD-15). */
function vacancyOf({ vacant, total: sum }: EarnedPayout, { words }: Moment): Payment | undefined {
  return vacant && !sum.isZero() ? { earned: ZERO, paid: ZERO, lines: [vacancyLine(sum, words)], balances: [], zero: 'a vacant seat: paid to nobody' } : undefined;
}

/** A seat that is filled inside the period would pay one person for the days of nobody (CRD-15). */
function refuseHalfVacant({ book, cells, period }: Moment): void {
  const { vacant, problems } = book.facts;
  const empty = cells.filter((cell) => cell.record?.values[vacant!] === true);
  if (empty.length < cells.length)
    problems.error('R052', `${book.enrolment.person} is a vacant seat for a part of ${period.id} only`, { ...(empty[0]!.record === undefined ? {} : { data: empty[0]!.record.at }), hint: 'give the vacant seat an id of its own, and credit it on the days without a person' });
}

const NONE: readonly Adjusted[] = [];

/** All components, each rounded, before the rules of the plan. */
export function earnAll(moment: Moment): readonly Worked[] {
  const { worked, version, made } = moment;
  if (made.amounts !== undefined) return worked;
  for (let place = 0; place < worked.length; place++) workOutOne(place, moment);
  if (version.plan.rounding.at === 'payout') showTogether(worked, version.plan);
  made.amounts = worked.map((one) => one.shown);
  return worked;
}

/** What a component earns and is paid; undefined where it needs itself. */
export function earnedOne(place: number, moment: Moment): Pick<Worked, 'earned' | 'shown' | 'amount' | 'before'> | undefined {
  return moment.told?.components[place] ?? workOutOne(place, moment);
}

/** The sum of the payout. */
export function earnedInAll(moment: Moment): Exact {
  return moment.told?.total ?? earnPayout(moment).total;
}

/** One component; others may have asked for it before its turn. Undefined where it needs itself. */
export function workOutOne(place: number, moment: Moment): Worked | undefined {
  const { worked, version, enrolment, period } = moment;
  const known = worked[place];
  if (known !== undefined) return known;
  const { peers } = moment.book.facts;
  const prepared = version.components[place]!;
  if (peers === undefined) return (worked[place] = workOut(prepared, moment));
  peers.ready(moment);
  const { component } = prepared;
  return peers.once(`${component.name} of ${enrolment.person} in ${period.id}`, component.at, () => (worked[place] = workOut(prepared, moment)));
}

/**
 * Rounded once, at the payout: each running total of the amounts to date is rounded, so that the parts shown sum to the
 * rounded whole. What was earned earlier in a window is taken off after that, or a window would drift by a unit.
 */
function showTogether(worked: readonly Worked[], plan: Plan): void {
  let running = ZERO;
  let shown = ZERO;
  for (const one of worked) {
    if (one.untold) continue;
    running = running.plus(one.rounded);
    const next = roundTo(running, plan.rounding);
    one.shown = next.minus(shown).minus(one.before);
    shown = next;
  }
}

/** No rule of the plan acts on a period after the person has left. */
const LEFT: Outcome = { text: () => NOT_THERE };

/** The plan-level rules in turn, up to the first `count`; what each leaves is added to the amounts. */
export function adjust(moment: Moment, count: number): readonly Adjusted[] {
  const { made, version } = moment;
  if (moment.told !== undefined) return NONE;
  const { plan } = version;
  const components = earnAll(moment);
  const amounts = made.amounts!;
  const left = (made.left ??= leftOf(components));
  for (let index = made.adjusted.length; index < count; index = made.adjusted.length) {
    const applied = plan.adjust[index]!;
    const of = components.filter((one) => applied.of.includes(one.component.name));
    const holdings = of.map(({ component }) => ({ key: component.name, amount: left.get(component.name)! }));
    const now = total(holdings.map(({ amount }) => amount));
    const env = new ComponentEnv(moment, undefined, of.map((one) => one.component), moment.record);
    const given = new ComponentGiven(moment, undefined, moment.version.adjustKeys[index]!, 'money', now, env);
    given.amount = now;
    const outcome = moment.late ? LEFT : applied.mechanic.calculate(applied.config, given);
    const after = roundTo(outcome.amount ?? now, plan.rounding);
    const change = after.minus(now);
    amounts.push(after);
    if (!change.isZero()) spread(change, holdings, plan.rounding.to).forEach((part, at) => left.set(holdings[at]!.key, holdings[at]!.amount.plus(part)));
    made.adjusted.push({ applied, outcome, change });
  }
  return made.adjusted;
}

/** The rate of the day that the plan names, the period's last one where it does not; the converted amount is rounded to the minor unit of the currency of payment. */
export function payOf(sum: Exact, moment: Moment): Payout['paid'] {
  const { plan } = moment.version;
  const currency = plan.paidIn === undefined ? plan.currency : payCurrency(plan, moment);
  if (currency === plan.currency) return { currency, amount: sum };
  const { period, book } = moment;
  const at = plan.convertAt.pay;
  const day = typeof at === 'string' ? period.to : period.to + at.daysAfter;
  const found = at === 'average' ? book.facts.rates?.mean(plan.currency, currency, period.from, period.to) : book.facts.rates?.rate(plan.currency, currency, day);
  if (found === undefined) {
    const when = typeof at === 'string' ? 'the last day' : `${at.daysAfter} days after the last day`;
    const { message, hint } = missingRate(book.facts.rates, plan.currency, currency, day, `, ${when} of ${period.id}, to pay ${book.enrolment.person}`);
    book.facts.problems.error('R003', message, { at: plan.at, hint });
    return { currency, amount: ZERO };
  }
  return { currency, ...(day === period.to ? {} : { day }), amount: roundTo(sum.times(found.rate), { to: Exact.scaled(1, minorPlaces(currency)), mode: plan.rounding.mode }), rate: found.rate, found };
}

function payCurrency(plan: Plan, { record, book }: Moment): string {
  if (plan.paidIn === undefined) return plan.currency;
  if ('currency' in plan.paidIn) return plan.paidIn.currency;
  const column = book.facts.people.get(plan.paidIn.column);
  const stated = column === undefined ? undefined : record?.values[column];
  return typeof stated === 'string' ? stated : plan.currency;
}
