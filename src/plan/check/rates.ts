/**
 * Money of two currencies meets only through exchange rates. Where each row or person states a currency, all of them may be
 * the plan's own: then it is a warning, and a run that meets another currency stops with R003.
 */
import type { Span } from '../../diagnostic/diagnostic.ts';
import { placeOf } from '../place.ts';
import type { RowFormula } from '../model.ts';
import type { PlanCheck } from './check.ts';

export const checkRates: PlanCheck = ({ plan, root, workspace }, problems) => {
  if (workspace.rates !== undefined) return;
  const said = new Set<string>();
  const say = (what: string, severity: 'error' | 'warning', words: string, at: Span, declared?: Span): void => {
    if (said.has(what)) return;
    said.add(what);
    problems[severity]('P089', `${words}, the plan in ${plan.currency}, and the workspace has no exchange-rates`, { at, ...(declared === undefined ? {} : { labels: [{ at: declared, text: 'declared here' }] }), hint: 'declare exchange-rates: in paycurve.yaml, or make the currencies agree' });
  };
  const look = (formula: RowFormula | undefined, source: number): void => {
    const { columns, lookups } = workspace.sources[source]!;
    for (const ref of formula?.refs ?? []) {
      const column = columns.find((one) => one.name === ref.name) ?? lookups.find((one) => one.name === ref.name);
      if (column?.type.kind !== 'money' || column.type.currency === plan.currency) continue;
      const own = column.type.currency;
      say(`${source} ${ref.name}`, typeof own === 'string' ? 'error' : 'warning', typeof own === 'string' ? `${ref.name} is in ${own}` : `${ref.name} is in the currency of each row`, formula!.at, column.at);
    }
  };
  for (const rule of plan.credits) look(rule.where, rule.source);
  for (const measure of plan.measures) {
    const source = plan.credits.find((rule) => rule.name === measure.of[0])?.source;
    if (source === undefined) continue;
    look(measure.where, source);
    look(measure.value, source);
  }
  const paid = plan.paidIn;
  if (paid !== undefined && 'currency' in paid && paid.currency !== plan.currency) say('paid-in', 'error', `pay is in ${paid.currency}`, placeOf(root, 'paid-in'));
  if (paid !== undefined && 'column' in paid) say('paid-in', 'warning', `pay is in the currency of each person`, placeOf(root, 'paid-in'));
};
