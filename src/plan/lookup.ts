/** Lookups of a source, as an analyst's VLOOKUP: which table, which column, compared by what, on which day. */
import type { Column, ColumnType, Lookup, ReferenceContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';
import type { MapEntry, MapNode, Node } from '../document/node.ts';
import { quoted } from './shape-words.ts';
import { labelled, textOf } from './place.ts';
import { scalars, typeName } from './table.ts';

const FAMILIES = new Map<ColumnType['kind'], string>([
  ['text', 'text'],
  ['payee', 'text'],
  ['one-of', 'text'],
  ['date', 'date'],
  ['timestamp', 'date'],
]);

/** Types that can be compared: text with payee, date with timestamp, and equals. */
function comparable(a: ColumnType, b: ColumnType): boolean {
  return (FAMILIES.get(a.kind) ?? a.kind) === (FAMILIES.get(b.kind) ?? b.kind);
}

export interface LookupGround {
  readonly source: string;
  /** Columns of the source and lookups written earlier. */
  readonly columns: readonly Pick<Column, 'name' | 'type' | 'at'>[];
  readonly tables: readonly ReferenceContract[];
  /** Tables as written, including those with faults. */
  readonly tableNames: readonly string[];
}

export function readLookup(entry: MapEntry, ground: LookupGround, problems: Problems): Lookup | undefined {
  const node = entry.value as MapNode;
  const name = entry.key;
  const clash = ground.columns.find((column) => column.name === name);
  if (clash !== undefined)
    problems.error('P034', `${ground.source} already has a column ${quoted(name)}`, { at: entry.keyAt, pointer: node.pointer, ...labelled(clash.at, 'the column'), hint: 'give the lookup another name' });
  const from = node.get('from')!;
  const tableName = textOf(node, 'from')!;
  const table = ground.tables.find((one) => one.name === tableName);
  if (table === undefined) {
    if (!ground.tableNames.includes(tableName)) unknown('table', tableName, ground.tableNames, from, 'the workspace', 'P027', problems);
    return undefined;
  }
  const column = fetched(name, node, table, problems);
  const by = compared(node, entry, table, ground, problems);
  const on = dayOf(node, entry, table, ground, problems);
  if (column === undefined || by === undefined || on === false) return undefined;
  const optional = textOf(node, 'optional') === 'true';
  return { name, table: tableName, column: column.name, type: column.type, by, ...(on === undefined ? {} : { on }), optional, at: entry.keyAt };
}

/** The column that is fetched. Money of a column's currency would lose the currency on the way: refused. */
function fetched(name: string, node: MapNode, table: ReferenceContract, problems: Problems): Column | undefined {
  const written = node.get('column');
  const wanted = textOf(node, 'column') ?? name;
  const column = table.columns.find((one) => one.name === wanted);
  if (column === undefined) {
    unknown('column', wanted, table.columns.map((one) => one.name), written ?? node, `table ${table.name}`, 'P027', problems);
    return undefined;
  }
  if (column.type.kind === 'money' && typeof column.type.currency !== 'string') {
    problems.error('P027', `${table.name} holds ${column.name} in a currency of each entry`, {
      at: (written ?? node).at,
      pointer: node.pointer,
      ...labelled(column.at, typeName(column.type)),
      hint: 'a lookup fetches money in one currency: declare the column as money(USD)',
    });
    return undefined;
  }
  return column;
}

function compared(node: MapNode, entry: MapEntry, table: ReferenceContract, ground: LookupGround, problems: Problems): string[] | undefined {
  const written = node.get('by');
  const names = written === undefined ? [...table.key] : scalars(written).map((scalar) => scalar.text);
  const places = written === undefined ? names.map(() => entry.keyAt) : scalars(written).map((scalar) => scalar.at);
  if (names.length !== table.key.length) {
    problems.error('P028', `table ${table.name} is found by ${table.key.join(' and ')}, but ${entry.key} compares ${names.join(' and ')}`, {
      at: written?.at ?? entry.keyAt,
      pointer: node.pointer,
      hint: `give ${table.key.length} column${table.key.length === 1 ? '' : 's'} under by, in the order of the key`,
    });
    return undefined;
  }
  let whole = true;
  names.forEach((name, index) => {
    const own = ground.columns.find((column) => column.name === name);
    const key = table.columns.find((column) => column.name === table.key[index]);
    if (own === undefined) {
      whole = false;
      const near = didYouMean(name, ground.columns.map((column) => column.name));
      problems.error('P027', `${ground.source} has no column ${quoted(name)}`, {
        at: places[index]!,
        pointer: node.pointer,
        found: name,
        ...(near === undefined ? {} : { note: near }),
        hint: written === undefined ? `say which column holds the ${name}: by: COLUMN` : `columns are ${ground.columns.map((column) => column.name).join(', ')}`,
      });
    } else if (key !== undefined && !comparable(own.type, key.type)) {
      whole = false;
      problems.error('P028', `${name} is ${typeName(own.type)}, but the key ${key.name} of ${table.name} is ${typeName(key.type)}`, {
        at: places[index]!,
        pointer: node.pointer,
        ...(own.at === undefined || key.at === undefined ? {} : { labels: [{ at: own.at, text: 'declared here' }, { at: key.at, text: 'the key' }] }),
        hint: 'declare both with the same type',
      });
    }
  });
  return whole ? names : undefined;
}

/** The date column for a dated table; `false` after a problem. */
function dayOf(node: MapNode, entry: MapEntry, table: ReferenceContract, ground: LookupGround, problems: Problems): string | undefined | false {
  const on = node.get('on');
  const fault = (message: string, hint: string): false => {
    problems.error('P029', message, { at: on?.at ?? entry.keyAt, pointer: node.pointer, hint });
    return false;
  };
  if (table.from === undefined) return on === undefined ? undefined : fault(`the entries of ${table.name} are not dated`, 'remove on:, or give the table a from: column');
  if (on === undefined) return fault(`the entries of ${table.name} change over time, but ${entry.key} does not say which day counts`, 'add on: and a date column of the source');
  const name = textOf(node, 'on')!;
  const column = ground.columns.find((one) => one.name === name);
  if (column === undefined) return fault(`${ground.source} has no column ${quoted(name)}`, `date columns are ${dates(ground)}`);
  if (column.type.kind !== 'date' && column.type.kind !== 'timestamp') return fault(`${name} is ${typeName(column.type)}, not a date`, `date columns are ${dates(ground)}`);
  return name;
}

function dates(ground: LookupGround): string {
  const names = ground.columns.filter((column) => column.type.kind === 'date' || column.type.kind === 'timestamp').map((column) => column.name);
  return names.length === 0 ? 'none; declare one' : names.join(', ');
}

function unknown(kind: string, name: string, known: readonly string[], at: Node, where: string, code: 'P027', problems: Problems): void {
  const near = didYouMean(name, known);
  problems.error(code, `${where} has no ${kind} ${quoted(name)}`, {
    at: at.at,
    pointer: at.pointer,
    found: name,
    ...(near === undefined ? {} : { note: near }),
    hint: known.length === 0 ? `declare it under ${kind}s:` : `${kind}s are ${known.join(', ')}`,
  });
}
