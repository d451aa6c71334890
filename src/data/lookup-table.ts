/**
 * Loads a reference table for lookups: by key, and in force from its day until the next entry of the same key (or until
 * a last day of its own). Two entries for one key and day are an error. Rule: calculation contract §3.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { dayText } from '../value/day.ts';
import type { Input, ReferenceContract } from './contract.ts';
import { keyText, type LookupTable, type TableEntry } from './lookup.ts';
import { FIRST_DAY, LAST_DAY, type People } from './reference.ts';
import { columnAt, dayIn, failedSince, grouped, placeText, readEntries, type Entry } from './reference-table.ts';

/** Reads a reference table; `undefined` when anything was wrong, all of it reported. */
export async function loadTable(contract: ReferenceContract, inputs: readonly Input[], people: People | undefined, problems: Problems): Promise<LookupTable | undefined> {
  const entries = await readEntries({ contract, inputs, problems, people, identity: contract.key });
  if (entries === undefined) return undefined;
  const mark = problems.all.length;
  const key = contract.key.map((name) => columnAt(contract, name));
  const keyed = entries.filter((entry) => {
    const whole = keyOf(entry, key) !== undefined;
    if (!whole) problems.error('D702', `this entry of ${contract.name} has no key`, { data: entry.at, hint: 'fill the key in, or remove the row: no lookup can find it' });
    return whole;
  });
  const byKey = new Map<string, TableEntry[]>();
  for (const [text, own] of grouped(keyed, (entry) => keyOf(entry, key)!)) byKey.set(text, inOrder(own, key, contract, problems));
  return failedSince(problems, mark) ? undefined : { contract, entries: byKey };
}

function keyOf(entry: Entry, key: readonly number[]): string | undefined {
  return keyText(key.map((at) => entry.values[at]));
}

function inOrder(own: readonly Entry[], key: readonly number[], contract: ReferenceContract, problems: Problems): TableEntry[] {
  const [from, to] = [columnAt(contract, contract.from), columnAt(contract, contract.to)];
  const sorted = own.map((entry) => ({ entry, first: dayIn(entry, from, FIRST_DAY), last: dayIn(entry, to, LAST_DAY) })).sort((a, b) => a.first - b.first);
  const name = key.map((at) => keyText([own[0]!.values[at]])).join(', ');
  return sorted.map(({ entry, first, last }, at) => {
    const next = sorted[at + 1];
    if (last < first) {
      const message = `the entry for ${name} ends on ${dayText(last)}, before it starts on ${dayText(first)}`;
      problems.error('D402', message, { data: entry.cell(to), hint: 'correct one of the days; both are included' });
    } else if (next !== undefined && (next.first === first || (last !== LAST_DAY && last >= next.first))) {
      const when = next.first === FIRST_DAY ? '' : ` on ${dayText(next.first)}`;
      const message = `${contract.name} has two entries for ${name}${when}; the other is on ${placeText(entry.at)}`;
      const hint = from < 0 ? 'remove one, or declare the column of first days (from)' : 'let one end before the other begins';
      problems.error('D701', message, { data: next.entry.cell(from < 0 ? key[0]! : from), hint });
    }
    return { from: first, to: next !== undefined && next.first - 1 < last ? next.first - 1 : last, values: entry.values, at: entry.at };
  });
}
