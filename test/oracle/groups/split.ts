/** An amount of a group in shares: the pool's fund, and what a team earned. From the words of `pool` and `share-out`. Shares nothing with `src/`. */
import { Refusal } from '../credit.ts';
import { fraction, greater, minus, NONE_AT_ALL, round, sign, sum, times, WHOLE, type Fraction } from '../fraction.ts';
import type { Member } from './circle.ts';
import { sharesOf } from './shares.ts';
import { holds, valueOf, type Asked } from './term.ts';
import type { Split } from './world.ts';

export interface Splitting {
  readonly step: Fraction;
  asked(member: Member): Asked;
  /** Days of the whole period. */
  readonly days: number;
}

export const qualifying = ({ qualifies }: Split, members: readonly Member[], { asked }: Splitting): Member[] => members.filter((member) => qualifies === null || holds(qualifies, asked(member)));

/** What each of those who share gets of an amount in whole steps. */
export function splitUp(split: Split, amount: Fraction, sharers: readonly Member[], { step, asked, days: period }: Splitting): Map<string, Fraction> {
  const { shares } = split;
  const weights = sharers.map((member) => {
    const weight = shares === 'equal' ? WHOLE : valueOf('by' in shares ? shares.by : shares.fixed, asked(member));
    if (weight === null) throw new Refusal('R019');
    if (shares !== 'equal' && 'fixed' in shares) {
      if (sign(weight) < 0) throw new Refusal('R019');
      return split.members === 'days' ? times(weight, fraction(BigInt(member.days), BigInt(period))) : weight;
    }
    return split.members === 'days' ? times(greater(weight, NONE_AT_ALL), fraction(BigInt(member.days))) : greater(weight, NONE_AT_ALL);
  });
  const parts = sharers.map((member, at) => ({ id: member.moment.who, weight: weights[at]! }));
  if (shares === 'equal' || 'by' in shares) return sharesOf(amount, parts, step);
  const rest = minus(WHOLE, sum(weights));
  if (sign(rest) < 0) throw new Refusal('R019');
  // the part that nobody has is one more part, after all others
  return sharesOf(amount, sign(rest) === 0 ? parts : [...parts, { id: '\u{ffff}', weight: rest }], step);
}

export const inSteps = (amount: Fraction, step: Fraction, mode: Parameters<typeof round>[2]): Fraction => round(amount, step, mode);
