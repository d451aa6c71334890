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
  readonly month?: string;
  readonly quarter?: string;
  readonly half?: string;
  readonly year?: string;
}

/** `month` is known to calendars whose periods are shorter. */
export type WindowName = 'month' | 'quarter' | 'half' | 'year';

export interface Calendar {
  /** Sorted by `from`, without overlap. */
  readonly periods: readonly Period[];
  /** Index of the period that holds the day, or −1. */
  indexOf(day: Day): number;
  /** Index of the period that holds the day, else of the first one after it; −1 when there is none. */
  firstOn(day: Day): number;
}

export const PERIOD_KINDS = ['half-months', 'months', 'quarters', 'halves', 'years', 'weeks', 'fortnights', 'four-weeks', '4-4-5', '4-5-4', '5-4-4'] as const;
export const CIVIL_KINDS = ['half-months', 'months', 'quarters', 'halves', 'years'] as const;
export type CivilKind = (typeof CIVIL_KINDS)[number];
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

const MONTHS_EACH = { 'half-months': 1, months: 1, quarters: 3, halves: 6, years: 12 } as const;

/** The first half of a month, in days; the second has the rest. */
const HALF = 15;

/**
 * Calendar periods whose fiscal year starts on day `startDay` (1–28) of month `startMonth`, covering `from`…`to`.
 * A fiscal year is named by the calendar year it starts in; months are named by the month of their first day.
 */
export function civilCalendar(kind: CivilKind, startMonth: number, startDay: number, from: Day, to: Day): Calendar {
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
      if (kind === 'half-months') {
        const month = `${civil.year}-${String(civil.month).padStart(2, '0')}`;
        const windows = { month, quarter, half, year: `${year}` };
        periods.push({ id: `${month}-1`, from: start, to: start + HALF - 1, ...windows }, { id: `${month}-2`, from: start + HALF, to: end, ...windows });
        continue;
      }
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

const WEEKS = { weeks: Array<number>(52).fill(1), fortnights: Array<number>(26).fill(2), 'four-weeks': Array<number>(13).fill(4), '4-4-5': quarters([4, 4, 5]), '4-5-4': quarters([4, 5, 4]), '5-4-4': quarters([5, 4, 4]) } as const;

export type WeekKind = keyof typeof WEEKS;

function quarters(weeks: readonly number[]): readonly number[] {
  return [0, 1, 2, 3].flatMap(() => weeks);
}

/** How many periods a year of weeks has; one more of `weeks` where it has 53. */
export function weekPeriods(kind: WeekKind): number {
  return WEEKS[kind].length;
}

const LETTERS = { weeks: 'W', fortnights: 'F' } as const;

/**
 * Week-based years from declared first days (`yearStarts`, sorted; the last entry ends the last year). A 53rd week is a period of
 * its own among weeks; else it belongs to the period `week53` names, the last where none is named. Period ids are
 * `YYYY-P01`…, `YYYY-W01`…, `YYYY-F01`…, the year being that of its fifteenth day. Weeks belong to months of 4, 4 and 5.
 */
export function weekCalendar(kind: WeekKind, yearStarts: readonly Day[], week53 = weekPeriods(kind)): Calendar {
  const periods: Period[] = [];
  for (let i = 0; i + 1 < yearStarts.length; i++) {
    const long = yearStarts[i + 1]! - yearStarts[i]! > 52 * 7;
    const pattern = kind === 'weeks' && long ? [...WEEKS.weeks, 1] : WEEKS[kind];
    // a year that begins in the last days of December is the next one's
    const year = String(civilOf(yearStarts[i]! + 14).year);
    const letter = kind === 'weeks' || kind === 'fortnights' ? LETTERS[kind] : 'P';
    let start = yearStarts[i]!;
    pattern.forEach((weeks, n) => {
      const to = start + (weeks + (long && kind !== 'weeks' && n === week53 - 1 ? 1 : 0)) * 7 - 1;
      periods.push({ id: `${year}-${letter}${String(n + 1).padStart(2, '0')}`, from: start, to, year, ...windowsOfWeeks(kind, year, n) });
      start = to + 1;
    });
  }
  return calendarOf(periods);
}

function windowsOfWeeks(kind: WeekKind, year: string, n: number): Pick<Period, 'month' | 'quarter' | 'half'> {
  if (kind === 'four-weeks') return {};
  if (kind === 'fortnights') return { half: `${year}-H${Math.floor(n / 13) + 1}` };
  const inQuarter = n % 13;
  const month = kind === 'weeks' ? (n >= 52 ? 11 : Math.floor(n / 13) * 3 + (inQuarter < 4 ? 0 : inQuarter < 8 ? 1 : 2)) : n;
  const ids = { quarter: `${year}-Q${Math.floor(month / 3) + 1}`, half: `${year}-H${Math.floor(month / 6) + 1}` };
  return kind === 'weeks' ? { month: `${year}-P${String(month + 1).padStart(2, '0')}`, ...ids } : ids;
}

/** Index of the first period of the window (quarter, half, year) that holds period `index`; undefined when unknown. */
export function windowStart(calendar: Calendar, index: number, window: WindowName): number | undefined {
  const id = calendar.periods[index]?.[window];
  if (id === undefined) return undefined;
  let start = index;
  while (start > 0 && calendar.periods[start - 1]![window] === id) start--;
  return start;
}
