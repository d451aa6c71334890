/** Weights of a quota stand one for each period of a record; a number that no window has is likely a slip. */
import { placeOf } from '../place.ts';
import type { PlanCheck } from './check.ts';
import { periodCounts } from './windows-known.ts';

export const checkPhasing: PlanCheck = ({ plan, root }, problems) => {
  const counts = periodCounts(plan.calendar);
  if (counts === undefined) return;
  for (const measure of plan.measures) {
    const { phasing } = measure.quota;
    if (phasing.kind !== 'weights' || counts.has(phasing.weights.length)) continue;
    problems.warning('P093', `the quota of ${measure.name} has ${phasing.weights.length} weights, and no window of the calendar has as many periods`, {
      at: placeOf(root, 'measures', measure.name, 'quota', 'phasing'),
      expected: [...counts].sort((a, b) => a - b).join(', '),
      hint: 'write one weight for each period that a quota record covers',
    });
  }
};
