/**
 * The days over which the periods of one person under one plan are settled. They reach as far as the data; where the plan pays
 * without sales, from its first day on, and where something may still be due, through all that is asked for.
 */
import type { ManualEntry } from '../data/manual-entry.ts';
import type { Plan } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import type { Enrolment } from './enrolment.ts';

export interface Extent {
  /** First and last day that periods must touch to be settled. */
  readonly from: Day;
  readonly through: Day;
  /** The last day of the periods that are asked for by name, however far the data reach; undefined: none is. */
  readonly askedThrough?: Day;
}

/** `entries`: what was decided by hand about the person under this plan. */
export function extentOf(line: readonly Enrolment[], facts: Extent, entries: readonly ManualEntry[] = []): Extent {
  const plans = line.map(({ version }) => version.plan);
  const from = plans.some(paysUnsold) ? -Infinity : entries.reduce((day, entry) => Math.min(day, entry.day), facts.from);
  const waits = facts.askedThrough !== undefined && (entries.length > 0 || plans.some((plan) => plan.payments.length > 0 || paysUnsold(plan)));
  return { ...facts, from, through: waits ? Math.max(facts.through, facts.askedThrough) : facts.through };
}

const remembered = new WeakMap<Plan, boolean>();

/** Whether the plan may pay somebody who sold nothing: a draw, a guarantee, an advance, leave pay. */
export function paysUnsold(plan: Plan): boolean {
  let pays = remembered.get(plan);
  if (pays === undefined) remembered.set(plan, (pays = [...plan.payments, ...plan.adjust, ...plan.components.flatMap(({ rules }) => rules)].some(({ mechanic }) => mechanic.unsold === true)));
  return pays;
}
