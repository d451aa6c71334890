/** One person under one plan, where versions share the period: the first opens it, the last closes it. */
import { ZERO, type Exact } from '../value/exact.ts';
import type { PaymentEntry } from './entries.ts';

/** What opens and closes the period, so that sums over payments count nobody's balance twice. */
export function endsOf<P extends Pick<PaymentEntry, 'payee' | 'plan' | 'version' | 'opening' | 'closing'>>(payments: readonly P[]): (one: P) => { readonly opening: Exact; readonly closing: Exact } {
  const versions = new Map<string, { first: number; last: number }>();
  const keyOf = ({ payee, plan }: P): string => JSON.stringify([payee, plan]);
  for (const one of payments) {
    const known = versions.get(keyOf(one));
    versions.set(keyOf(one), { first: Math.min(known?.first ?? Infinity, one.version), last: Math.max(known?.last ?? -Infinity, one.version) });
  }
  return (one) => {
    const { first, last } = versions.get(keyOf(one))!;
    return { opening: one.version === first ? one.opening : ZERO, closing: one.version === last ? one.closing : ZERO };
  };
}
