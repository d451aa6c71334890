/** Calendars of random worlds: civil ones with odd first days, years of whole weeks, and period files with and without windows. */
import { periodsOf, type Span } from '../oracle/calendar.ts';
import { date, next, serial } from '../oracle/day.ts';
import type { CalendarJson, WindowWord } from '../oracle/world.ts';
import type { Dice } from './dice.ts';

/** First days of years: from late in December, two in one calendar year, from February (January lies outside), 53 weeks. */
const YEARS = [
  ['2024-12-29', '2025-12-28', '2026-12-27', '2027-12-26'],
  ['2026-01-01', '2026-12-31', '2027-12-30'],
  ['2026-02-01', '2027-01-31'],
  ['2024-12-29', '2025-12-28', '2027-01-03', '2028-01-02'],
];

export function calendarOf(dice: Dice): CalendarJson {
  if (dice.rarely(6)) {
    const starts = ['2025-11-30', '2026-01-15', '2026-02-28', '2026-05-30', '2026-06-30', '2026-08-30', '2026-12-01', '2027-03-01'];
    const windows = dice.one<readonly WindowWord[]>(['quarter', 'half', 'year'], ['quarter', 'half', 'year'], ['year'], ['half', 'quarter'], []);
    const ids = (index: number): Readonly<Record<WindowWord, string>> => ({ quarter: `K${index >> 1}`, half: `H${index >> 2}`, year: index < 5 ? 'Y1' : 'Y2' });
    return { kind: 'list', windows, periods: starts.slice(0, -1).map((from, index) => ({ id: `P${index + 9}`, from, to: next(starts[index + 1]!, -1), ...Object.fromEntries(windows.map((window) => [window, ids(index)[window]])) })) };
  }
  if (dice.rarely(6)) return { kind: dice.one('four-weeks', '4-4-5', '4-5-4', '5-4-4'), years: dice.one(...YEARS) };
  return { kind: dice.one('months', 'months', 'quarters', 'quarters', 'quarters', 'halves', 'years'), starts: dice.one('01-01', '01-01', '02-01', '04-15') };
}

export function windowsIn(calendar: CalendarJson): readonly WindowWord[] {
  if (calendar.kind === 'list') return calendar.windows;
  if ('years' in calendar) return calendar.kind === 'four-weeks' ? ['year'] : ['quarter', 'half', 'year'];
  return { months: ['quarter', 'half', 'year'] as const, quarters: ['quarter', 'half', 'year'] as const, halves: ['half', 'year'] as const, years: ['year'] as const }[calendar.kind];
}

/** Zero: the years of a file are of any length. */
export function periodsInYear(calendar: CalendarJson): number {
  if (calendar.kind === 'list') return 0;
  if ('years' in calendar) return calendar.kind === 'four-weeks' ? 13 : 12;
  return { months: 12, quarters: 4, halves: 2, years: 1 }[calendar.kind];
}

/** The periods that hold days from the first day to the last. */
export function periodsWithin(calendar: CalendarJson, first: string, last: string): Span[] {
  return periodsOf(calendar, '2026-01-01', '2026-12-31').filter((span) => span.last >= serial(first) && span.first <= serial(last));
}

export const spanOf = (span: Span): { readonly from: string; readonly to: string } => ({ from: date(span.first), to: date(span.last) });
