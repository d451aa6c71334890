/** A bench for formulas: columns by name, rows by name, values as texts. */
import { Problems, type Span } from '../../src/diagnostic/diagnostic.ts';
import { readFormula, type Formula, type FormulaOptions } from '../../src/expr/formula.ts';
import { keyOf } from '../../src/expr/facts.ts';
import type { FormulaText, NameInfo, Ref, Scope, Type, Value } from '../../src/expr/types.ts';
import { dayText, readDay } from '../../src/value/day.ts';
import { exactText } from '../../src/value/display.ts';
import { Exact } from '../../src/value/exact.ts';
import { readNumber } from '../../src/value/number-text.ts';

export type Row = ReadonlyMap<string, Value>;
export type Columns = ReadonlyMap<string, NameInfo>;

export const ALL_TYPES: readonly Type[] = ['number', 'ratio', 'money', 'text', 'date', 'yes-no'];

/** `money`, `money?`, `one of New, Renewal`; a name may have a form: `attainment of revenue`. */
export function columnsOf(declared: Readonly<Record<string, string>>): Columns {
  return new Map(
    Object.entries(declared).map(([name, type]): [string, NameInfo] => {
      const plain = type.replace(/\?$/, '');
      const values = /^one of (.*)$/.exec(plain)?.[1]?.split(', ');
      return [name, { type: values === undefined ? (plain as Type) : 'text', ...(type.endsWith('?') ? { optional: true } : {}), ...(values === undefined ? {} : { values }) }];
    }),
  );
}

export function scopeOf(columns: Columns, what = 'columns of sales'): Scope {
  return {
    what,
    lookup: (ref) => columns.get(keyOf(ref)),
    names: (form) => [...columns.keys()].flatMap((key) => (form === undefined ? (key.includes(' of ') ? [] : [key]) : key.startsWith(`${form} of `) ? [key.slice(form.length + 4)] : [])),
  };
}

export function textOf(text: string): FormulaText & { readonly at: Span } {
  const source = { name: 'plan.yaml', text };
  return { text, at: { source, start: 0, end: text.length }, place: (start, end) => ({ source, start, end }) };
}

export interface Reading {
  readonly formula: Formula<Row> | undefined;
  readonly problems: Problems;
}

export function readText(text: string, columns: Columns, expect: readonly Type[] = ALL_TYPES, options: FormulaOptions = {}): Reading {
  const problems = new Problems();
  const formula = readFormula<Row>(textOf(text), scopeOf(columns), expect, (ref: Ref) => (row) => row.get(keyOf(ref)), problems, options);
  return { formula, problems };
}

/** A cell of a table in the type of its column: `12.50`, `35%`, `2026-01-31`, `yes`, null for blank, `n/a`. */
export function valueOf(cell: string | number | boolean | null, type: Type): Value {
  if (cell === null) return null;
  const text = String(cell);
  if (text === 'n/a') return undefined;
  if (type === 'text') return text;
  if (type === 'yes-no') return text === 'yes' || text === 'true';
  if (type === 'date') {
    const reading = readDay(text);
    if ('fault' in reading) throw new Error(`${text}: ${reading.fault}`);
    return reading.day;
  }
  const reading = readNumber(text, { percent: true, fraction: true });
  if ('fault' in reading) throw new Error(`${text}: ${reading.fault}`);
  return reading.value;
}

/** A result as tables write it. */
export function resultText(value: Value, type: Type): string {
  if (value === undefined) return 'n/a';
  if (value === null) return 'blank';
  if (value instanceof Exact) return exactText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return type === 'date' ? dayText(value as number) : String(value);
}

