/** Pages about paycurve.yaml and what both files share: `plan`, `workspace`, `columns`, `people`, `lookups`, `calendar`, `currencies`. */
import type { LanguagePage } from './page.ts';

const COLUMNS = `columns:
      order_id: text
      order_date: date
      seller: payee
      helper: payee?                   # may be blank
      amount: money(USD) from Net Value
      margin: ratio                    # 35% in the file
      type: one of New, Renewal`;

export const workspacePages: readonly LanguagePage[] = [
  {
    name: 'plan',
    about: 'the fields of a plan file',
    prose: `A plan says who is credited, what is counted and what is paid, in this order; the names under credits, measures and components are yours. Files with the same id and other dates are versions of one plan. Pages: paycurve help credits, measures, components, adjust.`,
    fields: [{ of: 'plan', path: [] }],
    example: {
      yaml: `for: role == 'AE'
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
components:
  sales: { commission on: revenue, rate: 5% }`,
      given: { sales: ['T1,2026-02-01,ana,,1000'] },
      work: '1,000 × 5 %',
      pays: ['ana 2026-Q1: 50'],
    },
  },
  {
    name: 'workspace',
    about: 'the fields of paycurve.yaml: where data are, and what their columns mean',
    prose: `A workspace is a folder with a paycurve.yaml. Plans may use what is declared there and nothing else, and every cell of every declared column is held to it. Pages: paycurve help columns, people, lookups, calendar, currencies, quota.`,
    fields: [{ of: 'workspace', path: [] }],
    example: {
      yaml: `data:
  sales:
    files: data/sales*.csv
    id: order_id
    date: order_date
    columns: { order_id: text, order_date: date, seller: payee, amount: money(USD) }
people:
  file: data/people.csv
  columns: { id: payee, name: text, role: text, manager: payee? }`,
    },
  },
  {
    name: 'columns',
    about: 'a source of transactions and the types of its columns',
    prose: `Types: text, number, ratio, date (YYYY-MM-DD), timestamp, yes/no, payee (an id of people), money (the workspace's currency), money(EUR), money(COLUMN) with the currency beside it in each row, one of A, B. A ? behind the type lets a cell be empty; "from HEADER" names a header that differs. Numbers are never guessed: delimiter and decimal-mark say how a file writes them. In a spreadsheet, give date columns the format yyyy-mm-dd before saving as CSV.`,
    fields: [{ of: 'workspace', path: ['data', '*'], only: ['files', 'delimiter', 'decimal-mark', 'id', 'date', 'duplicates', 'late', 'columns'] }],
    example: { yaml: `data:\n  sales:\n    files: data/sales.csv\n    id: order_id\n    date: order_date\n    ${COLUMNS}` },
  },
  {
    name: 'people',
    about: 'who can be paid, with dated records',
    prose: `One line for each person, or several with the column "from": a record holds from its day until the person's next one. Days of service are start and end, both included. Whoever comes back has another record that begins after the end of the last one: the last day before such a gap is a leaving (balances of payment rules: on-leaving), whether or not they come back, and a draw pays nothing in between. From the return on, months of service and periods in the plan count anew, from start of that record or, where it is blank, its first day; an earlier start written there goes before. What is owed or held goes on. Another role or plan for a while is a leaving of the plan, and service goes on. Any other column can be named in "for", in rates and in targets.`,
    fields: [{ of: 'workspace', path: ['people'] }],
    example: { yaml: `people:\n  file: data/people.csv\n  columns: { id: payee, from: date?, start: date?, end: date?, role: text, target_incentive: money(USD)? }` },
  },
  {
    name: 'lookups',
    about: 'columns fetched from dated tables, as with VLOOKUP',
    prose: `A lookup adds a column to a source: unit costs, points of a product, the representative of a territory. The table names its key; "from" makes its entries dated, and "on" says which day of the row counts. A row that finds nothing is rejected, unless the lookup is optional.`,
    fields: [{ of: 'workspace', path: ['data', '*', 'lookups', '*'] }, { of: 'workspace', path: ['tables', '*'] }],
    example: {
      yaml: `data:
  sales:
    files: data/sales.csv
    id: order_id
    date: order_date
    columns: { order_id: text, order_date: date, seller: payee, product: text, amount: money(USD) }
    lookups:
      unit_cost: { from: costs, column: cost, by: product, on: order_date }
tables:
  costs:
    file: data/costs.csv
    key: product
    from: start
    columns: { product: text, start: date, cost: money(USD) }`,
    },
  },
  {
    name: 'calendar',
    about: 'the periods that plans pay by',
    prose: `Calendar periods from 1 January or from the first day of a fiscal year (half-months are two a month: to the 15th day, and the rest); years of weeks from the first days that are listed (weeks, fortnights, 13 × 4, 4-4-5), where week-53 names the period that a 53rd week belongs to; or the periods of a file, where quotas have dates of their own. A fiscal year is named by the calendar year in which it begins: with year-starts: 02-01, 2025-Q3 is August to October 2025; a file of periods may name them otherwise. A plan may have its own calendar.`,
    fields: [{ of: 'workspace', path: ['calendar'] }],
    example: { yaml: 'calendar: { periods: quarters, year-starts: 02-01 }' },
  },
  {
    name: 'currencies',
    about: 'sales, plans and payments in several currencies',
    prose: `Money of a row is converted into the currency of the plan before it is measured, at the rate of the day that convert-at names: its own, that of a date column such as the invoice, the last of the period, or the mean of the period. Pay is converted at the last day of the period and a quota at the rate of the first day of its record, unless convert-at says otherwise for them. With "attainment-at: plan-rates" quotas, and results that are held against them, are converted at the plan-rates of the workspace, while pay stays at the rates of the market; tables by attainment then cut the amount that is paid on where its attainment lies. No rate is ever assumed: a missing one stops the run, unless reach-back allows an older one.`,
    fields: [{ of: 'plan', path: [], only: ['currency', 'convert-at', 'attainment-at', 'paid-in'] }, { of: 'workspace', path: ['exchange-rates'] }, { of: 'workspace', path: [], only: ['plan-rates'] }],
    example: {
      yaml: `convert-at: transaction-date
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
components:
  sales: { commission on: revenue, rate: 10% }`,
      given: { sales: ['T1,2026-02-01,ana,,1000,EUR'], rates: '2026-02-01,EUR,USD,1.1' },
      work: '1,000 EUR at 1.1 are 1,100 USD, × 10 %',
      pays: ['ana 2026-Q1: 110'],
    },
  },
];
