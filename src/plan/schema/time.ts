/** The parts of the schemas about time: what a day counts, ramps, leaves, quota relief. */
import { list } from '../../mechanic/field.ts';
import type { JsonSchema } from '../../mechanic/mechanic.ts';
import type { DayCount } from '../../value/day-count.ts';
import { field, map, NUMBER, oneOf, TEXT, texts } from './field.ts';
import { DAY } from './shared.ts';

export const SCALED: Readonly<Record<string, string>> = { quota: 'quotas', target: 'target incentives', cap: 'caps', floor: 'minimums', draw: 'draws, guarantees and advances', tiers: 'edges of tables and thresholds in money or units', amounts: 'amounts that steps, curves, milestones and interpolated tiers pay, and fixed amounts' };

const DAY_COUNTS: Readonly<Record<DayCount, string>> = {
  days: 'every day counts one',
  weekdays: 'Monday to Friday count one, but for the holidays given',
  months: 'every month counts one, and a day its share of its month',
};

export const DAYS: JsonSchema = field(
  'How days count wherever something is scaled by them.',
  [{ count: 'weekdays' }],
  map({
    count: field('Which days count. Without it: every day.', ['weekdays'], oneOf(DAY_COUNTS)),
    holidays: field('Days that do not count although they are weekdays.', [['2026-01-01']], list(DAY, 1, 1000)),
    'first-day': field('Whether the first day of service counts when it lies inside a period. Without it: it does.', ['not-counted'], oneOf({ counted: 'it counts', 'not-counted': 'the days after it count' })),
    'part-time': field('The people column with the share that somebody works; it scales whatever stands under prorate.', ['fte'], TEXT),
    leave: field('What days on leave do not count for. Without it: they count like every other day.', [['quota']], { type: 'array', items: oneOf(SCALED), minItems: 1 }),
  }, [], { minProperties: 1 }),
);

export const RAMP: JsonSchema = field(
  'What holds for somebody new, by month of service; the month of the first day is month 1. After the last entry all is in full.',
  [[{ to: 3, quota: '50%' }, { to: 6, quota: '75%' }]],
  list(
    map(
      {
        to: field('The last month of service that the entry holds for.', [3], { type: 'integer', minimum: 1, maximum: 120 }),
        quota: field('The share of the quota, and of edges in money or units where the plan prorates tiers. Without it: all of it.', ['50%'], NUMBER),
        rate: field('The share of what commissions earn, after the formula. Without it: all of it.', ['120%'], NUMBER),
        accelerators: field('off: tiers and factors from 100% attainment on pay as what lies just below. Without it: on.', ['off'], oneOf({ on: 'as in full service', off: 'no better rate above quota' })),
      },
      ['to'],
      { minProperties: 2 },
    ),
    1,
    60,
  ),
);

const FILE: Readonly<Record<string, JsonSchema>> = {
  file: field('The CSV file, relative to this file.', ['data/leaves.csv'], TEXT),
  delimiter: field('What separates cells.', [',', ';', 'tab'], oneOf({ ',': 'comma', ';': 'semicolon', tab: 'tabulator', '|': 'bar' })),
  'decimal-mark': field('The mark before decimals.', ['.', ','], oneOf({ '.': '1234.50', ',': '1234,50' })),
};

const columns = (what: string, example: Readonly<Record<string, string>>): JsonSchema =>
  field(`${what} Each with its type, as columns of data.`, [example], { type: 'object', propertyNames: texts('^[A-Za-z][A-Za-z0-9_]{0,127}$', 'names are letters, digits and _, and start with a letter'), additionalProperties: field('TYPE, then ? if a cell may be empty, then from HEADER if the header differs from the name.', ['date?'], TEXT), minProperties: 1 });

export const LEAVES: JsonSchema = map({ ...FILE, columns: columns('The columns payee, from, to (empty while the leave goes on) and, if wanted, kind.', { payee: 'payee', from: 'date', to: 'date?', kind: 'text' }) }, ['file', 'columns']);

export const RELIEF: JsonSchema = map(
  { ...FILE, columns: columns('The columns payee, measure (empty: every measure), from, to, amount or share, reason and approver.', { payee: 'payee', measure: 'text?', from: 'date', to: 'date', amount: 'money?', share: 'ratio?', reason: 'text', approver: 'text' }) },
  ['file', 'columns'],
);

export const CHANGES: Readonly<Record<string, string>> = {
  replace: 'all days together have the new amount, the later ones what is left of it',
  'from-date': 'later days have the pace of the new amount, earlier ones keep theirs',
  restate: 'all days have the new amount, as if it had been so from the beginning',
};
