/** The published schema of `paycurve.yaml`: shape only; meaning is checked by the reader. Draft-07, for editors too. */
import type { JsonSchema } from '../../mechanic/mechanic.ts';
import { field, FORMULA, ID, ID_WORDS, map, named, oneOf, scalarOrMap, TEXT, TEXTS, texts, YES_NO } from './field.ts';
import { calendar, CURRENCY, DAY, rounding } from './shared.ts';
import { CHANGES, LEAVES, RELIEF } from './time.ts';

const columns = (what: string, example: Readonly<Record<string, string>>): JsonSchema =>
  field(
    `${what} Each name (used in formulas) with its type: text, number, ratio, date, timestamp, yes/no, payee, money, money(USD), money(column) or one of A, B; ? after the type when a cell may be empty; from HEADER when the header differs.`,
    [example],
    named(field('TYPE, then ? if a cell may be empty, then from HEADER if the header differs from the name.', ['money(USD) from SubTotal', 'date?', 'one of New, Renewal'], TEXT)),
  );

const FILES = field('The CSV files: a path, a pattern or a list, relative to this file; - is standard input.', ['data/sales-*.csv'], TEXTS);
const FILE = field('The CSV file, relative to this file.', ['data/people.csv'], TEXT);
const written: Readonly<Record<string, JsonSchema>> = {
  delimiter: field('What separates cells.', [',', ';', 'tab'], oneOf({ ',': 'comma', ';': 'semicolon', tab: 'tabulator', '|': 'bar' })),
  'decimal-mark': field('The mark before decimals.', ['.', ','], oneOf({ '.': '1234.50', ',': '1234,50' })),
};
const role = (what: string, example: string): JsonSchema => field(`The column with ${what}.`, [example], TEXT);
const COLUMN_LIST: JsonSchema = TEXTS;

const LOOKUP = map(
  {
    from: field('The reference table to fetch from.', ['costs'], TEXT),
    column: field('The column of that table to fetch. Without it: the column named like the lookup.', ['cost'], TEXT),
    by: field("The columns of this source that are compared with the table's key, in order. Without it: columns named like the key.", ['product_id'], COLUMN_LIST),
    on: field('The date column of this source that picks the entry of a dated table.', ['order_date'], TEXT),
    optional: field('true: blank when nothing matches. Otherwise such a row is rejected.', [true], YES_NO),
  },
  ['from'],
);

const SOURCE = map(
  {
    files: FILES,
    ...written,
    id: field('The column, or the columns together, that identify a transaction.', ['order_id', ['order_id', 'line']], COLUMN_LIST),
    date: field('The date column that decides the period.', ['order_date'], TEXT),
    duplicates: field('What to do when a transaction comes twice.', ['error'], oneOf({ error: 'the run stops', 'ignore-identical': 'rows equal in every cell count once' })),
    late: field(
      'Where a row counts that becomes known after its period was closed (see closing). Once a period is closed with it, it stays there.',
      ['current-period'],
      oneOf({ adjust: 'in its own period: the difference is paid in the first open one', 'current-period': 'on the first day of the first open period' }),
    ),
    'refers-to': field(
      'How a return or a cancellation says what it takes back: the text column with the id of the original, or columns that both have in common. It is then credited to those whom the original was credited to.',
      ['original_id', { id: 'original_id', alike: ['customer', 'product'], amount: 'amount' }],
      scalarOrMap(
        TEXT,
        map(
          {
            id: field('The text column with the id of the original; blank on a sale.', ['original_id'], TEXT),
            alike: field('For a negative row without an id: the columns that it has in common with its original; the oldest sale is taken back first.', [['customer', 'product']], COLUMN_LIST),
            amount: field('With alike: the column that says how much of a sale a row takes back.', ['amount'], TEXT),
          },
          [],
          { minProperties: 1 },
        ),
      ),
    ),
    columns: columns('The columns that are used.', { order_id: 'text', order_date: 'date', seller: 'payee', amount: 'money(USD)' }),
    lookups: field(
      'Columns fetched from reference tables, as with VLOOKUP.',
      [{ unit_cost: { from: 'costs', column: 'cost', by: 'product_id', on: 'order_date' } }],
      named(field('A column fetched from a reference table.', [{ from: 'costs', by: 'product_id' }], LOOKUP)),
    ),
  },
  ['files', 'id', 'date', 'columns'],
);

const TABLE = map(
  {
    file: FILE,
    ...written,
    key: field('The column, or the columns together, that an entry is found by.', ['product_id'], COLUMN_LIST),
    from: field('For entries that change over time: the date column from which an entry holds, until the next of the same key.', ['start'], TEXT),
    to: field('The last day of an entry, included; an empty cell leaves it open.', ['end'], TEXT),
    columns: columns('The columns that are used.', { product_id: 'text', cost: 'money(USD)' }),
  },
  ['file', 'key', 'columns'],
);

const PEOPLE = map(
  {
    file: FILE,
    files: FILES,
    ...written,
    id: role('the id of the person', 'id'),
    name: role('the name of the person', 'name'),
    manager: role("the id of the person's manager", 'manager'),
    start: role('the first day of service', 'start'),
    end: role('the last day of service, included', 'end'),
    from: role('the day from which a record holds, for people with several', 'from'),
    vacant: role('yes where it is a vacant seat or a house account: worked out, and paid to nobody', 'vacant'),
    columns: columns('The columns that are used.', { id: 'payee', name: 'text', role: 'text', target_incentive: 'money(USD)?' }),
  },
  ['columns'],
);

const HIERARCHY = map({ file: FILE, ...written, columns: columns('Who leads whom: person, manager and, if it changes, from.', { person: 'payee', manager: 'payee?', from: 'date?' }) }, ['file', 'columns']);

const QUOTAS = map(
  {
    file: FILE,
    ...written,
    measure: field('The measure that all quotas are for, when the file has no measure column.', ['revenue'], TEXT),
    until: field('The last day of a last record that has no end.', ['2026-12-31'], DAY),
    changes: field('How a row with a day under changed acts on the quota of its days, where no column method says.', ['from-date'], oneOf(CHANGES)),
    columns: columns('The columns payee, measure, from, to and amount; for changes inside a quota also changed and method.', { payee: 'payee', measure: 'text', from: 'date', to: 'date', amount: 'money(USD)' }),
  },
  ['file', 'columns'],
);

const RATES = map(
  {
    file: FILE,
    ...written,
    invert: field('true: 1 ÷ rate may serve for the opposite pair.', [true], YES_NO),
    'reach-back': field('How many days back a rate may be taken from when a day has none. 0: never.', [0, 3], FORMULA),
    columns: columns('The columns date, from, to and rate: one unit of from is rate units of to.', { date: 'date', from: 'text', to: 'text', rate: 'number' }),
  },
  ['file', 'columns'],
);

const ADJUSTMENTS = map(
  {
    file: FILE,
    ...written,
    columns: columns('The columns id, payee, date, amount, reason and author, and if wanted plan, kind (pay, release, forfeit, forgive or open), account and approver.', { id: 'text', payee: 'payee', date: 'date', amount: 'money?', reason: 'text', author: 'text', approver: 'text?' }),
  },
  ['file', 'columns'],
);

const PLAN_RATES = map(
  { file: FILE, ...written, invert: field('true: 1 ÷ rate may serve for the opposite pair.', [true], YES_NO), columns: columns('The columns date, from, to and rate: one unit of from is rate units of to.', { date: 'date', from: 'text', to: 'text', rate: 'number' }) },
  ['file', 'columns'],
);

export const WORKSPACE_SCHEMA: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'paycurve workspace',
  description: 'Where plans and data are, and what the columns mean.',
  markdownDescription: 'Where plans and data are, and what the columns mean. See `paycurve help workspace`.',
  examples: [{ workspace: 'acme', currency: 'USD', calendar: 'quarters' }],
  ...map(
    {
      workspace: field('The id of the workspace.', ['acme-2026'], texts(ID, ID_WORDS)),
      title: field('A title for people.', ['Acme, fiscal 2026'], TEXT),
      currency: field('The currency of plans that name no other, and of bare money columns.', ['USD'], CURRENCY),
      calendar: calendar('The periods that plans pay by.'),
      rounding: rounding('How and where amounts are rounded, unless a plan says otherwise.'),
      plans: field('The plan files: a pattern or a list. Files named *.test.yaml are never plans.', ['plans/*.yaml'], TEXTS),
      records: field('The folder that paycurve close writes closed periods into, relative to this file. Without it: records.', ['records'], texts('^(?![/~])(?!.*\\\\)[^\\s].*$', 'a folder is a path relative to this file, with /')),
      data: field('The sources of transactions; the names are yours.', [{ sales: { files: 'data/sales.csv', id: 'order_id', date: 'order_date', columns: { order_id: 'text' } } }], named(field('A source of transactions.', [], SOURCE))),
      tables: field('Reference tables that lookups fetch from.', [{ costs: { file: 'data/costs.csv', key: 'product_id', columns: { product_id: 'text' } } }], named(field('A reference table.', [], TABLE))),
      people: field('The people, with whatever is known about them.', [{ file: 'data/people.csv', columns: { id: 'payee', role: 'text' } }], PEOPLE),
      hierarchy: field("Who leads whom, instead of the people's manager column.", [{ file: 'data/hierarchy.csv', columns: { person: 'payee', manager: 'payee?' } }], HIERARCHY),
      quotas: field('What was to be reached.', [{ file: 'data/quotas.csv', columns: { payee: 'payee', from: 'date', to: 'date', amount: 'money(USD)' } }], QUOTAS),
      'plan-rates': field('Rates for quotas and attainment, each from its day until the next one: see attainment-at in plans.', [{ file: 'data/plan-rates.csv', columns: { date: 'date', from: 'text', to: 'text', rate: 'number' } }], PLAN_RATES),
      leaves: field('Who was on leave, and when.', [{ file: 'data/leaves.csv', columns: { payee: 'payee', from: 'date', to: 'date?' } }], LEAVES),
      'quota-relief': field('What was taken off quotas, by whom and why.', [{ file: 'data/relief.csv', columns: { payee: 'payee', from: 'date', to: 'date', share: 'ratio', reason: 'text', approver: 'text' } }], RELIEF),
      'exchange-rates': field('Units of one currency for one unit of another, by day.', [{ file: 'data/rates.csv', columns: { date: 'date', from: 'text', to: 'text', rate: 'number' } }], RATES),
      adjustments: field('What people decided by hand, each entry with its reason and author; it acts after caps and draws.', [{ file: 'data/adjustments.csv', columns: { id: 'text', payee: 'payee', date: 'date', amount: 'money', reason: 'text', author: 'text' } }], ADJUSTMENTS),
    },
    ['workspace', 'currency', 'calendar', 'rounding', 'plans', 'data'],
  ),
  defaultSnippets: [
    {
      label: 'workspace',
      description: 'A workspace to start from',
      body: {
        workspace: '${1:acme}',
        currency: 'USD',
        calendar: 'quarters',
        rounding: { to: 0.01, mode: 'half-up', at: 'component' },
        plans: 'plans/*.yaml',
        data: { sales: { files: 'data/sales.csv', id: 'order_id', date: 'order_date', columns: { order_id: 'text', order_date: 'date', seller: 'payee', amount: 'money' } } },
      },
    },
  ],
};
