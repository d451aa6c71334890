/** Manual entries on an account, taken one after the other from what there is; more than that is refused. */
import { total, ZERO, type Exact } from '../value/exact.ts';
import type { EntryKind } from '../data/manual-entry.ts';
import type { PaymentGiven } from './payment.ts';

export interface EntryAmounts {
  readonly sum: Exact;
  /** One line for each, with who and why. */
  readonly texts: readonly string[];
}

const DONE: Readonly<Record<EntryKind, string>> = { pay: 'paid', release: 'released', forfeit: 'forfeited', forgive: 'forgiven', open: 'opened' };

/** What entries of this kind move out of `there`. */
export function entryAmounts(given: PaymentGiven, kind: EntryKind, there: Exact): EntryAmounts {
  const { entries, words } = given;
  if (entries.length === 0) return NONE;
  let left = there;
  const amounts: Exact[] = [];
  const texts: string[] = [];
  for (const { id, amount, kind: its, reason, author, approver } of entries) {
    if (its !== kind) continue;
    const wanted = amount ?? left;
    if (wanted.compare(left) > 0) given.refuse(`entry ${id} has ${words.money(wanted)} ${DONE[kind]}, and there is ${words.money(left)}`, 'correct the amount, or leave it blank for all there is');
    left = left.minus(wanted);
    amounts.push(wanted);
    texts.push(`${words.money(wanted)} is ${DONE[kind]} by entry ${id}: ${reason} (${author}${approver === undefined ? '' : `, approved by ${approver}`})`);
  }
  return { sum: total(amounts), texts };
}

const NONE: EntryAmounts = { sum: ZERO, texts: [] };
