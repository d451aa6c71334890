/** Money of people (targets, salaries) is used as it stands, so it must be in the currency of the plan. */
import type { Span } from '../../diagnostic/diagnostic.ts';
import type { Ref } from '../../expr/types.ts';
import { typeName } from '../table.ts';
import type { PlanCheck } from './check.ts';

export const checkPeopleCurrency: PlanCheck = ({ plan, workspace }, problems) => {
  const columns = workspace.people?.table.columns ?? [];
  const said = new Set<string>();
  const look = (formula: { readonly refs: readonly Ref[]; readonly at: Span } | undefined): void => {
    for (const ref of formula?.refs ?? []) {
      const column = ref.form === undefined ? columns.find((one) => one.name === ref.name) : undefined;
      if (column?.type.kind !== 'money' || column.type.currency === plan.currency || said.has(ref.name)) continue;
      said.add(ref.name);
      problems.error('P090', `${ref.name} of people is ${typeName(column.type)}, but the plan is in ${plan.currency}`, {
        at: formula!.at,
        ...(column.at === undefined ? {} : { labels: [{ at: column.at, text: 'declared here' }] }),
        hint: whatHelps(ref.name, column.type.currency, plan.currency),
      });
    }
  };
  look(plan.appliesTo);
  for (const component of plan.components) {
    look(component.target?.formula);
    for (const formula of component.formulas) look(formula);
  }
  for (const { mechanic, config } of [...plan.adjust, ...plan.payments]) for (const formula of mechanic.formulas(config)) look(formula);
};

/** A column in the plan's currency always works; a target of its own may stand beside a weight. */
function whatHelps(name: string, currency: unknown, wanted: string): string {
  const own = `${name}_${wanted.toLowerCase()}`;
  const column = `declare ${own}: money(${wanted})? among the people columns and name it here (target: ${own} per year may stand beside weight:)`;
  return typeof currency === 'string' ? `${column}, or give the plan currency: ${currency} and paid-in: for the currency of payment` : column;
}
