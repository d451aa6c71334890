/** Amounts as an analyst writes them in a case (`20,000.00`, `95%`, `286/300`), and as the report shows what was found. */
import type { Type } from '../expr/types.ts';
import { minorPlaces } from '../value/currency.ts';
import { exactText } from '../value/display.ts';
import { HUNDRED, type Exact } from '../value/exact.ts';
import { readNumber } from '../value/number-text.ts';

/** What is written where there is no value. */
export const NOT_APPLICABLE = 'n/a';

/** The exact value, or what is wrong with the text. */
export function readFigure(text: string): { readonly value: Exact } | { readonly fault: string; readonly hint: string } {
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?%?$/.test(text) ? text.replaceAll(',', '') : text;
  const read = readNumber(plain, { percent: true, fraction: true, underscores: true });
  return 'fault' in read ? read : { value: read.value };
}

/** Every digit, grouped: money with the decimals of its currency, ratios in percent. */
export function figureText(value: Exact, type: Type, currency: string): string {
  if (type === 'ratio') {
    const percent = exactText(value.times(HUNDRED));
    return percent.includes('/') ? exactText(value) : `${percent}%`;
  }
  const text = exactText(value);
  if (text.includes('/')) return text;
  const [whole = '', behind = ''] = text.split('.');
  const places = type === 'money' ? minorPlaces(currency) : 0;
  const decimals = behind.padEnd(places, '0');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals === '' ? '' : `.${decimals}`}`;
}
