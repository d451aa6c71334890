/** How long after a sale: the last day of a window, and what of a term was not kept. Shares nothing with `src/`. */
import { date, serial, two, type Serial } from '../day.ts';
import { compare, greater, minus, NONE_AT_ALL, over, parse, round, sign, whole, WHOLE, type Fraction } from '../fraction.ts';
import type { RowJson } from './world.ts';

/** The same day so many months later, or the last day of that month. */
export function monthsLater(from: Serial, months: number): Serial {
  const [year, month, day] = date(from).split('-').map((part) => parseInt(part, 10)) as [number, number, number];
  const at = year * 12 + month - 1 + months;
  const [y, m] = [Math.trunc(at / 12), (at % 12) + 1];
  const first = serial(`${y}-${two(m)}-01`);
  const end = serial(m === 12 ? `${y + 1}-01-01` : `${y}-${two(m + 1)}-01`) - 1;
  return Math.min(first + day - 1, end);
}

/** Full months that have passed. */
export function fullMonths(from: Serial, to: Serial): number {
  let months = 0;
  while (monthsLater(from, months + 1) <= to) months++;
  return months;
}

/** The last day inside; undefined: no end. */
export function lastDayOf(within: string, sale: RowJson): Serial | undefined {
  const from = serial(sale.date);
  if (within === 'any time') return undefined;
  if (within === 'until') return sale.until === null ? undefined : serial(sale.until);
  if (within === 'months') return sale.months === null ? undefined : monthsLater(from, parseInt(`${round(parse(sale.months), WHOLE, 'down').n}`, 10));
  const [count, unit] = within.split(' ') as [string, string];
  return unit.startsWith('month') ? monthsLater(from, parseInt(count, 10)) : from + parseInt(count, 10);
}

/** `1 − kept ÷ term`; a term that is blank was not kept at all, one of nothing was kept in full. */
export function notKept(term: string, sale: RowJson, on: Serial): Fraction {
  const from = serial(sale.date);
  const days = Math.max(0, on - from);
  const left = (kept: number, of: Fraction): Fraction => (sign(of) <= 0 || compare(whole(kept), of) >= 0 ? NONE_AT_ALL : greater(NONE_AT_ALL, minus(WHOLE, over(whole(kept), of))));
  if (term === 'until') return sale.until === null ? WHOLE : left(days, whole(serial(sale.until) - from + 1));
  if (term === 'months') return sale.months === null ? WHOLE : left(fullMonths(from, on), parse(sale.months));
  const [count, unit] = term.split(' ') as [string, string];
  return left(unit.startsWith('month') ? fullMonths(from, on) : days, parse(count));
}
