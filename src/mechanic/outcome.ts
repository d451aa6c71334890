/** Outcomes that several mechanics share, so that the same thing is said in the same words. */
import { ZERO } from '../value/exact.ts';
import type { DealPay, Given, Outcome } from './mechanic.ts';

/** The component earns nothing, because what it needs is not known, and this is why; later rules do not change it. */
export function ended(reason: string): Outcome {
  return { amount: ZERO, ends: reason, untold: true, text: () => reason };
}

/** The component earns nothing, because its own condition is known not to hold. */
export function shut(reason: string): Outcome {
  return { amount: ZERO, ends: reason, text: () => reason };
}

/** A deal that cannot be priced, and why. */
export function unpriced(none: string): DealPay {
  return { amount: ZERO, none, text: () => none };
}

/** The base as people read it: `12,000.00 USD of revenue`. */
export function baseWords(given: Given): string {
  return `${given.words.amount(given.base, given.baseType)} of ${given.on}`;
}

/** What is paid on: the base, or its part above a threshold. */
export function paidWords(given: Given): string {
  const { words, baseType, from, base, on } = given;
  if (from.isZero()) return baseWords(given);
  return `${words.amount(base.minus(from), baseType)} of ${on} above ${words.amount(from, baseType)}`;
}
