/** What corrects a payment is paid as that payment was: in its currency, at its rate, also where nobody computes the person any more. */
import type { Payout } from '../engine/index.ts';
import { minorPlaces } from '../value/currency.ts';
import { Exact, total, ZERO } from '../value/exact.ts';
import { roundTo, type Rounding } from '../value/rounding.ts';
import type { Books } from './books.ts';
import type { PayoutEntry, PriorEntry } from './entries.ts';

/** `entries`: of one payee and plan, and not none. */
export function asPaid({ records }: Books, entries: readonly PriorEntry[], mode: Rounding['mode']): Payout['paid'] {
  const { payee, plan, currency } = entries[0]!;
  const known = new Map<string, PayoutEntry>();
  let last: PayoutEntry | undefined;
  for (const { head, payouts } of records) for (const one of payouts) if (one.payee === payee && one.plan === plan && one.currency === currency) known.set(head.period.id, (last = one));
  const paid = entries.map((entry) => known.get(entry.period)).findLast((one) => one !== undefined) ?? last;
  const amount = total(entries.map((one) => one.amount));
  if (paid === undefined || paid.paidCurrency === currency || paid.exchangeRate === undefined) return { currency, amount };
  // what was not paid then, or in a third currency, goes with the rest
  const rates = entries.map(({ period }) => (known.get(period)?.paidCurrency === paid.paidCurrency ? known.get(period)!.exchangeRate : undefined) ?? paid.exchangeRate!);
  const converted = entries.reduce((sum, one, at) => sum.plus(one.amount.times(rates[at]!)), ZERO);
  const same = rates.every((rate) => rate.equals(rates[0]!));
  return { currency: paid.paidCurrency, amount: roundTo(converted, { to: Exact.scaled(1, minorPlaces(paid.paidCurrency)), mode }), ...(same ? { rate: rates[0]! } : {}) };
}
