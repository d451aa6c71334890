/**
 * A version that begins inside a period cuts it in two payouts. What looks at other days than the payout's own (the period before,
 * rolling or to date without a true-up) would be paid in both.
 */
import type { Problems } from '../../diagnostic/diagnostic.ts';
import { dayText } from '../../value/day.ts';
import { paysElsewhere, type Elsewhere } from '../elsewhere.ts';
import type { Plan } from '../model.ts';
import type { SetCheck } from './check.ts';
import { windowFrom } from './windows-known.ts';

export const checkVersionCut: SetCheck = (plans, _workspace, problems) => {
  for (const later of plans) {
    const earlier = plans.find((plan) => plan.name === later.name && plan.to === later.from - 1);
    const begins = windowFrom(later.calendar, 'period', later.from);
    if (earlier === undefined || begins === undefined || begins === later.from) continue;
    const twice = paysElsewhere(later);
    if (twice !== undefined && paysElsewhere(earlier) !== undefined) say(earlier, later, twice, problems);
  }
};

function say(earlier: Plan, later: Plan, { words, at, hint }: Elsewhere, problems: Problems): void {
  problems.error('P106', `${words}: it would be paid twice in the period that version ${dayText(later.from)} of plan ${later.name} cuts in two`, {
    at,
    labels: [{ at: later.effectiveAt, text: 'begins inside a period' }, { at: earlier.effectiveAt, text: 'the version before' }],
    hint,
  });
}
