/**
 * A length of time from the day of a sale: a number of days, months or years, or a column of the sale that holds its months
 * or its last day. A month later is the same day of the next month, or that month's last day.
 */
import type { Node } from '../document/node.ts';
import type { Value } from '../expr/types.ts';
import type { Day } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import { monthsAfter, wholeMonths } from '../value/months.ts';
import { roundTo } from '../value/rounding.ts';
import type { Reader } from './mechanic.ts';

export type Duration =
  | { readonly kind: 'days' | 'months'; readonly count: number; readonly text: string }
  | { readonly kind: 'column'; readonly column: string; readonly holds: 'months' | 'last-day'; readonly text: string };

const UNITS: Readonly<Record<string, readonly ['days' | 'months', number]>> = { day: ['days', 1], week: ['days', 7], month: ['months', 1], year: ['months', 12] };

export function readDuration(node: Node, what: string, reader: Reader): Duration | undefined {
  if (node.kind !== 'scalar') return undefined;
  const [, digits, unit] = /^\s*([1-9][0-9]{0,3})\s+(day|week|month|year)s?\s*$/.exec(node.text) ?? [];
  if (digits !== undefined) {
    const [kind, each] = UNITS[unit!]!;
    return { kind, count: +digits * each, text: node.text.trim() };
  }
  const hint = 'write a length such as 90 days, 12 months or 1 year, or a column of the sale that holds months (number) or the last day (date)';
  if (!/^[A-Za-z_]\w*$/.test(node.text)) {
    reader.problem('P480', `${what} is "${node.text}", which is no length of time`, node, { found: node.text, hint });
    return undefined;
  }
  const column = reader.column(node);
  if (column === undefined) return undefined;
  if (column.kind === 'number') return { kind: 'column', column: column.name, holds: 'months', text: column.name };
  if (column.kind === 'date' || column.kind === 'timestamp') return { kind: 'column', column: column.name, holds: 'last-day', text: column.name };
  reader.problem('P480', `${what} is read from ${column.name}, which is declared as ${column.kind}`, node, { found: column.kind, expected: 'number or date', hint });
  return undefined;
}

export function columnsOf(duration: Duration | undefined): readonly string[] {
  return duration?.kind === 'column' ? [duration.column] : [];
}

/** The last day inside, counted from `from`; undefined where the column is blank. */
export function lastDay(duration: Duration, from: Day, column: (name: string) => Value): Day | undefined {
  if (duration.kind !== 'column') return duration.kind === 'days' ? from + duration.count : monthsAfter(from, duration.count);
  const value = column(duration.column);
  if (typeof value === 'number') return value;
  return value instanceof Exact ? monthsAfter(from, +exactText(roundTo(value, { to: ONE, mode: 'down' }))) : undefined;
}

/**
 * How much of the duration has passed on the day, from 0 to 1: by days where it is a number of days or a last day, by
 * whole months where it is a number of months. Undefined where the column is blank.
 */
export function passed(duration: Duration, from: Day, on: Day, column: (name: string) => Value): { readonly done: Exact; readonly text: string } | undefined {
  const value = duration.kind === 'column' ? column(duration.column) : undefined;
  if (duration.kind === 'days') return part(Exact.of(on - from), Exact.of(duration.count), 'days');
  if (duration.kind === 'months') return part(Exact.of(wholeMonths(from, on)), Exact.of(duration.count), 'months');
  if (value instanceof Exact) return part(Exact.of(wholeMonths(from, on)), value, 'months');
  return typeof value === 'number' ? part(Exact.of(on - from), Exact.of(value - from + 1), 'days') : undefined;
}

function part(done: Exact, whole: Exact, unit: string): { done: Exact; text: string } {
  const shown = done.sign() < 0 ? ZERO : done;
  if (whole.sign() <= 0 || shown.atLeast(whole)) return { done: ONE, text: `all of its ${exactText(whole)} ${unit}` };
  return { done: shown.over(whole), text: `${exactText(shown)} of ${exactText(whole)} ${unit}` };
}
