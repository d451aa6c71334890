/** Whole tiers: the tier reached gives its rate to the whole amount; pay jumps at each border (COM-09, COM-17). */
import type { Exact } from '../value/exact.ts';
import { placeWords, standing } from './axis.ts';
import { inOrder } from './deal-order.ts';
import type { Deal, DealPay, Given, Outcome } from './mechanic.ts';
import { ended, paidWords, unpriced } from './outcome.ts';
import { rateIn, ratePhrase, rateWords } from './rate-figure.ts';
import type { Reading, Tiers } from './reading.ts';
import { tierAt, tierWords, type Tier } from './tier-table.ts';

export const whole: Reading = {
  word: 'whole',
  pays: 'rate',
  meaning: 'the tier reached gives its rate to the whole amount; jumps at each border',
  cuts: false,
  calculate(config: Tiers, given: Given): Outcome {
    const reached = reach(config, given);
    if (typeof reached === 'string') return ended(reached);
    const { index, tier, rate, where } = reached;
    const amount = given.base.minus(given.from).times(rate);
    const text = (): string => `${where()}: ${paidWords(given)} × ${rateWords(tier.rate!, rate, given.words)} = ${given.words.money(amount)}`;
    return { amount, text, parts: () => [{ text: text(), amount, tier: index + 1, on: given.base.minus(given.from), at: tier.at }], took: () => [index] };
  },
  pay(config: Tiers, given: Given, deals: readonly Deal[]): readonly DealPay[] {
    const reached = reach(config, given);
    return inOrder(deals, given.from, (_deal, size) => {
      if (typeof reached === 'string') return unpriced(reached);
      const amount = size.times(reached.rate);
      const text = (): string => `${reached.where()}: ${given.words.amount(size, given.baseType)} × ${rateWords(reached.tier.rate!, reached.rate, given.words)} = ${given.words.money(amount)}`;
      return { amount, text, took: [reached.index] };
    });
  },
  describe(config, words) {
    const rates = config.tiers.map((tier, index) => `${ratePhrase(tier.rate!, words)} in ${tierWords(config.tiers, index, config.axis, words)}`);
    return `The tier reached, by ${config.axis.name}, gives its rate to all of ${config.axis.on}: ${rates.join('; ')}. ${borderPhrase(config)}`;
  },
};

/** Which tier owns a border, said once for the plan document. */
export function borderPhrase(config: Pick<Tiers, 'edge'>): string {
  return config.edge === 'lower' ? 'Exactly at a border the upper tier holds.' : 'Exactly at a border the lower tier still holds.';
}

interface Reached {
  readonly index: number;
  readonly tier: Tier;
  readonly rate: Exact;
  readonly where: () => string;
}

/** The tier in which the payee stands, and its rate; or why there is none. */
function reach(config: Tiers, given: Given): Reached | string {
  const { axis, tiers } = config;
  const place = standing(axis, given);
  if (place.none !== undefined) return place.none;
  const index = tierAt(config.lowers, place.value, config.edge);
  const tier = tiers[index]!;
  const rate = rateIn(tier.rate!, given.env, given);
  if (rate.none !== undefined) return rate.none;
  return { index, tier, rate: rate.value, where: () => `${axis.name} ${placeWords(axis, place.value, given.words)} is in ${tierWords(tiers, index, axis, given.words)}` };
}
