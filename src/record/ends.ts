/** One person under one plan, where versions share the period: the first opens it, the last closes it. */
import type { Day } from '../value/day.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import type { PaymentEntry } from './entries.ts';
import type { Of } from './of-payout.ts';
import { pairKey } from './pair-key.ts';

/** The first and the last version of each pair of payee and plan. */
export function versionsOf<R extends Of>(rows: readonly R[]): (row: R) => { readonly first: Day; readonly last: Day } {
  const versions = new Map<string, { first: Day; last: Day }>();
  for (const { payee, plan, version } of rows) {
    const known = versions.get(pairKey(payee, plan));
    versions.set(pairKey(payee, plan), { first: Math.min(known?.first ?? Infinity, version), last: Math.max(known?.last ?? -Infinity, version) });
  }
  return ({ payee, plan }) => versions.get(pairKey(payee, plan))!;
}

/** What opens and closes the period, so that sums over payments count nobody's balance twice. */
export function endsOf<P extends Of & Pick<PaymentEntry, 'opening' | 'closing'>>(payments: readonly P[]): (one: P) => { readonly opening: Exact; readonly closing: Exact } {
  const versions = versionsOf(payments);
  return (one) => {
    const { first, last } = versions(one);
    return { opening: one.version === first ? one.opening : ZERO, closing: one.version === last ? one.closing : ZERO };
  };
}
