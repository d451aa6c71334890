/**
 * A file of a record as a table of typed columns, written and read by one description of it. Numbers are all their digits, or a
 * fraction; what is not applicable says so with its reason; blank is blank.
 */
import type { Known } from '../mechanic/mechanic.ts';
import { dayText, readDay, type Day } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import { Exact, tenTo } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import { csvCells, csvLine, guarded, unguarded } from './csv.ts';

interface Values {
  text: string;
  'text?': string | undefined;
  exact: Exact;
  'exact?': Exact | undefined;
  day: Day;
  'known?': Known | undefined;
}

export type Kind = keyof Values;
export type Columns = Readonly<Record<string, Kind>>;
export type RowOf<T> = T extends Table<infer C> ? { readonly [K in keyof C]: Values[C[K]] } : never;
type Row<C extends Columns> = { readonly [K in keyof C]: Values[C[K]] };

export interface Table<C extends Columns> {
  readonly file: string;
  readonly columns: C;
  /** The columns that rows are sorted by: a record never depends on the order of rows in the data. */
  readonly by: readonly (keyof C & string)[];
}

export function table<const C extends Columns>(file: string, columns: C, by: readonly (keyof C & string)[]): Table<C> {
  return { file, columns, by };
}

/** `paidCurrency` → `paid_currency` */
function header(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function tableText<C extends Columns>({ columns, by }: Table<C>, rows: readonly Row<C>[]): string {
  const names = Object.keys(columns);
  const records = rows.map((row) => {
    const cells = names.map((name) => cellOf(columns[name]!, row[name]));
    return { key: by.map((name) => cellOf(columns[name]!, row[name])), text: csvLine(cells) };
  });
  records.sort((a, b) => {
    for (let i = 0; i < a.key.length; i++) if (a.key[i] !== b.key[i]) return textOrder(a.key[i]!, b.key[i]!);
    return textOrder(a.text, b.text);
  });
  return csvLine(names.map(header)) + records.map((record) => record.text).join('');
}

/** The rows of a file, or undefined when it is not this table. */
export function tableRows<C extends Columns>({ columns }: Table<C>, text: string): Row<C>[] | undefined {
  const names = Object.keys(columns);
  const cells = csvCells(text);
  if (cells === undefined || cells[0]?.join() !== names.map(header).join()) return undefined;
  const rows: Row<C>[] = [];
  for (const record of cells.slice(1)) {
    if (record.length !== names.length) return undefined;
    const row: Record<string, unknown> = {};
    for (const [at, name] of names.entries()) {
      const value = valueOf(columns[name]!, record[at]!);
      if (value === FAULT) return undefined;
      row[name] = value;
    }
    rows.push(row as Row<C>);
  }
  return rows;
}

const NOT_APPLICABLE = 'n/a: ';

function cellOf(kind: Kind, value: unknown): string {
  if (value === undefined) return '';
  switch (kind) {
    case 'text':
    case 'text?':
      return guarded(value as string);
    case 'exact':
    case 'exact?':
      return exactText(value as Exact);
    case 'day':
      return dayText(value as Day);
    case 'known?': {
      const known = value as Known;
      return known.value === undefined ? `${NOT_APPLICABLE}${known.none}` : exactText(known.value);
    }
  }
}

const FAULT = Symbol('fault');

function valueOf(kind: Kind, cell: string): unknown {
  switch (kind) {
    case 'text':
      return unguarded(cell);
    case 'text?':
      return cell === '' ? undefined : unguarded(cell);
    case 'exact':
      return exactOf(cell) ?? FAULT;
    case 'exact?':
      return cell === '' ? undefined : (exactOf(cell) ?? FAULT);
    case 'day': {
      const reading = readDay(cell);
      return 'day' in reading ? reading.day : FAULT;
    }
    case 'known?': {
      if (cell === '') return undefined;
      if (cell.startsWith(NOT_APPLICABLE)) return { none: cell.slice(NOT_APPLICABLE.length) };
      const value = exactOf(cell);
      return value === undefined ? FAULT : { value };
    }
  }
}

/** What `exactText` wrote: all digits, or a fraction. */
export function exactOf(text: string): Exact | undefined {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction !== null) return BigInt(fraction[2]!) === 0n ? undefined : Exact.of(BigInt(fraction[1]!), BigInt(fraction[2]!));
  const decimal = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (decimal === null) return undefined;
  const behind = decimal[3] ?? '';
  return Exact.of(BigInt(`${decimal[1]}${decimal[2]}${behind}`), tenTo(behind.length));
}
