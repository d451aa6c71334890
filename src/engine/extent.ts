/**
 * The days over which the periods of one person under one plan are settled. They reach as far as the data; where the plan pays
 * without sales, from its first day on, and where something may still be due, through all that is asked for.
 */
import type { Leaves } from '../data/leaves.ts';
import { unsoldOf, type Unsold } from '../mechanic/unsold.ts';
import type { Plan } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import type { Enrolment } from './enrolment.ts';
import type { EntryDesk } from './payment/desk.ts';

export interface Extent {
  /** First and last day that periods must touch to be settled. */
  readonly from: Day;
  readonly through: Day;
  /** The last day of the periods that are asked for by name, however far the data reach; undefined: none is. */
  readonly askedThrough?: Day;
  readonly leaves: Leaves | undefined;
  readonly desk: EntryDesk | undefined;
}

export function extentOf(line: readonly Enrolment[], facts: Extent): Extent {
  // what was decided by hand about the person under this plan
  const entries = facts.desk?.allOf(line[0]!.person, line[0]!.version.plan.name) ?? [];
  const plans = line.map(({ version }) => version.plan);
  const leaves = plans.some((plan) => unsold(plan) === 'leave') ? (facts.leaves?.of(line[0]!.person) ?? []) : [];
  const from = plans.some(paysUnsold) ? -Infinity : [...entries.map(({ day }) => day), ...leaves.map((leave) => leave.from)].reduce((first, day) => Math.min(first, day), facts.from);
  const waits = facts.askedThrough !== undefined && (entries.length > 0 || plans.some((plan) => plan.payments.length > 0 || unsold(plan) !== undefined));
  return { ...facts, from, through: waits ? Math.max(facts.through, facts.askedThrough) : facts.through };
}

/** Whether the plan pays somebody who sells nothing: a draw, a guarantee, an advance, a fixed amount, objectives. */
export function paysUnsold(plan: Plan): boolean {
  return unsold(plan) === true;
}

const remembered = new WeakMap<Plan, { readonly unsold: Unsold }>();

function unsold(plan: Plan): Unsold {
  let known = remembered.get(plan);
  if (known === undefined) {
    const all = [...plan.payments, ...plan.adjust, ...plan.components.flatMap(({ formula, rules }) => [formula, ...rules])].map(unsoldOf);
    remembered.set(plan, (known = { unsold: all.includes(true) ? true : all.includes('leave') ? 'leave' : undefined }));
  }
  return known.unsold;
}
