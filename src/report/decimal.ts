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
  return divided(value.smallNumerator, value.smallDenominator) ?? cutText(value);
}

/** Half of the decimals, and the denominators with which a rest times that is a safe integer. */
const HALF = 1e6;
const MOST = Math.floor(2 ** 53 / HALF);

/** Division by hand on plain numbers, the twelve digits in two goes; undefined where the numbers are too long for that. */
function divided(n: number, d: number): string | undefined {
  if (!(d <= MOST)) return undefined;
  const size = Math.abs(n);
  let rest = size % d;
  let whole = (size - rest) / d;
  let high = rest * HALF;
  rest = high % d;
  high = (high - rest) / d;
  let low = rest * HALF;
  rest = low % d;
  low = (low - rest) / d;
  if (2 * rest > d || (2 * rest === d && low % 2 === 1)) low++;
  if (low === HALF) {
    low = 0;
    high++;
  }
  if (high === HALF) {
    high = 0;
    whole++;
  }
  const sign = n < 0 && (whole !== 0 || high !== 0 || low !== 0) ? '-' : '';
  if (low !== 0) return `${sign}${whole}.${sixDigits(high)}${sixDigits(low).replace(/0+$/, '')}`;
  return high === 0 ? `${sign}${whole}` : `${sign}${whole}.${sixDigits(high).replace(/0+$/, '')}`;
}

function sixDigits(part: number): string {
  return part.toString().padStart(6, '0');
}

function cutText(value: Exact): string {
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
