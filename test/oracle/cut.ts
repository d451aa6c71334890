/** Whether a version begins inside a period, and both it and the one before pay on days that are not the payout's own. Shares nothing with `src/`. */
import type { Version } from './credit.ts';
import { serial } from './day.ts';
import type { PlanJson } from './world.ts';

export function paysACutPeriodTwice(line: readonly Version[]): boolean {
  return line.some((later) => {
    const first = serial(later.plan.effective[0]);
    const earlier = line.find(({ plan }) => serial(plan.effective[1]) === first - 1);
    const inside = later.periods.some((period) => period.first < first && first <= period.last);
    return earlier !== undefined && inside && looksElsewhere(later.plan) && looksElsewhere(earlier.plan);
  });
}

function looksElsewhere({ measures, components }: PlanJson): boolean {
  const elsewhere = (name: string): boolean => {
    const measure = measures.find((each) => each.name === name)!;
    return (measure.window !== null && measure.window !== 'period') || (measure.ratio ?? []).some(elsewhere);
  };
  return components.some(({ on, accumulates }) => accumulates === null && elsewhere(on));
}
