/** Codes P460–P469: pools, contests, shared caps and budgets. */
import type { CodeEntry } from '../codes.ts';

export const mechanicGroupCodes = {
  P460: {
    title: 'an amount that is not one for all who share',
    about: "The fund of a pool, a shared cap and a budget are one amount for everybody who shares. They are numbers, or formulas over measures across the group (or a larger one) and over the column that tells the groups apart, such as if(store == 'N', 900, 600); results, targets and other columns differ from one person to the other.",
    wrong: 'pool: { fund: 2% * revenue, across: store, … }',
    right: 'measures: { store_sales: { sum: amount, across: store } }\npool: { fund: 2% * store_sales, across: store, … }',
  },
  P461: {
    title: 'shared cap or budget of zero or less',
    about: 'What several people can be paid together lies above zero. A cap or budget of zero would pay nobody.',
    wrong: 'shared-cap: { at: 0, across: team }',
    right: 'shared-cap: { at: 90_000, across: team }',
  },
  P462: {
    title: 'prizes that do not fall, or are zero',
    about: 'Prizes stand from the first place to the last: each is above zero and none is greater than the one before it.',
    wrong: 'prizes: [1_000, 2_000, 3_000]',
    right: 'prizes: [3_000, 2_000, 1_000]',
  },
  P463: {
    title: 'a contest that says twice or never what is won',
    about: 'A contest has prizes by place, or one prize for a top share of the group, or one for everybody at or above a percentile.',
    wrong: 'contest: { prizes: [300, 200], top: { share: 10%, count: up, prize: 500, least-group: 5 }, … }',
    right: 'contest: { prizes: [300, 200], … }',
  },
  P464: {
    title: 'prizes above the budget',
    about: 'The prizes together cost more than the budget of the contest. With ties: full each of those who tie gets the whole prize of the place, so two at the first place already cost it twice; such a contest has no greatest cost, and the run stops where the budget is passed.',
    wrong: 'prizes: [300, 200, 100], budget: 500',
    right: 'prizes: [300, 200, 100], budget: 600',
  },
  P465: {
    title: 'a share that is not one',
    about: 'The top share and the percentile of a contest lie above 0 % and below 100 %, the least size of a group is a whole number of people, and points have a value above zero.',
    wrong: 'top: { share: 10, count: up, prize: 500, least-group: 5 }',
    right: 'top: { share: 10%, count: up, prize: 500, least-group: 5 }',
  },
} as const satisfies Record<string, CodeEntry>;
