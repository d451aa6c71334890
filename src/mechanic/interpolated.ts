/**
 * Interpolated tiers: each tier is worth an amount, earned in proportion to the covered part of its width; finished tiers
 * add up (COM-14). Below zero nothing is earned, above the last tier the sum stays.
 */
import { greatest, least, total, ZERO, type Exact } from '../value/exact.ts';
import { placeWords, standing } from './axis.ts';
import { inOrder } from './deal-order.ts';
import { figureIn, stated } from './figure.ts';
import type { Deal, DealPay, Given, Outcome, Part } from './mechanic.ts';
import { ended, unpriced } from './outcome.ts';
import type { Reading, Tiers } from './reading.ts';
import { tierWords } from './tier-table.ts';

interface Filled {
  readonly tier: number;
  readonly share: Exact;
  readonly full: Exact;
  readonly amount: Exact;
}

export const interpolated: Reading = {
  word: 'interpolated',
  pays: 'amount',
  meaning: 'each tier has an amount, earned in proportion to the covered part of the tier',
  cuts: true,
  calculate(config: Tiers, given: Given): Outcome {
    const { axis, tiers } = config;
    const place = standing(axis, given);
    if (place.none !== undefined) return ended(place.none);
    const filled = fill(config, startOn(place.value, given), place.value, given);
    if (typeof filled === 'string') return ended(filled);
    const amount = total(filled.map((part) => part.amount));
    const { words } = given;
    const line = ({ tier, share, full, amount: earned }: Filled): Part => ({
      text: `${tierWords(tiers, tier, axis, words)}: ${words.percent(share)} covered × ${words.money(full)} = ${words.money(earned)}`,
      amount: earned,
      tier: tier + 1,
      at: tiers[tier]!.at,
    });
    return {
      amount,
      text: () => `${axis.name} ${placeWords(axis, place.value, words)} ${filled.length === 0 ? 'covers no part of a tier, so it' : ''} pays ${words.money(amount)}${above(config, place.value, given)}`.replace('  ', ' '),
      parts: () => filled.map(line),
      took: () => filled.map(({ tier }) => tier),
    };
  },
  pay(config: Tiers, given: Given, deals: readonly Deal[]): readonly DealPay[] {
    const place = standing(config.axis, given);
    const unit = place.none !== undefined || given.base.isZero() ? ZERO : place.value.over(given.base);
    return inOrder(deals, ZERO, (_deal, _size, before, after) => {
      const filled = [before, after].map((sum) => (place.none === undefined ? fill(config, given.from.times(unit), sum.times(unit), given) : place.none));
      const [low, high] = filled as [readonly Filled[] | string, readonly Filled[] | string];
      if (typeof low === 'string') return unpriced(low);
      if (typeof high === 'string') return unpriced(high);
      const amount = total(high.map((part) => part.amount)).minus(total(low.map((part) => part.amount)));
      return { amount, took: high.slice(Math.max(0, low.length - 1)).map(({ tier }) => tier), text: () => `takes ${config.axis.name} from ${placeWords(config.axis, before.times(unit), given.words)} to ${placeWords(config.axis, after.times(unit), given.words)}: ${given.words.money(amount)}` };
    });
  },
  describe(config, words) {
    const amounts = config.tiers.map((tier, index) => `${tier.amount!.fixed === undefined ? stated(tier.amount!) : words.money(tier.amount!.fixed.value)} over ${tierWords(config.tiers, index, config.axis, words)}`);
    return `Each tier earns its amount in proportion to the part of it that ${config.axis.name} covers, and the amounts add up: ${amounts.join('; ')}. Above the last tier nothing is added.`;
  },
};

/** What lies above the last tier, which is the part that people ask about. */
function above({ axis, tiers }: Tiers, place: Exact, given: Given): string {
  const end = tiers.at(-1)!.upper!;
  return place.compare(end) <= 0 ? '' : `; the last tier ends at ${placeWords(axis, end, given.words)}, and nothing is paid for the ${placeWords(axis, place.minus(end), given.words)} above it`;
}

/** The parts of tiers between `from` and `to`, each with what it earns; or why an amount has no value. */
function fill(config: Tiers, from: Exact, to: Exact, given: Given): readonly Filled[] | string {
  const filled: Filled[] = [];
  for (let tier = 0; tier < config.tiers.length; tier++) {
    const { lower, upper, amount } = config.tiers[tier]!;
    const low = greatest(from, lower);
    const high = least(to, upper!);
    if (high.compare(low) <= 0) continue;
    const full = figureIn(amount!, given.env);
    if (full.none !== undefined) return full.none;
    const share = high.minus(low).over(upper!.minus(lower));
    filled.push({ tier, share, full: full.value, amount: full.value.times(share) });
  }
  return filled;
}

/** Where pay starts on the axis: a threshold is stated in units of the base. */
function startOn(place: Exact, given: Given): Exact {
  return given.from.isZero() || given.base.isZero() ? given.from : place.times(given.from).over(given.base);
}
