/**
 * One component for one person and period: its measure, then its mechanics in the order of operations (gates and
 * thresholds, the formula, multipliers, minimum and cap), rounding, and the true-up against what was earned earlier in the
 * window. Rule: mechanics.md §0, calculation contract §6–7.
 */
import type { Applied, Known, Outcome } from '../mechanic/mechanic.ts';
import type { Component } from '../plan/model.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { heldBack } from './by-event.ts';
import { cutCredits } from './credit-cap.ts';
import { changeDeals, dealsOf, payDeals, type OrderedDeal, type PaidDeal } from './deal.ts';
import { ComponentEnv } from './environment.ts';
import { ComponentGiven } from './given.ts';
import type { MeasureBook } from './measure-book.ts';
import type { Moment } from './moment.ts';
import type { Prepared } from './prepared.ts';
import { Returns } from './returns.ts';

/** A mechanic's outcome with the amounts before and after, as the explanation shows it. */
export interface Acted {
  readonly applied: Applied;
  readonly outcome: Outcome;
  readonly before: Exact;
  readonly after: Exact;
  readonly deals: readonly PaidDeal[] | undefined;
}

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
}

export function workOut(prepared: Prepared, moment: Moment): Worked {
  const { component } = prepared;
  const book = moment.book.at(prepared.measure);
  const env = new ComponentEnv(moment, component, prepared.alone, moment.record);
  const { deals, returns } = count(prepared, moment);
  const line = lineOf(prepared, moment, env, deals);
  const { accumulates } = component;
  const before = accumulates === undefined ? ZERO : moment.earnedBefore(component.name, accumulates);
  const quota = prepared.asksForAttainment ? env.quota(component.on) : undefined;
  const attainment = prepared.asksForAttainment ? env.attainment(component.on) : undefined;
  // what cannot be told now does not undo what was earned before, returns included
  const back = line.untold && accumulates !== undefined ? undefined : prepared.byEvent === undefined ? returns?.takeBack(line) : heldBack(prepared, moment, env, line);
  const taken = back?.taken ?? ZERO;
  const acted = back === undefined ? line.acted : [...line.acted, back.acted];
  const rounded = line.rounded.minus(taken);
  const earned = accumulates === undefined ? rounded : rounded.minus(before);
  return { prepared, component, env, base: line.base, quota, attainment, acted, amount: line.amount.minus(taken), rounded, before, earned, shown: earned, untold: line.untold, zero: earned.isZero() ? (told(back, line) ?? zeroReason(taken.isZero() ? line.ends : undefined, acted, book, component, env, rounded)) : undefined };
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
  if (prepared.returns === undefined && prepared.creditCap === undefined) return ALL;
  const { component } = prepared;
  const counting = moment.newCounting(component.name);
  if (counting.counted === undefined) {
    const deals = countedDeals(prepared, moment, new ComponentEnv(moment, component, prepared.alone, moment.record));
    const returns = prepared.returns === undefined ? undefined : new Returns(prepared, moment, lineOf, deals);
    counting.counted = { deals: returns?.listed ?? deals, returns };
  }
  return counting.counted;
}

/** The deals of its measure, each as far as it counts; the rest is left out of the measure. */
function countedDeals(prepared: Prepared, moment: Moment, env: ComponentEnv): readonly OrderedDeal[] {
  const { component } = prepared;
  const { measure } = moment.book.at(prepared.measure);
  const base = env.read(measure);
  if (base.value === undefined || env.stretch(measure) === undefined) return [];
  const deals = dealsOf(prepared, moment, env);
  if (prepared.creditCap === undefined) return deals;
  const cut = cutCredits(prepared, moment, new ComponentGiven(moment, component, component.name, measure.type, base.value, env), deals);
  const counting = moment.newCounting(component.name);
  counting.cut = cut.excess;
  counting.leftOut = cut.excess.excess;
  return cut.deals;
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
  let acted: readonly Acted[] = NONE;
  let ends = base.none;
  let untold = false;
  let amount = ZERO;
  if (base.value !== undefined) {
    const given = new ComponentGiven(moment, component, component.name, book.measure.type, base.value, env);
    acted = chain(prepared, given, () => deals ?? dealsOf(prepared, moment, env));
    const { outcome } = acted[acted.length - 1]!;
    ends = outcome.ends;
    untold = outcome.untold === true && !base.value.isZero();
    amount = given.amount;
  }
  const { rounding, accumulates } = component;
  if (untold) amount = accumulates === undefined ? ZERO : moment.earnedBefore(component.name, accumulates);
  return { base, acted, ends, untold, amount, rounded: rounding.at === 'payout' || untold ? amount : roundTo(amount, rounding) };
}

/** A component as far as one of its rules finds it: what a shared cap or budget compares, and each deal. */
export function before(rule: string, prepared: Prepared, moment: Moment): { readonly amount: Exact; readonly deals: readonly PaidDeal[] } {
  const { component } = prepared;
  const book = moment.book.at(prepared.measure);
  const env = new ComponentEnv(moment, component, prepared.alone, moment.record);
  const { deals } = count(prepared, moment);
  const base = env.read(book.measure);
  if (base.value === undefined) return { amount: ZERO, deals: [] };
  const given = new ComponentGiven(moment, component, component.name, book.measure.type, base.value, env);
  const acted = chain({ ...prepared, chain: prepared.chain.slice(0, prepared.chain.findIndex(({ mechanic }) => mechanic.key === rule)) }, given, () => deals ?? dealsOf(prepared, moment, env));
  return { amount: given.amount, deals: acted.findLast((one) => one.deals !== undefined)?.deals ?? [] };
}

const NONE: readonly Acted[] = [];

/** Runs the mechanics, as far as one of them ends the chain. */
function chain(prepared: Prepared, given: ComponentGiven, sold: () => readonly OrderedDeal[]): readonly Acted[] {
  const acted = new Array<Acted>(prepared.chain.length);
  const { formula } = prepared.component;
  let deals: readonly PaidDeal[] | undefined;
  for (let i = 0; i < acted.length; i++) {
    const applied = prepared.chain[i]!;
    const before = given.amount;
    const paid =
      prepared.dealOrder === undefined ? undefined
      : applied === formula ? payDeals(prepared, given, sold)
      : deals !== undefined && applied.mechanic.eachDeal !== undefined ? changeDeals(prepared, applied, given, deals, applied === prepared.dealRules.at(-1))
      : undefined;
    deals = paid?.deals ?? deals;
    const outcome: Outcome = paid?.outcome ?? applied.mechanic.calculate(applied.config, given);
    if (outcome.amount !== undefined) given.amount = outcome.amount;
    if (outcome.from !== undefined) given.from = outcome.from;
    acted[i] = { applied, outcome, before, after: given.amount, deals: paid?.deals };
    if (outcome.ends !== undefined) acted.length = i + 1;
  }
  return acted;
}

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
