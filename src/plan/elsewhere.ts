/**
 * What pays on other days than those of the payout: the period before, a rolling window, to date without a true-up, and what a
 * group has once for a period.
 */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Component, Measure, Plan } from './model.ts';

export interface Elsewhere {
  /** `component base pays on revenue, whose window is not the period alone`. */
  readonly words: string;
  readonly at: Span;
  readonly hint: string;
}

/** The first of them. In a period that a version change cuts in two it would be paid in both parts. */
export function paysElsewhere(plan: Plan): Elsewhere | undefined {
  for (const { accumulates, on, name, at } of plan.components) {
    const looks = accumulates === undefined ? measuresOf(plan, on).find(({ window }) => window.kind !== 'period') : undefined;
    if (looks !== undefined) return { words: `component ${name} pays on ${looks.name}, whose window is not the period alone`, at, hint: 'let the version begin with a period, or let the component accumulate' };
  }
  return ofGroup(plan);
}

/** A pool, a contest, a shared cap or a budget that the group has once for each period. */
function ofGroup({ components, adjust }: Plan): Elsewhere | undefined {
  const applied = [...components.flatMap(({ name, formula, rules }) => [formula, ...rules].map((one) => ({ one, of: `component ${name}` }))), ...adjust.map((one) => ({ one, of: 'the plan' }))];
  const found = applied.find(({ one: { mechanic, config } }) => mechanic.forPeriod === true && mechanic.over?.(config) === undefined);
  return found === undefined ? undefined : { words: `the ${found.one.mechanic.key} of ${found.of} is one for the whole period`, at: found.one.at, hint: 'let the version begin with a period' };
}

/** The measure and, of a ratio, its sides. */
function measuresOf(plan: Plan, name: Component['on']): readonly Measure[] {
  const measure = plan.measures.find((each) => each.name === name);
  if (measure === undefined) return [];
  return measure.ratio === undefined ? [measure] : [measure, ...measuresOf(plan, measure.ratio.over), ...measuresOf(plan, measure.ratio.under)];
}
