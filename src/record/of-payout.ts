/** The rows of a record that belong to one payout: its payee, its plan and the first day of the plan's version. */
import type { PeriodRecord } from './books.ts';
import type { BalanceEntry, CreditEntry, LineEntry, PaymentEntry, StepEntry } from './entries.ts';
import { groupedBy } from './grouped.ts';
import { pairKey } from './pair-key.ts';

export interface Of {
  readonly payee: string;
  readonly plan: string;
  readonly version: number;
}

interface Rows {
  readonly lines: LineEntry[];
  readonly payments: PaymentEntry[];
  readonly steps: StepEntry[];
  readonly balances: BalanceEntry[];
}

const known = new WeakMap<PeriodRecord, Map<string, Rows>>();

export function payoutKey({ payee, plan, version }: Of): string {
  return JSON.stringify([payee, plan, version]);
}

export function ofPayout(record: PeriodRecord, one: Of): Rows {
  let rows = known.get(record);
  if (rows === undefined) known.set(record, (rows = sorted(record)));
  return rows.get(payoutKey(one)) ?? { lines: [], payments: [], steps: [], balances: [] };
}

function sorted(record: PeriodRecord): Map<string, Rows> {
  const rows = new Map<string, Rows>();
  const of = (one: Of): Rows => {
    const key = payoutKey(one);
    let own = rows.get(key);
    if (own === undefined) rows.set(key, (own = { lines: [], payments: [], steps: [], balances: [] }));
    return own;
  };
  for (const one of record.lines) of(one).lines.push(one);
  for (const one of record.payments) of(one).payments.push(one);
  for (const one of record.steps) of(one).steps.push(one);
  for (const one of record.balances) of(one).balances.push(one);
  return rows;
}

const knownCredits = new WeakMap<PeriodRecord, Map<string, CreditEntry[]>>();

/** The credits of one payee under one plan. */
export function creditsOf(record: PeriodRecord, payee: string, plan: string): readonly CreditEntry[] {
  let pairs = knownCredits.get(record);
  if (pairs === undefined) {
    pairs = groupedBy(record.credits, (one) => pairKey(one.payee, one.plan));
    knownCredits.set(record, pairs);
  }
  return pairs.get(pairKey(payee, plan)) ?? [];
}
