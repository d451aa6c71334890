/**
 * Calendars: the periods a plan pays by, each with its first and last day (both included), and the larger
 * windows they belong to. Generated from the start date by index, never by repeated addition. Rule: calculation
 * contract §3, mechanics TIM-25.
 */
import { civilOf, dayOf, monthLength, type Day } from './day.ts';

export interface Period {
  /** Shown and sorted by time: `2026-02`, `2026-Q1`, `2026-H1`, `2026`, `2026-P07`, or the id in a file. */
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  /** Ids of the windows the period belongs to; undefined when the calendar does not know that window. */
  readonly quarter?: string;
  readonly half?: string;
  readonly year?: string;
}

export type WindowName = 'quarter' | 'half' | 'year';

export interface Calendar {
  /** Sorted by `from`, without overlap. */
  readonly periods: readonly Period[];
  /** Index of the period that holds the day, or −1. */
  indexOf(day: Day): number;
  /** Index of the period that holds the day, else of the first one after it; −1 when there is none. */
  firstOn(day: Day): number;
}

export const PERIOD_KINDS = ['months', 'quarters', 'halves', 'years', 'four-weeks', '4-4-5', '4-5-4', '5-4-4'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A calendar over the given periods (already sorted, checked for overlap by the reader). */
export function calendarOf(periods: readonly Period[]): Calendar {
  return {
    periods,
    indexOf(day) {
      let low = 0;
      let high = periods.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const period = periods[middle]!;
        if (day < period.from) high = middle - 1;
        else if (day > period.to) low = middle + 1;
        else return middle;
      }
      return -1;
    },
    firstOn(day) {
      let low = 0;
      let high = periods.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (periods[middle]!.to < day) low = middle + 1;
        else high = middle;
      }
      return low === periods.length ? -1 : low;
    },
  };
}

const MONTHS_EACH = { months: 1, quarters: 3, halves: 6, years: 12 } as const;

/**
 * Calendar periods whose fiscal year starts on day `startDay` (1–28) of month `startMonth`, covering `from`…`to`.
 * A fiscal year is named by the calendar year it starts in; months are named by the month of their first day.
 */
export function civilCalendar(kind: 'months' | 'quarters' | 'halves' | 'years', startMonth: number, startDay: number, from: Day, to: Day): Calendar {
  const length = MONTHS_EACH[kind];
  const first = civilOf(from).year - 1;
  const last = civilOf(to).year + 1;
  const periods: Period[] = [];
  for (let year = first; year <= last; year++) {
    for (let month = 0; month < 12; month += length) {
      const start = nthMonth(year, startMonth, startDay, month);
      const end = nthMonth(year, startMonth, startDay, month + length) - 1;
      if (end < from || start > to) continue;
      const quarter = `${year}-Q${Math.floor(month / 3) + 1}`;
      const half = `${year}-H${Math.floor(month / 6) + 1}`;
      const civil = civilOf(start);
      const ids = { months: `${civil.year}-${String(civil.month).padStart(2, '0')}`, quarters: quarter, halves: half, years: `${year}` };
      periods.push({
        id: ids[kind],
        from: start,
        to: end,
        year: `${year}`,
        ...(length <= 6 ? { half } : {}),
        ...(length <= 3 ? { quarter } : {}),
      });
    }
  }
  return calendarOf(periods);
}

function nthMonth(year: number, startMonth: number, startDay: number, months: number): Day {
  const index = startMonth - 1 + months;
  const y = year + Math.floor(index / 12);
  const m = (index % 12) + 1;
  return dayOf(y, m, Math.min(startDay, monthLength(y, m)));
}

const WEEKS = { 'four-weeks': Array<number>(13).fill(4), '4-4-5': [4, 4, 5], '4-5-4': [4, 5, 4], '5-4-4': [5, 4, 4] } as const;

/**
 * Week-based years from declared first days (`yearStarts`, sorted; the last entry ends the last year). A 53rd week
 * belongs to the last period of its year. Period ids are `YYYY-P01`…, the year being that of its fifteenth day.
 */
export function weekCalendar(kind: keyof typeof WEEKS, yearStarts: readonly Day[]): Calendar {
  const pattern = kind === 'four-weeks' ? WEEKS[kind] : [0, 1, 2, 3].flatMap(() => WEEKS[kind]);
  const periods: Period[] = [];
  for (let i = 0; i + 1 < yearStarts.length; i++) {
    const end = yearStarts[i + 1]! - 1;
    // a year that begins in the last days of December is the next one's
    const year = String(civilOf(yearStarts[i]! + 14).year);
    let start = yearStarts[i]!;
    pattern.forEach((weeks, n) => {
      const to = n === pattern.length - 1 ? end : start + weeks * 7 - 1;
      const windows = kind === 'four-weeks' ? {} : { quarter: `${year}-Q${Math.floor(n / 3) + 1}`, half: `${year}-H${Math.floor(n / 6) + 1}` };
      periods.push({ id: `${year}-P${String(n + 1).padStart(2, '0')}`, from: start, to, year, ...windows });
      start = to + 1;
    });
  }
  return calendarOf(periods);
}

/** Index of the first period of the window (quarter, half, year) that holds period `index`; undefined when unknown. */
export function windowStart(calendar: Calendar, index: number, window: WindowName): number | undefined {
  const id = calendar.periods[index]?.[window];
  if (id === undefined) return undefined;
  let start = index;
  while (start > 0 && calendar.periods[start - 1]![window] === id) start--;
  return start;
}
