/** Sources of transactions and reference tables: columns, identity, date, lookups. */
import type { Column, ReferenceContract, SourceContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';
import type { MapEntry, MapNode } from '../document/node.ts';
import { readLookup, type LookupGround } from './lookup.ts';
import { labelled, mapsUnder, textOf } from './place.ts';
import { readRefersTo } from './refers-to.ts';
import { quoted } from './shape-words.ts';
import { declaredNames, readTable, roleOf, scalars, typeName } from './table.ts';

/** A column, or a lookup, which serves like one. */
type Declared = Pick<Column, 'name' | 'type' | 'optional' | 'at'>;

const KEY_TYPES = ['text', 'payee', 'number', 'date', 'timestamp', 'one-of'] as const;

export function readReference(entry: MapEntry, currency: string, problems: Problems): ReferenceContract[] {
  const table = readTable(entry.key, entry, currency, problems);
  const key = columnsOf('key', table.node, table.contract.columns, `table ${entry.key}`, problems);
  const dated = (role: 'from' | 'to'): string | undefined =>
    table.node.get(role) === undefined ? undefined : roleOf(role, table, { what: role === 'from' ? 'the first day of an entry' : 'the last day of an entry', types: ['date', 'timestamp'], mayBeBlank: role === 'to' }, problems);
  const from = dated('from');
  const to = dated('to');
  if (table.node.get('to') !== undefined && table.node.get('from') === undefined)
    problems.error('P029', `table ${entry.key} says until when an entry holds, but not from when`, { at: table.node.entry('to')!.keyAt, pointer: table.node.pointer, hint: 'add from: and the column of the first day' });
  if (key === undefined) return [];
  return [{ ...table.contract, key, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
}

/** The columns named under `key` or `id`; none of them may be blank. */
function columnsOf(role: 'key' | 'id', node: MapNode, columns: readonly Declared[], where: string, problems: Problems): string[] | undefined {
  const names: string[] = [];
  let whole = true;
  for (const scalar of scalars(node.get(role))) {
    const column = columns.find((one) => one.name === scalar.text);
    const labels = labelled(column?.at, 'declared here');
    if (column === undefined) {
      whole = false;
      if (writtenNames(node).includes(scalar.text)) continue;
      const near = didYouMean(scalar.text, writtenNames(node));
      problems.error('P024', `${where} declares no column ${quoted(scalar.text)}`, { at: scalar.at, pointer: scalar.pointer, found: scalar.text, ...(near === undefined ? {} : { note: near }), hint: `columns are ${writtenNames(node).join(', ')}` });
    } else if (column.optional) {
      whole = false;
      problems.error('P025', `${column.name} may be empty, but is part of the ${role} of ${where}`, { at: scalar.at, pointer: scalar.pointer, ...labels, hint: 'remove the ? after its type' });
    } else if (!KEY_TYPES.some((type) => type === column.type.kind)) {
      whole = false;
      problems.error('P025', `${column.name} is ${typeName(column.type)}, which does not identify anything`, { at: scalar.at, pointer: scalar.pointer, ...labels, hint: `name a text column as ${role}` });
    } else if (names.includes(column.name)) {
      whole = false;
      problems.error('P025', `${column.name} stands twice in the ${role} of ${where}`, { at: scalar.at, pointer: scalar.pointer, hint: 'name each column once' });
    } else names.push(column.name);
  }
  return whole ? names : undefined;
}

export function readSource(entry: MapEntry, currency: string, ground: Pick<LookupGround, 'tables' | 'tableNames'>, problems: Problems): SourceContract[] {
  const { contract, node } = readTable(entry.key, entry, currency, problems);
  // A lookup may compare or be dated by what an earlier one fetched.
  const all: Declared[] = [...contract.columns];
  const lookups = mapsUnder(node, 'lookups').flatMap((one) => {
    const lookup = readLookup(one, { ...ground, source: `source ${entry.key}`, columns: all }, problems);
    if (lookup === undefined) return [];
    all.push(lookup);
    return [lookup];
  });
  const id = columnsOf('id', node, all, `source ${entry.key}`, problems);
  const date = dateOf(node, all, entry.key, problems);
  const refersTo = readRefersTo(node, entry.key, all, writtenNames(node), problems);
  if (id === undefined || date === undefined || refersTo === false) return [];
  return [{ ...contract, ...(refersTo === undefined ? {} : { refersTo }), id, date, duplicates: textOf(node, 'duplicates') === 'ignore-identical' ? 'ignore-identical' : 'error', ...(textOf(node, 'late') === 'current-period' ? { late: 'current-period' as const } : {}), lookups }];
}

function dateOf(node: MapNode, columns: readonly Declared[], source: string, problems: Problems): string | undefined {
  const scalar = scalars(node.get('date'))[0];
  if (scalar === undefined) return undefined;
  const column = columns.find((one) => one.name === scalar.text);
  const labels = labelled(column?.at, 'declared here');
  const fault = (code: 'P024' | 'P025', message: string, hint: string, note?: string): undefined => {
    problems.error(code, message, { at: scalar.at, pointer: scalar.pointer, found: scalar.text, ...labels, ...(note === undefined ? {} : { note }), hint });
    return undefined;
  };
  const declared = writtenNames(node);
  if (column === undefined) {
    if (declared.includes(scalar.text)) return undefined;
    return fault('P024', `source ${source} declares no column ${quoted(scalar.text)}`, `columns are ${declared.join(', ')}`, didYouMean(scalar.text, declared));
  }
  if (column.type.kind !== 'date' && column.type.kind !== 'timestamp') return fault('P025', `${column.name} is ${typeName(column.type)}, but the date of a transaction must be date or timestamp`, `declare ${column.name}: date`);
  if (column.optional) return fault('P025', `${column.name} may be empty, but every transaction needs its date`, 'remove the ? after its type');
  return column.name;
}

/** Columns and lookups as written, including those with faults. */
function writtenNames(node: MapNode): string[] {
  return [...declaredNames(node), ...mapsUnder(node, 'lookups').map((entry) => entry.key)];
}
