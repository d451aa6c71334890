/** Codes P171–P129: groups of people in measures and components. */
import type { CodeEntry } from '../codes.ts';

export const planGroupCodes = {
  P171: {
    title: 'a column called like a word for groups',
    about: 'Under across: the words plan, company and reports name groups of their own, and here a column of the people file has one of these names. Nobody could tell which is meant, so give the column another name.',
    wrong: 'columns: { id: payee, plan: text }\nmeasures: { sales: { sum: amount, across: plan } }',
    right: 'columns: { id: payee, plan_name: text from plan }\nmeasures: { sales: { sum: amount, across: plan } }',
  },
  P172: {
    title: 'an unknown group',
    about: 'A group is everybody who has the same value in a text column of the people file (store, team, manager), or one of the words plan (everybody in this plan), company (everybody) and reports (whom the payee leads). A map names one group for all, { store: North }, or the group that stands in another column of the payee: { id: { of: manager } } is the manager of the payee.',
    wrong: 'store_sales: { sum: amount, across: stroe }',
    right: 'store_sales: { sum: amount, across: store }',
  },
  P173: {
    title: 'payouts of whom',
    about: 'A measure of payouts adds up what other people earn: payouts names all or some components, across says whose. It has no credit rules and no filter. The own pay of the payee never counts.',
    wrong: 'team_pay: { payouts: all }',
    right: 'team_pay: { payouts: all, across: reports }',
  },
  P174: {
    title: 'a quota of a group',
    about: 'Under quota, of: says whose quota a measure across a group is held against: the record of each payee, the sum of the quotas of the members, or a record that carries the name of the group. Where attainment is asked for it must be stated; a measure of one person has no choice.',
    wrong: 'store_sales: { sum: amount, across: store }\ngate: attainment of store_sales >= 100%',
    right: 'store_sales: { sum: amount, across: store, quota: { of: members } }\ngate: attainment of store_sales >= 100%',
  },
  P175: {
    title: 'a group where one person is needed',
    about: 'Pay that goes deal by deal, or an accumulating window, needs results of one person. A pool, a contest, a shared cap or a budget is worked out for a period and its members: a component that accumulates would pay earlier shares again when members change. Pay it in each period, or with over: in the last period of a window.',
    wrong: 'accumulates: year\npool: { … }',
    right: 'pool: { … }',
  },
  P176: {
    title: 'unknown components of others',
    about: 'A measure of payouts names components; no plan of the workspace has a component of this name.',
    wrong: 'team_pay: { payouts: new_busines, across: reports }',
    right: 'team_pay: { payouts: new_business, across: reports }',
  },
  P177: {
    title: 'pay beyond a budget',
    about: 'A budget is spent deal by deal, before multipliers, the floor, a clawback and the pay on what a credit cap cuts off. These would pay beyond the budget, or leave a part of it, so they cannot stand in the same component.',
    wrong: 'per-unit: 50\nbudget: { at: 10_000, across: plan, over: period }\nmultiplier: { times: 2, when: revenue >= 1_000 }',
    right: 'per-unit: 50\nbudget: { at: 10_000, across: plan, over: period }',
  },
  P178: {
    title: 'a rate match and the component whose rate it is',
    about: 'A rate match pays at the rate that a deal earned for somebody else. The component it names exists in a plan, pays deal by deal on a sum of money, and is no rate match itself; both look at the deals of the period.',
    wrong: 'rate-match: { of: sales_commision, unmatched: error }',
    right: 'rate-match: { of: sales_commission, unmatched: error }',
  },
} as const satisfies Record<string, CodeEntry>;
