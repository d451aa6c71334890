/** The same as P106 for periods from a file, which only the run knows: a version that begins inside one, and pays on other days. */
import type { Problems } from '../../diagnostic/diagnostic.ts';
import { paysElsewhere } from '../../plan/elsewhere.ts';
import { dayText } from '../../value/day.ts';
import type { Version } from '../version.ts';

export function refuseCutPeriods(line: readonly Version[], problems: Problems): void {
  for (const { plan, calendar } of line) {
    const earlier = line.find((other) => other.plan.to === plan.from - 1);
    const period = calendar.periods[calendar.indexOf(plan.from)];
    if (plan.calendar.kind !== 'file' || earlier === undefined || period === undefined || period.from === plan.from) continue;
    const elsewhere = paysElsewhere(plan);
    if (elsewhere === undefined || paysElsewhere(earlier.plan) === undefined) continue;
    problems.error('R020', `${elsewhere.words}: it would be paid twice in ${period.id}, which version ${dayText(plan.from)} of plan ${plan.name} cuts in two`, {
      at: elsewhere.at,
      hint: elsewhere.hint,
    });
  }
}
