/** A plan that prorates tables has one whose edges or amounts can be scaled; else whoever wrote it believes in what does not happen. */
import { scalars } from '../table.ts';
import { Exact, ONE } from '../../value/exact.ts';
import type { PlanCheck } from './check.ts';

const HALF = Exact.of(1, 2);
const WORDS = {
  tiers: 'edges of tables and thresholds in money or units; edges in % of quota move with the quota (prorate: [quota])',
  amounts: 'amounts that steps, curves, milestones or interpolated tiers pay, and fixed amounts; shares of the target move with the target (prorate: [target])',
} as const;

export const checkScaled: PlanCheck = ({ plan, root }, problems) => {
  const all = plan.components.flatMap(({ formula, rules }) => [formula, ...rules]);
  for (const scalar of scalars(root.get('prorate'))) {
    const what = scalar.text;
    if (what !== 'tiers' && what !== 'amounts') continue;
    if (all.some(({ mechanic, config }) => mechanic.scaled?.(config, what === 'tiers' ? HALF : ONE, what === 'amounts' ? HALF : ONE) !== undefined)) continue;
    problems.warning('P170', `prorate: ${what} scales nothing: no component has any`, { at: scalar.at, pointer: scalar.pointer, hint: `it scales ${WORDS[what]}` });
  }
};
