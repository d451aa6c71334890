/**
 * How days are counted where something is scaled by time: every day, Monday to Friday, or months, in which each day is its share
 * of its own month. Both ends are counted. Rule: mechanics QTA-05.
 */
import { civilOf, dayOf, monthLength, type Day } from './day.ts';
import { Exact, ZERO } from './exact.ts';


export type DayCount = 'days' | 'weekdays' | 'months';

/** The days from `from` to `to`, both included; `holidays` are sorted and matter to weekdays alone. */
export function countDays(rule: DayCount, from: Day, to: Day, holidays: readonly Day[] = []): Exact {
  if (to < from) return ZERO;
  if (rule === 'days') return Exact.of(to - from + 1);
  if (rule === 'months') return months(from, to);
  return Exact.of(weekdaysBefore(to + 1) - weekdaysBefore(from) - holidays.filter((day) => day >= from && day <= to && isWeekday(day)).length);
}

/** 1 January 1970 was a Thursday. */
const MONDAY = 3;

export function isWeekday(day: Day): boolean {
  return day + MONDAY - Math.floor((day + MONDAY) / 7) * 7 < 5;
}

function weekdaysBefore(day: Day): number {
  const weeks = Math.floor((day + MONDAY) / 7);
  return weeks * 5 + Math.min(5, day + MONDAY - weeks * 7);
}

function months(from: Day, to: Day): Exact {
  let sum = ZERO;
  for (let start = from; start <= to; ) {
    const end = Math.min(to, monthEnd(start));
    const { year, month } = civilOf(start);
    sum = sum.plus(Exact.of(end - start + 1, monthLength(year, month)));
    start = end + 1;
  }
  return sum;
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The days of this name from `from` to `to`, both included. */
export function daysNamed(name: Weekday, from: Day, to: Day): readonly Day[] {
  const past = from + MONDAY - WEEKDAYS.indexOf(name);
  const days: Day[] = [];
  for (let day = from - (past - Math.floor(past / 7) * 7); day <= to; day += 7) if (day >= from) days.push(day);
  return days;
}

/** The last day of the month that holds the day. */
export function monthEnd(day: Day): Day {
  const { year, month } = civilOf(day);
  return dayOf(year, month, monthLength(year, month));
}

/** Calendar months from the one that holds `first` to the one that holds `day`, that one included: 1 in the first month. */
export function monthNumber(first: Day, day: Day): number {
  const [a, b] = [civilOf(first), civilOf(day)];
  return (b.year - a.year) * 12 + b.month - a.month + 1;
}
