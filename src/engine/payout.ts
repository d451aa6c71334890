/**
 * One payout: the components of a plan for a person and a period, the plan-level rules on their sum, the rounding at the
 * payout where the plan names it, and the currency of payment. Rule: mechanics.md §0, steps 11–12 and 17.
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
  readonly paid: Payout['paid'];
  /** Worked out for a seat, and paid to nobody. */
  readonly vacant: boolean;
}

export function workOutPayout(moment: Moment): WorkedPayout {
  const { version } = moment;
  const { worked } = moment;
  for (let place = 0; place < worked.length; place++) worked[place] = workOut(version.components[place]!, moment);
  if (version.plan.rounding.at === 'payout') showTogether(worked, version.plan);
  const amounts = worked.map((one) => one.shown);
  const earned = total(amounts);
  const adjusted = version.plan.adjust.length === 0 ? NONE : adjust(version.plan, worked, moment, amounts);
  moment.history.record(moment.period, version, amounts);
  const sum = adjusted.reduce((left, { change }) => left.plus(change), earned);
  const vacant = isVacant(moment);
  return { components: worked, adjusted, total: sum, paid: pay(vacant ? ZERO : sum, moment), vacant };
}

/** Whether the record is a seat without a person (CRD-15). A seat that is filled inside the period would pay one person for the days of nobody. */
function isVacant({ book, cells, period }: Moment): boolean {
  const { vacant, problems } = book.facts;
  if (vacant === undefined) return false;
  const empty = cells.filter((cell) => cell.record?.values[vacant] === true);
  if (empty.length > 0 && empty.length < cells.length)
    problems.error('R052', `${book.enrolment.person} is a vacant seat for a part of ${period.id} only`, { ...(empty[0]!.record === undefined ? {} : { data: empty[0]!.record.at }), hint: 'give the vacant seat an id of its own, and credit it on the days without a person' });
  return empty.length > 0;
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

/** The plan-level rules in turn; what each leaves is added to `amounts`. */
function adjust(plan: Plan, components: readonly Worked[], moment: Moment, amounts: Exact[]): readonly Adjusted[] {
  const left = new Map(components.map((one): [string, Exact] => [one.component.name, one.shown]));
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

/** The rate of the period's last day; the converted amount is rounded to the minor unit of the currency of payment. */
function pay(sum: Exact, moment: Moment): Payout['paid'] {
  const { plan } = moment.version;
  const currency = plan.paidIn === undefined ? plan.currency : payCurrency(plan, moment);
  if (currency === plan.currency) return { currency, amount: sum };
  const { period, book } = moment;
  const found = book.facts.rates?.rate(plan.currency, currency, period.to);
  if (found === undefined) {
    const { message, hint } = missingRate(book.facts.rates, plan.currency, currency, period.to, `, the last day of ${period.id}, to pay ${book.enrolment.person}`);
    book.facts.problems.error('R003', message, { at: plan.at, hint });
    return { currency, amount: ZERO };
  }
  return { currency, amount: roundTo(sum.times(found.rate), { to: Exact.scaled(1, minorPlaces(currency)), mode: plan.rounding.mode }), rate: found.rate, found };
}

function payCurrency(plan: Plan, { enrolment, index: period, book }: Moment): string {
  if (plan.paidIn === undefined) return plan.currency;
  if ('currency' in plan.paidIn) return plan.paidIn.currency;
  const last = enrolment.cellsOf(period).at(-1);
  const column = book.facts.people.get(plan.paidIn.column);
  const stated = column === undefined ? undefined : last?.record?.values[column];
  return typeof stated === 'string' ? stated : plan.currency;
}
