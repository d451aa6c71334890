/** Codes P020–P059: what a workspace says about its data, calendar and rounding. */
import type { CodeEntry } from '../codes.ts';

export const workspaceCodes = {
  P020: {
    title: 'not a column type',
    about: 'A column is declared as TYPE, then ? if a cell may be empty, then from HEADER if the file calls it otherwise. Types are text, number, ratio, date, timestamp, yes/no, payee, money, money(USD), money(column) and one of A, B.',
    wrong: 'columns: { amount: decimal }',
    right: 'columns: { amount: money(USD) }',
  },
  P021: {
    title: 'money in neither a currency nor a column',
    about: 'The type money(…) holds a currency of three capital letters, or the name of the column that holds the currency of each row. money alone is the currency of the workspace.',
    wrong: 'amount: money(US$)',
    right: 'amount: money(USD)',
  },
  P022: {
    title: 'no column for the currency',
    about: 'An amount says that its currency stands in another column of the table. That column must be declared, must be text, and may be empty only where the amount may.',
    wrong: 'columns: { amount: money(curency), currency: text }',
    right: 'columns: { amount: money(currency), currency: text }',
  },
  P023: {
    title: 'files named twice',
    about: 'A table has file: for one file, or files: for several or a pattern. With both it is unclear what is read.',
    wrong: 'people: { file: data/people.csv, files: data/p-*.csv, columns: { id: payee } }',
    right: 'people: { files: data/p-*.csv, columns: { id: payee } }',
  },
  P024: {
    title: 'a role without its column',
    about: 'Fields such as id, date, key, manager and start name a column of the same table, and that column must be declared under columns. Some tables have fixed roles: a quota file needs columns payee, from and amount.',
    wrong: 'sales: { files: sales.csv, id: order_id, date: close_date, columns: { order_id: text, order_date: date } }',
    right: 'sales: { files: sales.csv, id: order_id, date: order_date, columns: { order_id: text, order_date: date } }',
  },
  P025: {
    title: 'a column that cannot play its role',
    about: 'A date role needs a date column, a person role a payee column, and an id must never be empty or repeated. Change the type where the column is declared, or name another column.',
    wrong: 'sales: { files: sales.csv, id: order_id, date: order_date, columns: { order_id: text?, order_date: text } }',
    right: 'sales: { files: sales.csv, id: order_id, date: order_date, columns: { order_id: text, order_date: date } }',
  },
  P026: {
    title: 'quotas for which measure',
    about: 'A quota file says in a column which measure each quota is for, or the workspace says it once for the whole file. It must be one of the two.',
    wrong: 'quotas: { file: quotas.csv, columns: { payee: payee, from: date, to: date, amount: money } }',
    right: 'quotas: { file: quotas.csv, measure: revenue, columns: { payee: payee, from: date, to: date, amount: money } }',
  },
  P027: {
    title: 'a lookup of something that does not exist',
    about: 'A lookup fetches a column of a reference table, comparing columns of its own source with the key of the table. The table must be under tables:, and all columns must be declared. Money is fetched in one currency only.',
    wrong: 'lookups: { unit_cost: { from: cost, by: product_id } }',
    right: 'lookups: { unit_cost: { from: costs, column: cost, by: product_id } }',
  },
  P028: {
    title: 'a lookup compares different things',
    about: 'The columns under by are compared with the key columns of the table in order, so they must be as many, and of the same type. A text "007" and a number 7 are not equal.',
    wrong: 'tables: { costs: { file: costs.csv, key: [product_id, region], columns: { product_id: text, region: text, cost: money } } }\n# … lookups: { cost: { from: costs, by: product_id } }',
    right: '# lookups: { cost: { from: costs, by: [product_id, region] } }',
  },
  P029: {
    title: 'a dated table and its day',
    about: 'Where the entries of a table hold from a day on (from:), a lookup says which day counts (on:) and names a date column. Where they do not, there is no day to name.',
    wrong: 'lookups: { unit_cost: { from: costs, by: product_id } }',
    right: 'lookups: { unit_cost: { from: costs, by: product_id, on: order_date } }',
  },
  P030: {
    title: 'the step of rounding',
    about: 'Amounts are rounded to whole multiples of a step above zero, such as 0.01 or 0.05. Without to: the step is the minor unit of the currency.',
    wrong: 'rounding: { to: 0, mode: half-up, at: component }',
    right: 'rounding: { to: 0.01, mode: half-up, at: component }',
  },
  P031: {
    title: 'an incomplete calendar',
    about: 'A calendar has periods: months, quarters, halves or years, if wanted with year-starts: MM-DD; or years of weeks with the list of the first days of years; or file: with the periods themselves.',
    wrong: 'calendar: { periods: 4-4-5, year-starts: 02-01 }',
    right: 'calendar: { periods: 4-4-5, year-starts: [2026-02-01, 2027-01-31, 2028-01-30] }',
  },
  P033: {
    title: 'a people column with a name of its own meaning',
    about: 'In the formulas of a component, target is its target incentive and icr its individual commission rate. A people column of that name could never be reached.',
    wrong: 'people: { file: people.csv, columns: { id: payee, target: money } }',
    right: 'people: { file: people.csv, columns: { id: payee, target_incentive: money from target } }',
  },
  P034: {
    title: 'a lookup named like a column',
    about: 'Lookups serve like columns, so each name may stand only once among the columns and lookups of a source.',
    wrong: 'columns: { product_id: text, cost: money }\nlookups: { cost: { from: costs, by: product_id } }',
    right: 'columns: { product_id: text, cost: money }\nlookups: { list_cost: { from: costs, column: cost, by: product_id } }',
  },
  P150: {
    title: 'a return that does not say what it takes back',
    about: 'The field refers-to names the text column that holds, on a return, the id of its original, and that is blank on a sale. Where data have no such id it lists the columns that a return and its original have in common (alike) and the column that says how much is taken back (amount).',
    wrong: 'refers-to: { alike: [customer, product] }',
    right: 'refers-to: { id: original_id, alike: [customer, product], amount: amount }',
  },
  P151: {
    title: 'a clawback and what it takes back',
    about: 'A clawback needs to know which sale a return takes back (refers-to of the source), on a measure that is a sum or a count of this period or, where the component accumulates, to date. At the original rate each deal must have its own pay, so the formula pays deal by deal; for others there is rate: re-rate. What is worked out with others (pool, contest, share-out, a measure across a group) is earned on no sale by one person alone, and shared caps cannot be re-rated: there a return lowers the measure.',
    wrong: 'sales: { files: sales.csv, id: id, date: date, columns: { … } }        # and a component with a clawback',
    right: 'sales: { files: sales.csv, id: id, date: date, refers-to: original_id, columns: { …, original_id: text? } }',
  },
  P152: {
    title: 'earning by event',
    about: 'Where a sale is earned in parts, what it earns is known in its own period: the component does not accumulate, pays deal by deal on a sum or a count, and has no clawback. Each event is a sum over the period, whose rows name the sale in a text column, and compare their value with a column of its unit or with the sale.',
    wrong: 'accumulates: year\nby-event: { at-booking: 50%, events: [{ measure: paid, share: 50%, deal: order_id }] }',
    right: 'by-event: { at-booking: 50%, events: [{ measure: paid, share: 50%, deal: order_id }] }',
  },
  P153: {
    title: 'which credit rule goes first',
    about: 'With unless a credit rule names rules of the same source that go before it. They exist, and no rule waits for itself by way of others, or nobody could be credited first.',
    wrong: 'credits: { named: { from: sales, to: owner, unless: area }, area: { from: sales, to: area_owner, unless: named } }',
    right: 'credits: { named: { from: sales, to: owner }, area: { from: sales, to: area_owner, unless: named } }',
  },
  P035: {
    title: 'managers given twice',
    about: 'Who leads whom comes either from the manager column of people or from a hierarchy of its own. With both there would be two answers.',
    wrong: 'people: { file: people.csv, columns: { id: payee, manager: payee? } }\nhierarchy: { file: h.csv, columns: { person: payee, manager: payee? } }',
    right: 'people: { file: people.csv, columns: { id: payee } }\nhierarchy: { file: h.csv, columns: { person: payee, manager: payee? } }',
  },
} as const satisfies Record<string, CodeEntry>;
