/**
 * A table that ends is a cap by another name: nothing is earned above its last point. That is allowed, and said once, unless
 * the component states a cap of its own, or that it means this one.
 */
import type { PlanCheck } from './check.ts';

export const checkHiddenCap: PlanCheck = ({ plan }, problems) => {
  for (const { name, formula, rules } of plan.components) {
    const at = formula.mechanic.ends?.(formula.config);
    if (at === undefined || rules.some(({ mechanic }) => mechanic.limits === true)) continue;
    problems.add({
      code: 'P103',
      severity: 'info',
      message: `component ${name} pays nothing more above the last point of its ${formula.mechanic.key}`,
      at,
      note: 'the last point',
      hint: 'add a further tier if more is to be paid, or say that it is a cap: cap: and its amount',
    });
  }
};
