/**
 * The time that base, quota and attainment of a component are of, in the words of the plan language: `period`, `year-to-date`,
 * `rolling 3`, `previous`. They stand beside amounts of the period, and a reader must not take one for the other.
 */
import type { ComponentResult } from '../../engine/result.ts';
import type { Plan, Window } from '../../plan/model.ts';

export const PERIOD = 'period';

const known = new WeakMap<Plan, Map<string, string>>();

/** Asked for each line of a run: worked out once for each component of a plan. */
export function windowWords(plan: Plan, { component }: Pick<ComponentResult, 'component'>): string {
  let words = known.get(plan);
  if (words === undefined) known.set(plan, (words = new Map(plan.components.map((one) => [one.name, wordsOf(plan, one.name)]))));
  return words.get(component) ?? PERIOD;
}

/** A written window stands; in a component that accumulates the others are read to date. */
function wordsOf(plan: Plan, name: string): string {
  const component = plan.components.find((one) => one.name === name)!;
  const measure = plan.measures.find((one) => one.name === component.on);
  if (component.accumulates !== undefined && measure?.windowWritten !== true) return `${component.accumulates}-to-date`;
  return measure === undefined ? PERIOD : worded(measure.window);
}

function worded(window: Window): string {
  switch (window.kind) {
    case 'period':
      return PERIOD;
    case 'to-date':
      return `${window.in}-to-date`;
    case 'rolling':
      return `rolling ${window.periods}${window.mean === undefined ? '' : ` mean (${window.mean})`}`;
    case 'previous':
      return 'previous';
    case 'previous-year':
      return window.toDate ? 'previous-year-to-date' : 'previous-year';
  }
}
