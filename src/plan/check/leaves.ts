/** What pays days on leave must know who was on leave, and cannot stand in a component that is paid to date. */
import type { PlanCheck } from './check.ts';

export const checkLeaves: PlanCheck = ({ plan, workspace }, problems) => {
  for (const component of plan.components)
    for (const { mechanic, config, at } of component.rules) {
      if (mechanic.needs?.(config).leaves !== true) continue;
      if (workspace.leaves === undefined) problems.error('P160', `component ${component.name} pays days on leave, but the workspace has no leaves`, { at, hint: 'declare leaves: in paycurve.yaml' });
      if (component.accumulates !== undefined)
        problems.error('P168', `component ${component.name} is paid to date, and would take the pay of earlier leave back`, { at, labels: [{ at: component.at, text: `accumulates the ${component.accumulates}` }], hint: 'pay leave in a component of its own' });
    }
};
