/**
 * Numbers for columns of a spreadsheet, which knows no fractions: all digits where they end within twelve decimals, else cut
 * there, half-even. Display only: the exact number stands in the JSON and in the ledger, and nothing is computed from this one.
 */
import { exactText } from '../value/display.ts';
import { Exact, tenTo } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import type { Type } from '../expr/types.ts';
import { moneyDigits } from './amount.ts';

export const DECIMALS = 12;
const STEP = Exact.of(1, tenTo(DECIMALS));

export function decimalText(value: Exact): string {
  const text = exactText(value);
  return ends(text) ? text : exactText(roundTo(value, { to: STEP, mode: 'half-even' }));
}

/** Money with the decimals of its currency, anything else with just its digits. */
export function decimalDigits(value: Exact, type: Type, currency: string): string {
  if (type !== 'money') return decimalText(value);
  const text = moneyDigits(value, currency);
  return ends(text) ? text : decimalText(value);
}

function ends(text: string): boolean {
  const point = text.indexOf('.');
  return !text.includes('/') && (point < 0 || text.length - point - 1 <= DECIMALS);
}
