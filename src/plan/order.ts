/** The order of components: each after those whose payout it refers to. A circle has no first, so it is refused. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Component } from './model.ts';

/** Components in an order that can be computed, as near to the written one as possible. */
export function ordered(components: readonly Component[], problems: Problems): readonly Component[] {
  const done = new Set<string>();
  const out: Component[] = [];
  const visit = (component: Component, path: readonly string[]): void => {
    if (done.has(component.name)) return;
    const turn = path.indexOf(component.name);
    if (turn >= 0) {
      sayCircle([...path.slice(turn), component.name], components, problems);
      done.add(component.name);
      return;
    }
    for (const name of payoutsIn(component)) {
      const needed = components.find((one) => one.name === name);
      if (needed !== undefined) visit(needed, [...path, component.name]);
    }
    if (done.has(component.name)) return;
    done.add(component.name);
    out.push(component);
  };
  for (const component of components) visit(component, []);
  return out;
}

/** Names of the components whose payout a component's formulas ask for, each once. */
export function payoutsIn(component: Pick<Component, 'formulas'>): readonly string[] {
  return [...new Set(component.formulas.flatMap((formula) => formula.refs.filter((ref) => ref.form === 'payout').map((ref) => ref.name)))];
}

function sayCircle(path: readonly string[], components: readonly Component[], problems: Problems): void {
  const first = components.find((one) => one.name === path[0])!;
  const formulaOf = (from: string, to: string) => components.find((one) => one.name === from)?.formulas.find((formula) => formula.refs.some((ref) => ref.form === 'payout' && ref.name === to));
  const steps = path.slice(1).flatMap((to, index) => {
    const formula = formulaOf(path[index]!, to);
    return formula === undefined ? [] : [{ at: formula.at, text: `${path[index]} needs ${to}` }];
  });
  problems.error('P083', path.length === 2 ? `component ${path[0]} needs its own payout` : `components need each other's payout: ${path.join(' → ')}`, {
    at: steps[0]?.at ?? first.at,
    labels: steps.slice(1),
    hint: 'let one of them refer to a measure instead',
  });
}
