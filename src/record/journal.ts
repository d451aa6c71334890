/**
 * Closed periods as double entry: what is earned is an expense, what is paid is owed to the payee, and what stands between the
 * two moves a balance. Every transaction sums to zero, because opening + earned − paid = closing.
 */
import type { Day } from '../value/day.ts';
import { total, type Exact } from '../value/exact.ts';
import type { Books, PeriodRecord } from './books.ts';
import { COMES, PASSES } from '../engine/payment/result.ts';
import type { PaymentEntry } from './entries.ts';
import { ofPayout } from './of-payout.ts';
import { pairKey } from './pair-key.ts';

export type Side = 'expenses' | 'liabilities' | 'assets' | 'equity';

export interface Posting {
  readonly side: Side;
  /** Parts of the account's name, from the general to the particular; as they stand in the data. */
  readonly account: readonly string[];
  readonly amount: Exact;
}

export interface Transaction {
  readonly date: Day;
  readonly record: number;
  readonly period: string;
  readonly payee: string;
  readonly plan: string;
  readonly currency: string;
  readonly postings: readonly Posting[];
}

/** In the order of records, then as each lists its people. Nobody without a movement has a transaction. */
export function transactionsOf(books: Books): Transaction[] {
  const sides = sidesOf(books);
  const known = new Set<string>();
  return books.records.flatMap((record) =>
    record.payments.flatMap((payment) => {
      const key = pairKey(payment.payee, payment.plan);
      const postings = [...(known.has(key) ? [] : openings(record, payment, sides)), ...postingsOf(record, payment, sides)].filter(({ amount }) => !amount.isZero());
      known.add(key);
      const { payee, plan, currency } = payment;
      return postings.length === 0 ? [] : [{ date: record.head.period.to, record: record.head.number, period: record.head.period.id, payee, plan, currency, postings }];
    }),
  );
}

function postingsOf(record: PeriodRecord, payment: PaymentEntry, sides: ReadonlyMap<string, Side>): Posting[] {
  const { payee, plan, paid } = payment;
  const { lines, steps, balances } = ofPayout(record, payment);
  return [
    ...lines.map(({ line, name, pays, earned }): Posting => ({ side: 'expenses', account: [line === 'component' ? (pays ?? 'commission') : 'commission', plan, name], amount: earned })),
    ...[...new Set(steps.map(({ name }) => name))].map((name): Posting => ({ ...(name === PASSES || name === COMES ? { side: 'equity', account: ['balances between plans', payee] } : { side: 'expenses', account: [name === 'prior-period' ? 'prior-period adjustments' : name, plan] }), amount: total(steps.filter((one) => one.name === name).map(({ cost }) => cost)) })),
    { side: 'liabilities', account: ['commissions payable', payee], amount: paid.negated() },
    ...balances.map(({ account, opening, closing }): Posting => ({ side: sides.get(sideKey(plan, account)) ?? 'liabilities', account: [account, payee], amount: opening.minus(closing) })),
  ];
}

/** Balances that the books begin with come from outside. */
function openings(record: PeriodRecord, payment: PaymentEntry, sides: ReadonlyMap<string, Side>): Posting[] {
  return ofPayout(record, payment).balances.flatMap(({ account, opening }): Posting[] => [
    { side: sides.get(sideKey(payment.plan, account)) ?? 'liabilities', account: [account, payment.payee], amount: opening.negated() },
    { side: 'equity', account: ['opening balances', payment.payee], amount: opening },
  ]);
}

function sideKey(plan: string, account: string): string {
  return JSON.stringify([plan, account]);
}

/** What a payee owes is an asset, what the company owes a liability: decided once, by the first balance the account ever had. */
function sidesOf({ records }: Books): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const { balances } of records)
    for (const { plan, account, opening, closing } of balances) {
      const first = opening.isZero() ? closing : opening;
      if (!first.isZero() && !sides.has(sideKey(plan, account))) sides.set(sideKey(plan, account), first.sign() < 0 ? 'assets' : 'liabilities');
    }
  return sides;
}
