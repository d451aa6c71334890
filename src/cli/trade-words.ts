/** Words of the trade that are no mechanic of their own: where what they mean is said here, or that it is not built yet. */
export interface TradeWord {
  readonly words: readonly string[];
  readonly says: string;
}

export const TRADE_WORDS: readonly TradeWord[] = [
  { words: ['spif', 'spiff', 'contest-bonus', 'sprint'], says: 'A SPIF is a component of its own, with its condition in the measure (where: product == … and order_date >= …), or a plan with the dates of the SPIF. It pays by paycurve mechanics per-unit or paycurve mechanics rate. A budget of its own is paycurve mechanics budget, which stops by the order of events, or paycurve mechanics shared-cap, which cuts everybody.' },
  { words: ['icr', 'commission-rate', 'ote', 'target-incentive', 'weight', 'target'], says: 'The individual commission rate is target incentive ÷ quota: rate: icr. See paycurve help target.' },
  { words: ['draw', 'recoverable-draw', 'non-recoverable-draw', 'advance', 'recovery'], says: 'A draw with a balance that is recovered later is not built yet. A draw that is not recovered is a floor with even-if-zero: true: see paycurve mechanics floor.' },
  { words: ['product-rate', 'rate-matrix', 'rate-by-product', 'discount-rate', 'rate-card'], says: 'A rate by product, discount, term or other columns of the deal is paycurve mechanics rate-table.' },
  { words: ['greater-of', 'higher-of', 'commission-against-guarantee'], says: 'The greatest of several formulas is paycurve mechanics best-of.' },
  { words: ['base-plus-commission', 'retainer', 'flat-amount'], says: 'A fixed amount beside a rate is paycurve mechanics rate-plus-fixed. Salary is not incentive pay and does not belong into a plan.' },
  { words: ['minimum-commission', 'minimum-per-deal'], says: 'The least that each deal pays is paycurve mechanics deal-minimum; the least of a period is paycurve mechanics floor.' },
  { words: ['windfall', 'mega-deal', 'bluebird', 'per-deal-cap'], says: 'The most of one deal that counts, for pay and attainment, is paycurve mechanics credit-cap; the most that it pays is paycurve mechanics deal-cap.' },
  { words: ['guarantee', 'minimum'], says: 'A promised minimum is a floor, with even-if-zero: true when it holds without sales: see paycurve mechanics floor.' },
  { words: ['chargeback', 'return', 'returns', 'cancellation', 'reversal', 'lapse', 'recapture'], says: 'A return is a row of its own that names its original: see paycurve help returns. What it takes back is paycurve mechanics clawback.' },
  { words: ['overage', 'top-band'], says: 'Everything above quota at the rate of the highest tier reached is tiers with read: overage: see paycurve mechanics tiers.' },
  { words: ['accelerator', 'decelerator'], says: 'A rate that changes above a point is paycurve mechanics accelerate, or a tier: paycurve mechanics tiers.' },
  { words: ['fast-start', 'early-bird'], says: 'A bonus for the first part of a year is steps on a measure with its last day (where: order_date <= 2026-03-01) in a component with accumulates: year: see paycurve mechanics steps.' },
  { words: ['kicker', 'milestone'], says: 'An amount that is paid once in a year when something is reached is steps in a component with accumulates: year: see paycurve mechanics steps. A return below the level takes it back; one that is kept after a return is not built yet.' },
  { words: ['bounty', 'piece-rate'], says: 'An amount for each unit is paycurve mechanics per-unit.' },
  { words: ['override', 'rollup', 'indirect-credit', 'team-credit'], says: "Credit up the hierarchy, paid at the manager's own rate: see paycurve help managers. An override on what the team earns is a measure of payouts: see paycurve help groups." },
  { words: ['credit', 'overlay', 'double-credit'], says: 'A second rule credits somebody on top: see paycurve help credits.' },
  { words: ['split', 'split-credit', 'co-owner'], says: 'Shares of one transaction: see paycurve help split.' },
  { words: ['hurdle', 'qualifier'], says: 'A condition that must hold for a component to pay is paycurve mechanics gate. A hurdle that only withholds the better rate is a multiplier with when: see paycurve mechanics multiplier.' },
  { words: ['modifier', 'linkage', 'factor'], says: 'A factor on what was earned, by a condition, a formula or a table of another measure: see paycurve mechanics multiplier.' },
  { words: ['tier', 'slab', 'bracket', 'band', 'step', 'graduated', 'retroactive'], says: 'How a table of tiers is read is a required word: see paycurve mechanics tiers. Fixed amounts for bands are paycurve mechanics steps.' },
  { words: ['pay-curve', 'payout-curve', 'interpolation'], says: 'Points joined by straight lines are paycurve mechanics curve.' },
  { words: ['limit', 'maximum', 'soft-cap'], says: 'The most that is paid is paycurve mechanics cap; a lower rate above a point is a tier: paycurve mechanics tiers.' },
  { words: ['true-up', 'year-to-date', 'ytd', 'accumulation'], says: 'Paid to date, less what was earned before: see paycurve help accumulates. A measure to date alone: paycurve help window.' },
  { words: ['quota', 'attainment', 'goal', 'phasing', 'seasonality'], says: 'What was to be reached, and what happens without it: see paycurve help quota.' },
  { words: ['proration', 'joiner', 'leaver', 'ramp'], says: 'What is scaled by days in the plan: see paycurve help prorate. A ramp is a quota for each period of the first months: see paycurve help quota.' },
  { words: ['currency', 'fx', 'exchange-rate'], says: 'Conversion of sales and of pay: see paycurve help currencies.' },
  { words: ['hold', 'holdback', 'instalment', 'vesting', 'release'], says: 'Holding back a part until a later day is not built yet.' },
  { words: ['rank', 'ranking', 'leaderboard', 'league', 'prize'], says: 'Prizes by rank are paycurve mechanics contest; leagues are its across.' },
  { words: ['bonus-pool', 'pooled-commission', 'team-bonus', 'group', 'team'], says: 'An amount shared by a group is paycurve mechanics pool; what a team earned by a formula is shared by paycurve mechanics share-out; measures of stores, teams and the whole plan stand in paycurve help groups.' },
  { words: ['mbo', 'objective', 'kso', 'scorecard'], says: 'Scored goals are not built yet as such. Scores come as a source of their own: paycurve help measures has an example with weights, max: score takes one score for each period, and paycurve mechanics curve pays on it.' },
  { words: ['residual', 'trail', 'trailing-commission'], says: 'Each later payment is a row of its own at its rate: paycurve mechanics rate. For N months from the first payment: where: months(first_paid, date) < 12, see paycurve help formulas.' },
  { words: ['pay-when-paid', 'cash', 'milestone-payment', 'payment-event', 'booking'], says: 'A sale that is earned in parts, at booking, invoice and payment, is paycurve mechanics by-event.' },
  { words: ['precedence', 'house-account', 'territory'], says: 'Which credit rule goes before which is unless: see paycurve help credits. A vacant seat is a record of people with vacant: yes, see paycurve help people.' },
];

/** The sentence for a word, whatever its case and joints. */
export function tradeWord(word: string): string | undefined {
  const plain = word.toLowerCase().replace(/[_ ]/g, '-');
  return TRADE_WORDS.find(({ words }) => words.includes(plain) || words.includes(plain.replace(/s$/, '')))?.says;
}
