/** What is paid once in a window needs a window and nothing that pays in its stead, and what is of single periods cannot be told to date: a streak, or what another component earned. */
import type { Problems } from '../../diagnostic/diagnostic.ts';
import type { Component } from '../model.ts';
import { placeOf } from '../place.ts';
import type { PlanCheck, Subject } from './check.ts';

export const checkAccumulating: PlanCheck = ({ plan, root }, problems) => {
  for (const component of plan.components) {
    const { name, accumulates, formula, rules } = component;
    for (const { mechanic, at } of [formula, ...rules]) {
      if (mechanic.accumulating === 'always' && accumulates === undefined)
        problems.error('P140', `component ${name} does not say in which window its ${mechanic.key} is paid once`, { at, hint: 'add accumulates: year (or half, quarter) to the component' });
      if (mechanic.accumulating === 'never' && accumulates !== undefined)
        problems.error('P140', `component ${name} accumulates, and ${mechanic.key} looks at each period by itself`, { at: placeOf(root, 'components', name, 'accumulates'), labels: [{ at, text: `the ${mechanic.key}` }], hint: 'remove accumulates: from this component' });
    }
    const instead = formula.mechanic.decided === undefined ? undefined : rules.find(({ mechanic, config }) => mechanic.fromNothing?.(config) === true);
    if (instead !== undefined)
      problems.error('P143', `the ${instead.mechanic.key} of component ${name} pays before its ${formula.mechanic.key} is reached, and would count as the ${formula.mechanic.key} paid`, { at: instead.at, labels: [{ at: formula.at, text: 'paid once, and remembered by what was paid' }], hint: `put the ${instead.mechanic.key} on a component of its own, or leave out even-if-zero` });
    if (accumulates !== undefined) refuseOther(component, root, problems);
  }
};

/** What another component earned is of the period; a true-up would take off the shares of all earlier periods. */
function refuseOther({ name, formula: { mechanic, config } }: Component, root: Subject['root'], problems: Problems): void {
  const other = mechanic.formulas(config).find(({ refs }) => refs.some(({ form }) => form === 'payout'));
  if (other === undefined) return;
  problems.error('P142', `component ${name} accumulates, and pays by "${other.text}", which is of the period alone`, {
    at: other.at,
    labels: [{ at: placeOf(root, 'components', name, 'accumulates'), text: 'what was earned before is deducted' }],
    hint: 'remove accumulates: here; the component it names may accumulate',
  });
}
