/** What is known of a person, as texts: a record keeps them, so that a later difference can name the column. */
import type { People } from '../data/reference.ts';
import type { Value } from '../expr/types.ts';
import { dayText, type Day } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import { Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import type { PersonEntry } from './entries.ts';

/** All dated records of a person. */
export function personFacts(people: People | undefined, payee: string): PersonEntry[] {
  const facts: PersonEntry[] = [];
  for (const { from, to, values } of people?.get(payee)?.records ?? [])
    people!.columns.forEach((column, at) => {
      const value = values[at];
      if (value !== null && value !== undefined) facts.push({ payee, from, to, column: column.name, value: textOf(value, column.type.kind === 'date') });
    });
  return facts;
}

/** Those that hold on some of the days, cut to them. */
export function factsIn(facts: readonly PersonEntry[], from: Day, to: Day): PersonEntry[] {
  return facts.filter((one) => one.to >= from && one.from <= to).map((one) => ({ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) }));
}

function textOf(value: Value, date: boolean): string {
  if (value instanceof Exact) return exactText(value);
  if (typeof value === 'number') return date ? dayText(value) : `${value}`;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : `${value}`;
}

/** What differs, one text for each column; `reads`: whether the plan looks at the column. */
export function changedFacts(then: readonly PersonEntry[], now: readonly PersonEntry[], reads: (column: string) => boolean): string[] {
  const values = (entries: readonly PersonEntry[], column: string): string => entries.filter((one) => one.column === column).sort((a, b) => a.from - b.from).map(({ value }) => value).filter((value, at, all) => value !== all[at - 1]).join(', then ');
  const days = (entries: readonly PersonEntry[]): string => [...new Set(entries.map(({ from, to }) => `${dayText(from)} to ${dayText(to)}`))].sort(textOrder).join(', ');
  if (then.length === 0 || now.length === 0) return then.length === now.length ? [] : [then.length === 0 ? 'was not known in the period' : 'is not known in the period any more'];
  const columns = [...new Set([...then, ...now].map(({ column }) => column))].filter(reads).sort(textOrder);
  const changed = columns.filter((column) => values(then, column) !== values(now, column)).map((column) => `${column} ${values(then, column) || 'blank'} → ${values(now, column) || 'blank'}`);
  return changed.length > 0 || days(then) === days(now) ? changed : [`days ${days(then)} → ${days(now)}`];
}
