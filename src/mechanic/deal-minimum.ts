/** Minimum commission: the least that one deal pays, `max(r · b, m)` for each deal that qualifies (COM-34). */
import { dealLimitSchema, eachDealLimited, limitPhrase, readDealLimit, returnsPhrase, type DealLimit } from './deal-limit.ts';
import type { Mechanic } from './mechanic.ts';

export const dealMinimum: Mechanic<DealLimit> = {
  key: 'deal-minimum',
  kind: 'rule',
  step: 8,
  where: ['component'],
  summary: 'the least that each deal pays',
  about: `Each deal pays at least this amount; the component then pays deal by deal, so its formula must be able to (rate, per-unit, tiers, accelerate, rate-table) and its measure a sum or a count.
A deal qualifies when its credited value is above zero. A deal of zero pays nothing, and so does one that lies wholly below a threshold where pay starts.
The minimum is for the whole deal: a person credited with 40 % of it has 40 % of the minimum, so that a shared deal pays it once.
"originals" says what a return takes back. With the column that names the original transaction, a return of half the deal takes back half of what the minimum made it pay, and returns together never more than all of it; the original must lie in the same window (a return in a later period pays at the rate alone, unless the component accumulates). With "none" every return pays at the rate alone.
It acts before multipliers, floor and cap of the component; with rounding at the transaction the deal is rounded after it.
Also called minimum commission or minimum payout per deal.`,
  schema: {
    description: 'The least that each deal pays.',
    markdownDescription: 'The least that each deal pays.\n\nFor example `{ at: 20, originals: none }`',
    examples: [{ at: 20, originals: 'none' }],
    ...dealLimitSchema('The least that one whole deal pays: money, or a formula of type money.', 20),
  },
  read: (node, reader) => readDealLimit(node, 'deal-minimum', reader),
  calculate: (config, { amount, words }) => ({ amount, text: () => `no transaction to pay the minimum of ${limitPhrase(config, words)} on` }),
  formulas: (config) => [config.at.formula],
  eachDeal: eachDealLimited('deal-minimum', (pay, least) => (pay.lessThan(least) ? least : undefined)),
  describe: (config, words) => `Each deal pays at least ${limitPhrase(config, words)}. ${returnsPhrase(config)}`,
  example: {
    title: 'One percent, and at least 20 for each deal',
    yaml: `sales_commission:
  commission on: revenue
  rate: 1%
  deal-minimum: { at: 20, originals: none }`,
    work: '800 × 1 % = 8, less than 20: 20; 5,000 × 1 % = 50; together 70',
    given: { base: '5800', deals: ['800', '5000'] },
    earns: '70',
  },
};
