/** Which windows a calendar knows: quarters are no part of a year of thirteen periods. */
import { civilCalendar, weekCalendar, windowStart, type Calendar, type WindowName } from '../../value/calendar.ts';
import type { Day } from '../../value/day.ts';
import type { CalendarSpec } from '../model.ts';

const ALL: readonly WindowName[] = ['quarter', 'half', 'year'];

/** The windows; undefined when only the file of the calendar tells. */
export function windowsOf(calendar: CalendarSpec): readonly WindowName[] | undefined {
  switch (calendar.kind) {
    case 'weeks':
    case 'half-months':
      return ['month', ...ALL];
    case 'fortnights':
    case 'halves':
      return ['half', 'year'];
    case 'years':
    case 'four-weeks':
      return ['year'];
    case 'file': {
      const columns = calendar.table.columns;
      return columns.some((column) => column.mayBeAbsent) ? undefined : (['month', ...ALL] as const).filter((window) => columns.some((column) => column.name === window));
    }
    default:
      return ALL;
  }
}

/** How many periods the windows have, for those whose number is known. */
export function periodCounts(calendar: CalendarSpec): ReadonlySet<number> | undefined {
  const year = new Map<CalendarSpec['kind'], number>([['half-months', 24], ['weeks', 52], ['fortnights', 26], ['months', 12], ['quarters', 4], ['halves', 2], ['years', 1], ['four-weeks', 13], ['4-4-5', 12], ['4-5-4', 12], ['5-4-4', 12]]).get(calendar.kind);
  if (year === undefined) return undefined;
  return new Set((windowsOf(calendar) ?? []).map((window) => (window === 'year' ? year : window === 'half' ? year / 2 : window === 'quarter' ? year / 4 : year / 12)));
}

/** The first day of the window that holds `day`; undefined where the calendar is a file or does not reach that far. */
export function windowFrom(calendar: CalendarSpec, window: WindowName | 'period', day: Day): Day | undefined {
  const periods = calendarAround(calendar, day);
  const index = periods?.indexOf(day) ?? -1;
  if (periods === undefined || index < 0) return undefined;
  const start = window === 'period' ? index : windowStart(periods, index, window);
  return start === undefined ? undefined : periods.periods[start]!.from;
}

/** The calendar some years around a day. */
function calendarAround(calendar: CalendarSpec, day: Day): Calendar | undefined {
  if (calendar.kind === 'file') return undefined;
  if ('yearStarts' in calendar) return weekCalendar(calendar.kind, calendar.yearStarts, calendar.week53);
  return civilCalendar(calendar.kind, calendar.startMonth, calendar.startDay, day - 800, day + 800);
}
