/** Measures and mechanics across a group: whose quota, no pay deal by deal on a group, nothing that accumulates while members change. */
import { measureNamed, quotasAsked } from './asks.ts';
import type { PlanCheck, SetCheck } from './check.ts';

const BUDGET_STEP = 8;

export const checkGroups: PlanCheck = ({ plan }, problems) => {
  const said = new Set<string>();
  for (const ask of quotasAsked(plan)) {
    const measure = measureNamed(plan, ask.measure);
    if (measure?.across === undefined || measure.quota.whose !== undefined || said.has(measure.name)) continue;
    said.add(measure.name);
    problems.error('P174', `the plan uses ${ask.words}, and ${measure.name} is across a group: nobody says whose quota it is held against`, {
      at: ask.at,
      labels: [{ at: measure.at, text: 'the measure' }],
      hint: `write quota: { of: members } in measure ${measure.name} for the members' quotas together, of: group for a record with the name of the group, of: payee for the record of each payee`,
    });
  }
  for (const { name, rules } of plan.components) {
    const budget = rules.find(({ mechanic }) => mechanic.key === 'budget');
    const beyond = rules.find(({ mechanic, config }) => mechanic.paysExcess?.(config) === true || (mechanic.key !== 'shared-cap' && mechanic.key !== 'cap' && (mechanic.stepOf?.(config) ?? mechanic.step) > BUDGET_STEP));
    if (budget !== undefined && beyond !== undefined)
      problems.error('P177', `component ${name} has a budget, and its ${beyond.mechanic.key} acts after it, so that more or less than the budget would be paid`, { at: beyond.at, labels: [{ at: budget.at, text: 'the budget' }], hint: `put the ${beyond.mechanic.key} into a component of its own` });
  }
  for (const component of plan.components) {
    const applied = [component.formula, ...component.rules].find(({ mechanic }) => mechanic.together !== undefined);
    if (applied === undefined || component.accumulates === undefined) continue;
    problems.error('P175', `component ${component.name} accumulates over a ${component.accumulates === 'half' ? 'half year' : component.accumulates}, and its ${applied.mechanic.key} is worked out with those who are there in a period`, {
      at: applied.at,
      labels: [{ at: component.at, text: 'the component' }],
      hint: `remove accumulates: from ${component.name}; a measure can have window: ${component.accumulates}-to-date`,
    });
  }
};

/** Components that a measure of payouts names are those of other plans as well. */
export const checkPayoutsNamed: SetCheck = (plans, _workspace, problems) => {
  const known = new Set(plans.flatMap((plan) => plan.components.map(({ name }) => name)));
  for (const plan of plans)
    for (const { name, components, at } of plan.measures)
      for (const one of components === 'all' || components === undefined ? [] : components)
        if (!known.has(one)) problems.error('P176', `measure ${name} adds up what component ${one} pays, and no plan has it`, { at, found: one, hint: `components are ${[...known].slice(0, 20).join(', ')}` });
};
