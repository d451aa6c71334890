/** The published schema of `X.test.yaml`, the cases beside plans: shape only; names are looked up by the room of cases. */
import type { JsonSchema } from '../../mechanic/mechanic.ts';
import { list } from '../../mechanic/field.ts';
import { field, map, named, NUMBER, TEXT, TEXTS, texts } from './field.ts';

const CSV = (what: string, example: string): JsonSchema => field(`${what} as CSV with its header, instead of the workspace's own file.`, [example], TEXT);

/** Tables that stand in for the workspace's own, for the whole file or for one case. */
const TABLES: Readonly<Record<string, JsonSchema>> = {
  people: CSV('The people', 'id,name,role\nana,Ana,AE\n'),
  hierarchy: CSV('Who leads whom', 'person,manager\nana,bo\n'),
  quotas: CSV('The quotas', 'payee,measure,from,to,amount\nana,revenue,2026-01-01,2026-12-31,100000\n'),
  'exchange-rates': CSV('The exchange rates', 'date,from,to,rate\n2026-01-01,EUR,USD,1.10\n'),
  adjustments: CSV('The manual entries', 'id,payee,date,amount,reason,author\nA1,ana,2026-03-31,150,dinner,cfo\n'),
  calendar: CSV('The periods of a calendar that stands in a file', 'period,from,to\n2026-Q1,2026-01-01,2026-03-31\n'),
  tables: field('Reference tables by name, as CSV with their headers.', [{ costs: 'product_id,cost\nA,5\n' }], named(field('A reference table as CSV with its header.', ['product_id,cost\nA,5\n'], TEXT))),
};

const ROWS = field(
  'Transactions by source, as CSV with their headers. A source that is not given has no rows.',
  [{ sales: 'order_id,close_date,owner,amount\n1,2026-03-10,ana,100.00\n' }],
  named(field('The rows of a source as CSV with their header.', ['order_id,close_date,owner,amount\n1,2026-03-10,ana,100.00\n'], TEXT)),
);

const PAYEE = field('The person, by id.', ['ana'], NUMBER);
const MONEY = (what: string): JsonSchema => field(`${what}, as exact text; commas may group thousands.`, ['20,000.00'], NUMBER);

const EXPECTED = map(
  {
    payee: PAYEE,
    period: field('The period, by id.', ['2026-Q1'], NUMBER),
    plan: field('The plan, where several pay the person in one period.', ['saas-account-executive'], TEXT),
    component: field('The component whose figures follow.', ['new_business'], TEXT),
    earned: MONEY('What the component earned in the period'),
    base: MONEY('The measure that the component is paid on'),
    quota: field('The quota of that measure, or n/a where there is none.', ['250,000', 'n/a'], NUMBER),
    attainment: field('Result ÷ quota: a percent, a decimal or a fraction, exact; n/a where it is not applicable.', ['95%', '286/300', 'n/a'], NUMBER),
    total: MONEY('What the plan pays in all, after its own caps and floors'),
    paid: MONEY('The amount in the currency of payment'),
    currency: field('The currency of payment.', ['GBP'], TEXT),
    because: field('Words of the reason why the component earned nothing.', ['gate'], TEXT),
  },
  ['payee', 'period'],
);

const LEDGER = map(
  {
    payee: PAYEE,
    period: field('The period, by id.', ['2026-Q1'], NUMBER),
    plan: field('The plan, where several pay the person in one period.', ['saas-account-executive'], TEXT),
    earned: MONEY('What the plan earned in all, manual entries and top-ups included'),
    payable: MONEY('What is paid of it now, in the currency of the plan'),
    balances: field('The balances after the period, by name; those that are not named must be zero.', [{ draw: '-250.00', hold: '90.00' }], {
      type: 'object',
      additionalProperties: MONEY('The balance: what the company owes the person, negative where they owe it'),
    }),
    because: field('Words of a step between earned and payable, or of the reason why nothing is paid.', ['recovered'], TEXT),
  },
  ['payee', 'period'],
);

const CREDIT = map(
  {
    payee: PAYEE,
    measure: field('The measure that the credit adds to.', ['new_arr'], TEXT),
    transaction: field('The id of the transaction.', ['1004'], NUMBER),
    value: field('What is credited, the share taken into account.', ['60,000.00'], NUMBER),
    share: field('The share of the transaction.', ['60%'], NUMBER),
    rule: field('The credit rule.', ['own'], TEXT),
    period: field('The period it counts for.', ['2026-Q1'], NUMBER),
  },
  ['payee', 'measure', 'transaction'],
);

const REASONS: Readonly<Record<string, string>> = {
  'no-payee': 'the payee column is blank',
  'no-plan': 'the payee is in no plan on that day',
  filtered: 'a where formula said no',
  'no-measure': 'credited by a rule, counted by no measure',
  'outside-calendar': 'the date is in no period of the plan',
  'not-used': 'no plan credits from this source',
  repeat: 'identical to an earlier row',
};

const EXCLUDED = map(
  Object.fromEntries(
    Object.entries(REASONS).map(([reason, meaning]) => [reason, field(`Rows left out because ${meaning}: how many, or their ids.`, [1, ['1004', '1005']], { type: ['string', 'number', 'array'], items: NUMBER })]),
  ),
);

const CODE = texts('^[A-Z][0-9]{3}$', 'codes are a letter and three digits, such as R003');
const CODES = (what: string): JsonSchema => field(what, [['R003']], { type: 'array', items: CODE });

const CASE = map(
  {
    name: field('What the case shows, in a sentence. With a table, names in braces are filled in.', ['one cent below quota is rounded once'], TEXT),
    table: field(
      'Several cases in one: for each line its values take the place of {name} in all texts of the case.',
      [[{ amount: '249999.99', earned: '20,000.00' }, { amount: '250000.00', earned: '20,000.00' }]],
      list(named(field('A value for {name}.', ['249999.99'], NUMBER)), 1, 1000),
    ),
    rows: ROWS,
    ...TABLES,
    work: field('The arithmetic by hand. Shown when the case fails.', ['250,000 × 8 % + 1 × 12 % = 20,000.12'], TEXT),
    expect: field(
      'What comes out. Components that are not named must earn nothing.',
      [[{ payee: 'ana', period: '2026-Q1', component: 'new_business', earned: '20,000.00' }]],
      list(EXPECTED, 0),
    ),
    only: field('The people whose payouts are compared. Without it: everybody.', [['ana']], list(NUMBER)),
    ledger: field('What is earned and paid, and the balances, of the people and periods that are named.', [[{ payee: 'ana', period: '2026-Q1', payable: '450.00', balances: { draw: '-300.00' } }]], list(LEDGER)),
    credits: field('Credits, all there are of each payee and measure that is named.', [[{ payee: 'ana', measure: 'new_arr', transaction: 1, value: '60,000.00' }]], list(CREDIT)),
    excluded: field('Rows that nobody is credited for, by reason.', [{ filtered: 1 }], EXCLUDED),
    problems: CODES('The codes of the errors that stop the run; nobody is paid then.'),
    warnings: CODES('The codes of all warnings of the run. Without it warnings are not compared.'),
  },
  ['name'],
);

export const CASES_SCHEMA: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'paycurve cases',
  description: 'Cases that plans must pay as written: people, quotas and rows in, exact amounts out.',
  markdownDescription: 'Cases that plans must pay as written: people, quotas and rows in, exact amounts out. Run them with `paycurve test`.',
  examples: [{ workspace: '..', cases: [{ name: 'nothing sold, nothing paid', expect: [] }] }],
  ...map(
    {
      workspace: field('The folder of paycurve.yaml, from the folder of this file. Without it: the nearest one in this folder or above.', ['..'], TEXT),
      plans: field("Plan files to use instead of the workspace's own: paths or patterns, from the folder of this file.", ['../designs/tiers.yaml'], TEXTS),
      ...TABLES,
      rows: ROWS,
      cases: field('The cases, each by itself.', [[{ name: 'nothing sold, nothing paid', expect: [] }]], list(field('A case, or a table of cases.', [{ name: 'nothing sold, nothing paid', expect: [] }], CASE))),
    },
    ['cases'],
    // A source may stand beside people and quotas: its rows are then those of every case.
    { additionalProperties: field('The rows of the source of that name, for every case.', ['order_id,close_date,owner,amount\n1,2026-03-10,ana,100.00\n'], TEXT) },
  ),
  defaultSnippets: [
    {
      label: 'cases',
      body: { workspace: '${1:..}', people: '${2}', quotas: '${3}', cases: [{ name: '${4:what the case shows}', rows: { '${5:sales}': '${6}' }, work: '${7}', expect: [{ payee: '${8:ana}', period: '${9:2026-Q1}', component: '${10:name}', earned: '${11:0.00}' }] }] },
    },
  ],
};
