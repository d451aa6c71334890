/** What reports show of the payment stage. A payout without one earned and paid its total, and has no balance. */
import type { Payment, Payout } from '../engine/index.ts';
import { wordsIn } from '../engine/words.ts';
import { total, ZERO, type Exact } from '../value/exact.ts';

export function earnedOf({ payment, total: earned }: Payout): Exact {
  return payment?.earned ?? earned;
}

/** In plan currency. */
export function payableOf({ payment, total: earned }: Payout): Exact {
  return payment?.paid ?? earned;
}

export function openingOf(payment: Payment | undefined): Exact {
  return payment === undefined ? ZERO : total(payment.balances.map(({ opening }) => opening));
}

export function closingOf(payment: Payment | undefined): Exact {
  return payment === undefined ? ZERO : total(payment.balances.map(({ closing }) => closing));
}

/** Why the total is zero; and where something is paid all the same, by which rules: a zero never stands beside pay unexplained. */
export function zeroOf({ zero, payment, currency }: Payout): string | undefined {
  if (zero === undefined || payment === undefined || payment.paid.isZero()) return zero;
  const moved = payment.lines.filter(({ change }) => !change.isZero());
  const told = moved.map(({ name, change }) => `${name} ${change.sign() > 0 ? '+' : ''}${wordsIn(currency).money(change)}`).join(', ');
  return told === '' ? zero : `${zero}; then ${told}`;
}
