/** Marginal tiers: each slice of the base earns the rate of its own tier; pay is continuous (COM-08). */
import type { Deal, DealPay, Given, Known, Outcome } from './mechanic.ts';
import { ended } from './outcome.ts';
import { cut, edgesInBase, payInOrder, sumOf, type Piece } from './pieces.ts';
import { rateIn, ratePhrase, rateWords } from './rate-figure.ts';
import type { Reading, Tiers } from './reading.ts';
import { tierWords } from './tier-table.ts';

export const marginal: Reading = {
  word: 'marginal',
  pays: 'rate',
  meaning: 'each slice earns the rate of its own tier; no jumps',
  cuts: true,
  calculate(config: Tiers, given: Given): Outcome {
    const lowers = edgesInBase(config.axis, config.lowers, given, given.base);
    if (typeof lowers === 'string') return ended(lowers);
    const pieces = cut(lowers, given.from, given.base, rateOf(config, given));
    if (typeof pieces === 'string') return ended(pieces);
    return sumOf(given, pieces, (piece) => ({ text: line(config, given, piece), amount: piece.amount, at: config.tiers[piece.tier]!.at }));
  },
  pay(config: Tiers, given: Given, deals: readonly Deal[]): readonly DealPay[] {
    return payInOrder(given, deals, edgesInBase(config.axis, config.lowers, given), rateOf(config, given), (piece) => line(config, given, piece));
  },
  describe(config, words) {
    const slices = config.tiers.map((tier, index) => `${ratePhrase(tier.rate!, words)} on the slice in ${tierWords(config.tiers, index, config.axis, words)}`);
    return `Each slice of ${config.axis.on} earns the rate of its own tier, by ${config.axis.name}: ${slices.join('; ')}.`;
  },
};

function rateOf(config: Tiers, given: Given): (tier: number) => Known {
  return (tier) => rateIn(config.tiers[tier]!.rate!, given.env, given);
}

function line(config: Tiers, given: Given, piece: Piece): string {
  const { words, baseType } = given;
  const rate = rateWords(config.tiers[piece.tier]!.rate!, piece.rate, words);
  return `${tierWords(config.tiers, piece.tier, config.axis, words)}: ${words.amount(piece.size, baseType)} × ${rate} = ${words.money(piece.amount)}`;
}
