/**
 * Numbers for columns of a spreadsheet, which knows no fractions: all digits where they end within twelve decimals, else cut
 * there, half-even. Display only: the exact number stands in the JSON and in the ledger, and nothing is computed from this one.
 */
import { exactText, fixedText } from '../value/display.ts';
import { Exact, tenTo } from '../value/exact.ts';
import { roundTo, type Rounding } from '../value/rounding.ts';
import type { Type } from '../expr/types.ts';
import { moneyDigits } from './amount.ts';

export const DECIMALS = 12;
const CUT: Rounding = { to: Exact.of(1, tenTo(DECIMALS)), mode: 'half-even' };

export function decimalText(value: Exact): string {
  const text = exactText(value);
  return ends(text) ? text : fixedText(roundTo(value, CUT), DECIMALS).replace(/\.?0+$/, '');
}

/** Money with the decimals of its currency, anything else with just its digits. */
export function decimalDigits(value: Exact, type: Type, currency: string): string {
  return type === 'money' ? decimalMoney(value, currency) : decimalText(value);
}

/** Money with the decimals of its currency, and no fraction: a spreadsheet leaves a text out of every sum without a word. */
export function decimalMoney(value: Exact, currency: string): string {
  const text = moneyDigits(value, currency);
  return ends(text) ? text : moneyDigits(roundTo(value, CUT), currency);
}

function ends(text: string): boolean {
  const point = text.indexOf('.');
  return !text.includes('/') && (point < 0 || text.length - point - 1 <= DECIMALS);
}
