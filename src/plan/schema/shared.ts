/** Fields that a workspace and a plan both have: calendar, rounding, currency. */
import type { JsonSchema } from '../../mechanic/mechanic.ts';
import { ROUNDING_MEANINGS } from '../../value/rounding.ts';
import { field, map, NUMBER, oneOf, scalarOrMap, TEXT, texts } from './field.ts';

export const CURRENCY = texts('^[A-Z]{3}$', 'currencies are codes of three capital letters, such as USD');

export const DAY = texts('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'dates are written YYYY-MM-DD');

const PERIODS: Readonly<Record<string, string>> = {
  'half-months': 'two periods a month: to the 15th day, and the rest',
  months: 'twelve months a year',
  quarters: 'four quarters a year',
  halves: 'two halves a year',
  years: 'one period a year',
  weeks: 'every week; the first days of years are listed',
  fortnights: '26 periods of two weeks; the first days of years are listed',
  'four-weeks': 'thirteen periods of four weeks; the first days of years are listed',
  '4-4-5': 'twelve periods of 4, 4 and 5 weeks; the first days of years are listed',
  '4-5-4': 'twelve periods of 4, 5 and 4 weeks; the first days of years are listed',
  '5-4-4': 'twelve periods of 5, 4 and 4 weeks; the first days of years are listed',
};

const HEADER = (what: string, example: string): JsonSchema => field(`The header of the column that holds ${what}.`, [example], TEXT);

const CALENDAR_MAP = map({
  periods: field('How long a period is.', ['quarters', '4-4-5'], oneOf(PERIODS)),
  'year-starts': field(
    'When a fiscal year starts: month and day (MM-DD), or for years of weeks the list of first days; the last entry ends the last year.',
    ['02-01', ['2026-02-01', '2027-01-31']],
    {
      type: ['string', 'array'],
      if: { type: 'array' },
      then: { type: 'array', items: DAY, minItems: 2, maxItems: 200 },
      else: texts('^(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$', 'a fiscal year starts on a month and day written MM-DD, day 01 to 28'),
    },
  ),
  'week-53': field('The period that a 53rd week belongs to, by its number. Without it: the last of the year. Among weeks it is a period of its own.', [6], { type: 'integer', minimum: 1, maximum: 26 }),
  file: field('A CSV file that lists the periods: columns period, from and to (both included), and if wanted year, half, quarter and month.', ['data/periods.csv'], TEXT),
  columns: field(
    'The headers of the columns of the file, where they differ.',
    [{ period: 'Period', from: 'First day', to: 'Last day' }],
    map({
      period: HEADER('the id of the period', 'Period'),
      from: HEADER('its first day', 'First day'),
      to: HEADER('its last day', 'Last day'),
      year: HEADER('the year it belongs to', 'Year'),
      half: HEADER('the half year it belongs to', 'Half'),
      quarter: HEADER('the quarter it belongs to', 'Quarter'),
      month: HEADER('the month it belongs to, for periods that are shorter', 'Month'),
    }, ['period', 'from', 'to']),
  ),
});

export const calendar = (what: string): JsonSchema =>
  field(`${what} Half-months, months, quarters, halves or years from 1 January, or a map for another start, years of weeks or a file.`, ['quarters', { periods: 'months', 'year-starts': '02-01' }], scalarOrMap(oneOf(Object.fromEntries(Object.entries(PERIODS).slice(0, 5))), CALENDAR_MAP));

export const rounding = (what: string): JsonSchema =>
  field(
    what,
    [{ to: 0.01, mode: 'half-up', at: 'component' }],
    map(
      {
        to: field("The step that amounts are rounded to. Without it: the currency's minor unit.", [0.01, 0.05, 1], NUMBER),
        mode: field(
          'How a rest is rounded. Nothing is assumed: name it.',
          ['half-up', 'half-even'],
          oneOf(ROUNDING_MEANINGS),
        ),
        at: field(
          'Where amounts are rounded, once.',
          ['component'],
          oneOf({ transaction: 'each transaction is paid a rounded amount', component: 'the result of each component', payout: 'only the sum of the plan' }),
        ),
      },
      ['mode', 'at'],
    ),
    { defaultSnippets: [{ label: 'rounding', body: { to: 0.01, mode: 'half-up', at: 'component' } }] },
  );
