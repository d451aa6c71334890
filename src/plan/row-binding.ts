/**
 * Formulas over one transaction: the columns and lookups of a source. Money in another currency is converted as it is
 * fetched, so that a formula only ever sees money of the plan's currency.
 */
import type { ColumnType, SourceContract } from '../data/contract.ts';
import type { NameInfo, Ref, Value } from '../expr/types.ts';
import type { Exact } from '../value/exact.ts';
import { nameOf, plainScope, type Binding } from './binding.ts';
import type { RowEnv, Workspace } from './model.ts';

export interface RowBinding extends Binding<RowEnv> {
  readonly source: SourceContract;
  /** Position in a row's values, and the type, of a column or lookup. */
  column(name: string): { readonly index: number; readonly type: ColumnType } | undefined;
}

export function rowBinding(source: SourceContract, workspace: Workspace, currency: string): RowBinding {
  const names = new Map<string, NameInfo>();
  const places = new Map<string, { readonly index: number; readonly type: ColumnType }>();
  source.columns.forEach((column, index) => {
    names.set(column.name, nameOf(column));
    places.set(column.name, { index, type: column.type });
  });
  source.lookups.forEach((lookup, index) => {
    const fetched = workspace.tables.find((table) => table.name === lookup.table)?.columns.find((column) => column.name === lookup.column);
    names.set(lookup.name, nameOf({ type: lookup.type, optional: lookup.optional || fetched?.optional === true, ...(lookup.at === undefined ? {} : { at: lookup.at }) }));
    places.set(lookup.name, { index: source.columns.length + index, type: lookup.type });
  });
  return {
    source,
    scope: plainScope(`columns of ${source.name}`, names),
    bind: (ref: Ref) => {
      const place = places.get(ref.name)!;
      return place.type.kind === 'money' ? money(place.index, place.type.currency, currency, places) : (env) => env.row.values[place.index];
    },
    column: (name) => places.get(name),
  };
}

function money(index: number, from: string | { readonly column: string }, to: string, places: ReadonlyMap<string, { readonly index: number }>): (env: RowEnv) => Value {
  if (from === to) return (env) => env.row.values[index];
  if (typeof from === 'string') {
    return (env) => {
      const amount = env.row.values[index];
      return amount === null ? null : env.convert(amount as Exact, from, to);
    };
  }
  const holder = places.get(from.column)!.index;
  return (env) => {
    const amount = env.row.values[index];
    if (amount === null) return null;
    const own = env.row.values[holder] as string;
    return own === to ? amount : env.convert(amount as Exact, own, to);
  };
}
