/** Earning by event: the rows of the events name the sale, and the sale's earning is known once and for all in its own period. */
import type { PlanCheck } from './check.ts';
import { measureNamed } from './asks.ts';

export const checkByEvent: PlanCheck = ({ plan, workspace }, problems) => {
  for (const component of plan.components) {
    const rule = component.rules.find((one) => one.mechanic.byEvent !== undefined);
    if (rule === undefined) continue;
    const say = (why: string, hint: string, at = rule.at): void => problems.error('P152', `component ${component.name} is earned by event, but ${why}`, { at, hint });
    const measure = measureNamed(plan, component.on);
    if (component.accumulates !== undefined) say('it accumulates, so what a sale earned changes later', 'leave accumulates out; tiers to date can be read by a measure with window: year-to-date');
    else if (component.rules.some((one) => one.mechanic.returns !== undefined)) say('it has a clawback, and what is not due yet cannot come back', 'let the refund be a negative row of the event, and leave the clawback out');
    else if (component.rules.some((one) => one.mechanic.sharesOut === true)) say('what its sales earn is shared out among others', 'leave the share-out out, or pay on a measure of the events');
    else if (component.formula.mechanic.deals === undefined || (measure !== undefined && measure.kind !== 'sum' && measure.kind !== 'count') || measure?.across !== undefined) say(`${component.formula.mechanic.key} on ${component.on} does not say what each sale earns`, 'use a formula that pays deal by deal, on a sum or a count');
    for (const event of rule.mechanic.byEvent!.events(rule.config)) {
      const of = measureNamed(plan, event.measure);
      if (of === undefined) continue;
      const source = workspace.sources[plan.credits.find((credit) => of.of.includes(credit.name))?.source ?? -1];
      const column = (name: string) => [...(source?.columns ?? []), ...(source?.lookups ?? [])].find((one) => one.name === name);
      if (of.kind !== 'sum' || of.across !== undefined || (of.windowWritten && of.window.kind !== 'period')) say(`${of.name} is no sum over the period`, 'let the measure of the event be a sum, without a window and not across a group', event.at);
      else if (source !== undefined && column(event.deal)?.type.kind !== 'text') say(`${source.name} has no text column "${event.deal}" with the id of the sale`, `declare ${event.deal}: text in ${source.name}`, event.at);
      else if (source !== undefined && event.of !== undefined && !comparable(column(event.of)?.type, of.type, plan.currency)) say(`${event.of} of ${source.name} cannot be compared with ${of.name}`, `it is ${of.type === 'money' ? `money in ${plan.currency}` : 'a number'}, like ${of.name}`, event.at);
    }
  }
};

function comparable(type: { readonly kind: string; readonly currency?: unknown } | undefined, measure: string, currency: string): boolean {
  return measure === 'money' ? type?.kind === 'money' && type.currency === currency : type?.kind === 'number';
}
