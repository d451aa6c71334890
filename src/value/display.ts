/**
 * Numbers for people and for machines, as text. Machine texts are exact; display texts are rounded for reading
 * only and never feed a payout (mechanics RND-05). decimal.js does the digits; its clone is private.
 */
import { Decimal } from 'decimal.js';
import { Exact, HUNDRED, tenTo } from './exact.ts';

const Private = Decimal.clone({ defaults: true, precision: 1000, rounding: 4 });

function decimal(value: Exact): Decimal {
  return new Private(value.n.toString()).div(value.d.toString());
}

/** All digits when they end, else a fraction `a/b` in lowest terms. Never an exponent, never −0. For machines. */
export function exactText(value: Exact): string {
  const lowest = value.reduced();
  const { smallNumerator: n, smallDenominator: d } = lowest;
  if (Number.isNaN(d)) return longText(lowest);
  const places = decimalPlaces(d);
  const units = places === undefined ? NaN : lowest.unitsOf(10 ** places);
  if (!Number.isNaN(units)) return pointed(units, places!);
  return places === undefined ? `${n}/${d}` : longText(lowest);
}

/** Decimals of a fraction in lowest terms with this safe denominator; undefined when its digits never end. */
function decimalPlaces(d: number): number | undefined {
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2 === 0; rest /= 2) twos++;
  for (; rest % 5 === 0; rest /= 5) fives++;
  return rest === 1 ? Math.max(twos, fives) : undefined;
}

function longText({ n, d }: Exact): string {
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  if (rest !== 1n) return `${n}/${d}`;
  const places = Math.max(twos, fives);
  return pointed((n * tenTo(places)) / d, places);
}

/** `value` with just that many decimals, when it is a multiple of 10^-places that a plain number holds; else undefined. */
export function unitsText(value: Exact, places: number): string | undefined {
  const units = value.unitsOf(10 ** places);
  return Number.isNaN(units) ? undefined : pointed(units, places);
}

/** `value`, known to be a multiple of 10^-places or rounded half away for display, with just that many decimals. */
export function fixedText(value: Exact, places: number): string {
  const short = unitsText(value, places);
  if (short !== undefined) return short;
  const { whole, half } = value.stepsOf(Exact.scaled(1, places));
  if (typeof whole === 'number') {
    const size = half >= 0 ? whole + 1 : whole;
    return pointed(value.sign() < 0 ? -size : size, places);
  }
  const digits = value.n * tenTo(places);
  if (digits % value.d === 0n) return pointed(digits / value.d, places);
  const text = decimal(value).toFixed(places, 4);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

/** Like `fixedText`, with thousands separated by commas: 1,234.50. For people. */
export function groupedText(value: Exact, places: number): string {
  return grouped(fixedText(value, places));
}

/** `0.0825` as `8.25 %`: up to `places` decimals, trailing zeros cut. For people. */
export function percentText(value: Exact, places = 2): string {
  const text = fixedText(value.times(HUNDRED), places);
  return `${text.includes('.') ? text.replace(/\.?0+$/, '') : text} %`;
}

/** All digits where they end within twelve decimals, else rounded to `places` with a leading `≈`. For people. */
export function shortText(value: Exact, places = 6): string {
  const exact = exactText(value);
  if (!exact.includes('/') && (exact.split('.')[1]?.length ?? 0) <= 12) return grouped(exact);
  return `≈ ${groupedText(value, places).replace(/\.?0+$/, '')}`;
}

function grouped(text: string): string {
  const [whole, behind] = text.split('.') as [string, string | undefined];
  const front = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return behind === undefined ? front : `${front}.${behind}`;
}

function pointed(digits: bigint | number, places: number): string {
  if (places === 0) return digits.toString();
  const text = (digits < 0 ? -digits : digits).toString();
  const plain = text.length > places ? `${text.slice(0, -places)}.${text.slice(-places)}` : `0.${text.padStart(places, '0')}`;
  return digits < 0 ? `-${plain}` : plain;
}
