/** Pages about what is counted: `measures`, `window`, `quota`. */
import type { LanguagePage } from './page.ts';

export const measuringPages: readonly LanguagePage[] = [
  {
    name: 'measures',
    about: 'what is counted: sums, counts, ratios',
    prose: `A measure counts what crediting rules credited: exactly one of sum, count, distinct, min, max, ratio or payouts (what others earn, paycurve help groups). A formula names columns of the source; money is converted into the currency of the plan first. A ratio divides two other measures and follows their windows; 0 ÷ 0 is not applicable, never zero.
A ratio column, such as a score of 95%, is not summed: "max: score" takes the one score that a person has for each period, weighted scores are a ratio of two sums as below, and scores that are points (95) belong in a column declared as number. score * 100 is a number too, never money.`,
    fields: [{ of: 'plan', path: ['measures', '*'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount, where: type == 'New' }
  deals: { count: transactions }
  a_deal: { ratio: revenue / deals }
components:
  new: { commission on: revenue, rate: 10%, gate: a_deal >= 400 }`,
      given: { sales: ['T1,2026-02-01,ana,,1000,USD,New', 'T2,2026-02-02,ana,,200,USD,Renewal'] },
      work: 'revenue 1,000 in 2 deals, 500 a deal reach 400: 1,000 × 10 %',
      pays: ['ana 2026-Q1: 100'],
    },
    another: {
      yaml: `# Objectives (MBO): paycurve.yaml has a source "scores" with weight: number and score: ratio
credits:
  goals: { from: scores, to: person }
measures:
  points: { sum: weight * score, of: goals }
  weights: { sum: weight, of: goals }
  mbo: { ratio: points / weights }
components:
  objectives:
    bonus on: mbo
    target: incentive per year
    curve: { by: mbo, points: { 0%: 0%, 100%: 100%, 120%: 120% }, above: flat }`,
      given: { sales: [], scores: ['ana,2026-03-31,launch,60,100%', 'ana,2026-03-31,training,40,50%'] },
      work: '60 × 100 % + 40 × 50 % = 80 of 100 points is 80 %: 80 % of the target of a quarter, 12,000 ÷ 4',
      pays: ['ana 2026-Q1: 2400'],
    },
  },
  {
    name: 'window',
    about: 'the time a measure looks at',
    prose: `Without a window a measure is of the period that is paid. "year-to-date" and its kin count from the first day of the window; "rolling N" is the last N periods, and with "mean" their mean, by all N or by those in which the person is in the plan; "previous" the period before; "previous-year" the period at the same place of the year before, for growth, and "previous-year-to-date" that year up to there. Rows of the year before count for these two also where the plan did not hold yet, or the person was in another one. In a component that accumulates, measures without a written window are read to date by themselves: see paycurve help accumulates.`,
    fields: [{ of: 'plan', path: ['measures', '*'], only: ['window', 'mean'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
  this_year: { sum: amount, window: year-to-date }
components:
  sales: { commission on: revenue, rate: 5%, multiplier: { times: 120%, when: this_year >= 1_500 } }`,
      given: { sales: ['T1,2026-02-01,ana,,1000', 'T2,2026-05-01,ana,,1000'] },
      work: 'Q1: 1,000 × 5 %. Q2: 2,000 this year reach 1,500, so 1,000 × 5 % × 120 %',
      pays: ['ana 2026-Q1: 50', 'ana 2026-Q2: 60'],
    },
    another: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
  year_before: { sum: amount, window: previous-year }
  growth: { ratio: revenue / year_before }
components:
  sales: { commission on: revenue, rate: 5%, gate: growth > 110% }`,
      given: { sales: ['T1,2025-02-01,ana,,1000', 'T2,2025-05-01,ana,,1000', 'T3,2026-02-01,ana,,1100', 'T4,2026-05-01,ana,,1200'] },
      work: 'Q1: 1,100 ÷ 1,000 of a year before is 110 %, not more. Q2: 1,200 ÷ 1,000 is 120 %, so 1,200 × 5 %',
      pays: ['ana 2026-Q2: 60'],
    },
  },
  {
    name: 'quota',
    about: 'what was to be reached, attainment, and what happens without one',
    prose: `"attainment of MEASURE" is the measure ÷ its quota, exact and without limit. Quotas are records of a person, a measure and days, both included. A record that covers several periods needs "phasing". A row with a day under changed changes the quota of the same days: replace (the rest of the year shares what is left of the new amount), from-date (a new pace from that day) or restate (as if it had always been so). No quota is not a quota of zero: each stops the run until the measure says what then counts. A quota in another currency than the plan is converted once, at the rate of the first day of its record, for all periods of the record, like a budget rate, unless convert-at says another day for quotas; for rates of a plan see paycurve help currencies.
A record of a quarter is not three months: without phasing it does not fit them. Results to date are held against the quota to date; "window: whole" holds them against that of the whole quarter (or year) from its first month on.
An individual commission rate (icr) is target ÷ quota: see paycurve help target.`,
    fields: [{ of: 'plan', path: ['measures', '*', 'quota'] }, { of: 'workspace', path: ['quotas'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount, quota: { phasing: even, missing: not-applicable } }
components:
  sales:
    commission on: revenue
    tiers:
      read: marginal
      by: attainment of revenue
      rates: [ { to: 100%, rate: 10% }, { rate: 20% } ]`,
      given: { sales: ['T1,2026-02-01,ana,,1500'], quotas: 'ana,revenue,2026-01-01,2026-12-31,4000' },
      work: 'A quarter of 4,000 is 1,000: 1,000 × 10 % + 500 × 20 %',
      pays: ['ana 2026-Q1: 200'],
    },
  },
];
