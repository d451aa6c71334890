/** Control totals of a record, from its rows: what `record.json` states, and `verify` adds up again. */
import { exactText } from '../value/display.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import { endsOf } from './ends.ts';
import type { Entries } from './entries.ts';
import type { Totals } from './head.ts';

const AMOUNTS = ['opening', 'components', 'other', 'prior', 'earned', 'paid', 'closing'] as const;
type Amounts = Record<(typeof AMOUNTS)[number], Exact>;

export function totalsOf({ payouts, payments, prior }: Pick<Entries, 'payouts' | 'payments' | 'prior'>): Totals[] {
  const sums = new Map<string, { people: Set<string>; amounts: Amounts }>();
  const sumOf = (currency: string): { people: Set<string>; amounts: Amounts } => {
    let sum = sums.get(currency);
    if (sum === undefined) sums.set(currency, (sum = { people: new Set(), amounts: Object.fromEntries(AMOUNTS.map((name) => [name, ZERO])) as Amounts }));
    return sum;
  };
  const plus = (currency: string, name: keyof Amounts, value: Exact): void => {
    const { amounts } = sumOf(currency);
    amounts[name] = amounts[name].plus(value);
  };
  const ends = endsOf(payments);
  for (const one of payments) {
    const { payee, currency, earned, paid } = one;
    const { opening, closing } = ends(one);
    sumOf(currency).people.add(payee);
    for (const [name, value] of Object.entries({ opening, earned, paid, closing, other: earned })) plus(currency, name as keyof Amounts, value);
  }
  for (const { currency, earned } of payouts) {
    plus(currency, 'components', earned);
    plus(currency, 'other', earned.negated());
  }
  for (const { currency, amount } of prior) {
    plus(currency, 'prior', amount);
    plus(currency, 'other', amount.negated());
  }
  return [...sums].sort(([a], [b]) => textOrder(a, b)).map(([currency, { people, amounts }]) => ({ currency, people: people.size, ...(Object.fromEntries(AMOUNTS.map((name) => [name, exactText(amounts[name])])) as Record<keyof Amounts, string>) }));
}
