/** What is paid once in a window needs a window, and what looks at single periods cannot be told to date. */
import { placeOf } from '../place.ts';
import type { PlanCheck } from './check.ts';

export const checkAccumulating: PlanCheck = ({ plan, root }, problems) => {
  for (const { name, accumulates, formula, rules } of plan.components)
    for (const { mechanic, at } of [formula, ...rules]) {
      if (mechanic.accumulating === 'always' && accumulates === undefined)
        problems.error('P140', `component ${name} does not say in which window its ${mechanic.key} is paid once`, { at, hint: 'add accumulates: year (or half, quarter) to the component' });
      if (mechanic.accumulating === 'never' && accumulates !== undefined)
        problems.error('P140', `component ${name} accumulates, and ${mechanic.key} looks at each period by itself`, { at: placeOf(root, 'components', name, 'accumulates'), labels: [{ at, text: `the ${mechanic.key}` }], hint: `remove accumulates: from this component` });
    }
};
