/**
 * The published schema of a plan file. The fields of mechanics come from the list in `mechanic/index.ts`, so that a new
 * mechanic is in the schema, in editors and in the reader at once.
 */
import { MECHANICS } from '../../mechanic/index.ts';
import type { AnyMechanic, JsonSchema } from '../../mechanic/mechanic.ts';
import type { AnyPayment } from '../../mechanic/payment.ts';
import { PAYMENTS } from '../../mechanic/payments.ts';
import { CONDITION, field, FORMULA, ID, ID_WORDS, map, named, NUMBER, oneOf, scalarOrMap, TEXT, TEXTS, texts } from './field.ts';
import { calendar, CURRENCY, rounding } from './shared.ts';
import { CONVERT_AT } from './convert.ts';
import { DAYS, RAMP, SCALED } from './time.ts';

const CREDIT = map(
  {
    from: field('The source of transactions.', ['sales'], TEXT),
    to: field('Who is credited: a payee column, or managers of a payee column.', ['seller', 'managers of seller'], TEXT),
    split: field(
      'Shares that others take when their column is not blank; the payee keeps the rest.',
      [{ co_owner: '40%' }],
      named(field('A share, or the ratio column that holds it.', ['40%', 'co_share'], FORMULA)),
    ),
    share: field('The share of the value that is credited, on top of what other rules credit.', ['50%'], NUMBER),
    levels: field(
      'How many levels of managers are credited in full, or the share of each level.',
      [1, { 1: '100%', 2: '50%' }],
      scalarOrMap(NUMBER, {
        type: 'object',
        propertyNames: { pattern: '^[1-9][0-9]?$', patternErrorMessage: 'levels are whole numbers from 1: 1 is the direct manager' },
        additionalProperties: field('The share of this level.', ['50%'], NUMBER),
        minProperties: 1,
      }),
    ),
    where: field('Which transactions count: a formula over the columns.', ["type != 'Renewal'"], CONDITION),
    unless: field('Rules that go before this one: it credits nobody where one of them credited somebody.', ['named', ['named', 'territory']], TEXTS),
  },
  ['from', 'to'],
);

const ANSWER = (what: string): JsonSchema =>
  field(
    `What attainment is when ${what}.`,
    ['error', 'not-applicable'],
    oneOf({ error: 'the run stops and names the person and the period', 'not-applicable': 'components that need it earn 0 and say why', '0%': 'attainment counts as 0 %', '100%': 'attainment counts as 100 %' }),
  );

const QUOTA = map({
  measure: field('The name of the measure in the quota file, where it differs.', ['ARR'], TEXT),
  phasing: field(
    "How a quota record is spread over periods: exact (records fit whole periods), even, days, or one weight for each of the record's periods.",
    ['exact', 'even', ['20%', '30%', '20%', '30%']],
    {
      type: ['string', 'array'],
      if: { type: 'array' },
      then: { type: 'array', items: NUMBER, minItems: 1, maxItems: 366 },
      else: oneOf({ exact: 'each record covers whole periods and is the quota of all of them together', even: 'equal parts', days: 'by days' }),
    },
  ),
  of: field(
    'Of a measure across a group: whose quota it is held against.',
    ['members', 'group'],
    oneOf({ payee: "the payee's own record, which holds the number of the group", members: "the members' quotas together, each for the days in the group", group: "a record with the name of the store, the plan or the workspace as payee (text)" }),
  ),
  window: field('Of results to date: the quota they are held against. Without it: to-date.', ['whole'], oneOf({ 'to-date': 'of the periods so far', whole: 'of the whole month, quarter, half or year, from its first period on' })),
  zero: ANSWER('the quota is zero'),
  missing: ANSWER('there is no quota'),
});

const MEASURE = map({
  sum: field('Adds a formula over the credited transactions.', ['amount', 'amount - quantity * unit_cost'], FORMULA),
  count: field('Counts credited transactions.', ['transactions'], oneOf({ transactions: 'each credited transaction counts its share' })),
  distinct: field('Counts different values of a formula.', ['customer'], TEXT),
  min: field('The least value.', ['amount'], TEXT),
  max: field('The greatest value.', ['amount'], TEXT),
  ratio: field('One measure divided by another.', ['margin / revenue'], TEXT),
  payouts: field('Adds up what other people earn: all, or names of components. Needs across.', ['all', ['new_business']], TEXTS),
  across: field(
    'Measures a group instead of one person: everybody who has the same value in a people column, or plan, company, reports (whom the payee leads). A map is one group for all, or the group that stands in another column of the payee.',
    ['store', 'plan', { region: 'North' }, { id: { of: 'manager' } }],
    scalarOrMap(TEXT, { type: 'object', additionalProperties: scalarOrMap(TEXT, { type: 'object', properties: { of: field('The column of the payee in which the value stands.', ['manager'], TEXT) }, required: ['of'], additionalProperties: false }), minProperties: 1, maxProperties: 1 }),
  ),
  of: field('The credit rules whose transactions are measured; may be left out when there is one.', ['own', ['own', 'team']], TEXTS),
  where: field('Which transactions count: a formula over the columns.', ["type in ('New', 'Expansion')"], CONDITION),
  window: field(
    'The time that is measured.',
    ['period', 'year-to-date', 'rolling 3', 'previous', 'previous-year'],
    texts('^(period|previous|previous-year(-to-date)?|(month|quarter|half|year)-to-date|rolling [1-9][0-9]?)$', 'a window is period, previous, previous-year, previous-year-to-date, month-to-date, quarter-to-date, half-to-date, year-to-date or rolling N (periods)'),
  ),
  mean: field('Of rolling windows: the sum (and its quota) is divided by periods, stated which.', ['present'], oneOf({ all: 'by all N periods of the window', present: 'by those of them in which the person is in the plan' })),
  quota: field('Which quota it is held against, and what happens without one.', [{ phasing: 'even', zero: 'not-applicable' }], QUOTA),
});

const PER = { type: 'string' } as const;

/** The schema of a mechanic; one that does not introduce itself is introduced by its summary. */
function told({ summary, about, schema }: AnyMechanic | AnyPayment): JsonSchema {
  const sentence = `${summary[0]!.toUpperCase()}${summary.slice(1)}.`;
  return { description: sentence, markdownDescription: `${sentence}\n\n${about.split('\n')[0]!}`, ...schema };
}

const COMPONENT = map({
  title: field('A title for people. Without it: the name with blanks.', ['New business'], TEXT),
  'commission on': field('The measure that is paid on; pay follows the amount itself.', ['revenue'], TEXT),
  'bonus on': field('The measure that is paid on; pay follows a target.', ['revenue'], TEXT),
  weight: field('The share of the target incentive. If one component has a weight, all weights together make 100 %.', ['80%'], NUMBER),
  target: field('The target incentive for a length of time: a formula over people columns, then per period, month, quarter, half or year.', ['target_incentive per year', '1_000 per quarter'], PER),
  for: field('To whom it applies: a formula over people columns. Without it: everybody in the plan. The last day in the plan in a period decides.', ["region == 'North'"], CONDITION),
  otherwise: field('What becomes of the weight for people to whom it does not apply.', ['re-spread'], oneOf({ 're-spread': 'the other components share it in proportion to their weights', unpaid: 'that part of the target is not paid' })),
  accumulates: field(
    'Measured to date over this window; what was earned earlier in it is deducted.',
    ['year'],
    oneOf({ month: 'month to date, where periods are shorter', quarter: 'quarter to date', half: 'half year to date', year: 'year to date' }),
  ),
  rounding: rounding("How this component is rounded. Without it: as the plan."),
  ...Object.fromEntries(MECHANICS.filter((mechanic) => mechanic.where.includes('component')).map((mechanic) => [mechanic.key, told(mechanic)])),
});

const OF = field('The components it applies to: all, a name or a list.', ['all', ['new_business', 'renewals']], TEXTS);

/** The schema of a mechanic in `adjust`, with `of` among its fields wherever it is written as a map. */
function withOf(schema: JsonSchema): JsonSchema {
  const out: { [keyword: string]: unknown } = { ...schema };
  if (schema['properties'] !== undefined) out['properties'] = { ...(schema['properties'] as JsonSchema), of: OF };
  for (const branch of ['then', 'else']) if (schema[branch] !== undefined) out[branch] = withOf(schema[branch] as JsonSchema);
  return out;
}

const ADJUST = map(
  Object.fromEntries([
    ...MECHANICS.filter((mechanic) => mechanic.where.includes('plan')).map((mechanic) => [mechanic.key, withOf(told(mechanic))]),
    ...PAYMENTS.map((mechanic) => [mechanic.key, mechanic.byComponent === true ? withOf(told(mechanic)) : told(mechanic)]),
  ]),
  [],
  { minProperties: 1, maxProperties: 1 },
);

const EMPLOYER_COST = field('A cost.', [{ rate: '7.65%' }], map({
  rate: field('The share of pay.', ['7.65%'], NUMBER),
  of: field('The components it is owed on, after the rules of the plan. Without it: all that is paid.', ['sales', ['sales', 'renewals']], TEXTS),
  ceiling: field('It is owed up to this much pay.', [{ at: 160000, over: 'year' }], map({
    at: field('The amount, in the currency of the plan.', [160000], NUMBER),
    over: field('The time over which pay is added up.', ['year'], oneOf({ period: 'each period by itself', month: 'all periods of a month together', quarter: 'all periods of a quarter together', half: 'all periods of a half year together', year: 'all periods of a year together' })),
  }, ['at', 'over'])),
}, ['rate']));

export const PLAN_SCHEMA: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'paycurve plan',
  description: 'Who is paid for what, from when to when.',
  markdownDescription: 'Who is paid for what, from when to when. See `paycurve mechanics` for what a component can say.',
  examples: [{ plan: 'account-executive', effective: '2026-01-01 to 2026-12-31' }],
  ...map(
    {
      plan: field('The id of the plan. Files with the same id and other dates are versions of it.', ['account-executive'], texts(ID, ID_WORDS)),
      title: field('A title for people.', ['Account Executive 2026'], TEXT),
      effective: field('First and last day, both included.', ['2026-01-01 to 2026-12-31'], TEXT),
      for: field('Who is in the plan: a formula over people columns. Without it: everybody.', ["role == 'AE'"], CONDITION),
      currency: field("The plan's currency. Without it: the workspace's.", ['EUR'], CURRENCY),
      calendar: calendar('The periods of this plan, where they differ from the workspace.'),
      rounding: rounding('How and where amounts are rounded, where it differs from the workspace.'),
      'on-version-change': field(
        'What windows that began under an earlier version do.',
        ['accumulate'],
        oneOf({ accumulate: 'count on across versions', restart: 'start again on the first day of this version' }),
      ),
      'balances-from': field('Other plans whose balances come along when a person goes on from them into this one: each balance whose account this plan has too, such as a draw that is owed. Without it they stay in the plan that made them.', ['account-executive', ['account-executive', 'junior-executive']], TEXTS),
      'convert-at': CONVERT_AT,
      'attainment-at': field('The rates at which quotas, and results that are held against them, are converted. Without it: the same as pay.', ['plan-rates'], oneOf({ 'exchange-rates': 'the rates of the market, as for pay', 'plan-rates': 'the plan-rates of the workspace; pay stays at the rates of the market' })),
      'paid-in': field('The currency of payment, or the people column that holds it.', ['EUR', 'pay_currency'], TEXT),
      prorate: field('What is scaled by days in the plan ÷ days of the period.', [['quota', 'target']], {
        type: 'array',
        items: oneOf(SCALED),
      }),
      days: DAYS,
      ramp: RAMP,
      credits: field('Who is credited for which transactions; the names are yours.', [{ own: { from: 'sales', to: 'seller' } }], named(field('A crediting rule.', [{ from: 'sales', to: 'seller' }], CREDIT)), {
        defaultSnippets: [{ label: 'own sales', body: { own: { from: '${1:sales}', to: '${2:seller}' } } }],
      }),
      measures: field('What is counted; the names are yours.', [{ revenue: { sum: 'amount', of: 'own' } }], named(field('A measure: exactly one of sum, count, distinct, min, max, ratio, payouts.', [{ sum: 'amount', of: 'own' }], MEASURE)), {
        defaultSnippets: [{ label: 'a sum', body: { revenue: { sum: '${1:amount}' } } }],
      }),
      components: field(
        'What is paid; the names are yours. Each has exactly one formula, and rules that change it.',
        [{ sales: { 'commission on': 'revenue', rate: '5%' } }],
        named(field('A component of pay.', [{ 'commission on': 'revenue', rate: '5%' }], COMPONENT), { maxProperties: 500 }),
        { defaultSnippets: [{ label: 'a commission', body: { sales: { 'commission on': '${1:revenue}', rate: '5%' } } }] },
      ),
      adjust: field('Rules on the sum of components, and on what is paid and when, in this order.', [[{ cap: { at: 50000, of: 'all', over: 'year' } }]], { type: 'array', items: field('One rule.', [], ADJUST), maxItems: 100 }),
      'employer-costs': field('What the employer owes on top of pay, such as social security; reported, never paid to anybody here. The names are yours.', [{ social_security: { rate: '7.65%', ceiling: { at: 160000, over: 'year' } } }], named(EMPLOYER_COST, { maxProperties: 50 })),
    },
    ['plan', 'effective', 'credits', 'measures', 'components'],
  ),
  defaultSnippets: [
    {
      label: 'plan',
      description: 'A plan to start from',
      body: {
        plan: '${1:account-executive}',
        title: '${2:Account Executive}',
        effective: '2026-01-01 to 2026-12-31',
        credits: { own: { from: 'sales', to: 'seller' } },
        measures: { revenue: { sum: 'amount' } },
        components: { commission: { 'commission on': 'revenue', rate: '5%' } },
      },
    },
  ],
};
