/** Words of the trade that are no mechanic of their own: where what they mean is said here, or that it is not built yet. */
export interface TradeWord {
  readonly words: readonly string[];
  readonly says: string;
}

export const TRADE_WORDS: readonly TradeWord[] = [
  { words: ['spif', 'spiff', 'contest-bonus', 'sprint'], says: 'A SPIF is a component of its own, with its condition in the measure (where: product == … and order_date >= …), or a plan with the dates of the SPIF. It pays by paycurve mechanics per-unit or paycurve mechanics rate. A budget of its own is paycurve mechanics budget, which stops by the order of events, or paycurve mechanics shared-cap, which cuts everybody.' },
  { words: ['icr', 'commission-rate', 'ote', 'target-incentive', 'weight', 'target'], says: 'The individual commission rate is target incentive ÷ quota: rate: icr. See paycurve help target.' },
  { words: ['recoverable-draw', 'non-recoverable-draw', 'weekly-draw', 'recovery', 'draw-balance'], says: 'A draw whose top-up is paid back later is paycurve mechanics draw; one that is not paid back is paycurve mechanics guarantee; money on top of what is earned is paycurve mechanics advance. All of them: paycurve help payments.' },
  { words: ['product-rate', 'rate-matrix', 'rate-by-product', 'discount-rate', 'rate-card'], says: 'A rate by product, discount, term or other columns of the deal, and by its size together with them, is paycurve mechanics rate-table.' },
  { words: ['transaction-tiers', 'deal-size', 'rate-by-size', 'per-transaction'], says: 'A rate that the size of each deal decides is paycurve mechanics each-deal, with tiers in it; size together with product, term or discount is paycurve mechanics rate-table.' },
  { words: ['category-rate', 'two-rate-columns', 'minimum-before-commission', 'consumed-minimum', 'product-tiers'], says: 'Bands that all categories fill together, with a rate for each category, are paycurve mechanics category-tiers; a first band with rate: 0% is a minimum consumed by date or pro rata.' },
  { words: ['accelerator-points', 'points-accelerator', 'linear-accelerator'], says: 'A rate that rises evenly with attainment is paycurve mechanics rising-rate.' },
  { words: ['uplift', 'boost', 'commission-on-commission', 'sequenced', 'payout-of'], says: 'A share of what another component earned is amount: 50% * payout of NAME, before that is rounded: see paycurve mechanics amount.' },
  { words: ['linear-bonus'], says: 'A bonus that follows attainment in a straight line is amount: target * attainment of NAME (paycurve mechanics amount), or paycurve mechanics curve, which can end.' },
  { words: ['growth', 'baseline', 'year-over-year', 'yoy', 'last-year', 'prior-year'], says: 'Growth is growth(revenue, before) with a measure before: { sum: amount, window: previous-year }; it is not applicable without a baseline above zero. It can decide steps, curve or whole tiers, or stand in paycurve mechanics amount. See paycurve help window. Last year may also be a quota of its own: attainment of NAME - 100%.' },
  { words: ['streak-bonus', 'consistency', 'consecutive', 'in-a-row'], says: 'A bonus for several periods in a row is paycurve mechanics streak.' },
  { words: ['joint-gate', 'combined-gate'], says: 'Several conditions stand in one gate, joined by and or or: gate: a + b > 90% * (quota of a + quota of b) and attainment of a > 70%. See paycurve mechanics gate.' },
  { words: ['minimum-qualifier', 'show-rate'], says: 'Units that count only at a rate: a ratio of two measures in a gate, such as gate: show_rate >= 75%. Without rows the rate is not known and the gate is closed: see paycurve mechanics gate.' },
  { words: ['several-quotas', 'multiple-quotas', 'category-quota', 'weighted-attainment', 'joint-attainment'], says: 'Several quotas in one component are a formula: by: 60% * attainment of a + 40% * attainment of b, or (a + b) / (quota of a + quota of b); min(…) means all of them. It stands in curve, steps, whole tiers, or in paycurve mechanics amount.' },
  { words: ['plan-variant', 'attribute', 'certified', 'table-by-attribute'], says: 'A table that a property of the person chooses is paycurve mechanics choose. A component for some people only has for: and a formula: see paycurve help components.' },
  { words: ['re-spread', 'respread', 'weight-not-applicable', 'not-applicable'], says: 'A component with for: applies to some people only; otherwise: re-spread gives its weight to the others, otherwise: unpaid does not: see paycurve help target.' },
  { words: ['quota-credit-factor', 'credit-multiplier', 'rate-multiplier'], says: "A factor on the credit stands in the measure, sum: amount * if(type == 'New', 2, 1), and moves tiers and attainment; a factor on the rate is paycurve mechanics multiplier." },
  { words: ['bonus-then-commission', 'lump', 'lump-sum'], says: 'A bonus up to target that turns into commission is two components, a curve that ends flat at 100% and tiers that begin there. A lump at a threshold with a rate above it is a threshold before paycurve mechanics rate-plus-fixed.' },
  { words: ['greater-of', 'higher-of', 'commission-against-guarantee'], says: 'The greatest of several formulas is paycurve mechanics best-of.' },
  { words: ['base-plus-commission', 'retainer', 'flat-amount'], says: 'A fixed amount beside a rate is paycurve mechanics rate-plus-fixed. Salary is not incentive pay and does not belong into a plan.' },
  { words: ['minimum-commission', 'minimum-per-deal'], says: 'The least that each deal pays is paycurve mechanics deal-minimum; the least of a period is paycurve mechanics floor.' },
  { words: ['windfall', 'mega-deal', 'bluebird', 'per-deal-cap'], says: 'The most of one deal that counts, for pay and attainment, is paycurve mechanics credit-cap; the most that it pays is paycurve mechanics deal-cap. To pay it in parts, put such deals into a measure and component of their own (where: abs(amount) >= 100_000) and name that under of in paycurve mechanics instalments.' },
  { words: ['multi-year', 'tcv', 'acv', 'contract-value', 'contract-term', 'first-year-value'], says: 'The measure says what of a contract counts: monthly * months is all of it, monthly * min(months, 12) its first year, and a factor by the term is if(months >= 24, 1.1, 1); a rate by the term is paycurve mechanics rate-table. To pay each year when it is billed, see paycurve help events.' },
  { words: ['minimum', 'keep-whole'], says: 'A least amount that belongs to the formula of pay is a floor: paycurve mechanics floor. A promised minimum for a time, with a report line of its own, is paycurve mechanics guarantee.' },
  { words: ['chargeback', 'return', 'returns', 'cancellation', 'reversal', 'lapse', 'recapture'], says: 'A return is a row of its own that names its original: see paycurve help returns. What it takes back is paycurve mechanics clawback.' },
  { words: ['overage', 'top-band'], says: 'Everything above quota at the rate of the highest tier reached is tiers with read: overage: see paycurve mechanics tiers.' },
  { words: ['accelerator', 'decelerator'], says: 'A rate that changes above a point is paycurve mechanics accelerate, or a tier: paycurve mechanics tiers.' },
  { words: ['fast-start', 'early-bird'], says: 'A bonus for the first part of a year is a milestone on a measure with its last day (where: order_date <= 2026-03-01), in a component with accumulates: year; a quota of its own says what is to be reached by then: see paycurve mechanics milestone. Its sales count in other components too.' },
  { words: ['kicker', 'club', 'one-time-bonus'], says: 'An amount that is paid once in a year when something is reached is paycurve mechanics milestone, which says whether a later return takes it back. Several levels are steps in a component with accumulates: year: paycurve mechanics steps.' },
  { words: ['bounty', 'piece-rate'], says: 'An amount for each unit is paycurve mechanics per-unit.' },
  { words: ['override', 'rollup', 'indirect-credit', 'team-credit'], says: "Credit up the hierarchy, paid at the manager's own rate: see paycurve help managers. An override on what the team earns is a measure of payouts: see paycurve help groups." },
  { words: ['credit', 'overlay', 'double-credit'], says: 'A second rule credits somebody on top: see paycurve help credits.' },
  { words: ['split', 'split-credit', 'co-owner'], says: 'Shares of one transaction: see paycurve help split.' },
  { words: ['hurdle', 'qualifier'], says: 'A condition that must hold for a component to pay is paycurve mechanics gate. A hurdle that only withholds the better rate is a rate with if: { rate: "if(attainment of b >= 95%, 4%, 2%)" } in paycurve mechanics tiers, or a multiplier with when: paycurve mechanics multiplier.' },
  { words: ['modifier', 'linkage', 'factor'], says: 'A factor on what was earned, by a condition, a formula or a table of another measure: see paycurve mechanics multiplier.' },
  { words: ['tier', 'slab', 'bracket', 'band', 'step', 'graduated', 'retroactive'], says: 'How a table of tiers is read is a required word: see paycurve mechanics tiers. Fixed amounts for bands are paycurve mechanics steps.' },
  { words: ['pay-curve', 'payout-curve', 'interpolation'], says: 'Points joined by straight lines are paycurve mechanics curve.' },
  { words: ['limit', 'maximum', 'soft-cap'], says: 'The most that is paid is paycurve mechanics cap; a lower rate above a point is a tier: paycurve mechanics tiers.' },
  { words: ['true-up', 'year-to-date', 'ytd', 'accumulation'], says: 'Paid to date, less what was earned before: see paycurve help accumulates. A measure to date alone: paycurve help window.' },
  { words: ['quota', 'attainment', 'goal', 'phasing', 'seasonality'], says: 'What was to be reached, and what happens without it: see paycurve help quota.' },
  { words: ['proration', 'joiner', 'leaver'], says: 'What is scaled by days in the plan: see paycurve help prorate; which days count: paycurve help days.' },
  { words: ['ramp-up', 'new-hire', 'onboarding'], says: 'Smaller quotas and other rates in the first months of service: see paycurve help ramp.' },
  { words: ['leave', 'leave-of-absence', 'part-time', 'fte', 'holiday', 'working-day'], says: 'Days that do not count, or count for a part: see paycurve help days and paycurve help leaves.' },
  { words: ['paid-leave', 'sick-pay', 'holiday-pay'], says: 'Pay for days on leave is paycurve mechanics leave-pay.' },
  { words: ['relief', 'quota-adjustment'], says: 'What is taken off a quota, with reason and approver: see paycurve help quota-relief. A quota that changes inside its year: paycurve help quota.' },
  { words: ['currency', 'fx', 'exchange-rate', 'budget-rate', 'plan-rate'], says: 'Conversion of sales and of pay: see paycurve help currencies.' },
  { words: ['holdback', 'vesting', 'release', 'forfeit', 'retention'], says: 'A share of pay that waits for a date, some periods, a condition or a hand is paycurve mechanics hold. Parts over several periods are paycurve mechanics instalments.' },
  { words: ['carry-forward', 'negative-carry', 'carryover'], says: 'A negative result that later pay makes up for is paycurve mechanics negative; the excess over a most that is paid now is paycurve mechanics payment-cap; small amounts that wait are paycurve mechanics minimum-payment.' },
  { words: ['manual-adjustment', 'adjustment', 'balance', 'payment', 'payable'], says: 'What stands between earned and paid, manual entries and balances: see paycurve help payments.' },
  { words: ['mbo', 'objective', 'kso', 'management-objectives'], says: 'Scored objectives come as a source of their own, one row for each person, period and objective: see paycurve mechanics objectives.' },
  { words: ['scorecard', 'balanced-scorecard'], says: 'Scores that are weighed are paycurve mechanics objectives; a table or curve on their weighed total is a ratio of two measures, points: { sum: weight * min(score, 120%) } ÷ weights, with paycurve mechanics curve. paycurve help measures has an example.' },
  { words: ['rank', 'ranking', 'leaderboard', 'league', 'prize'], says: 'Prizes by rank are paycurve mechanics contest; leagues are its across.' },
  { words: ['bonus-pool', 'pooled-commission', 'team-bonus', 'group', 'team'], says: 'An amount shared by a group is paycurve mechanics pool; what a team earned by a formula is shared by paycurve mechanics share-out; measures of stores, teams and the whole plan stand in paycurve help groups.' },
  { words: ['anniversary', 'policy-year', 'first-year', 'renewal-year'], says: 'Years since a date go by full months: if(months(issued, date) < 12, 70%, if(months(issued, date) < 84, 2%, 0%)) is 70 % in the first policy year and 2 % through the seventh. See paycurve help formulas.' },
  { words: ['residual', 'trail', 'trailing-commission'], says: 'Each later payment is a row of its own at its rate: paycurve mechanics rate. For N months from the first payment: where: months(first_paid, date) < 12, see paycurve help formulas.' },
  { words: ['pay-when-paid', 'cash', 'milestone-payment', 'payment-event', 'booking', 'event', 'part-payment', 'partial-payment', 'invoice', 'paid-invoice', 'collection', 'cash-receipt', 'split-payment', 'refund'], says: 'A sale that is earned in parts, at booking, invoice and payment, is paycurve mechanics by-event; its sources, part payments and refunds: paycurve help events. A sale that is cancelled: paycurve help returns.' },
  { words: ['anniversary', 'policy-year', 'contract-year', 'renewal-year'], says: 'The year of a policy or contract is years(issued, date) + 1, months are months(from, to), days a difference of dates: see paycurve help formulas.' },
  { words: ['precedence', 'house-account', 'territory'], says: 'Which credit rule goes before which is unless: see paycurve help credits. A vacant seat is a record of people with vacant: yes, see paycurve help people.' },
];

/** The sentence for a word, whatever its case and joints. */
export function tradeWord(word: string): string | undefined {
  const plain = word.toLowerCase().replace(/[_ ]/g, '-');
  return TRADE_WORDS.find(({ words }) => words.includes(plain) || words.includes(plain.replace(/s$/, '')))?.says;
}
