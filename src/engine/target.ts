/**
 * Target incentive of a component over its window: the yearly (half-yearly, quarterly) amount in equal parts for its
 * periods, taken from the person's record, times the weight, scaled by days in plan when the plan prorates targets.
 */
import type { PersonRecord } from '../data/reference.ts';
import type { Component, Window } from '../plan/model.ts';
import type { Calendar, Period, WindowName } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import type { Cell, Enrolment } from './enrolment.ts';
import { toDate, wholeWindow, windowOf } from './window.ts';

/** The part of one period, or of the days in it under one record of the person. */
export interface TargetPart {
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
  readonly record: PersonRecord;
  /** As the record states it. */
  readonly stated: Exact;
  /** How many periods share the stated amount. */
  readonly among: number;
  /** Whether it was scaled by its days. */
  readonly prorated: boolean;
  readonly amount: Exact;
}

export type Target = { readonly value: Exact; readonly none?: undefined; readonly sum: Exact; readonly parts: readonly TargetPart[] } | { readonly value?: undefined; readonly none: string };

/** Plan currency. `none` names what is missing. `whole`: over all periods of that window, not only the component's own. */
export function targetOver(enrolment: Enrolment, component: Component, period: number, whole?: WindowName): Target {
  const { version } = enrolment;
  const own: Window = component.accumulates === undefined ? { kind: 'period' } : toDate(component.accumulates);
  const stretch = whole === undefined ? windowOf(version.calendar, period, own) : wholeWindow(version.calendar, period, whole);
  if (component.target === undefined || stretch === undefined) return { none: `component ${component.name} states no target` };
  const parts: TargetPart[] = [];
  for (let index = stretch.first; index <= stretch.last; index++) {
    const none = addPeriod(parts, component.target, enrolment.ofPeriod(index, stretch.own), version.calendar, index, version.plan.prorate.includes('target'));
    if (none !== undefined) return { none };
  }
  let sum = ZERO;
  for (const part of parts) sum = sum.plus(part.amount);
  return { value: component.weight === undefined ? sum : sum.times(component.weight), sum, parts };
}

/** Adds the parts of a period; without proration the record of the last day stands for all of it. Gives the reason when one is blank. */
function addPeriod(parts: TargetPart[], target: NonNullable<Component['target']>, cells: readonly Cell[], calendar: Calendar, index: number, prorate: boolean): string | undefined {
  const period = calendar.periods[index]!;
  const among = target.per === 'period' ? 1 : countIn(calendar, index, target.per);
  const share = among === 1 ? ONE : Exact.of(1, among);
  const days = period.to - period.from + 1;
  for (const cell of prorate ? cells : cells.slice(-1)) {
    const { from, to, record } = cell;
    const stated = record === undefined ? undefined : target.formula.evaluate(record);
    if (record === undefined || !(stated instanceof Exact)) return `the target (${target.formula.text}) is blank`;
    const own = to - from + 1;
    const prorated = prorate && own !== days;
    parts.push({ period, from, to, record, stated, among, prorated, amount: (prorated ? stated.times(Exact.of(own, days)) : stated).times(share) });
  }
  return undefined;
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
