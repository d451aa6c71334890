/** Codes of group T: the cases of plans, `X.test.yaml`. */
import type { CodeEntry } from '../codes.ts';

export const testCodes = {
  T001: {
    title: 'a case fails',
    about: 'A plan does not pay what a case beside it expects. The report shows each figure that differs, what was expected and what was found, the arithmetic that the case gives, and how the found amount came about. Either the plan changed and the case has to follow, or the plan is wrong.',
    wrong: 'expect:\n  - { payee: ana, period: 2026-Q1, component: new_business, earned: "20,000.00" }   # the plan pays 19,999.99',
    right: 'expect:\n  - { payee: ana, period: 2026-Q1, component: new_business, earned: "19,999.99" }',
  },
  T002: {
    title: 'a table that the workspace does not have',
    about: 'Cases give people, quotas, rows and tables under the names that paycurve.yaml declares. This name is none of them, so what stands under it would never be read.',
    wrong: 'rows:\n  sale: |',
    right: 'rows:\n  sales: |',
  },
  T003: {
    title: 'a name that no plan has',
    about: 'A case expects something of a plan, component, measure or credit rule that is in none of the plans it is run against.',
    wrong: '- { payee: ana, period: 2026-Q1, component: new_busines, earned: "20,000.00" }',
    right: '- { payee: ana, period: 2026-Q1, component: new_business, earned: "20,000.00" }',
  },
  T004: {
    title: 'an expected value that cannot be read',
    about: 'Expected values are exact texts: digits with a decimal point, commas between thousands if wanted, a percent sign or a fraction. `n/a` says that a quota or an attainment is not applicable. Nothing is rounded before it is compared.',
    wrong: 'earned: "20.000,00 USD"',
    right: 'earned: "20,000.00"',
  },
  T005: {
    title: 'two cases of one name',
    about: 'A case is known by its name, in reports and in test panes of CI. Two of one name could not be told apart.',
    wrong: '- name: the cap holds\n- name: the cap holds',
    right: '- name: the cap holds in a quarter\n- name: the cap holds over the year',
  },
  T006: {
    title: 'a case that expects nothing',
    about: 'A case without `expect`, `credits`, `excluded`, `problems` or `warnings` can never fail, so it shows nothing. `expect: []` says that nobody earns anything.',
    wrong: '- name: returns take back\n  rows: { sales: … }',
    right: '- name: returns take back\n  rows: { sales: … }\n  expect:\n    - { payee: ana, period: 2026-Q1, component: new_business, earned: "-40.00" }',
  },
  T007: {
    title: 'a table of cases that does not fit its case',
    about: 'Under `table` each line gives the same names, and each name stands somewhere in the case as {name}. A name without a place, or a place without a name, would leave a case that does not show what it says.',
    wrong: 'table: [{ amount: 100, earned: "5.00" }]\nexpect:\n  - { payee: ana, period: 2026-Q1, component: sales, earned: "{earnt}" }',
    right: 'table: [{ amount: 100, earned: "5.00" }]\nexpect:\n  - { payee: ana, period: 2026-Q1, component: sales, earned: "{earned}" }',
  },
  T008: {
    title: 'an expectation that has no subject',
    about: '`earned`, `base`, `quota`, `attainment` and `because` are of a component, which has to be named; `total` and `paid` are of the whole payout. `currency` says in what `paid` is. Where `problems` are expected nobody is paid, so nothing else can be.',
    wrong: '- { payee: ana, period: 2026-Q1, earned: "20,000.00" }',
    right: '- { payee: ana, period: 2026-Q1, component: new_business, earned: "20,000.00" }',
  },
  T009: {
    title: 'the cases reach too little of the plans',
    about: '`--min-coverage N` asks that the cases reach at least N percent of what the plans can do: components that pay, tiers, bands, points, gates open and closed, caps and floors touched and not, multipliers, and both sides of each `if`. `paycurve test --coverage` lists what no case reaches, with its line.',
    wrong: 'paycurve test --min-coverage 100      # no case sells above quota',
    right: 'add a case above quota, then paycurve test --min-coverage 100',
  },
  T010: {
    title: 'a recorded case that does not pay the same',
    about: '`paycurve test --record` copies the rows credited to a person, and the people, managers and quotas that these rows name. A payout that depends on anything else, such as a rank among all, comes out differently from these lines alone. Nothing is written then.',
    wrong: 'paycurve test --record acme --person ana --period 2026-Q1      # her pay depends on rows of others',
    right: 'write the case by hand, with the rows of all whom the payout depends on',
  },
  T011: {
    title: 'too many changes of the plans go unnoticed',
    about: '`--min-mutation N` asks that at least N percent of small changes make a case fail: a number by one of its last digit, an operator by its neighbour. `paycurve test --mutate` lists the changes that no case notices, with their lines: a rate, a border or a condition that nobody has worked out by hand.',
    wrong: 'paycurve test --min-mutation 100      # no case stands exactly at the gate',
    right: 'add a case at the gate and one just below it, then paycurve test --min-mutation 100',
  },
  T012: {
    title: 'a change called equivalent that is none',
    about: 'Under `equivalent` a file of cases lists changes of the plans that no case can notice, each with its reason. This one does not exist (the plan was changed since), or a case notices it after all. A list that is not true any more would hide what it was not meant for.',
    wrong: "equivalent:\n  - { at: components.new_business.gate, change: '>= → >', because: … }   # there is no gate any more",
    right: "equivalent:\n  - { at: 'components.new_business.tiers.rates[1].to', change: '100% → 101%', because: … }",
  },
} as const satisfies Record<string, CodeEntry>;
