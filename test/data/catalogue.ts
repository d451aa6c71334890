/** Runs one case of the data catalogues (`*.yaml` beside this file) and tells what came out, as plain texts. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Column, ColumnType, SourceContract } from '../../src/data/contract.ts';
import type { RejectedRow } from '../../src/data/bad-rows.ts';
import type { People } from '../../src/data/reference.ts';
import { readTransactions, type ReadTally } from '../../src/data/transactions.ts';
import { Problems, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Value } from '../../src/expr/types.ts';
import { dayText } from '../../src/value/day.ts';
import { exactText } from '../../src/value/display.ts';
import { Exact } from '../../src/value/exact.ts';
import { memoryInput } from './memory-input.ts';

export interface Declared {
  columns?: Record<string, string>;
  id?: string | string[];
  date?: string;
  delimiter?: ',' | ';' | '\t' | '|';
  'decimal-mark'?: '.' | ',';
  duplicates?: 'error' | 'ignore-identical';
  people?: string[];
  policy?: 'stop' | 'quarantine';
  'max-rows'?: number;
  'max-problems'?: number;
}

export interface FileCase extends Declared {
  name: string;
  /** The text of the only file, or texts by file name, or bytes in hexadecimal. */
  csv?: string;
  files?: Record<string, string>;
  hex?: string;
  /** Delivered rows: their values, joined by ` | `. */
  rows: string[];
  problems?: string[];
  /** read/delivered/rejected/ignored, when it is not plain. */
  tally?: string;
}

const DEFAULTS = { columns: { id: 'text', day: 'date', seller: 'payee', amount: 'money(USD)' }, id: 'id', date: 'day' };

/** The cases of a catalogue. */
export function catalogue<T>(file: string): T {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
}

/** `money(currency)?` and so on → a column. The plan room's own reader has more to say; here the short forms suffice. */
export function column(name: string, text: string, siblings: readonly string[]): Column {
  const [, type = '', optional, header] = /^(.*?)(\?)?(?: from (.*))?$/.exec(text) ?? [];
  return { name, header: header ?? name, type: typeOf(type, siblings), optional: optional !== undefined };
}

function typeOf(text: string, siblings: readonly string[]): ColumnType {
  const money = /^money\((.*)\)$/.exec(text)?.[1];
  if (money !== undefined) return { kind: 'money', currency: siblings.includes(money) ? { column: money } : money };
  if (text.startsWith('one of ')) return { kind: 'one-of', values: text.slice(7).split(', ') };
  if (text === 'yes/no') return { kind: 'yes-no' };
  return { kind: text as 'text' };
}

export function columnsOf(declared: Record<string, string>): Column[] {
  return Object.entries(declared).map(([name, type]) => column(name, type, Object.keys(declared)));
}

export function contractOf(declared: Declared): SourceContract {
  const { columns, id, date } = { ...DEFAULTS, ...declared };
  return {
    name: 'sales',
    files: ['sales.csv'],
    columns: columnsOf(columns),
    delimiter: declared.delimiter ?? ',',
    decimalMark: declared['decimal-mark'] ?? '.',
    id: typeof id === 'string' ? [id] : id,
    date,
    duplicates: declared.duplicates ?? 'error',
    lookups: [],
  };
}

/** People with the given ids and nothing else. */
export function peopleNamed(ids: readonly string[]): People {
  const all = ids.map((id) => ({ id, records: [], services: [] }));
  return { columns: [], all, get: (id) => all.find((person) => person.id === id) };
}

export interface Ran {
  rows: string[];
  problems: string[];
  tally: ReadTally;
  rejected: RejectedRow[];
}

export async function runCase(one: FileCase, sizes: readonly number[] = [65_536]): Promise<Ran> {
  const problems = new Problems();
  const contents: [string, string | Uint8Array][] =
    one.hex !== undefined ? [['sales.csv', Buffer.from(one.hex.replace(/\s/g, ''), 'hex')]] : Object.entries(one.files ?? { 'sales.csv': one.csv ?? '' });
  const rows: string[] = [];
  const rejected: RejectedRow[] = [];
  const tally = await readTransactions({
    contract: contractOf(one),
    inputs: contents.map(([name, text]) => memoryInput(name, text, sizes)),
    people: one.people === undefined ? undefined : peopleNamed(one.people),
    policy: one.policy ?? 'stop',
    problems,
    ...(one['max-rows'] === undefined ? {} : { maxRows: one['max-rows'] }),
    ...(one['max-problems'] === undefined ? {} : { maxProblems: one['max-problems'] }),
    onRow: (row) => void rows.push(row.values.map(valueText).join(' | ')),
    onRejected: (row) => void rejected.push(row),
  });
  return { rows, problems: problems.all.map(problemText), tally, rejected };
}

/** `error D204 sales.csv:2 row 1 column 4 amount: message = hint` */
export function problemText(problem: Diagnostic): string {
  const { file, line, row, column: at, header } = problem.data ?? { file: '' };
  const place = [`${file}${line === undefined ? '' : `:${line}`}`, ...(row === undefined ? [] : [`row ${row}`]), ...(at === undefined ? [] : [`column ${at}`]), ...(header === undefined ? [] : [header])];
  return `${problem.severity === 'error' ? '' : `${problem.severity} `}${problem.code} ${place.join(' ')}: ${problem.message} = ${problem.hint ?? '(no hint)'}`;
}

export function valueText(value: Value): string {
  if (value === null) return '-';
  if (value === undefined) return 'UNDEFINED';
  if (value instanceof Exact) return exactText(value);
  return typeof value === 'number' ? dayText(value) : String(value);
}

export function tallyText(tally: ReadTally): string {
  return `${tally.read} = ${tally.delivered} + ${tally.rejected} + ${tally.ignored}${tally.complete ? '' : ', given up'}`;
}
