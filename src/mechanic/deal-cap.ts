/** Cap on one deal: the most that a deal pays; the excess is lost (COM-28, scope deal). */
import { dealLimitSchema, eachDealLimited, limitPhrase, readDealLimit, returnsPhrase, type DealLimit } from './deal-limit.ts';
import type { Mechanic } from './mechanic.ts';

export const dealCap: Mechanic<DealLimit> = {
  key: 'deal-cap',
  kind: 'rule',
  step: 8,
  where: ['component'],
  summary: 'the most that each deal pays; the excess is lost',
  about: `Each deal pays at most this amount, and what exceeds it is lost; the component then pays deal by deal, so its formula must be able to (rate, per-unit, tiers, accelerate, rate-table) and its measure a sum or a count.
It caps pay, not credit: the whole deal still counts for attainment and moves tiers. Negative amounts are not changed.
The cap is for the whole deal: a person credited with 40 % of it has 40 % of the cap.
"originals" says what a return takes back. With the column that names the original transaction, a return of half a capped deal takes back half of the cap, and returns together never more than all of it; the original must lie in the same window (a return in a later period pays at the rate alone, unless the component accumulates). With "none" every return pays at the rate alone, which can be more than the deal was paid.
It acts after deal-minimum and before multipliers, floor and cap of the component, which are not per deal.
Also called deal cap, per-deal maximum or windfall limit on pay.`,
  schema: {
    description: 'The most that each deal pays; the excess is lost.',
    markdownDescription: 'The most that each deal pays; the excess is lost.\n\nFor example `{ at: 10000, originals: original_id }`',
    examples: [{ at: 10000, originals: 'original_id' }],
    ...dealLimitSchema('The most that one whole deal pays: money, or a formula of type money.', 10000),
  },
  read: (node, reader) => readDealLimit(node, 'deal-cap', reader),
  calculate: (config, { amount, words }) => ({ amount, text: () => `no transaction to hold to the cap of ${limitPhrase(config, words)}` }),
  formulas: (config) => [config.at.formula],
  eachDeal: eachDealLimited('deal-cap', (pay, most) => (most.lessThan(pay) ? most : undefined)),
  describe: (config, words) => `Each deal pays at most ${limitPhrase(config, words)}; the excess is lost. ${returnsPhrase(config)}`,
  example: {
    title: 'Ten percent, and at most 5,000 for one deal',
    yaml: `sales_commission:
  commission on: revenue
  rate: 10%
  deal-cap: { at: 5_000, originals: none }`,
    work: '80,000 × 10 % = 8,000, cut to 5,000; 20,000 × 10 % = 2,000; together 7,000',
    given: { base: '100000', deals: ['80000', '20000'] },
    earns: '7000',
  },
};
