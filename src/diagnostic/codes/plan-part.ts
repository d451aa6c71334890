/** Codes P060–P075, P094–P099: a part of a plan that cannot be read by itself: dates, credits, measures. */
import type { CodeEntry } from '../codes.ts';

export const planPartCodes = {
  P060: {
    title: 'not a span of days',
    about: 'The field effective names the first and the last day of the plan, both included, with the word to between them. Dates are written YYYY-MM-DD.',
    wrong: 'effective: 01/02/2026 - 31/01/2027',
    right: 'effective: 2026-02-01 to 2027-01-31',
  },
  P061: {
    title: 'the plan ends before it begins',
    about: 'The last day of effective comes before the first. Both days are included, so a plan of one day names it twice.',
    wrong: 'effective: 2026-12-31 to 2026-01-01',
    right: 'effective: 2026-01-01 to 2026-12-31',
  },
  P064: {
    title: 'an unknown source',
    about: 'A credit rule takes its transactions from a source that is declared under data: in paycurve.yaml.',
    wrong: 'credits: { own: { from: sale, to: seller } }',
    right: 'credits: { own: { from: sales, to: seller } }',
  },
  P065: {
    title: 'an unknown column',
    about: 'The plan names a column that the source does not declare. Columns are declared in paycurve.yaml, under columns or lookups of the source.',
    wrong: 'credits: { own: { from: sales, to: saler } }',
    right: 'credits: { own: { from: sales, to: seller } }',
  },
  P066: {
    title: 'a column of another type',
    about: 'Who is credited stands in a column of type payee, and a share in a column of type ratio. Other types could hold anything.',
    wrong: 'columns: { seller: text }\n# credits: { own: { from: sales, to: seller } }',
    right: 'columns: { seller: payee }\n# credits: { own: { from: sales, to: seller } }',
  },
  P067: {
    title: 'a split gives away too much',
    about: 'Under split, others take their share and the payee under to keeps the rest, so the shares make at most 100 %. Credit on top of the whole is a rule of its own with share:.',
    wrong: 'own: { from: sales, to: seller, split: { co_owner: 60%, helper: 50% } }',
    right: 'own: { from: sales, to: seller, split: { co_owner: 40%, helper: 20% } }',
  },
  P068: {
    title: 'a share of nothing',
    about: 'A share is above zero. A share of 0 % would credit people with nothing, and a negative one would take away.',
    wrong: 'extra: { from: sales, to: specialist, share: 0% }',
    right: 'extra: { from: sales, to: specialist, share: 50% }',
  },
  P069: {
    title: 'nobody leads anybody',
    about: 'The rule credits managers, so the workspace must say who leads whom: a manager column of people, or a hierarchy with dates.',
    wrong: 'people: { file: people.csv, columns: { id: payee } }\n# credits: { team: { from: sales, to: managers of seller } }',
    right: 'people: { file: people.csv, columns: { id: payee, manager: payee? } }\n# credits: { team: { from: sales, to: managers of seller } }',
  },
  P070: {
    title: 'levels and splits',
    about: 'The field levels belongs to rules that credit managers: a number of levels, each in full, or a map with the share of each, and split to rules that credit the payee of the row.',
    wrong: 'own: { from: sales, to: seller, levels: 2 }',
    right: 'team: { from: sales, to: managers of seller, levels: { 1: 100%, 2: 50% } }',
  },
  P071: {
    title: 'a measure counts exactly one thing',
    about: 'A measure has one of sum, count, distinct, min, max, ratio and payouts. Two quantities are two measures.',
    wrong: 'measures:\n  sales: { sum: amount, count: transactions }',
    right: 'measures:\n  sales: { sum: amount }\n  deals: { count: transactions }',
  },
  P072: {
    title: 'an unknown credit rule',
    about: 'The field of names one or more rules under credits of the same plan, each once.',
    wrong: 'credits: { own: { from: sales, to: seller } }\nmeasures: { revenue: { sum: amount, of: owner } }',
    right: 'credits: { own: { from: sales, to: seller } }\nmeasures: { revenue: { sum: amount, of: own } }',
  },
  P073: {
    title: 'whose credits',
    about: 'The plan has several credit rules, so each measure says which of them it counts. With one rule it may be left out.',
    wrong: 'measures: { revenue: { sum: amount } }',
    right: 'measures: { revenue: { sum: amount, of: own } }',
  },
  P074: {
    title: 'one measure over two sources',
    about: 'A measure counts transactions of one source, because its formula names the columns of that source. Make one measure for each, and a component for each.',
    wrong: 'measures: { all: { sum: amount, of: [own_sales, own_services] } }',
    right: 'measures: { sales: { sum: amount, of: own_sales }, services: { sum: amount, of: own_services } }',
  },
  P075: {
    title: 'a ratio that cannot be formed',
    about: 'A ratio is one measure divided by another of the same plan, written NAME / NAME. Both are sums, counts, minima or maxima, and bring their own credits, filters and windows.',
    wrong: 'measures:\n  margin_pct: { ratio: sum(margin) / sum(amount) }',
    right: 'measures:\n  margin: { sum: margin }\n  revenue: { sum: amount }\n  margin_pct: { ratio: margin / revenue }',
  },
  P078: {
    title: 'the weights of a quota',
    about: 'Phasing by weights gives each period of a quota record its share of the quota. The weights are zero or more and make 100 %.',
    wrong: 'quota: { phasing: [20%, 30%, 20%, 20%] }',
    right: 'quota: { phasing: [20%, 30%, 20%, 30%] }',
  },
  P094: {
    title: 'a name that is a word of formulas',
    about: 'A measure, component or credit rule cannot be called like a word that formulas use, such as target, icr, quota or and: nobody could tell which is meant.',
    wrong: 'measures: { target: { sum: amount } }',
    right: 'measures: { revenue: { sum: amount } }',
  },
  P095: {
    title: 'no people to ask about',
    about: 'The plan is for people of a certain kind, but the workspace has no people file that says who is of that kind.',
    wrong: "for: role == 'AE'\n# and no people: in paycurve.yaml",
    right: 'people: { file: data/people.csv, columns: { id: payee, role: text } }',
  },
  P096: {
    title: 'paid in what',
    about: 'The field paid-in is a currency of three capital letters, or the name of a text column of people that holds one for each person.',
    wrong: 'paid-in: euro',
    right: 'paid-in: EUR',
  },
  P097: {
    title: 'an order in which deals can stand level',
    about: 'Where pay depends on the order of deals, the order must be complete: it ends with the id of the source, so that no two deals are equal in it and every run pays the same.',
    wrong: 'order: [order_date]',
    right: 'order: [order_date, order_id]',
  },
  P098: {
    title: 'a target for how long',
    about: 'A target incentive is an amount for a length of time: per period, per quarter, per half or per year. Each period takes its part of it.',
    wrong: 'target: target_incentive',
    right: 'target: target_incentive per year',
  },
  P099: {
    title: 'an unknown component',
    about: 'The field of names the components that a rule of adjust applies to: all, one name, or a list.',
    wrong: 'adjust: [ { cap: { at: 50_000, of: new_busines } } ]',
    right: 'adjust: [ { cap: { at: 50_000, of: new_business } } ]',
  },
} as const satisfies Record<string, CodeEntry>;
