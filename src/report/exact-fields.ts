/**
 * An exact amount as fields of a JSON record: `name: "2/3"` with `name_decimal: "0.666666666667"` beside it where the digits never
 * end, because most readers take no fraction. The decimal is for display; the text beside it is the number.
 */
import type { Exact } from '../value/exact.ts';
import { moneyDigits } from './amount.ts';
import { decimalText } from './decimal.ts';

/** `always` gives the decimal beside every number, as ratios have it. */
export function exactFields(name: string, exact: string, value: Exact, decimal: 'always' | 'fractions' = 'fractions'): Record<string, string> {
  return decimal === 'always' || exact.includes('/') ? { [name]: exact, [`${name}_decimal`]: decimalText(value) } : { [name]: exact };
}

export function moneyFields(name: string, value: Exact, currency: string): Record<string, string> {
  return exactFields(name, moneyDigits(value, currency), value);
}
