/** Marginal tiers: each slice of the base earns the rate of its own tier; pay is continuous but for marked edges (COM-08, COM-11). */
import { standBack } from './back-to-first.ts';
import { cliffPhrases } from './cliff.ts';
import { ratePhrase } from './rate-figure.ts';
import type { Reading } from './reading.ts';
import { sliced } from './sliced.ts';
import { tierWords } from './tier-table.ts';
import { borderPhrase } from './whole.ts';

export const marginal: Reading = {
  word: 'marginal',
  pays: 'rate',
  meaning: 'each slice earns the rate of its own tier; no jumps but where a tier is marked back to the first unit',
  cuts: true,
  marks: true,
  ...sliced(standBack),
  describe(config, words) {
    const marked = config.tiers.some((tier) => tier.backToFirst === true);
    const slices = config.tiers.map((tier, index) => `${ratePhrase(tier.rate!, words)} on the slice in ${tierWords(config.tiers, index, config.axis, words)}${tier.backToFirst === true ? ', and back to the first unit once it is reached' : ''}`);
    return `Each slice of ${config.axis.on} earns the rate of its own tier, by ${config.axis.name}: ${slices.join('; ')}.${marked ? `${cliffPhrases(config, standBack, words)} ${borderPhrase(config)}` : ''}`;
  },
};
