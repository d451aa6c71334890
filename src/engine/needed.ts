/**
 * Which periods must be settled when only some are asked for: those themselves, and the earlier ones whose earnings they
 * look at. A quota that is missing elsewhere is nobody's business yet: the first quarter is paid before the second has any.
 */
import type { Plan } from '../plan/model.ts';
import type { Calendar, Period, WindowName } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';

/** Whether each of the periods, sorted by time, is needed; `plans[i]` pays in `periods[i]`. */
export function needed(periods: readonly Period[], plans: readonly Plan[], asked: ReadonlySet<string>): boolean[] {
  const answers = new Array<boolean>(periods.length).fill(false);
  // By window: the one that a later, needed period lies in, and whose earlier earnings it looks at.
  const open = new Map<WindowName, string | undefined>();
  let all = false;
  for (let at = periods.length - 1; at >= 0; at--) {
    const period = periods[at]!;
    answers[at] = all || asked.has(period.id) || [...open].some(([window, id]) => id !== undefined && period[window] === id);
    // a return and an event may be of a sale of any earlier day
    all ||= answers[at]! && plans[at]!.components.some(({ rules }) => rules.some(({ mechanic }) => mechanic.returns !== undefined || mechanic.byEvent !== undefined));
    if (answers[at]) for (const window of looksBackOver(plans[at]!)) open.set(window, period[window]);
  }
  return answers;
}

/** The last day that matters when only these periods are asked for; later rows feed none of them. */
export function lastDayAsked(calendars: readonly Calendar[], asked: ReadonlySet<string> | undefined): Day {
  if (asked === undefined) return Infinity;
  return calendars.reduce((last, { periods }) => periods.reduce((day, period) => (asked.has(period.id) && period.to > day ? period.to : day), last), -Infinity);
}

const remembered = new WeakMap<Plan, readonly WindowName[]>();

/** The windows over which a plan looks at what it earned before: true-ups, and limits over more than a period. */
function looksBackOver(plan: Plan): readonly WindowName[] {
  let windows = remembered.get(plan);
  if (windows === undefined) {
    const rules = [...plan.components.flatMap((component) => component.rules), ...plan.adjust];
    const found = [...plan.components.map((component) => component.accumulates), ...rules.map(({ mechanic, config }) => mechanic.over?.(config)), ...plan.employerCosts.map(({ ceiling }) => (ceiling === undefined || ceiling.over === 'period' ? undefined : ceiling.over))];
    remembered.set(plan, (windows = [...new Set(found.flatMap((window) => window ?? []))]));
  }
  return windows;
}
