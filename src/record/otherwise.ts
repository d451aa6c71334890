/**
 * Payments of closed periods that would come out otherwise today, though nothing is earned otherwise: other payment rules, somebody
 * who was not there or was, another rate of payment. Nothing is posted for them; they are named, with the amounts.
 */
import type { Payout } from '../engine/index.ts';
import { exactText } from '../value/display.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import type { Books } from './books.ts';
import type { Differences } from './differences.ts';
import type { PriorEntry } from './entries.ts';
import { moneyIn } from './money.ts';
import { ofPayout, payoutKey } from './of-payout.ts';
import { pairKey } from './pair-key.ts';

export interface Otherwise {
  readonly period: string;
  readonly payee: string;
  readonly plan: string;
  readonly text: string;
}

/** `taken`: closed periods as they were computed today; `prior`: what is posted for them now. */
export function otherwiseOf({ records }: Books, taken: Iterable<Payout>, prior: readonly PriorEntry[], differences: Differences): Otherwise[] {
  const today = new Map([...taken].map((payout): [string, Payout] => [JSON.stringify([payout.period.id, payoutKey({ payee: payout.payee, plan: payout.plan.name, version: payout.plan.from })]), payout]));
  const there = new Set([...today.values()].map(({ payee, plan, period }) => keyOf(period.id, payee, plan.name)));
  const adjusted = sums([...records.flatMap((record) => record.prior), ...prior], ({ period, payee, plan }) => keyOf(period, payee, plan));
  const found: Otherwise[] = [];
  const told = new Set<string>();
  /** Whose balances adjustments have moved. */
  const moved = new Set<string>();
  const tell = (period: string, payee: string, plan: string, currency: string, recorded: Exact, now: Exact, why: readonly string[], posted = ZERO): void => {
    if (why.length === 0) return;
    const rest = now.minus(recorded.minus(posted)).minus(adjusted.get(keyOf(period, payee, plan)) ?? ZERO);
    if (rest.isZero()) return;
    const beside = posted.isZero() ? '' : `, with ${moneyIn(posted, currency)} for earlier periods`;
    found.push({ period, payee, plan, text: `${moneyIn(recorded, currency)} was paid${beside}, and ${moneyIn(now, currency)} would be paid today (${why.join(', ')}): ${moneyIn(rest, currency)} beside all adjustments` });
  };
  for (const record of records) {
    const { head, payments, payouts, prior: before } = record;
    const period = head.period.id;
    for (const { payee, plan } of before) moved.add(pairKey(payee, plan));
    const posted = sums(before, ({ payee, plan }) => pairKey(payee, plan));
    for (const one of payments) {
      const { payee, plan, currency } = one;
      const key = JSON.stringify([period, payoutKey(one)]);
      const again = today.get(key);
      told.add(key);
      // a version that is cut now: what it paid is of the other one
      if (again === undefined && there.has(keyOf(period, payee, plan))) continue;
      // who had left already was paid what balances and adjustments came to, and the latter are posted elsewhere if anew
      const was = ofPayout(record, one).lines.some(({ line }) => line === 'component');
      const left = (again === undefined || again.components.length === 0) && (was || !moved.has(pairKey(payee, plan)));
      const gone = left ? [was ? `${payee} is not in the plan then` : `${payee} had left then`] : [];
      const own = posted.get(pairKey(payee, plan));
      if (again === undefined) tell(period, payee, plan, currency, one.paid, ZERO, gone, own);
      else if (again.payment?.anew !== undefined) tell(period, payee, plan, currency, one.paid, again.payment.anew.paid, gone.length > 0 ? gone : differences.rulesChanged(plan, period), own);
    }
    for (const one of payouts) {
      const again = today.get(JSON.stringify([period, payoutKey(one)]));
      if (again === undefined || (again.paid.currency === one.paidCurrency && (again.paid.rate === undefined || one.exchangeRate === undefined || again.paid.rate.equals(one.exchangeRate)))) continue;
      found.push({ period, payee: one.payee, plan: one.plan, text: `${moneyIn(one.paid, one.paidCurrency)} was paid${rate(one.exchangeRate)}, and ${moneyIn(again.paid.amount, again.paid.currency)} would be paid today${rate(again.paid.rate)}` });
    }
  }
  const recorded = new Map(records.map(({ head, payments }): [string, ReadonlySet<string>] => [head.period.id, new Set(payments.map(({ payee, plan }) => pairKey(payee, plan)))]));
  for (const [key, { period, payee, plan, currency, payment }] of today)
    if (!told.has(key) && payment?.anew !== undefined && recorded.get(period.id)?.has(pairKey(payee, plan.name)) === false) tell(period.id, payee, plan.name, currency, ZERO, payment.anew.paid, [`${payee} was not in the plan when it was closed`]);
  return found.sort((a, b) => textOrder(a.period, b.period) || textOrder(a.payee, b.payee) || textOrder(a.plan, b.plan));
}

function keyOf(period: string, payee: string, plan: string): string {
  return JSON.stringify([period, payee, plan]);
}

function sums(entries: readonly PriorEntry[], key: (entry: PriorEntry) => string): Map<string, Exact> {
  const found = new Map<string, Exact>();
  for (const one of entries) found.set(key(one), (found.get(key(one)) ?? ZERO).plus(one.amount));
  return found;
}

function rate(at: Exact | undefined): string {
  return at === undefined ? '' : ` at ${exactText(at)}`;
}
