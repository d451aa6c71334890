/**
 * Per-deal tiers: each deal is paid whole, at the tier that the running total before it (or after it) lies in, in the
 * order the plan states (COM-12). Results depend on the order by design, so the order has a unique last key.
 */
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import { placeWords, type Axis } from './axis.ts';
import { inOrder } from './deal-order.ts';
import { figureIn } from './figure.ts';
import type { Deal, DealPay, Given, Known, Outcome } from './mechanic.ts';
import { unpriced } from './outcome.ts';
import { fullMeasure } from './pieces.ts';
import { rateIn, ratePhrase, rateWords } from './rate-figure.ts';
import type { Reading, Tiers } from './reading.ts';
import { tierAt, tierWords } from './tier-table.ts';
import { borderPhrase } from './whole.ts';

export const perDeal: Reading = {
  word: 'per-deal',
  pays: 'rate',
  meaning: 'each deal is paid at the tier in force before it (or after it), in a stated order',
  cuts: false,
  calculate(): Outcome {
    throw new Error('per-deal tiers pay deal by deal: the engine calls deals.pay');
  },
  pay(config: Tiers, given: Given, deals: readonly Deal[]): readonly DealPay[] {
    const placed = scaleOf(config.axis, given);
    return inOrder(deals, given.from, (deal, size, before, after) => priced(config, given, deal, size, placed(config.position === 'before' ? before : after, deal)));
  },
  describe(config, words) {
    const rates = config.tiers.map((tier, index) => `${ratePhrase(tier.rate!, words)} in ${tierWords(config.tiers, index, config.axis, words)}`);
    return `Deals are taken in the order of ${config.order!.join(', ')}. Each is paid whole at the tier that ${config.axis.name} lies in ${config.position} it: ${rates.join('; ')}. ${borderPhrase(config)}`;
  },
};

/** From the running total to a place on the axis. */
function scaleOf(axis: Axis, given: Given): (total: Exact, deal: Deal) => Known {
  if (axis.kind === 'base') return (total) => ({ value: total });
  if (axis.kind === 'formula') return (_total, deal) => figureIn(axis.figure!, deal.env);
  const full = fullMeasure(axis, given);
  if ('none' in full) return () => ({ none: full.none });
  if ('allFirst' in full) return () => ({ value: ZERO });
  const share = ONE.over(full.per);
  return (total) => ({ value: total.times(share) });
}

function priced(config: Tiers, given: Given, deal: Deal, size: Exact, place: Known): DealPay {
  if (place.none !== undefined) return unpriced(place.none);
  const { axis, tiers } = config;
  const index = tierAt(config.lowers, place.value, config.edge);
  const rate = rateIn(tiers[index]!.rate!, deal.env, given);
  if (rate.none !== undefined) return unpriced(rate.none);
  const amount = size.times(rate.value);
  return {
    amount,
    took: [index],
    text: () => {
      const { words, baseType } = given;
      const when = axis.kind === 'formula' ? 'at' : config.position;
      return `${axis.name} ${when} it ${placeWords(axis, place.value, words)}, ${tierWords(tiers, index, axis, words)}: ${words.amount(size, baseType)} × ${rateWords(tiers[index]!.rate!, rate.value, words)} = ${words.money(amount)}`;
    },
  };
}
