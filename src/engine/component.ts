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
import { chainOn, type Acted } from './chain.ts';
import { ComponentEnv } from './environment.ts';
import type { MeasureBook } from './measure-book.ts';
import type { Moment } from './moment.ts';
import { payCurve, type NoCurve, type PayCurve } from './pay-curve.ts';
import type { Prepared } from './prepared.ts';
import { rescaled } from './rescaled.ts';

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
  const excluded = whyNotFor(component, moment, env);
  const base: Known = excluded === undefined ? env.read(book.measure) : { none: excluded };
  const quota = prepared.asksForAttainment && excluded === undefined ? env.quota(component.on) : undefined;
  const attainment = prepared.asksForAttainment && excluded === undefined ? env.attainment(component.on) : undefined;
  const { rounding, accumulates } = component;
  const before = accumulates === undefined ? ZERO : moment.earnedBefore(component.name, accumulates);
  const { acted, ends, untold, amount } = base.value === undefined ? { acted: NONE, ends: base.none, untold: excluded !== undefined, amount: excluded === undefined ? ZERO : before } : chainOn(prepared, moment, env, base.value, before);
  const rounded = rounding.at === 'payout' || untold ? amount : roundTo(amount, rounding);
  const earned = accumulates === undefined ? rounded : rounded.minus(before);
  return { prepared, component, env, base, quota, attainment, acted, amount, rounded, before, earned, shown: earned, untold, curve: moment.book.facts.curves ? payCurve(prepared, moment, env, base, before, acted.at(-1)?.outcome.untold === true ? ends : undefined) : undefined, zero: earned.isZero() ? zeroReason(ends, acted, book, component, env, rounded) : undefined };
}

const NONE: readonly Acted[] = [];

function zeroReason(ends: string | undefined, acted: readonly Acted[], book: MeasureBook, component: Component, env: ComponentEnv, rounded: Exact): string {
  if (ends !== undefined) return ends;
  if (!rounded.isZero()) {
    const cut = acted.findLast((one) => one.after.lessThan(one.before));
    return `${cut === undefined ? '' : `${cut.outcome.text()}; `}all of it was earned in earlier periods of the window`;
  }
  const stretch = env.stretch(book.measure);
  if (book.measure.kind !== 'ratio' && stretch !== undefined && book.rows(stretch) === 0) return `nothing was credited to ${component.on}`;
  // what last changed the amount, or else the formula that gave zero; a cap that had nothing to do explains nothing
  const told = acted.findLast((one) => !one.before.equals(one.after)) ?? acted.find((one) => one.applied === component.formula);
  return told?.outcome.text() ?? 'nothing was calculated';
}
