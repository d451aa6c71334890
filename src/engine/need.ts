/** What a component needs to know, so that a missing quota is an error only where somebody uses it. */
import type { Component } from '../plan/model.ts';

/** Whether the attainment of the measure paid on plays a part. */
export function asksForAttainment(component: Component): boolean {
  const applied = [component.formula, ...component.rules];
  return (
    applied.some(({ mechanic, config }) => mechanic.needs?.(config).attainment === true) ||
    component.formulas.some((formula) =>
      formula.refs.some((ref) => ((ref.form === 'attainment' || ref.form === 'quota') && ref.name === component.on) || (ref.form === undefined && ref.name === 'icr')),
    )
  );
}

/** Names of the other measures its formulas read, in order of appearance. */
export function measuresAsked(component: Component, isMeasure: (name: string) => boolean): string[] {
  const names = new Set<string>();
  for (const formula of component.formulas)
    for (const ref of formula.refs) if (ref.form !== 'payout' && ref.name !== component.on && isMeasure(ref.name)) names.add(ref.name);
  return [...names];
}
