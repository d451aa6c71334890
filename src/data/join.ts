/** Joins a lookup to a row: the key from the row's columns, the entry in force on its date, or a reason why there is none. */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Value } from '../expr/types.ts';
import { dayText } from '../value/day.ts';
import { quoted } from './cell.ts';
import type { Lookup } from './contract.ts';
import { keyText, lookupIn, type LookupTable } from './lookup.ts';
import { cellPlace, type TableRow } from './row-reader.ts';

/** Puts the fetched value in its place among the row's values, or says why it cannot. */
export type Join = (row: TableRow) => Diagnostic | undefined;

/** `names`: columns, then lookups, by position; `at`: where the value goes. */
export function joiner(lookup: Lookup, at: number, names: readonly string[], tables: ReadonlyMap<string, LookupTable> | undefined): Join {
  const table = tables?.get(lookup.table);
  if (table === undefined) throw new Error(`the table ${lookup.table} was not loaded before the rows that look things up in it`);
  const column = table.contract.columns.findIndex(({ name }) => name === lookup.column);
  const by = lookup.by.map((name) => names.indexOf(name));
  const on = lookup.on === undefined ? -1 : names.indexOf(lookup.on);
  const keys: Value[] = by.map(() => null);
  return (row) => {
    by.forEach((position, index) => (keys[index] = row.values[position]));
    const day = on < 0 ? undefined : row.values[on];
    const known = on < 0 || typeof day === 'number';
    const entry = known ? lookupIn(table, keys, typeof day === 'number' ? day : undefined) : undefined;
    row.values[at] = entry?.values[column] ?? null;
    return entry !== undefined || lookup.optional ? undefined : missing(row);
  };

  function missing(row: TableRow): Diagnostic {
    const day = on < 0 ? undefined : row.values[on];
    const key = lookup.by.map((name, index) => `${name} ${quoted(keyText([keys[index]]) ?? '')}`).join(', ');
    const when = typeof day === 'number' ? ` on ${dayText(day)}` : '';
    const dated = typeof day === 'number' && table!.entries.has(keyText(keys) ?? '');
    return {
      code: 'D216',
      severity: 'error',
      message: `${lookup.name}: ${lookup.table} has no entry for ${key}${when}`,
      data: by[0]! < row.header.positions.length ? cellPlace(row, by[0]!) : { file: row.file, line: row.line, row: row.row },
      hint: dated ? `${lookup.table} knows the key, but not on that day: add an entry` : `add it to ${lookup.table}, or declare the lookup with optional: true`,
    };
  }
}
