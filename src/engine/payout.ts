/**
 * One payout: the components of a plan for a person and a period, the plan-level rules on their sum, the rounding at the
 * payout where the plan names it, the payment stage, and the currency of payment. Rule: mechanics.md §0, steps 11–17.
 */
import type { Applied, Outcome } from '../mechanic/mechanic.ts';
import type { Plan } from '../plan/model.ts';
import { minorPlaces } from '../value/currency.ts';
import { Exact, total, ZERO } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { workOut, type Worked } from './component.ts';
import { ComponentEnv } from './environment.ts';
import { ComponentGiven } from './given.ts';
import { missingRate } from './notice/missing-rate.ts';
import type { Moment } from './moment.ts';
import type { Payment } from './payment/result.ts';
import type { PaymentStage } from './payment/stage.ts';
import type { Stop } from './payment/stop.ts';
import type { Payout } from './result.ts';
import { spread } from './spread.ts';

export interface Adjusted {
  readonly applied: Applied;
  readonly outcome: Outcome;
  readonly change: Exact;
}

/** A payout worked out, before anybody asked why. */
export interface WorkedPayout {
  readonly components: readonly Worked[];
  readonly adjusted: readonly Adjusted[];
  readonly total: Exact;
  /** Absent where nothing stands between earned and paid: no payment rule, no entry, no record. */
  readonly payment: Payment | undefined;
  readonly paid: Payout['paid'];
}

/** A person's payment stage, and what it is told of this period besides the amounts. */
export interface Paying {
  readonly stage: PaymentStage;
  readonly stop: Omit<Stop, 'moment' | 'total' | 'left'>;
}

export function workOutPayout(moment: Moment, paying: Paying | undefined): WorkedPayout {
  const { version } = moment;
  const { worked } = moment;
  for (let place = 0; place < worked.length; place++) worked[place] = workOut(version.components[place]!, moment);
  if (version.plan.rounding.at === 'payout') showTogether(worked, version.plan);
  const amounts = worked.map((one) => one.shown);
  const earned = total(amounts);
  const left = version.plan.adjust.length === 0 && paying === undefined ? undefined : new Map(worked.map((one): [string, Exact] => [one.component.name, one.shown]));
  const adjusted = version.plan.adjust.length === 0 ? NONE : adjust(version.plan, worked, left!, moment, amounts);
  moment.history.record(moment.period, version, amounts);
  const sum = adjusted.reduce((left, { change }) => left.plus(change), earned);
  const payment = paying?.stage.settle({ ...paying.stop, moment, total: sum, left: left! });
  return { components: worked, adjusted, total: sum, payment, paid: payOf(payment?.paid ?? sum, moment) };
}

const NONE: readonly Adjusted[] = [];

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

/** The plan-level rules in turn; what each leaves is added to `amounts`, and stands in `left` by component. */
function adjust(plan: Plan, components: readonly Worked[], left: Map<string, Exact>, moment: Moment, amounts: Exact[]): readonly Adjusted[] {
  return plan.adjust.map((applied, index) => {
    const of = components.filter((one) => applied.of.includes(one.component.name));
    const holdings = of.map(({ component }) => ({ key: component.name, amount: left.get(component.name)! }));
    const now = total(holdings.map(({ amount }) => amount));
    const env = new ComponentEnv(moment, undefined, of.map((one) => one.component), moment.record);
    const given = new ComponentGiven(moment, undefined, moment.version.adjustKeys[index]!, 'money', now, env);
    given.amount = now;
    const outcome = applied.mechanic.calculate(applied.config, given);
    const after = roundTo(outcome.amount ?? now, plan.rounding);
    const change = after.minus(now);
    amounts.push(after);
    if (!change.isZero()) spread(change, holdings, plan.rounding.to).forEach((part, at) => left.set(holdings[at]!.key, holdings[at]!.amount.plus(part)));
    return { applied, outcome, change };
  });
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
