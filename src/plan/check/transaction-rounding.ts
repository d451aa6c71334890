/** Rounding each transaction needs a formula that pays deal by deal; a curve or a bonus by attainment cannot. */
import { MECHANICS } from '../../mechanic/index.ts';
import { placeOf } from '../place.ts';
import { measureNamed } from './asks.ts';
import type { PlanCheck } from './check.ts';

export const checkTransactionRounding: PlanCheck = ({ plan, root, workspace }, problems) => {
  for (const component of plan.components) {
    if (component.rounding.at !== 'transaction') continue;
    const own = placeOf(root, 'components', component.name, 'rounding');
    const stated = component.rounding.place;
    const label = stated === undefined || stated === own ? {} : { labels: [{ at: stated, text: stated.source === workspace.source ? 'the rounding of the workspace' : 'the rounding' }] };
    const { mechanic } = component.formula;
    const measure = measureNamed(plan, component.on);
    const hint = 'give the component rounding: { mode: half-up, at: component }';
    if (mechanic.deals === undefined) {
      const can = MECHANICS.filter((one) => one.deals !== undefined).map((one) => one.key);
      problems.error('P088', `component ${component.name} is rounded at each transaction, but ${mechanic.key} does not pay deal by deal`, { at: component.formula.at, ...label, hint: `${hint}; ${can.join(', ')} can pay deal by deal` });
    } else if (measure !== undefined && measure.kind !== 'sum' && measure.kind !== 'count') {
      problems.error('P088', `component ${component.name} is rounded at each transaction, but ${measure.name} is no sum of transactions`, { at: component.formula.at, ...label, hint });
    }
  }
};
