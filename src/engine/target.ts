/**
 * Target incentive of a component over its window: the yearly (half-yearly, quarterly) amount in equal parts for its
 * periods, taken from the person's record day by day, times the weight, scaled by days in plan when the plan prorates targets.
 */
import { FIRST_DAY, type PersonRecord } from '../data/reference.ts';
import type { Time } from '../mechanic/mechanic.ts';
import type { Component, Scaled } from '../plan/model.ts';
import type { Calendar, Period, WindowName } from '../value/calendar.ts';
import { dayText, type Day } from '../value/day.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import { spreadOn } from './applies.ts';
import type { Cell, Enrolment } from './enrolment.ts';
import type { Moment } from './moment.ts';
import { Presence, type Scaling } from './presence.ts';
import { toDate, windowOf } from './window.ts';

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
  /** What it is multiplied by because components do not apply; 1 where all do. */
  readonly spread: Exact;
  /** What it is scaled to its own days by; undefined where it stands for all of them. */
  readonly scaled: Scaling | undefined;
  readonly amount: Exact;
}

/** `sum`: before the weight. */
export type Target = { readonly value: Exact; readonly none?: undefined; readonly sum: Exact; readonly parts: readonly TargetPart[] } | { readonly value?: undefined; readonly none: string };

/** What the target of a limit is asked for: the limit's own time, and what else the plan may prorate it by. */
export interface LimitOf {
  readonly what: 'cap' | 'floor' | 'target';
  readonly over: Time | undefined;
}

/** Plan currency; `none` names what is missing. Without `limit`: over the time that the component pays for. */
export function targetOver(moment: Moment, component: Component, limit?: LimitOf): Target {
  const { version, index, here, enrolment } = moment;
  if (component.target === undefined) return { none: `component ${component.name} states no target` };
  if (limit?.over !== undefined && limit.over !== 'period') return overWindow(moment, component, limit.over, limit.what);
  const stretch = limit?.over === 'period' || component.accumulates === undefined ? here : windowOf(version.calendar, index, toDate(component.accumulates));
  if (stretch === undefined) return { none: `component ${component.name} accumulates over a window that the calendar does not know` };
  const { prorate } = version.plan;
  const whole = prorate.includes('target') || (limit !== undefined && prorate.includes(limit.what));
  const parts: TargetPart[] = [];
  for (let period = stretch.first; period <= stretch.last; period++) {
    const cells = enrolment.ofPeriod(period, stretch.own);
    const none = addPeriod(parts, moment, component, cells, period, { enrolment, what: limit === undefined ? 'target' : ['target', limit.what], whole, all: [] });
    if (none !== undefined) return { none };
  }
  const sum = sumOf(parts);
  return { value: component.weight === undefined ? sum : sum.times(component.weight), sum, parts };
}

/** Over all periods of the window in which the person is in the plan, past and to come, each under its own version's target. */
function overWindow(moment: Moment, component: Component, window: WindowName, what: LimitOf['what']): Target {
  const id = moment.period[window];
  const there = moment.group.flatMap((enrolment) => {
    const own = enrolment.version.plan.components.find(({ name }) => name === component.name);
    return own?.target === undefined ? [] : [{ enrolment, own }];
  });
  const enrolments = there.map(({ enrolment }) => enrolment);
  const all: TargetPart[] = [];
  let value = ZERO;
  for (const { enrolment, own } of there) {
    const { plan, calendar } = enrolment.version;
    const whole = plan.prorate.includes('target') || moment.version.plan.prorate.includes(what);
    const parts: TargetPart[] = [];
    for (const [index, { [window]: its }] of calendar.periods.entries()) {
      const cells = id !== undefined && its === id ? enrolment.ofPeriod(index, true) : [];
      const none = addPeriod(parts, moment, own, cells, index, { enrolment, what: ['target', what], whole, all: enrolments });
      if (none !== undefined) return { none };
    }
    const sum = sumOf(parts);
    value = value.plus(own.weight === undefined ? sum : sum.times(own.weight));
    all.push(...parts);
  }
  return { value, sum: sumOf(all), parts: all };
}

/** What the parts of one period are scaled by. */
interface Scale {
  readonly enrolment: Enrolment;
  readonly what: Scaled | readonly Scaled[];
  /** Scaled to the whole period; else to the days in the plan, in all of these enrolments. */
  readonly whole: boolean;
  readonly all: readonly Enrolment[];
}

/** Adds the parts of a period; each value counts for its days. Gives the reason when one is blank. */
function addPeriod(parts: TargetPart[], moment: Moment, component: Component, cells: readonly Cell[], index: number, { enrolment, what, whole, all }: Scale): string | undefined {
  if (cells.length === 0) return undefined;
  const target = component.target!;
  const { calendar } = enrolment.version;
  const period = calendar.periods[index]!;
  const wholeIn = (each: Presence): Exact => (whole ? each.count(period.from, period.to) : all.length === 0 ? countOf(cells, each) : countOf(all.flatMap(({ spans }) => spans.filter((span) => span.own)), each, period));
  const stated = new Presence(enrolment, moment.book.facts);
  const presence = wholeIn(stated).isZero() ? stated.inDays() : stated;
  const days = wholeIn(presence);
  const among = target.per === 'period' ? 1 : countIn(calendar, index, target.per);
  const share = among === 1 ? ONE : Exact.of(1, among);
  for (const cell of cells) {
    const { from, to, record } = cell;
    const spread = spreadOn(component, enrolment.version.plan, record);
    if (spread.isZero()) continue;
    const value = record === undefined ? undefined : target.formula.evaluate(record);
    if (record === undefined || !(value instanceof Exact)) return reportBlank(component, moment, record);
    const own = presence.plain ? presence.count(from, to) : presence.weight(what, cell, from, to, whole);
    const scaled = own.equals(days) ? undefined : { part: own, whole: days, unit: presence.unit, by: presence.why(what, [cell], from, to) };
    const amount = (scaled === undefined ? value : value.times(own.over(days))).times(share).times(spread);
    parts.push({ period, from, to, record, stated: value, among, scaled, spread, amount });
  }
  return undefined;
}

/** The days of the stays, in the period where one is given, as the plan counts them. */
function countOf(stays: readonly Pick<Cell, 'from' | 'to'>[], presence: Presence, period?: Period): Exact {
  return stays.reduce((sum, { from, to }) => sum.plus(presence.count(Math.max(from, period?.from ?? from), Math.min(to, period?.to ?? to))), ZERO);
}

/** No target is not a target of zero: without a stated answer the run stops, as it does without a quota. */
function reportBlank({ name, target, at }: Component, { enrolment, book }: Moment, record: PersonRecord | undefined): string {
  const { text } = target!.formula;
  const since = record === undefined || record.from === FIRST_DAY ? '' : ` from ${dayText(record.from)}`;
  book.facts.problems.error('R011', `${enrolment.person} has no target for component ${name}: ${text} is blank${since}`, {
    at,
    ...(record === undefined ? {} : { data: record.at }),
    hint: `fill it in, keep the person out of the plan with \`for\`, or say what a blank means: target: coalesce(${text}, 0) per ${target!.per}`,
  });
  return `the target (${text}) is blank`;
}

function sumOf(parts: readonly TargetPart[]): Exact {
  let sum = ZERO;
  for (const { amount } of parts) sum = sum.plus(amount);
  return sum;
}

/** How many periods share the window (year, half, quarter) of this one. */
function countIn(calendar: Calendar, index: number, window: WindowName): number {
  const id = calendar.periods[index]![window];
  return id === undefined ? 1 : periodsPer(calendar, window).get(id)!;
}

const counts = new WeakMap<Calendar, Map<string, Map<string, number>>>();

function periodsPer(calendar: Calendar, window: WindowName): Map<string, number> {
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
