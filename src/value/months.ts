/** Months on the civil calendar: the same day of a later month, or its last day where it has no such day. */
import { civilOf, dayOf, monthLength, type Day } from './day.ts';

export function monthsAfter(from: Day, months: number): Day {
  const { year, month, day } = civilOf(from);
  const at = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  return dayOf(y, m, Math.min(day, monthLength(y, m)));
}

/** Full months from one day to another; 0 where it lies before. */
export function wholeMonths(from: Day, to: Day): number {
  const [a, b] = [civilOf(from), civilOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return Math.max(0, monthsAfter(from, months) > to ? months - 1 : months);
}
