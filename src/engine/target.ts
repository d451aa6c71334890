/**
 * Target incentive of a component over its window: the yearly (half-yearly, quarterly) amount in equal parts for its
 * periods, taken from the person's record, times the weight, scaled by days in plan when the plan prorates targets.
 */
import type { Known } from '../mechanic/mechanic.ts';
import type { Component, Window } from '../plan/model.ts';
import type { Calendar, WindowName } from '../value/calendar.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import type { Cell, Enrolment } from './enrolment.ts';
import { toDate, wholeWindow, windowOf } from './window.ts';

/** Plan currency. `none` names what is missing. `whole`: over all periods of that window, not only the component's own. */
export function targetOver(enrolment: Enrolment, component: Component, period: number, whole?: WindowName): Known {
  const { version } = enrolment;
  const own: Window = component.accumulates === undefined ? { kind: 'period' } : toDate(component.accumulates);
  const stretch = whole === undefined ? windowOf(version.calendar, period, own) : wholeWindow(version.calendar, period, whole);
  if (component.target === undefined || stretch === undefined) return { none: `component ${component.name} states no target` };
  let sum = ZERO;
  for (let index = stretch.first; index <= stretch.last; index++) {
    const cells = enrolment.ofPeriod(index, stretch.own);
    if (cells.length === 0) continue;
    const target = inPeriod(component.target, cells, version.calendar, index, version.plan.prorate.includes('target'));
    if (target.value === undefined) return target;
    sum = sum.plus(target.value);
  }
  return { value: component.weight === undefined ? sum : sum.times(component.weight) };
}

function inPeriod(target: NonNullable<Component['target']>, cells: readonly Cell[], calendar: Calendar, index: number, prorate: boolean): Known {
  const period = calendar.periods[index]!;
  const part = target.per === 'period' ? ONE : Exact.of(1, countIn(calendar, index, target.per));
  const days = period.to - period.from + 1;
  let sum = ZERO;
  for (const cell of prorate ? cells : cells.slice(-1)) {
    const value = cell.record === undefined ? undefined : target.formula.evaluate(cell.record);
    if (!(value instanceof Exact)) return { none: `the target (${target.formula.text}) is blank` };
    sum = sum.plus(prorate ? value.times(Exact.of(cell.to - cell.from + 1, days)) : value);
  }
  return { value: sum.times(part) };
}

/** How many periods share the window (year, half, quarter) of this one. */
function countIn(calendar: Calendar, index: number, window: 'year' | 'half' | 'quarter'): number {
  const id = calendar.periods[index]![window];
  return id === undefined ? 1 : periodsPer(calendar, window).get(id)!;
}

const counts = new WeakMap<Calendar, Map<string, Map<string, number>>>();

function periodsPer(calendar: Calendar, window: 'year' | 'half' | 'quarter'): Map<string, number> {
  let byWindow = counts.get(calendar);
  if (byWindow === undefined) counts.set(calendar, (byWindow = new Map()));
  let count = byWindow.get(window);
  if (count === undefined) {
    byWindow.set(window, (count = new Map()));
    for (const each of calendar.periods) {
      const id = each[window];
      if (id !== undefined) count.set(id, (count.get(id) ?? 0) + 1);
    }
  }
  return count;
}
