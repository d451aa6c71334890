/**
 * One payout: the components of a plan for a person and a period, the plan-level rules on their sum, the rounding at the
 * payout where the plan names it, and the currency of payment. Rule: mechanics.md §0, steps 11–12 and 17.
 */
import type { Rates } from '../data/reference.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Applied, Outcome } from '../mechanic/mechanic.ts';
import type { Component, Plan } from '../plan/model.ts';
import { minorPlaces } from '../value/currency.ts';
import { dayText } from '../value/day.ts';
import { Exact, tenTo, total, ZERO } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import type { Period } from '../value/calendar.ts';
import type { Book } from './book.ts';
import { workOut, type Past, type Worked } from './component.ts';
import type { ComponentEnv } from './environment.ts';
import { ComponentGiven, type Moment } from './given.ts';
import { History } from './history.ts';
import type { Payout } from './result.ts';

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
}

export function workOutPayout(
  book: Book,
  moment: Moment,
  period: Period,
  history: History,
  envFor: (component: Component | undefined, of: readonly Component[], payouts: ReadonlyMap<string, Exact>) => ComponentEnv,
  rates: Rates | undefined,
  problems: Problems,
): WorkedPayout {
  const { version } = book.enrolment;
  const { plan } = version;
  const restart = plan.continues === 'restart' ? version.index : undefined;
  const past: Past = { earned: (key, window) => history.earned(key, period, window, restart) };
  const payouts = new Map<string, Exact>();
  const worked: Worked[] = [];
  for (const component of plan.components) {
    const one = workOut(component, book, moment, envFor(component, [component], payouts), past, problems);
    payouts.set(component.name, one.earned);
    worked.push(one);
  }
  if (plan.rounding.at === 'payout') showTogether(worked, plan);
  const amounts = new Map<string, Exact>();
  for (const one of worked) amounts.set(one.component.name, one.shown);
  const adjusted = adjust(plan, worked, moment, past, amounts, (of) => envFor(undefined, of, payouts));
  history.record(period, version.index, amounts);
  let sum = total(worked.map((one) => one.shown));
  for (const { change } of adjusted) sum = sum.plus(change);
  return { components: worked, adjusted, total: sum, paid: convert(sum, plan, book, moment, period, rates, problems) };
}

/**
 * Rounded once, at the payout: each running total of the amounts to date is rounded, so that the parts shown sum to the
 * rounded whole. What was earned earlier in a window is taken off after that, or a window would drift by a unit.
 */
function showTogether(worked: readonly Worked[], plan: Plan): void {
  let running = ZERO;
  let shown = ZERO;
  for (const one of worked) {
    running = running.plus(one.rounded);
    const next = roundTo(running, plan.rounding);
    one.shown = next.minus(shown).minus(one.before);
    shown = next;
  }
}

function adjust(
  plan: Plan,
  components: readonly Worked[],
  moment: Moment,
  past: Past,
  amounts: Map<string, Exact>,
  envFor: (of: readonly Component[]) => ComponentEnv,
): Adjusted[] {
  const changes = new Map<string, Exact>();
  return plan.adjust.map((applied, index) => {
    const of = components.filter((one) => applied.of.includes(one.component.name));
    const now = total(of.map((one) => one.shown.plus(changes.get(one.component.name) ?? ZERO)));
    const key = `adjust ${index}`;
    const given = new ComponentGiven(moment, '', 'money', now, envFor(of.map((one) => one.component)), undefined, () => [], (window) => past.earned(key, window));
    given.amount = now;
    const outcome = applied.mechanic.calculate(applied.config, given);
    const after = roundTo(outcome.amount ?? now, plan.rounding);
    const change = after.minus(now);
    amounts.set(key, after);
    // a later rule on the same components starts from what this one left
    const first = of[0]?.component.name;
    if (first !== undefined) changes.set(first, (changes.get(first) ?? ZERO).plus(change));
    return { applied, outcome, change };
  });
}

/** The rate of the period's last day; the converted amount is rounded to the minor unit of the currency of payment. */
function convert(sum: Exact, plan: Plan, book: Book, moment: Moment, period: Period, rates: Rates | undefined, problems: Problems): Payout['paid'] {
  const currency = payCurrency(plan, book, moment);
  if (currency === plan.currency) return { currency, amount: sum };
  const found = rates?.rate(plan.currency, currency, period.to);
  if (found === undefined) {
    problems.error('R003', `no exchange rate from ${plan.currency} to ${currency} on ${dayText(period.to)}, the last day of ${period.id}, to pay ${book.enrolment.person}`, {
      at: plan.at,
      hint: 'add the rate to the exchange-rates file, or state `invert: true` or `reach-back: DAYS` there',
    });
    return { currency, amount: ZERO };
  }
  const unit = Exact.of(1, tenTo(minorPlaces(currency)));
  return { currency, amount: roundTo(sum.times(found.rate), { to: unit, mode: plan.rounding.mode }), rate: found.rate };
}

function payCurrency(plan: Plan, book: Book, { enrolment, period }: Moment): string {
  if (plan.paidIn === undefined) return plan.currency;
  if ('currency' in plan.paidIn) return plan.paidIn.currency;
  const last = enrolment.cellsOf(period).at(-1);
  const index = book.people.get(plan.paidIn.column);
  const stated = index === undefined ? undefined : last?.record?.values[index];
  return typeof stated === 'string' ? stated : plan.currency;
}
