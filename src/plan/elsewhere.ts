/** Components that pay on other days than those of the payout: the period before, a rolling window, to date without a true-up. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Component, Measure, Plan } from './model.ts';

export interface Elsewhere {
  /** `component base pays on revenue, whose window is not the period alone`. */
  readonly words: string;
  readonly at: Span;
}

/** The first of them. In a period that a version change cuts in two it would be paid in both parts. */
export function paysElsewhere(plan: Plan): Elsewhere | undefined {
  for (const { accumulates, on, name, at } of plan.components) {
    const looks = accumulates === undefined ? measuresOf(plan, on).find(({ window }) => window.kind !== 'period') : undefined;
    if (looks !== undefined) return { words: `component ${name} pays on ${looks.name}, whose window is not the period alone`, at };
  }
  return undefined;
}

/** The measure and, of a ratio, its sides. */
function measuresOf(plan: Plan, name: Component['on']): readonly Measure[] {
  const measure = plan.measures.find((each) => each.name === name);
  if (measure === undefined) return [];
  return measure.ratio === undefined ? [measure] : [measure, ...measuresOf(plan, measure.ratio.over), ...measuresOf(plan, measure.ratio.under)];
}
