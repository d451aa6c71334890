/** What is declared and never used is often a slip: a component that was meant to use it. */
import { measuresUsed } from './asks.ts';
import type { PlanCheck } from './check.ts';

export const checkUnused: PlanCheck = ({ plan }, problems) => {
  const used = measuresUsed(plan);
  for (const measure of plan.measures)
    if (!used.has(measure.name) && measure.atPlanRates === undefined) problems.warning('P091', `nothing is paid by measure ${measure.name}`, { at: measure.at, hint: 'use it in a component, or remove it' });
  const counted = new Set(plan.measures.flatMap((measure) => measure.of));
  // a plan that pays on what others earn credits nobody, and still says where its people sell
  const onlyPay = plan.measures.length > 0 && plan.measures.every(({ kind }) => kind === 'payouts');
  for (const rule of onlyPay ? [] : plan.credits)
    if (!counted.has(rule.name)) problems.warning('P092', `no measure counts the credits of ${rule.name}`, { at: rule.at, hint: `name it under of: of a measure, or remove it` });
};
