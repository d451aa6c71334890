/** Amounts as text: exact for machines, grouped for people. Nothing here is ever computed with again (mechanics RND-05). */
import type { Type } from '../expr/types.ts';
import type { Known } from '../mechanic/mechanic.ts';
import { minorPlaces } from '../value/currency.ts';
import { exactText, fixedText, groupedText, percentText, shortText, unitsText } from '../value/display.ts';
import { Exact, HUNDRED, tenTo } from '../value/exact.ts';

/** Every digit, with at least the currency's own decimals: `1250.50`. A value whose digits never end is a fraction `1/3`. */
export function moneyDigits(value: Exact, currency: string): string {
  const places = minorPlaces(currency);
  const short = unitsText(value, places);
  if (short !== undefined) return short;
  if (isWhole(value, currency)) return fixedText(value, places);
  const text = exactText(value);
  if (text.includes('/')) return text;
  const [whole, behind = ''] = text.split('.') as [string, string | undefined];
  return places === 0 && behind === '' ? whole : `${whole}.${behind.padEnd(places, '0')}`;
}

/** For machines: money with its decimals, anything else with just its digits. */
export function digits(value: Exact, type: Type, currency: string): string {
  return type === 'money' ? moneyDigits(value, currency) : exactText(value);
}

/** For people: `1,250.50`. */
export function moneyWords(value: Exact, currency: string): string {
  return groupedText(value, minorPlaces(currency));
}

/** For people, in the unit of the type, without the currency: `1,250.50`, `35 %`, `12`. Part of a cent is shown, not rounded away. */
export function amountWords(value: Exact, type: Type, currency: string): string {
  if (type === 'money') return isWhole(value, currency) ? moneyWords(value, currency) : shortText(value, 6);
  return type === 'ratio' ? percentText(value, 2) : shortText(value, 4);
}

/** A share in percent with one decimal, or `n/a`. The decimals always stand, so that a column can be compared at a glance. */
export function shareWords(value: Known | undefined): string {
  return value?.value === undefined ? 'n/a' : `${groupedText(value.value.times(HUNDRED), 1)} %`;
}

/** Above ten times the credited sales, which is what returns have left of them, a rate says nothing. */
const TELLING = Exact.of(10);

/** As `shareWords` with the second decimal, which effective rates need: they are a few percent. */
export function rateWords(value: Known): string {
  return value.value === undefined || value.value.abs().compare(TELLING) > 0 ? 'n/a' : `${groupedText(value.value.times(HUNDRED), 2)} %`;
}

/** What one unit of credited sales cost: total ÷ credited. Not applicable where nothing, or less than nothing, was credited. */
export function effectiveRate(total: Exact, credited: Exact): Known {
  return credited.sign() > 0 ? { value: total.over(credited) } : { none: 'nothing was credited' };
}

/** Whether the amount is a whole number of the currency's smallest units. */
function isWhole(value: Exact, currency: string): boolean {
  const places = minorPlaces(currency);
  return !Number.isNaN(value.unitsOf(10 ** places)) || (value.n * tenTo(places)) % value.d === 0n;
}
