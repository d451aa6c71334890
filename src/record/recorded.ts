/** What the books say was earned, line by line, with every adjustment since; and what they know of the credits behind it. */
import type { Known as KnownFigure } from '../mechanic/mechanic.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import type { Books, PeriodRecord } from './books.ts';
import type { Known } from './change.ts';
import type { StepEntry } from './entries.ts';
import { payoutKey } from './of-payout.ts';
import { pairKey } from './pair-key.ts';
import { creditKey, transactionKey, type Logged } from './credit-log.ts';

/** The state of a restated credit that is no more. */
export const GONE = 'gone';

/** The line of a payment rule's cost. */
export const PAYMENT = 'payment';

/** One line of one payout over time: `component new_business of ana's plan ae in 2026-02`. */
export interface LineKey {
  readonly period: string;
  readonly line: string;
  readonly name: string;
  /** Two versions of a period may pay in two currencies. */
  readonly currency: string;
}

export interface RecordedLine extends LineKey {
  amount: Exact;
  quota: KnownFigure | undefined;
}

/** By payee and plan, then by line. */
export type Pairs = Map<string, Map<string, RecordedLine>>;

export function lineKey({ period, line, name, currency }: LineKey): string {
  return JSON.stringify([period, line, name, currency]);
}

/** `final`: whether the cost of a step is nobody's debt, and is worked out anew. */
export function recordedPairs({ records }: Books, final: (step: StepEntry) => boolean): Pairs {
  const pairs: Pairs = new Map();
  for (const { head, payouts, lines, payments, steps, prior } of records) {
    const currencies = new Map(payouts.map((one): [string, string] => [payoutKey(one), one.currency]));
    for (const one of lines) add(pairs, one.payee, one.plan, { period: head.period.id, line: one.line, name: one.name, currency: currencies.get(payoutKey(one)) ?? '', amount: one.earned, quota: one.quota });
    const paidIn = new Map(payments.map((one): [string, string] => [payoutKey(one), one.currency]));
    for (const step of steps) {
      const { payee, plan, name, account, cost } = step;
      if (final(step)) add(pairs, payee, plan, { period: head.period.id, line: PAYMENT, name: account ?? name, currency: paidIn.get(payoutKey(step)) ?? '', amount: cost, quota: undefined });
    }
    for (const { payee, plan, period, line, name, currency, amount, quota } of prior) add(pairs, payee, plan, { period, line, name, currency, amount, quota });
  }
  return pairs;
}

export function add(pairs: Pairs, payee: string, plan: string, line: RecordedLine): void {
  const pair = pairKey(payee, plan);
  let lines = pairs.get(pair);
  if (lines === undefined) pairs.set(pair, (lines = new Map()));
  const known = lines.get(lineKey(line));
  if (known === undefined) lines.set(lineKey(line), { ...line });
  else {
    known.amount = (known.amount ?? ZERO).plus(line.amount);
    known.quota = line.quota ?? known.quota;
  }
}

/** The credits and excluded rows of all records, as they were known when the last one was closed. */
export function recordedCredits({ records }: Books): Known {
  const credits = new Map<string, Logged>();
  const excluded = new Map<string, string>();
  for (const record of records) {
    for (const credit of record.credits) {
      const logged: Logged = { ...credit, period: record.head.period.id };
      credits.set(creditKey(logged), logged);
    }
    for (const { state, ...credit } of record.restated) {
      if (state === GONE) credits.delete(creditKey(credit));
      else credits.set(creditKey(credit), credit);
    }
    for (const row of record.excluded) excluded.set(transactionKey(row), row.reason);
  }
  return { credits, excluded };
}

/** The last record of a period. */
export function recordOf({ records }: Books, period: string): PeriodRecord | undefined {
  return records.find(({ head }) => head.period.id === period);
}
