/** A clawback needs returns that name their originals, a measure that each of them stands in once, and pay by the deal or re-rating. */
import type { PlanCheck } from './check.ts';
import { labelled } from '../place.ts';
import { measureNamed } from './asks.ts';

export const checkReturns: PlanCheck = ({ plan, workspace }, problems) => {
  for (const component of plan.components) {
    const rule = component.rules.find((one) => one.mechanic.returns !== undefined);
    const measure = measureNamed(plan, component.on);
    if (rule === undefined || measure === undefined) continue;
    const { key } = rule.mechanic;
    const say = (why: string, hint: string, rest = {}): void => problems.error('P151', `component ${component.name} has a ${key}, but ${why}`, { at: rule.at, hint, ...rest });
    const source = workspace.sources[plan.credits.find((credit) => measure.of.includes(credit.name))?.source ?? -1];
    if (measure.kind !== 'sum' && measure.kind !== 'count') say(`${measure.name} is no sum of deals`, 'pay on a measure that is a sum or a count', labelled(measure.at, 'the measure'));
    else if (source !== undefined && source.refersTo === undefined) say(`${source.name} does not say what a return takes back`, `add refers-to: and the column with the id of the original to ${source.name} in paycurve.yaml`, labelled(source.at, 'the source'));
    else if (measure.windowWritten && measure.window.kind !== 'period') say(`${measure.name} looks at other days than the period, so a return would stand in it more than once`, 'leave its window out, and let the component accumulate where it is to look back', labelled(measure.at, 'the measure'));
    else if (rule.mechanic.returns!.rules(rule.config).rate === 'original' && component.formula.mechanic.deals === undefined)
      say(`${component.formula.mechanic.key} does not say what each deal earned`, 'write rate: re-rate', { labels: [{ at: component.formula.at, text: 'the formula' }] });
  }
};
