/** Whether a component applies to a person on a day, and how much more the others weigh where its weight is re-spread (BON-02). */
import type { PersonRecord } from '../data/reference.ts';
import type { Component, Plan } from '../plan/model.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import type { ComponentEnv } from './environment.ts';
import type { Moment } from './moment.ts';

export function appliesOn({ applies }: Component, record: PersonRecord | undefined): boolean {
  return applies === undefined || (record !== undefined && applies.formula.evaluate(record) === true);
}

/** What the target incentive is multiplied by on a day: 0 where the component does not apply, above 1 where others gave it their weight. */
export function spreadOn(component: Component, plan: Plan, record: PersonRecord | undefined): Exact {
  if (!appliesOn(component, record)) return ZERO;
  if (component.weight === undefined) return ONE;
  let left = ONE;
  for (const other of plan.components) if (other.weight !== undefined && other.applies?.reSpread === true && !appliesOn(other, record)) left = left.minus(other.weight);
  return left.equals(ONE) || left.isZero() ? ONE : ONE.over(left);
}

/** Why the component does not apply on the last day in the period, which decides; warns where that changed inside it. */
export function whyNotFor(component: Component, moment: Moment, env: ComponentEnv): string | undefined {
  const { applies, name } = component;
  if (applies === undefined) return undefined;
  for (const { name: column } of applies.formula.refs) env.person(column);
  return appliesOn(component, moment.record) ? undefined : `${name} is for ${applies.formula.text}, which ${moment.enrolment.person} is not`;
}
