/** Pay that goes deal by deal needs a formula that can do so, and a measure that is the sum of its deals. */
import type { Problems } from '../../diagnostic/diagnostic.ts';
import { MECHANICS } from '../../mechanic/index.ts';
import { labelled } from '../place.ts';
import type { Component, Measure, Workspace } from '../model.ts';
import { measureNamed } from './asks.ts';
import type { PlanCheck } from './check.ts';

export const checkDeals: PlanCheck = ({ plan, workspace }, problems) => {
  for (const component of plan.components) {
    const measure = measureNamed(plan, component.on);
    const cut = component.rules.find((one) => one.mechanic.creditLimit !== undefined);
    if (cut !== undefined && measure !== undefined && (measure.kind !== 'sum' || measure.across !== undefined)) problems.error('P101', `component ${component.name} has a ${cut.mechanic.key}, but ${measure.name} is no sum of deals`, { at: cut.at, ...labelled(measure.at, 'the measure'), hint: 'it cuts the amounts of deals, so the measure is a sum' });
    const { mechanic, config } = component.formula;
    const rule = component.rules.find((one) => one.mechanic.eachDeal !== undefined);
    if (rule !== undefined && (mechanic.deals === undefined || (measure !== undefined && !isSum(measure)))) {
      const why = mechanic.deals === undefined ? `${mechanic.key} does not pay deal by deal` : `${measure!.name} is no sum of deals`;
      problems.error('P101', `component ${component.name} has a ${rule.mechanic.key}, but ${why}`, { at: rule.at, labels: [{ at: component.formula.at, text: 'the formula' }], hint: `${able()} can pay deal by deal, on a measure that is a sum or a count` });
      continue;
    }
    if (measure !== undefined && !isSum(measure) && mechanic.deals?.always(config) !== undefined)
      problems.error('P101', `component ${component.name} pays deal by deal, but ${measure.name} is no sum of deals`, { at: component.formula.at, ...labelled(measure.at, 'the measure'), hint: 'pay on a measure that is a sum or a count' });
    else if (component.rounding.at === 'transaction') checkRounding(component, measure, workspace, problems);
  }
};

function able(): string {
  return MECHANICS.filter((one) => one.deals !== undefined && one.matches === undefined)
    .map((one) => one.key)
    .join(', ');
}

function isSum(measure: Measure): boolean {
  return measure.across === undefined && (measure.kind === 'sum' || measure.kind === 'count') && !(measure.window.kind === 'rolling' && measure.window.mean !== undefined);
}

function checkRounding(component: Component, measure: Measure | undefined, workspace: Workspace, problems: Problems): void {
  const { mechanic, at } = component.formula;
  const { place } = component.rounding;
  const say = (why: string, hint: string): void =>
    problems.error('P088', `component ${component.name} is rounded at each transaction, but ${why}`, {
      at,
      ...labelled(place, place?.source === workspace.source ? 'the rounding of the workspace' : 'the rounding'),
      hint: `give the component rounding: { mode: ${component.rounding.mode}, at: component }${hint}`,
    });
  if (mechanic.deals === undefined) say(`${mechanic.key} does not pay deal by deal`, `; ${able()} can pay deal by deal`);
  else if (measure !== undefined && !isSum(measure)) say(`${measure.name} is no sum of transactions`, '');
}
