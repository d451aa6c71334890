/** Why a whole payout is zero. A zero always carries its reason, and one that was lifted to zero is not one that was cut to it. */
import type { Words } from '../../mechanic/mechanic.ts';
import { total } from '../../value/exact.ts';
import type { WorkedPayout } from '../payout.ts';

/** The reason of a component whose part came to nothing when the payout was rounded as a whole. */
export const ROUNDED = 'rounded to zero with the whole payout';

export function zeroPayoutReason({ components, adjusted }: WorkedPayout, words: Words): string {
  const reasons = [...new Set(components.map((one) => (one.shown.isZero() ? (one.zero ?? ROUNDED) : undefined)))];
  if (reasons.every((reason) => reason !== undefined)) return reasons.join('; ');
  const earned = total(components.map((one) => one.shown));
  if (earned.isZero() || adjusted.every((one) => one.change.isZero())) return 'the components cancel out';
  const told = adjusted.filter((one) => !one.change.isZero()).map((one) => `${one.applied.mechanic.key}: ${one.outcome.text()}`).join('; ');
  return `plan-level rules ${earned.sign() > 0 ? `took all of the ${words.money(earned)} that was earned` : `raised the negative ${words.money(earned)} to zero`}; ${told}`;
}
