/** What pays a share of target, or an individual commission rate, needs a target incentive. */
import type { PlanCheck } from './check.ts';
import { targetsAsked } from './asks.ts';

export const checkTarget: PlanCheck = ({ plan, workspace }, problems) => {
  const people = workspace.people?.table.columns.some((column) => column.name === 'target_incentive' && column.type.kind === 'money') === true;
  const said = new Set<string>();
  for (const { component, at } of targetsAsked(plan)) {
    if (component === undefined) {
      if (plan.components.some((one) => one.target !== undefined) || said.has('')) continue;
      said.add('');
      problems.error('P085', 'a rule of adjust is held against the target, but no component has one', { at, hint: 'give a component target: and an amount, such as target: 10_000 per year' });
    } else if (component.target === undefined && !said.has(component.name)) {
      said.add(component.name);
      problems.error('P085', `component ${component.name} pays by its target, but has none`, {
        at,
        labels: [{ at: component.at, text: 'this component' }],
        hint: people ? 'add weight: 100%, which takes its share of target_incentive, or target: and an amount' : 'add target: and an amount, such as target: 10_000 per year',
      });
    }
  }
};
