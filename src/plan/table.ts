/**
 * What every table of data declares: files, how it is written, columns; and its roles, which name columns. A role that is
 * not written takes the column of the same name.
 */
import type { Column, ColumnType, TableContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import type { MapEntry, MapNode, Node } from '../document/node.ts';
import { readColumns } from './column.ts';
import { textOf } from './place.ts';
import { quoted } from './shape-words.ts';

/** A table, and the node it is declared by. `name` is used in messages: `sales`, `people`. */
export interface TableNode {
  readonly contract: TableContract;
  readonly node: MapNode;
}

/** Files, delimiter, decimal mark and columns of a table whose shape has been checked. */
export function readTable(name: string, { value, keyAt }: MapEntry, currency: string, problems: Problems): TableNode {
  const node = value as MapNode;
  const files = node.get('files') ?? node.get('file');
  const file = node.entry('file');
  if (files === undefined) problems.error('P002', `${name} has no "file"`, { at: keyAt, pointer: node.pointer, hint: `add file: data/${name}.csv` });
  else if (file !== undefined && node.get('files') !== undefined)
    problems.error('P023', `${name} has both file and files`, { at: file.keyAt, pointer: node.pointer, hint: 'keep files; it takes one name, a pattern or a list' });
  const columns = node.get('columns');
  const delimiter = textOf(node, 'delimiter') ?? ',';
  return {
    node,
    contract: {
      name,
      files: texts(files),
      columns: columns?.kind === 'map' ? readColumns(columns, name, currency, problems) : [],
      delimiter: (delimiter === 'tab' ? '\t' : delimiter) as TableContract['delimiter'],
      decimalMark: (textOf(node, 'decimal-mark') ?? '.') as TableContract['decimalMark'],
      at: keyAt,
    },
  };
}

/** A scalar or a list of scalars as texts. */
export function texts(node: Node | undefined): string[] {
  return scalars(node).map((scalar) => scalar.text);
}

export function scalars(node: Node | undefined) {
  const items: readonly Node[] = node === undefined ? [] : node.kind === 'list' ? node.items : [node];
  return items.flatMap((item) => (item.kind === 'scalar' ? [item] : []));
}

export interface RoleWish {
  /** What the column is for: `the first day of service`. */
  readonly what: string;
  readonly types: readonly ColumnType['kind'][];
  /** Whether the table cannot do without it. */
  readonly required?: boolean;
  /** Whether an empty cell means something. */
  readonly mayBeBlank?: boolean;
}

/** The column that plays a role: the one named under the role's key, else the one of the same name. */
export function roleOf(role: string, table: TableNode, wish: RoleWish, problems: Problems): string | undefined {
  const written = table.node.get(role);
  const name = written?.kind === 'scalar' ? written.text : role;
  const declared = declaredNames(table.node);
  const { contract } = table;
  const at = written?.at ?? table.node.entry('columns')?.keyAt ?? table.node.at;
  if (!declared.includes(name)) {
    if (written === undefined && wish.required !== true) return undefined;
    const near = didYouMean(name, declared);
    problems.error('P024', written === undefined ? `${contract.name} has no column ${quoted(name)} for ${wish.what}` : `${contract.name} declares no column ${quoted(name)}`, {
      at,
      pointer: table.node.pointer,
      found: name,
      ...(near === undefined ? {} : { note: near }),
      hint: written === undefined ? `declare ${name}: ${TYPE_NAMES.get(wish.types[0]!)}${wish.mayBeBlank ? '?' : ''}, with from HEADER when the file calls it otherwise` : `columns are ${declared.join(', ')}`,
    });
    return undefined;
  }
  const column = contract.columns.find((one) => one.name === name);
  if (column === undefined) return undefined;
  return fits(column, wish, at, contract.name, problems) ? name : undefined;
}

function fits(column: Column, wish: RoleWish, at: TableNode['node']['at'], table: string, problems: Problems): boolean {
  const labels = column.at === undefined || column.at.start === at.start ? {} : { labels: [{ at: column.at, text: 'declared here' }] };
  if (!wish.types.includes(column.type.kind)) {
    const wanted = either(wish.types.map((type) => TYPE_NAMES.get(type)!));
    problems.error('P025', `${column.name} of ${table} is ${typeName(column.type)}, but ${wish.what} must be ${wanted}`, { at: column.at ?? at, expected: wanted, ...(column.at === undefined ? labels : {}), hint: `declare ${column.name}: ${TYPE_NAMES.get(wish.types[0]!)}` });
    return false;
  }
  if (column.optional && wish.mayBeBlank !== true) {
    problems.error('P025', `${column.name} of ${table} may be empty, but ${wish.what} must always be there`, { at: column.at ?? at, hint: `remove the ? after its type` });
    return false;
  }
  return true;
}

/** Column names as written, including those whose declaration has a fault. */
export function declaredNames(node: MapNode): string[] {
  const columns = node.get('columns');
  return columns?.kind === 'map' ? columns.entries.map((entry) => entry.key) : [];
}

const TYPE_NAMES = new Map<ColumnType['kind'], string>([
  ['text', 'text'],
  ['number', 'number'],
  ['ratio', 'ratio'],
  ['date', 'date'],
  ['timestamp', 'timestamp'],
  ['yes-no', 'yes/no'],
  ['payee', 'payee'],
  ['money', 'money'],
  ['one-of', 'one of A, B'],
]);

/** A column type as it is written in a workspace. */
export function typeName(type: ColumnType): string {
  if (type.kind === 'money') return `money(${typeof type.currency === 'string' ? type.currency : type.currency.column})`;
  return type.kind === 'one-of' ? `one of ${type.values.join(', ')}` : TYPE_NAMES.get(type.kind)!;
}
