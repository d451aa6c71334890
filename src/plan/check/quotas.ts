/** Attainment needs quotas: the workspace must have them, for that measure, in a unit that it can be held against. */
import type { Problems } from '../../diagnostic/diagnostic.ts';
import type { Measure, Plan, QuotaContract, Workspace } from '../model.ts';
import { measureNamed, quotasAsked, type QuotaAsk } from './asks.ts';
import type { PlanCheck } from './check.ts';

export const checkQuotas: PlanCheck = ({ plan, workspace }, problems) => {
  const said = new Set<string>();
  for (const ask of quotasAsked(plan)) {
    const measure = measureNamed(plan, ask.measure);
    if (measure === undefined || said.has(ask.measure)) continue;
    said.add(ask.measure);
    if (workspace.quotas === undefined) {
      // A stated answer for a missing quota is one for all people; nothing is left to be asked.
      if (measure.quota.missing !== 'error') continue;
      problems.error('P086', `the plan uses ${ask.words}, but the workspace has no quotas`, { at: ask.at, hint: 'declare quotas: in paycurve.yaml' });
    } else if (!namedRight(measure, ask, workspace.quotas, problems)) continue;
    else if (workspace.quotas !== undefined) checkUnit(measure, ask, workspace.quotas, plan, workspace, problems);
  }
};

/** A file of quotas for one measure serves only that measure. */
function namedRight(measure: Measure, ask: QuotaAsk, quotas: QuotaContract, problems: Problems): boolean {
  if (quotas.defaultMeasure === undefined || quotas.defaultMeasure === measure.quota.measure) return true;
  problems.error('P086', `the plan uses ${ask.words}, but all quotas are for ${quotas.defaultMeasure}`, {
    at: ask.at,
    labels: [{ at: measure.at, text: 'the measure' }],
    hint: `add quota: { measure: ${quotas.defaultMeasure} } to measure ${measure.name}, or give the quota file a measure column`,
  });
  return false;
}

function checkUnit(measure: Measure, ask: QuotaAsk, quotas: QuotaContract, plan: Plan, workspace: Workspace, problems: Problems): void {
  const amount = quotas.table.columns.find((column) => column.name === quotas.amount);
  if (amount === undefined) return;
  const labels = [{ at: measure.at, text: `${measure.name} is ${measure.type === 'money' ? 'money' : `a ${measure.type}`}` }, ...(amount.at === undefined ? [] : [{ at: amount.at, text: 'the quota' }])];
  if (measure.type === 'money' && amount.type.kind === 'number')
    problems.error('P087', `${measure.name} is money, but its quota is a plain number`, { at: ask.at, labels, hint: `declare amount: money(${plan.currency}) under quotas` });
  else if (measure.type !== 'money' && amount.type.kind === 'money' && quotas.measure === undefined)
    problems.error('P087', `${measure.name} is a ${measure.type}, but its quota is money`, { at: ask.at, labels, hint: 'declare amount: number under quotas' });
  else if (measure.type === 'money' && amount.type.kind === 'money' && typeof amount.type.currency === 'string' && amount.type.currency !== plan.currency && workspace.rates === undefined)
    problems.error('P087', `the quota of ${measure.name} is in ${amount.type.currency}, the plan in ${plan.currency}, and the workspace has no exchange-rates`, { at: ask.at, labels, hint: 'declare exchange-rates: in paycurve.yaml, or give quotas in the currency of the plan' });
}
