/** The time of a draw, guarantee or advance must be one that the calendar can share out: four weeks are no month. */
import type { Pace } from '../../mechanic/payment.ts';
import type { CalendarSpec } from '../model.ts';
import type { PlanCheck } from './check.ts';
import { windowsOf } from './windows-known.ts';

/** Calendars whose periods are months, or whole numbers of them. */
const MONTHS: readonly CalendarSpec['kind'][] = ['months', 'quarters', 'halves', 'years', '4-4-5', '4-5-4', '5-4-4'];

export const checkPaces: PlanCheck = ({ plan }, problems) => {
  const { kind } = plan.calendar;
  if (MONTHS.includes(kind)) return;
  const windows = windowsOf(plan.calendar);
  const unknown = (pace: Pace): boolean => pace !== 'period' && (windows === undefined ? pace === 'month' : !windows.includes(pace));
  for (const { mechanic, config } of plan.payments)
    for (const { pace, at } of mechanic.paces?.(config) ?? [])
      if (unknown(pace)) problems.error('P427', `the ${mechanic.key} is stated per ${pace}, and ${kind === 'file' ? 'the calendar file' : `a calendar of ${kind}`} has no ${pace === 'half' ? 'half years' : `${pace}s`}`, { at, hint: `state it per period, per week${windows === undefined ? '' : windows.map((window) => `, per ${window}`).join('')}` });
};
