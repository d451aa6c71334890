/**
 * Reference tables in memory and the one way to fetch from them: same key, in force on the day. As an analyst's
 * VLOOKUP with exact match, and dated. Rule: effective-dated, "from that day until the next entry".
 */
import type { DataPlace } from '../diagnostic/diagnostic.ts';
import type { Value } from '../expr/types.ts';
import type { Day } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import { Exact } from '../value/exact.ts';
import type { ReferenceContract } from './contract.ts';

export interface TableEntry {
  /** Both included; all days for a table without dates. */
  readonly from: Day;
  readonly to: Day;
  /** By position of the contract's columns. */
  readonly values: readonly Value[];
  readonly at: DataPlace;
}

export interface LookupTable {
  readonly contract: ReferenceContract;
  /** By key text; entries sorted by `from`, without overlap. */
  readonly entries: ReadonlyMap<string, readonly TableEntry[]>;
}

/** One text for a key of one or more values; equal values have equal texts. A blank is part of no key. */
export function keyText(values: readonly Value[]): string | undefined {
  if (values.length === 1) return partText(values[0]);
  const parts = values.map(partText);
  return parts.includes(undefined) ? undefined : parts.join('\u0000');
}

function partText(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return undefined;
  return value instanceof Exact ? exactText(value) : String(value);
}

/** The entry with this key that is in force on the day; `day` may be left out for a table without dates. */
export function lookupIn(table: LookupTable, keys: readonly Value[], day?: Day): TableEntry | undefined {
  const text = keyText(keys);
  const entries = text === undefined ? undefined : table.entries.get(text);
  if (entries === undefined) return undefined;
  if (entries.length === 1 || day === undefined) return inForce(entries[0], day);
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (entries[middle]!.from <= day) low = middle;
    else high = middle - 1;
  }
  return inForce(entries[low], day);
}

function inForce(entry: TableEntry | undefined, day: Day | undefined): TableEntry | undefined {
  return entry === undefined || day === undefined || (entry.from <= day && day <= entry.to) ? entry : undefined;
}
