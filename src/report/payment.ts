/** What reports show of the payment stage. A payout without one earned and paid its total, and has no balance. */
import type { Payment, Payout } from '../engine/index.ts';
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
