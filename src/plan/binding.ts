/** What names mean to a formula: a scope for the checker, and for each name the function that fetches its value. */
import type { Column, ColumnType } from '../data/contract.ts';
import type { Problems, Span } from '../diagnostic/diagnostic.ts';
import type { ScalarNode } from '../document/node.ts';
import { readFormula, type Formula, type FormulaOptions } from '../expr/formula.ts';
import type { FormulaText, NameInfo, Ref, Scope, Type, Value } from '../expr/types.ts';

export interface Binding<E> {
  readonly scope: Scope;
  readonly bind: (ref: Ref) => (env: E) => Value;
}

/** Reads the formula of a node. What the options of a formula mean stands with `readFormula`. */
export function formulaOf<E>(node: ScalarNode | (FormulaText & { readonly at: Span }), binding: Binding<E>, expect: readonly Type[], problems: Problems, options: FormulaOptions = {}): Formula<E> | undefined {
  return readFormula(node, binding.scope, expect, binding.bind, problems, options);
}

/** Letters `start`…`end` of a scalar as a formula of their own, with their places. */
export function partOf(node: ScalarNode, start: number, end: number): FormulaText & { readonly at: Span } {
  return {
    text: node.text.slice(start, end),
    pointer: node.pointer,
    at: node.place(start, end),
    place: (from, to) => node.place(start + from, start + to),
  };
}

const TYPES: Readonly<Record<ColumnType['kind'], Type>> = {
  text: 'text',
  payee: 'text',
  'one-of': 'text',
  number: 'number',
  ratio: 'ratio',
  date: 'date',
  timestamp: 'date',
  'yes-no': 'yes-no',
  money: 'money',
};

/** The type that formulas see. */
export function formulaType(type: ColumnType): Type {
  return TYPES[type.kind];
}

/** A column as a name in formulas. */
export function nameOf(column: Pick<Column, 'type' | 'optional' | 'at'>): NameInfo {
  return {
    type: formulaType(column.type),
    ...(column.optional ? { optional: true } : {}),
    ...(column.at === undefined ? {} : { declared: column.at }),
    ...(column.type.kind === 'one-of' ? { values: column.type.values } : {}),
  };
}

/** A scope of plain names, without forms. */
export function plainScope(what: string, names: ReadonlyMap<string, NameInfo>): Scope {
  return {
    what,
    lookup: (ref) => (ref.form === undefined ? names.get(ref.name) : undefined),
    names: (form) => (form === undefined ? [...names.keys()] : []),
  };
}
