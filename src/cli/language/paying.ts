/** Pages about what is paid: `components`, `target`, `accumulates`, `prorate`, `adjust`. */
import type { LanguagePage } from './page.ts';

export const payingPages: readonly LanguagePage[] = [
  {
    name: 'components',
    about: 'what is paid: one formula each, and rules that change it',
    prose: `A component pays on one measure, by exactly one formula (rate, per-unit, rate-plus-fixed, tiers, accelerate, rising-rate, curve, steps, matrix, amount, rate-table, category-tiers, each-deal, milestone, streak, objectives, or best-of and choose among several). Rules such as gate, multiplier, floor and cap change what it earned, in an order that is the same in every plan: paycurve help order. paycurve mechanics NAME explains each. "commission on" and "bonus on" do not change the arithmetic; they say what the money is.`,
    fields: [{ of: 'plan', path: ['components', '*'], only: ['title', 'commission on', 'bonus on', 'for', 'otherwise', 'weight', 'target', 'accumulates', 'rounding'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
  deals: { count: transactions }
components:
  sales: { commission on: revenue, rate: 5%, gate: deals >= 2 }
  volume: { bonus on: deals, steps: { by: deals, bands: [ { from: 2, pays: 40 } ] } }`,
      given: { sales: ['T1,2026-02-01,ana,,1000', 'T2,2026-02-02,ana,,1000'] },
      work: 'Two deals open the gate and reach the band: 2,000 × 5 % + 40',
      pays: ['ana 2026-Q1: 140'],
    },
  },
  {
    name: 'target',
    about: 'target incentive, weights and the individual commission rate (icr)',
    prose: `The target incentive is what is paid when every result is exactly at target. State it for a length of time: an amount or a column of people, then per period, quarter, half or year. With "weight", a component takes its share of the people column target_incentive, or of the "target" that stands beside it, and all weights make 100 %: "weight: 70%" with "target: target_eur per year" is 70 % of target_eur.
A component with "for" applies to some people only. "otherwise" says what becomes of its weight for the rest: re-spread shares it among the other components, so that the whole target can still be earned; unpaid does not. The record of the last day in a period decides, targets count by days.
"icr" is target ÷ quota of the measure paid on: a person at quota earns exactly the target. "N% of target" is an amount in caps, floors, steps and curves.`,
    fields: [{ of: 'plan', path: ['components', '*'], only: ['target', 'weight', 'for', 'otherwise'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount, quota: { phasing: even } }
components:
  sales: { commission on: revenue, target: 400 per year, rate: icr, cap: 200% of target }`,
      given: { sales: ['T1,2026-02-01,ana,,1500', 'T2,2026-05-01,ana,,3000'], quotas: 'ana,revenue,2026-01-01,2026-12-31,4000', people: 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,\n' },
      work: 'A quarter: target 100, quota 1,000, so icr is 10 %. Q1: 1,500 × 10 %. Q2: 3,000 × 10 % = 300, cut to 200 % of 100',
      pays: ['ana 2026-Q1: 150', 'ana 2026-Q2: 200'],
    },
  },
  {
    name: 'accumulates',
    about: 'paid to date, less what was earned before (true-up)',
    prose: `A component that accumulates works out what is due for the window to date, with measures, quotas and targets to date, and pays what was not earned in it before. A slow start is made up, a return takes back what it had earned, and the amount of a period may be negative. A measure whose own window is written keeps it. Base, quota and attainment are then to date: the column of a table says so ("Attainment year to date"), and components.csv has it under window, beside amounts that are of the period.`,
    fields: [{ of: 'plan', path: ['components', '*'], only: ['accumulates'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
components:
  sales:
    commission on: revenue
    accumulates: year
    tiers: { read: marginal, rates: [ { to: 1_500, rate: 5% }, { rate: 10% } ] }`,
      given: { sales: ['T1,2026-02-01,ana,,1000', 'T2,2026-05-01,ana,,1000', 'T3,2026-08-01,ana,,-1000'] },
      work: 'Q1: 1,000 × 5 % = 50. Q2 to date: 1,500 × 5 % + 500 × 10 % = 125, less 50. Q3 to date: 1,000 × 5 % = 50, less 125',
      pays: ['ana 2026-Q1: 50', 'ana 2026-Q2: 75', 'ana 2026-Q3: -75'],
    },
  },
  {
    name: 'prorate',
    about: 'joiners and leavers: what is scaled by days',
    prose: `A person who is in the plan for a part of a period has that part's sales anyway. What else is scaled, by days in the plan ÷ days of the period, both ends counted, stands under "prorate"; without it nothing is, and a warning says so. "tiers" scales edges and thresholds in money or units (edges in % of quota move with the quota), and takes the quota share of a ramp too; "amounts" scales what steps, curves, milestones and interpolated tiers pay in money, and fixed amounts (shares of the target move with the target). In a component that accumulates they are scaled over its whole window. Rates never change.`,
    fields: [{ of: 'plan', path: [], only: ['prorate'] }],
    example: {
      yaml: `prorate: [quota, target]
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount, quota: { phasing: even } }
components:
  sales:
    commission on: revenue
    tiers:
      read: marginal
      by: attainment of revenue
      rates: [ { to: 100%, rate: 10% }, { rate: 20% } ]`,
      given: { sales: ['T1,2026-03-01,ana,,600'], quotas: 'ana,revenue,2026-01-01,2026-12-31,4000', people: 'id,from,start,end,role,rate,incentive,manager\nana,,2026-02-15,,AE,5%,,\n' },
      work: 'ana starts on 15 February: 45 of 90 days, quota 1,000 × 45/90 = 500. 500 × 10 % + 100 × 20 %',
      pays: ['ana 2026-Q1: 70'],
    },
  },
  {
    name: 'adjust',
    about: 'rules on the sum of components',
    prose: `Rules under "adjust" act on the sum of all components, or of those named with "of", in the order written. They come after the rounding of components and before the payment. Rules on what of it is paid now stand here too: paycurve help payments.`,
    fields: [{ of: 'plan', path: [], only: ['adjust'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
  deals: { count: transactions }
components:
  sales: { commission on: revenue, rate: 10% }
  deals: { commission on: deals, per-unit: 20 }
adjust:
  - cap: { at: 110, of: all }`,
      given: { sales: ['T1,2026-02-01,ana,,1000'] },
      work: '1,000 × 10 % + 20 = 120, cut to 110',
      pays: ['ana 2026-Q1: 110'],
    },
  },
  {
    name: 'employer-costs',
    about: 'what the employer owes on top of pay, such as social security',
    prose: `An employer cost is a rate on all that is paid (or, with "of", on what some components earned after the rules of the plan), up to a ceiling of that pay over a time. It is reported beside pay and never part of it: at the end of the table of a run, in JSON, in employer-costs.csv of --out, and in explain. A return gives back what lay below the ceiling.`,
    fields: [{ of: 'plan', path: ['employer-costs', '*'] }],
    example: {
      yaml: `employer-costs:
  social_security: { rate: 7.65%, ceiling: { at: 160_000, over: year } }
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
components:
  sales: { commission on: revenue, rate: 10% }`,
      given: { sales: ['T1,2026-03-01,ana,,10000'] },
      work: '10,000 × 10 % = 1,000; the employer owes 76.50 on top',
      pays: ['ana 2026-Q1: 1000'],
    },
  },
];
