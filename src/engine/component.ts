/**
 * One component for one person and period: its measure, then its mechanics in the order of operations (gates and
 * thresholds, the formula, multipliers, minimum and cap), rounding, and the true-up against what was earned earlier in the
 * window. Rule: mechanics.md §0, calculation contract §6–7.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Applied, Known, Outcome, Slice } from '../mechanic/mechanic.ts';
import type { Component } from '../plan/model.ts';
import { Exact, ZERO } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import type { WindowName } from '../value/calendar.ts';
import type { Book } from './book.ts';
import { dealsOf, payDeals, type PaidDeal } from './deal.ts';
import type { Cell } from './enrolment.ts';
import type { ComponentEnv } from './environment.ts';
import { ComponentGiven, type Moment } from './given.ts';
import { asksForAttainment } from './need.ts';

/** A mechanic's outcome with the amounts before and after, as the explanation shows it. */
export interface Acted {
  readonly applied: Applied;
  readonly outcome: Outcome;
  readonly before: Exact;
  readonly after: Exact;
  readonly deals?: readonly PaidDeal[];
}

/** A component worked out; the explanation is built from it only when somebody asks. */
export interface Worked {
  readonly component: Component;
  readonly env: ComponentEnv;
  readonly base: Known;
  readonly quota: Known | undefined;
  readonly attainment: Known | undefined;
  readonly acted: readonly Acted[];
  /** Before rounding and true-up: the cumulative amount of the window. */
  readonly amount: Exact;
  readonly rounded: Exact;
  /** Deducted: what earlier periods of the window earned. */
  readonly before: Exact;
  readonly earned: Exact;
  /** What is paid for it: `earned`, or its part of a payout that is rounded as a whole. */
  shown: Exact;
  readonly zero: string | undefined;
}

export interface Past {
  earned(key: string, window: WindowName): Exact;
}

export function workOut(component: Component, book: Book, moment: Moment, env: ComponentEnv, past: Past, problems: Problems): Worked {
  const measure = book.measureNamed(component.on);
  const base = env.measure(component.on);
  const wants = asksForAttainment(component);
  const quota = wants ? env.quota(component.on) : undefined;
  const attainment = wants ? env.attainment(component.on) : undefined;
  const acted: Acted[] = [];
  let ends = base.none;
  let amount = ZERO;
  if (base.value !== undefined) {
    const given = new ComponentGiven(moment, component.on, measure.type, base.value, env, component.accumulates, () => slicesOf(component, book, env), (window) => past.earned(component.name, window));
    ends = chain(component, book, given, env, acted, problems);
    amount = given.amount;
  }
  const { rounding } = component;
  const rounded = rounding.at === 'payout' ? amount : roundTo(amount, rounding);
  const before = component.accumulates === undefined ? ZERO : past.earned(component.name, component.accumulates);
  const earned = rounded.minus(before);
  return { component, env, base, quota, attainment, acted, amount, rounded, before, earned, shown: earned, zero: earned.isZero() ? zeroReason(ends, acted, book, component, env, rounded) : undefined };
}

/** Runs the mechanics; gives the reason when one of them ended the chain. */
function chain(component: Component, book: Book, given: ComponentGiven, env: ComponentEnv, acted: Acted[], problems: Problems): string | undefined {
  for (const applied of chainOf(component)) {
    const before = given.amount;
    const paid = applied === component.formula ? payDeals(component, given, () => dealsOf(component, book, env, problems)) : undefined;
    const outcome: Outcome = paid?.outcome ?? applied.mechanic.calculate(applied.config, given);
    if (outcome.amount !== undefined) given.amount = outcome.amount;
    if (outcome.from !== undefined) given.from = outcome.from;
    acted.push({ applied, outcome, before, after: given.amount, ...(paid === undefined ? {} : { deals: paid.deals }) });
    if (outcome.ends !== undefined) return outcome.ends;
  }
  return undefined;
}

const chains = new WeakMap<Component, readonly Applied[]>();

/** The mechanics of a component in the order they act: steps before 7, the formula, the rest. */
function chainOf(component: Component): readonly Applied[] {
  let order = chains.get(component);
  if (order === undefined) {
    const early = component.rules.filter((rule) => stepOf(rule) < FORMULA_STEP);
    const late = component.rules.filter((rule) => stepOf(rule) >= FORMULA_STEP);
    chains.set(component, (order = [...early, component.formula, ...late]));
  }
  return order;
}

const FORMULA_STEP = 7;

function stepOf(applied: Applied): number {
  return applied.mechanic.stepOf?.(applied.config) ?? applied.mechanic.step;
}

/** The base cut where the person's record changes; only sums and counts can be cut. */
function slicesOf(component: Component, book: Book, env: ComponentEnv): readonly Slice[] {
  const measure = book.measureNamed(component.on);
  const stretch = env.stretch(measure)!;
  const cells = book.enrolment.cellsIn(stretch);
  const groups: Cell[][] = [];
  for (const cell of cells) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]!.record === cell.record) last.push(cell);
    else groups.push([cell]);
  }
  const additive = measure.kind === 'sum' || measure.kind === 'count';
  if (!additive || groups.length === 0) return [{ from: cells[0]?.from ?? 0, to: cells.at(-1)?.to ?? 0, base: env.measure(component.on).value ?? ZERO, env }];
  return groups.map((group) => ({ from: group[0]!.from, to: group.at(-1)!.to, base: book.over(measure, group).value ?? ZERO, env: env.as(group[0]!.record) }));
}

function zeroReason(ends: string | undefined, acted: readonly Acted[], book: Book, component: Component, env: ComponentEnv, rounded: Exact): string {
  if (!rounded.isZero()) return 'all of it was earned in earlier periods of the window';
  if (ends !== undefined) return ends;
  const measure = book.measureNamed(component.on);
  const stretch = env.stretch(measure);
  if (measure.kind !== 'ratio' && stretch !== undefined && book.rows(measure, stretch) === 0) return `nothing was credited to ${component.on}`;
  // what last changed the amount, or else the formula that gave zero; a cap that had nothing to do explains nothing
  const told = acted.findLast((one) => !one.before.equals(one.after)) ?? acted.find((one) => one.applied === component.formula);
  return told?.outcome.text() ?? 'nothing was calculated';
}
