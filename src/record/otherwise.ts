/**
 * Payments of closed periods that would come out otherwise today, though nothing is earned otherwise: other payment rules, somebody
 * who was not there or was, another rate of payment. Nothing is posted for them; they are named, with the amounts.
 */
import type { Payout } from '../engine/index.ts';
import { exactText } from '../value/display.ts';
import { total, ZERO, type Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import type { Books } from './books.ts';
import type { Differences } from './differences.ts';
import type { PriorEntry } from './entries.ts';
import { payoutKey } from './of-payout.ts';

export interface Otherwise {
  readonly period: string;
  readonly payee: string;
  readonly plan: string;
  readonly text: string;
}

/** `taken`: closed periods as they were computed today; `prior`: what is posted for them now. */
export function otherwiseOf({ records }: Books, taken: Iterable<Payout>, prior: readonly PriorEntry[], differences: Differences): Otherwise[] {
  const today = new Map([...taken].map((payout): [string, Payout] => [JSON.stringify([payout.period.id, payoutKey({ payee: payout.payee, plan: payout.plan.name, version: payout.plan.from })]), payout]));
  const posted = [...records.flatMap((record) => record.prior), ...prior];
  const adjusted = (payee: string, plan: string, period: string): Exact => total(posted.filter((one) => one.payee === payee && one.plan === plan && one.period === period).map(({ amount }) => amount));
  const found: Otherwise[] = [];
  const told = new Set<string>();
  const tell = (period: string, payee: string, plan: string, recorded: Exact, now: Exact, why: readonly string[]): void => {
    if (why.length === 0) return;
    const rest = now.minus(recorded).minus(adjusted(payee, plan, period));
    if (rest.isZero()) return;
    found.push({ period, payee, plan, text: `${exactText(recorded)} was paid, and ${exactText(now)} would be paid today (${why.join(', ')}): ${exactText(rest)} beside all adjustments` });
  };
  for (const { head, payments, payouts, prior: before } of records) {
    const period = head.period.id;
    for (const one of payments) {
      const { payee, plan, version } = one;
      const paid = one.paid.minus(total(before.filter((entry) => entry.payee === payee && entry.plan === plan).map(({ amount }) => amount)));
      const key = JSON.stringify([period, payoutKey(one)]);
      const again = today.get(key);
      told.add(key);
      // a version that is cut now: what it paid is of the other one
      if (again === undefined && [...today.values()].some((other) => other.payee === payee && other.plan.name === plan && other.period.id === period && other.plan.from !== version)) continue;
      if (again === undefined) tell(period, payee, plan, paid, ZERO, [`${payee} is not in the plan then`]);
      else if (again.payment?.anew !== undefined) {
        // what is computed of an absence has no components
        const left = again.components.length === 0 && payouts.some((entry) => entry.payee === payee && entry.plan === plan);
        tell(period, payee, plan, paid, again.payment.anew.paid, left ? [`${payee} is not in the plan then`] : differences.rulesChanged(plan, period));
      }
    }
    for (const one of payouts) {
      const again = today.get(JSON.stringify([period, payoutKey(one)]));
      if (again === undefined || (again.paid.currency === one.paidCurrency && (again.paid.rate === undefined || one.exchangeRate === undefined || again.paid.rate.equals(one.exchangeRate)))) continue;
      found.push({ period, payee: one.payee, plan: one.plan, text: `${exactText(one.paid)} ${one.paidCurrency} was paid${rate(one.exchangeRate)}, and ${exactText(again.paid.amount)} ${again.paid.currency} would be paid today${rate(again.paid.rate)}` });
    }
  }
  for (const [key, { period, payee, plan, payment }] of today) {
    if (!told.has(key) && payment?.anew !== undefined && records.some(({ head, payments }) => head.period.id === period.id && !payments.some((one) => one.payee === payee && one.plan === plan.name))) tell(period.id, payee, plan.name, ZERO, payment.anew.paid, [`${payee} was not in the plan when it was closed`]);
  }
  return found.sort((a, b) => textOrder(a.period, b.period) || textOrder(a.payee, b.payee) || textOrder(a.plan, b.plan));
}

function rate(at: Exact | undefined): string {
  return at === undefined ? '' : ` at ${exactText(at)}`;
}
