/** Codes P062–P063, P076–P094, P100–P199: parts of a plan that do not fit together, or do not fit the workspace. */
import type { CodeEntry } from '../codes.ts';

export const planMeaningCodes = {
  P062: {
    title: 'two versions on one day',
    about: 'Files with the same plan id are versions of one plan, so their days may not overlap: a sale must be paid under exactly one of them.',
    wrong: 'plan: ae            # a.yaml\neffective: 2026-01-01 to 2026-12-31\n---\nplan: ae            # b.yaml\neffective: 2026-07-01 to 2027-06-30',
    right: 'plan: ae            # a.yaml\neffective: 2026-01-01 to 2026-06-30\n---\nplan: ae            # b.yaml\neffective: 2026-07-01 to 2027-06-30',
  },
  P063: {
    title: 'a window that began under an earlier version',
    about: 'Something in this version looks back to days on which an earlier version held. The plan says whether the window counts on across versions or starts again; both are usual, and they pay differently.',
    wrong: 'plan: ae\neffective: 2026-07-01 to 2026-12-31\ncomponents: { sales: { commission on: revenue, accumulates: year, rate: 5% } }',
    right: 'plan: ae\neffective: 2026-07-01 to 2026-12-31\non-version-change: accumulate\ncomponents: { sales: { commission on: revenue, accumulates: year, rate: 5% } }',
  },
  P076: {
    title: 'one name for two things',
    about: 'A measure and a column of people have the same name. A formula could mean either, and would silently take one. Rename the measure.',
    wrong: 'measures: { salary: { sum: amount } }',
    right: 'measures: { revenue: { sum: amount } }',
  },
  P077: {
    title: 'a window the calendar does not know',
    about: 'A window is made of whole periods: a year of thirteen periods has no quarters, and a calendar of halves has none either. A calendar from a file knows the windows that have a column there.',
    wrong: 'calendar: halves\nmeasures: { revenue: { sum: amount, window: quarter-to-date } }',
    right: 'calendar: quarters\nmeasures: { revenue: { sum: amount, window: year-to-date } }',
  },
  P079: {
    title: 'a component pays on exactly one measure',
    about: 'A component says commission on: or bonus on: and names one measure. The words do not change the arithmetic; they say in reports what the money is.',
    wrong: 'components: { sales: { rate: 5% } }',
    right: 'components: { sales: { commission on: revenue, rate: 5% } }',
  },
  P080: {
    title: 'an unknown measure',
    about: 'The plan names a measure that is not declared under its measures.',
    wrong: 'components: { sales: { commission on: revenu, rate: 5% } }',
    right: 'components: { sales: { commission on: revenue, rate: 5% } }',
  },
  P081: {
    title: 'a component that does not say how it pays',
    about: 'Besides gates, multipliers, floors and caps, which change an amount, each component has one formula that makes it: rate, per-unit, rate-plus-fixed, tiers, accelerate, curve, steps, matrix, rate-table or best-of.',
    wrong: 'components: { sales: { commission on: revenue, cap: 1_000 } }',
    right: 'components: { sales: { commission on: revenue, rate: 5%, cap: 1_000 } }',
  },
  P082: {
    title: 'a component that pays in two ways',
    about: 'Each component has exactly one formula. Two ways of paying are two components; their sum is what the plan pays.',
    wrong: 'components: { sales: { commission on: revenue, rate: 5%, steps: { bands: [ { from: 80%, pays: 500 } ] } } }',
    right: 'components:\n  sales: { commission on: revenue, rate: 5% }\n  extra: { bonus on: revenue, steps: { bands: [ { from: 80%, pays: 500 } ] } }',
  },
  P083: {
    title: 'components that wait for each other',
    about: 'A component may use what another one pays, but not in a circle: then none of them could be computed first. The message shows the circle.',
    wrong: "components:\n  a: { commission on: revenue, rate: 5%, gate: payout of b > 0 }\n  b: { commission on: revenue, rate: 1%, gate: payout of a > 0 }",
    right: "components:\n  a: { commission on: revenue, rate: 5%, gate: payout of b > 0 }\n  b: { commission on: revenue, rate: 1% }",
  },
  P084: {
    title: 'weights that do not make 100 %',
    about: 'Weights share one target incentive among components. Where one component has a weight, all weights together make 100 %; a component without one stands outside. A weight is above zero.',
    wrong: 'components:\n  a: { commission on: revenue, weight: 70%, rate: icr }\n  b: { commission on: units, weight: 20%, per-unit: icr }',
    right: 'components:\n  a: { commission on: revenue, weight: 80%, rate: icr }\n  b: { commission on: units, weight: 20%, per-unit: icr }',
  },
  P085: {
    title: 'no target to pay a share of',
    about: 'The component pays a share of its target incentive, or an individual commission rate (icr), which is target ÷ quota. It needs target: and an amount for a length of time, or weight: where people have a column target_incentive.',
    wrong: 'components: { sales: { commission on: revenue, rate: icr } }',
    right: 'components: { sales: { commission on: revenue, target: target_incentive per year, rate: icr } }',
  },
  P086: {
    title: 'no quotas to measure attainment by',
    about: 'Attainment is measure ÷ quota, so the workspace needs quotas for that measure. Where the quota file calls the measure otherwise, say so under quota: of the measure.',
    wrong: 'quotas: { file: q.csv, measure: bookings, columns: { payee: payee, from: date, to: date, amount: money } }\n# measures: { revenue: { sum: amount } } with attainment of revenue',
    right: '# measures: { revenue: { sum: amount, quota: { measure: bookings } } }',
  },
  P087: {
    title: 'a quota in another unit',
    about: 'A measure of money is held against a quota of money, and a number against a number. Between two currencies there must be exchange rates.',
    wrong: 'quotas: { file: q.csv, measure: revenue, columns: { payee: payee, from: date, to: date, amount: number } }',
    right: 'quotas: { file: q.csv, measure: revenue, columns: { payee: payee, from: date, to: date, amount: money(USD) } }',
  },
  P088: {
    title: 'rounding deals that are not paid one by one',
    about: 'With rounding at transaction each deal is paid a rounded amount, which only formulas that pay deal by deal can do. Curves, steps and matrices pay on the whole period.',
    wrong: 'rounding: { mode: half-up, at: transaction }\ncomponents: { extra: { bonus on: revenue, steps: { bands: [ { from: 80%, pays: 500 } ] } } }',
    right: 'components: { extra: { bonus on: revenue, rounding: { mode: half-up, at: component }, steps: { bands: [ { from: 80%, pays: 500 } ] } } }',
  },
  P089: {
    title: 'two currencies and no exchange rates',
    about: 'Money of another currency, or of a currency in each row, is converted into the currency of the plan, and pay into the currency of payment. Both need exchange-rates in paycurve.yaml; no rate is ever assumed.',
    wrong: 'currency: USD\n# data: { sales: { columns: { amount: money(EUR) } } }, and no exchange-rates:',
    right: 'exchange-rates: { file: data/rates.csv, columns: { date: date, from: text, to: text, rate: number } }',
  },
  P090: {
    title: "people's money in another currency",
    about: "Amounts of people, such as a target incentive, are used as they stand, so they must be in the currency of the plan. For people who are paid in several currencies, state targets in the plan's currency and name paid-in.",
    wrong: 'currency: USD\n# people: { columns: { target_incentive: money(EUR) } }',
    right: 'currency: EUR\n# people: { columns: { target_incentive: money(EUR) } }',
  },
  P091: {
    title: 'a measure that nothing is paid by',
    about: 'The measure is declared, but no component pays on it, asks for it or divides it. That is allowed, and often a sign that a component names another measure by mistake.',
    wrong: 'measures: { revenue: { sum: amount }, units: { sum: quantity } }\ncomponents: { sales: { commission on: revenue, rate: 5% } }',
    right: 'measures: { revenue: { sum: amount } }\ncomponents: { sales: { commission on: revenue, rate: 5% } }',
  },
  P092: {
    title: 'credits that no measure counts',
    about: 'The rule credits people with transactions, but no measure counts them, so nothing is paid for them.',
    wrong: 'credits: { own: { from: sales, to: seller }, extra: { from: sales, to: helper } }\nmeasures: { revenue: { sum: amount, of: own } }',
    right: 'measures: { revenue: { sum: amount, of: own }, help: { sum: amount, of: extra } }',
  },
  P093: {
    title: 'an unusual number of quota weights',
    about: 'Weights stand one for each period that a quota record covers. The number given is that of no quarter, half year or year of the calendar; a record that covers just as many periods makes it right.',
    wrong: 'calendar: quarters\n# measures: { revenue: { sum: amount, quota: { phasing: [40%, 30%, 30%] } } }',
    right: 'quota: { phasing: [20%, 30%, 20%, 30%] }',
  },
  P100: {
    title: 'a component that accumulates a measure of another window',
    about: 'A component that accumulates pays on the measure to date and deducts what it paid before. A measure whose own window is written keeps that window, so the deduction would be from an amount that does not contain what was paid.',
    wrong: 'measures: { revenue: { sum: amount, window: rolling 3 } }\ncomponents: { sales: { commission on: revenue, accumulates: year, rate: 5% } }',
    right: 'measures: { revenue: { sum: amount } }\ncomponents: { sales: { commission on: revenue, accumulates: year, rate: 5% } }',
  },
  P101: {
    title: 'deals of a measure that is no sum',
    about: 'Pay that goes deal by deal, and a minimum or a cap for each deal, need a formula that can pay so and a measure that each deal adds to: a sum or a count. A maximum, a count of different values or a ratio has no part that belongs to a single deal.',
    wrong: 'measures: { customers: { distinct: customer } }\ncomponents: { new: { commission on: customers, tiers: { read: per-deal, position: before, order: [order_id], rates: [ { rate: 20 } ] } } }',
    right: 'measures: { deals: { count: transactions } }\ncomponents: { new: { commission on: deals, tiers: { read: per-deal, position: before, order: [order_id], rates: [ { rate: 20 } ] } } }',
  },
  P102: {
    title: 'a share above one without %',
    about: 'A share of a transaction or of the target is read as it stands: 50 is fifty times the whole, and nearly always 50 % was meant. As with rates, a share above one is therefore written with its percent sign: 50% for half, 5000% for fifty times.',
    wrong: 'credits: { team: { from: sales, to: seller, share: 50 } }',
    right: 'credits: { team: { from: sales, to: seller, share: 50% } }',
  },
  P103: {
    title: 'a cap that is not called one',
    about: 'Interpolated tiers end at a last point, and what lies above it earns nothing. People who are paid by the plan will call it a cap. When it is meant, say so with cap: and its amount, which changes nothing else; when it is not, add a tier.',
    wrong: 'tiers: { read: interpolated, by: attainment of revenue, rates: [ { to: 140%, amount: 200% of target } ] }',
    right: 'tiers: { read: interpolated, by: attainment of revenue, rates: [ { to: 140%, amount: 200% of target } ] }\ncap: 200% of target',
  },
  P104: {
    title: 'a version that accumulates in another currency',
    about: 'A version that accumulates takes off what earlier versions earned in the window. Amounts of two currencies cannot be taken off each other. Begin anew with the new version, or keep the plan in its currency and pay in another one.',
    wrong: 'plan: ae            # until June in USD\neffective: 2026-07-01 to 2026-12-31\ncurrency: EUR\non-version-change: accumulate',
    right: 'plan: ae            # until June in USD\neffective: 2026-07-01 to 2026-12-31\ncurrency: EUR\non-version-change: restart',
  },
} as const satisfies Record<string, CodeEntry>;
