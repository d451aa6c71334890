/**
 * Top-band overage: the first rate up to the first edge, and everything above that edge at the rate of the tier reached:
 * `r · min(x, q) + r_K · max(0, x − q)`. Smooth at the first edge, a cliff at each later one; not marginal (COM-10).
 */
import { cliffPhrases } from './cliff.ts';
import { placeWords } from './axis.ts';
import type { Node } from '../document/node.ts';
import type { Reader } from './mechanic.ts';
import { ratePhrase } from './rate-figure.ts';
import type { Reading, Tiers } from './reading.ts';
import { sliced, type Stand } from './sliced.ts';
import { tierWords } from './tier-table.ts';
import { borderPhrase } from './whole.ts';

export const overage: Reading = {
  word: 'overage',
  pays: 'rate',
  meaning: 'the first rate up to the first edge; everything above it at the rate of the tier reached; jumps at each later border',
  cuts: true,
  ...sliced(standOver),
  checkRows,
  describe(config, words) {
    const { axis, tiers } = config;
    const [first, ...above] = tiers;
    const rates = above.map((tier, index) => `${ratePhrase(tier.rate!, words)} in ${tierWords(tiers, index + 1, axis, words)}`);
    return `Pays ${ratePhrase(first!.rate!, words)} of ${axis.on} up to ${placeWords(axis, first!.upper!, words)}, by ${axis.name}, and on everything above that the rate of the tier reached: ${rates.join('; ')}.${cliffPhrases(config, standOver, words)} ${borderPhrase(config)}`;
  },
};

function standOver(_config: Tiers, reached: number): Stand {
  return { edges: [0, 1], rates: [0, Math.max(reached, 1)], since: reached, note: (slice, place) => (slice === 0 ? '' : `, on everything above ${place(1)}`) };
}

/** Without an edge nothing says above what. */
function checkRows(rows: readonly Node[], reader: Reader): boolean {
  if (rows.length > 1) return true;
  reader.problem('P322', 'overage is paid above the first edge, and this table has none', rows[0]!, { hint: 'add "to: 100%" and a tier above it, or pay one rate with "rate:"' });
  return false;
}
