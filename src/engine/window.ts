/** Which periods a window reads, seen from one period. Rule: mechanics TIM-01. */
import type { Window } from '../plan/model.ts';
import { windowStart, type Calendar, type WindowName } from '../value/calendar.ts';
import type { Stretch } from './enrolment.ts';

/** Index of the first and last period of the window; undefined when it lies before the calendar or the calendar does not know it. */
export function windowOf(calendar: Calendar, period: number, window: Window): Stretch | undefined {
  switch (window.kind) {
    case 'period':
      return { first: period, last: period, own: true };
    case 'to-date': {
      const first = windowStart(calendar, period, window.in);
      return first === undefined ? undefined : { first, last: period, own: false };
    }
    case 'rolling':
      return { first: Math.max(0, period - window.periods + 1), last: period, own: false };
    case 'previous':
      return period === 0 ? undefined : { first: period - 1, last: period - 1, own: false };
    case 'previous-year':
      return yearBefore(calendar, period, window.toDate);
  }
}

/** The period at the same place of the year before; undefined where the calendar has no such period, or only the end of that year. */
function yearBefore(calendar: Calendar, period: number, toDate: boolean): Stretch | undefined {
  const year = wholeWindow(calendar, period, 'year');
  const before = year === undefined || year.first === 0 ? undefined : wholeWindow(calendar, year.first - 1, 'year');
  if (year === undefined || before === undefined) return undefined;
  const cut = before.first === 0 && before.last - before.first < year.last - year.first;
  const last = before.first + period - year.first;
  return cut || last > before.last ? undefined : { first: toDate ? before.first : last, last, own: false, past: true };
}

/** All periods of the quarter, half or year that holds the period, not only those to date. */
export function wholeWindow(calendar: Calendar, period: number, window: WindowName): Stretch | undefined {
  const first = windowStart(calendar, period, window);
  if (first === undefined) return undefined;
  const id = calendar.periods[period]![window];
  let last = period;
  while (calendar.periods[last + 1]?.[window] === id) last++;
  return { first, last, own: false };
}

/** The window in words: `2026-Q1`, `2026-01 to 2026-03`. */
export function windowText(calendar: Calendar, first: number, last: number): string {
  const from = calendar.periods[first]!.id;
  return first === last ? from : `${from} to ${calendar.periods[last]!.id}`;
}

export function toDate(name: WindowName): Window {
  return { kind: 'to-date', in: name };
}
