/** The calendar of a plan over the days it can pay for. File calendars were loaded before the run. */
import type { CalendarSpec } from '../plan/model.ts';
import { civilCalendar, weekCalendar, type Calendar } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';

/** Periods of `spec` that touch `from`…`to`; week and file calendars hold what they declare. */
export function calendarFor(spec: CalendarSpec, from: Day, to: Day, fileCalendars: ReadonlyMap<CalendarSpec, Calendar>): Calendar {
  switch (spec.kind) {
    case 'half-months':
    case 'months':
    case 'quarters':
    case 'halves':
    case 'years':
      // two years on either side, so that every fiscal year that is touched is whole
      return civilCalendar(spec.kind, spec.startMonth, spec.startDay, from - 731, to + 731);
    case 'file': {
      const calendar = fileCalendars.get(spec);
      if (calendar === undefined) throw new Error('a file calendar was not loaded before the run');
      return calendar;
    }
    default:
      return weekCalendar(spec.kind, spec.yearStarts, spec.week53);
  }
}
