/** Codes P440–P459: bands of categories, objectives, streaks, milestones and choices. */
import type { CodeEntry } from '../codes.ts';

export const mechanicBonusCodes = {
  P440: {
    title: 'formula that pays deal by deal inside another',
    about: 'each-deal applies a formula to each deal, and choose takes one formula for the whole period. Tiers read per-deal go through the deals in order themselves, so there is nothing left to apply or to choose.',
    wrong: 'each-deal: { tiers: { read: per-deal, position: before, order: [order_date, order_id], rates: [{ to: 100, rate: 5% }, { rate: 8% }] } }',
    right: 'each-deal: { tiers: { read: whole, rates: [{ to: 100, rate: 5% }, { rate: 8% }] } }',
  },
  P441: {
    title: 'a way for neither yes nor no',
    about: 'A column of type yes/no has two values. A way with another name could never be taken, and the value that was meant would have none.',
    wrong: 'choose: { by: certified, ways: { certified: { rate: 5% }, no: { rate: 3% } } }',
    right: 'choose: { by: certified, ways: { yes: { rate: 5% }, no: { rate: 3% } } }',
  },
  P442: {
    title: 'milestone that pays nothing',
    about: 'A milestone pays an amount above zero once. An amount of zero or less would never be seen as paid.',
    wrong: 'milestone: { when: deals >= 10, pays: 0, reversal: kept }',
    right: 'milestone: { when: deals >= 10, pays: 500, reversal: kept }',
  },
  P443: {
    title: 'a streak of no whole number of periods',
    about: 'A streak is a number of periods in a row, this one included: a whole number from 2 to 60. One period in a row is a condition, and steps or a milestone say it.',
    wrong: 'streak: { when: deals >= 5, periods: 1, pays: 500, then: restart }',
    right: 'streak: { when: deals >= 5, periods: 3, pays: 500, then: restart }',
  },
  P444: {
    title: 'apportion where nothing is apportioned',
    about: 'Marginal tiers by another measure cut the measure paid on in proportion to the slices of that measure, and say so with apportion: by-index. Tables along the measure itself or its attainment cut it directly, and other readings do not cut by an index at all.',
    wrong: 'tiers: { read: whole, by: deals, apportion: by-index, rates: [{ to: 5, rate: 5% }, { rate: 8% }] }',
    right: 'tiers: { read: marginal, by: deals, apportion: by-index, rates: [{ to: 5, rate: 5% }, { rate: 8% }] }',
  },
  P445: {
    title: 'category that is no text',
    about: 'Category tiers have a rate for each value of a text column. Numbers and dates have no list of values; a lookup can say which class they belong to.',
    wrong: 'category-tiers: { category: discount, consume: by-date, bands: [{ rates: { low: 5% } }] }',
    right: 'category-tiers: { category: product, consume: by-date, bands: [{ rates: { Desk: 5% }, rate: 2% }] }',
  },
  P446: {
    title: 'categories and rates that do not match',
    about: 'A column that declares its values has a rate for each of them in every band, or a rate for all others, and no rate for anything else. A slip in a name would otherwise pay a category nothing, or stop the run on its first deal.',
    wrong: 'category-tiers: { category: type, consume: by-date, bands: [{ rates: { New: 5%, Renewel: 2% } }] }   # type: one of New, Renewal',
    right: 'category-tiers: { category: type, consume: by-date, bands: [{ rates: { New: 5%, Renewal: 2% } }] }',
  },
  P447: {
    title: 'bands of pay shared pro rata',
    about: 'How much of a deal lies in a band of pay depends on its rate, so deals are laid into such bands one after the other. Pro rata would need shares of a total that is not known before.',
    wrong: 'category-tiers: { category: type, by: pay, consume: pro-rata, bands: [{ to: 90_000, rate: 40% }, { rate: 30% }] }',
    right: 'category-tiers: { category: type, by: pay, consume: by-date, bands: [{ to: 90_000, rate: 40% }, { rate: 30% }] }',
  },
  P448: {
    title: 'a rising rate that does not rise',
    about: 'The rate rises from one attainment up to a higher one, by an amount for each part of attainment. Where these points do not rise, there is no line.',
    wrong: 'rising-rate: { rate: 5%, from: 100%, adds: 0.1%, per: 1%, up-to: 90% }',
    right: 'rising-rate: { rate: 5%, from: 100%, adds: 0.1%, per: 1%, up-to: 150% }',
  },
  P450: {
    title: 'column of an objective of another kind',
    about: 'A score and a weight are ratios, written 95% in the file, so that 95 cannot be taken for 95 % or for 9500 %. The name of an objective, its scorer and its evidence are texts.',
    wrong: 'objectives: { objective: goal, score: points, weight: weight, read: share, at-most: 100% }   # points: number',
    right: 'objectives: { objective: goal, score: score, weight: weight, read: share, at-most: 100% }   # score: ratio?',
  },
  P451: {
    title: 'weights of objectives',
    about: 'The weights of objectives make 100 % together. They stand in a ratio column of the scores, or in the plan where everybody has the same objectives, and in one place only.',
    wrong: 'objectives: { objective: goal, score: score, weights: { launch: 60%, training: 30% }, read: share, at-most: 100% }',
    right: 'objectives: { objective: goal, score: score, weights: { launch: 60%, training: 40% }, read: share, at-most: 100% }',
  },
  P452: {
    title: 'how a score counts is not said',
    about: 'Objectives read as a share say with "at-most" how much a single score can count: 100%, or more where an objective may be overfulfilled. Objectives read pass-fail say with "pass" from which score on they count.',
    wrong: 'objectives: { objective: goal, score: score, weight: weight, read: pass-fail }',
    right: 'objectives: { objective: goal, score: score, weight: weight, read: pass-fail, pass: 100% }',
  },
} as const satisfies Record<string, CodeEntry>;
