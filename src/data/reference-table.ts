/** Reads a small table whole, always strictly: one bad row refuses the table. What the loaders of reference data share. */
import type { DataPlace, Problems } from '../diagnostic/diagnostic.ts';
import type { Value } from '../expr/types.ts';
import type { Day } from '../value/day.ts';
import type { Input, TableContract } from './contract.ts';
import type { People } from './reference.ts';
import { kept } from './kept.ts';
import { cellPlace } from './row-reader.ts';
import { readTable } from './table.ts';

/** A row that may be kept. */
export interface Entry {
  readonly values: readonly Value[];
  readonly at: DataPlace;
  /** The place of one of its cells, by position in the contract's columns. */
  cell(position: number): DataPlace;
}

export interface EntryJob {
  readonly contract: TableContract;
  readonly inputs: readonly Input[];
  readonly problems: Problems;
  readonly identity: readonly string[];
  readonly currencies?: readonly string[];
  readonly required?: readonly string[];
  readonly people?: People | undefined;
}

/** All rows in the order of files and lines, or `undefined` when anything was wrong. */
export async function readEntries(job: EntryJob): Promise<Entry[] | undefined> {
  const entries: Entry[] = [];
  const { contract, inputs, problems, people, required } = job;
  const tally = await readTable({
    contract,
    inputs,
    problems,
    people,
    required,
    policy: 'stop',
    identity: new Set(job.identity),
    currencies: new Set(job.currencies),
    onRow(row) {
      const { file, line, row: number, header, values } = row;
      const texts = row.cells.list().map(kept);
      const own = { file, line, row: number, header, cells: { text: (at: number) => texts[at]! } };
      entries.push({ values: [...values], at: { file, line, row: number }, cell: (position) => cellPlace(own, position) });
      return 'delivered';
    },
  });
  return tally.complete && tally.rejected === 0 ? entries : undefined;
}

/** Position of a named column; −1 for a role that is not filled. */
export function columnAt(contract: TableContract, name: string | undefined): number {
  return name === undefined ? -1 : contract.columns.findIndex((column) => column.name === name);
}

/** `data/people.csv:7`: the other place in a message. */
export function placeText(at: DataPlace): string {
  return at.line === undefined ? at.file : `${at.file}:${at.line}`;
}

/** Groups by key, keys in the order they first come. */
export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Whether an error was reported since `problems` had `mark` entries. */
export function failedSince(problems: Problems, mark: number): boolean {
  return problems.all.slice(mark).some((problem) => problem.severity === 'error');
}

/** A day in a cell, or `open` when it is blank or there is no such column. */
export function dayIn(entry: Entry, column: number, open: Day): Day {
  const value = column < 0 ? null : entry.values[column];
  return typeof value === 'number' ? value : open;
}

/** A text in a cell, or `undefined` when it is blank or there is no such column. */
export function textIn(entry: Entry, column: number): string | undefined {
  const value = column < 0 ? null : entry.values[column];
  return typeof value === 'string' ? value : undefined;
}
