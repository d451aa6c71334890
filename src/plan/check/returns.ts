/**
 * A clawback needs returns that name their originals, a measure that each of them stands in once, and pay by the deal or
 * re-rating. What is worked out with others cannot be worked out again without one sale: it would be theirs too.
 */
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
    const together = [component.formula, ...component.rules].find((one) => one.mechanic.together !== undefined);
    const { rate } = rule.mechanic.returns!.rules(rule.config);
    if (measure.across !== undefined) say(`${measure.name} is across a group, and nobody has earned a sale of it alone`, 'pay on a measure of each payee, or leave the clawback out: a return lowers the measure of the group', labelled(measure.at, 'the measure'));
    else if (measure.kind !== 'sum' && measure.kind !== 'count') say(`${measure.name} is no sum of deals`, 'pay on a measure that is a sum or a count', labelled(measure.at, 'the measure'));
    else if (source !== undefined && source.refersTo === undefined) say(`${source.name} does not say what a return takes back`, `add refers-to: and the column with the id of the original to ${source.name} in paycurve.yaml`, labelled(source.at, 'the source'));
    else if (measure.windowWritten && measure.window.kind !== 'period') say(`${measure.name} looks at other days than the period, so a return would stand in it more than once`, 'leave its window out, and let the component accumulate where it is to look back', labelled(measure.at, 'the measure'));
    else if (together !== undefined && (rate === 're-rate' || together.mechanic.sharesOut === true))
      say(rate === 're-rate' ? `its ${together.mechanic.key} is worked out with others, so the window of a sale cannot be worked out again for one person` : `its ${together.mechanic.key} hands what each sale earned to others`, rate === 're-rate' && together.mechanic.sharesOut !== true && component.formula.mechanic.deals !== undefined ? 'write rate: original' : 'leave the clawback out: a return lowers the measure', { labels: [{ at: together.at, text: `the ${together.mechanic.key}` }] });
    else if (rate === 'original' && component.formula.mechanic.deals === undefined)
      say(`${component.formula.mechanic.key} does not say what each deal earned`, 'write rate: re-rate', { labels: [{ at: component.formula.at, text: 'the formula' }] });
  }
};
