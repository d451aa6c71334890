/**
 * One component for one person and period: its measure, then its mechanics in the order of operations (gates and
 * thresholds, the formula, multipliers, minimum and cap), rounding, and the true-up against what was earned earlier in the
 * window. Rule: mechanics.md §0, calculation contract §6–7.
 */
import type { Known } from '../mechanic/mechanic.ts';
import type { Component } from '../plan/model.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { whyNotFor } from './applies.ts';
import { heldBack, withReturnsAside } from './by-event.ts';
import { chainOn, decided, type Acted } from './chain.ts';
import { cutCredits, excessOf } from './credit-cap.ts';
import { dealsOf, type OrderedDeal, type PaidDeal } from './deal.ts';
import { ComponentEnv } from './environment.ts';
import { afterMoving } from './moved.ts';
import { ComponentGiven } from './given.ts';
import type { MeasureBook } from './measure-book.ts';
import type { Moment } from './moment.ts';
import { payCurve, type NoCurve, type PayCurve } from './pay-curve.ts';
import type { Prepared } from './prepared.ts';
import { rescaled } from './rescaled.ts';
import { Returns } from './returns.ts';

/** A component worked out; the explanation is built from it only when somebody asks. */
export interface Worked {
  readonly prepared: Prepared;
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
  /** It ended because something about its sales is not known, such as the quota: it earns nothing now and undoes nothing. Without sales to date nothing was earned to date. */
  readonly untold: boolean;
  /** What it would pay for any other result; worked out only where somebody asks. */
  readonly curve: PayCurve | NoCurve | undefined;
}

export function workOut(stated: Prepared, moment: Moment): Worked {
  const prepared = rescaled(stated.calm !== undefined && moment.acceleratorsOff ? stated.calm : stated, moment);
  const { component } = prepared;
  const book = moment.book.at(prepared.measure);
  const env = new ComponentEnv(moment, component, prepared.alone, moment.record);
  if (moment.late) return workOutLate(prepared, moment, env);
  const excluded = whyNotFor(component, moment, env);
  const { accumulates } = component;
  const before = accumulates === undefined ? ZERO : moment.earnedBefore(component.name, accumulates);
  const { deals, returns } = excluded === undefined ? count(prepared, moment) : ALL;
  const line = excluded === undefined ? lineOf(prepared, moment, env, deals) : { base: { none: excluded }, acted: NONE, ends: excluded, untold: true, amount: before, rounded: before };
  const quota = prepared.asksForAttainment && excluded === undefined ? env.quota(component.on) : undefined;
  const attainment = prepared.asksForAttainment && excluded === undefined ? env.attainment(component.on) : undefined;
  // what cannot be told now does not undo what was earned before, returns included
  const back = line.untold && accumulates !== undefined ? undefined : prepared.byEvent === undefined ? returns?.takeBack(line) : heldBack(prepared, moment, env, line, deals ?? []);
  const taken = back?.taken ?? ZERO;
  const acted = back === undefined ? line.acted : [...line.acted, back.acted];
  const rounded = line.rounded.minus(taken);
  const earned = accumulates === undefined ? rounded : rounded.minus(before);
  return { prepared, component, env, base: line.base, quota, attainment, acted, amount: line.amount.minus(taken), rounded, before, earned, shown: earned, untold: line.untold, curve: moment.book.facts.curves ? payCurve(prepared, moment, env, line.base, before, acted.at(-1)?.outcome.untold === true ? line.ends : undefined) : undefined, zero: earned.isZero() ? (told(back, line) ?? zeroReason(taken.isZero() ? line.ends : undefined, acted, book, component, env, rounded)) : undefined };
}

export const NOT_THERE = 'not in the plan in this period';

/** After the person has left nothing is earned anew: earlier sales are taken back, or become due. */
function workOutLate(prepared: Prepared, moment: Moment, env: ComponentEnv): Worked {
  const { component } = prepared;
  const { accumulates } = component;
  const before = accumulates === undefined ? ZERO : moment.earnedBefore(component.name, accumulates);
  const line: Line = { base: { none: NOT_THERE }, acted: NONE, ends: NOT_THERE, untold: false, amount: before, rounded: before };
  const { deals, returns } = count(prepared, moment);
  const moved = afterMoving(prepared, moment, env, before, (asked, listed) => lineOf(prepared, moment, asked, listed), deals);
  if (moved !== undefined) {
    const { line: said, earned, zero } = moved;
    const rounded = before.plus(earned);
    return { prepared, component, env, base: said.base, quota: undefined, attainment: undefined, acted: said.acted, amount: rounded, rounded, before, earned, shown: earned, untold: false, curve: undefined, zero };
  }
  const back = prepared.byEvent === undefined ? returns?.takeBack(line) : heldBack(prepared, moment, env, line, deals ?? []);
  const rounded = before.minus(back?.taken ?? ZERO);
  const earned = rounded.minus(before);
  return { prepared, component, env, base: line.base, quota: undefined, attainment: undefined, acted: back === undefined ? NONE : [back.acted], amount: rounded, rounded, before, earned, shown: earned, untold: false, curve: undefined, zero: earned.isZero() ? (told(back, { ...line, ends: undefined, rounded: ZERO }) ?? NOT_THERE) : undefined };
}

/** A line of nothing, of which nothing came back or became due: the rows say why. */
function told(back: { readonly acted: Acted } | undefined, line: Line): string | undefined {
  const deals = back?.acted.deals ?? [];
  return deals.length > 0 && line.ends === undefined && line.rounded.isZero() ? deals.slice(0, 3).map(({ deal, pay }) => `${deal.id} ${pay.text()}`).join('; ') : undefined;
}

/** The deals that a component pays on, where they are not all of its measure; undefined where they are. */
export interface Counted {
  readonly deals: readonly OrderedDeal[] | undefined;
  readonly returns: Returns | undefined;
}

const ALL: Counted = { deals: undefined, returns: undefined };

/** Told once for a period, before anything reads the measure: others may ask for this component before its turn. */
export function count(prepared: Prepared, moment: Moment): Counted {
  if (prepared.returns === undefined && prepared.creditCap === undefined && prepared.byEvent === undefined) return ALL;
  const { component } = prepared;
  const counting = moment.newCounting(component.name);
  if (counting.counted === undefined) {
    const deals = countedDeals(prepared, moment, new ComponentEnv(moment, component, prepared.alone, moment.record));
    const returns = prepared.returns === undefined ? undefined : new Returns(prepared, moment, lineOf, deals);
    const listed = prepared.byEvent === undefined ? (returns?.listed ?? deals) : withReturnsAside(prepared, moment, deals);
    if (prepared.creditCap !== undefined) counting.cut = excessOf(listed);
    counting.counted = { deals: listed, returns };
  }
  return counting.counted;
}

/** The deals of its measure, each as far as it counts; the rest is left out of the measure. */
function countedDeals(prepared: Prepared, moment: Moment, env: ComponentEnv): readonly OrderedDeal[] {
  const { component } = prepared;
  const { measure } = moment.book.at(prepared.measure);
  if (moment.late) return dealsOf(prepared, moment, env);
  const base = env.read(measure);
  if (base.value === undefined || env.stretch(measure) === undefined) return [];
  const deals = dealsOf(prepared, moment, env);
  if (prepared.creditCap === undefined) return deals;
  const cut = cutCredits(prepared, moment, new ComponentGiven(moment, component, component.name, measure.type, base.value, env), deals);
  const counting = moment.newCounting(component.name);
  counting.cut = excessOf(cut);
  counting.leftOut = counting.cut.excess;
  return cut;
}

/** What its mechanics make of the measure, rounded: before returns and true-up. */
export interface Line {
  readonly base: Known;
  readonly acted: readonly Acted[];
  readonly ends: string | undefined;
  readonly untold: boolean;
  readonly amount: Exact;
  readonly rounded: Exact;
}

/** `deals`: those it pays on, where they are not all of the measure. */
function lineOf(prepared: Prepared, moment: Moment, env: ComponentEnv, deals?: readonly OrderedDeal[]): Line {
  const { component } = prepared;
  const book = moment.book.at(prepared.measure);
  const base = env.read(book.measure);
  const settled = decided(prepared, moment, env);
  // what was paid is rounded already
  if (settled !== undefined) return { base, acted: [settled], ends: settled.outcome.ends, untold: false, amount: settled.after, rounded: settled.after };
  const { rounding, accumulates } = component;
  const before = accumulates === undefined ? ZERO : moment.earnedBefore(component.name, accumulates);
  const { acted, ends, untold, amount } = base.value === undefined ? { acted: NONE, ends: base.none, untold: false, amount: ZERO } : chainOn(prepared, moment, env, base.value, before, deals);
  return { base, acted, ends, untold, amount, rounded: rounding.at === 'payout' || untold ? amount : roundTo(amount, rounding) };
}

/** A component as far as one of its rules finds it: what a shared cap or budget compares, and each deal. `record`: by which the person is in the group that asks. */
export function before(rule: string, prepared: Prepared, moment: Moment, record = moment.record): { readonly amount: Exact; readonly deals: readonly PaidDeal[] } {
  const { component } = prepared;
  const book = moment.book.at(prepared.measure);
  const env = new ComponentEnv(moment, component, prepared.alone, record);
  const { deals } = count(prepared, moment);
  const base = env.read(book.measure);
  if (base.value === undefined) return { amount: ZERO, deals: [] };
  const { acted } = chainOn({ ...prepared, chain: prepared.chain.slice(0, prepared.chain.findIndex(({ mechanic }) => mechanic.key === rule)) }, moment, env, base.value, ZERO, deals);
  return { amount: acted.at(-1)?.after ?? ZERO, deals: acted.findLast((one) => one.deals !== undefined)?.deals ?? [] };
}

const NONE: readonly Acted[] = [];

function zeroReason(ends: string | undefined, acted: readonly Acted[], book: MeasureBook, component: Component, env: ComponentEnv, rounded: Exact): string {
  if (ends !== undefined) return ends;
  if (!rounded.isZero()) {
    const cut = acted.findLast((one) => one.after.lessThan(one.before));
    return `${cut === undefined ? '' : `${cut.outcome.text()}; `}all of it was earned in earlier periods of the window`;
  }
  const stretch = env.stretch(book.measure);
  if (book.measure.kind !== 'ratio' && book.measure.across === undefined && stretch !== undefined && book.rows(stretch) === 0) return `nothing was credited to ${component.on}`;
  // what last changed the amount, or else the formula that gave zero; a cap that had nothing to do explains nothing
  const told = acted.findLast((one) => !one.before.equals(one.after)) ?? acted.find((one) => one.applied === component.formula);
  return told?.outcome.text() ?? 'nothing was calculated';
}
