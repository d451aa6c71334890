/** Law: a formula means on every row what a naive evaluator with fractions of its own says, to the last digit. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Type, Value } from '../../src/expr/types.ts';
import { exactText } from '../../src/value/display.ts';
import { Exact } from '../../src/value/exact.ts';
import { COLUMNS, formulas, rows } from '../arbitrary/formula.ts';
import { evaluate, render, type OracleValue } from '../oracle/formula.ts';
import { readText, type Columns, type Row } from './bench.ts';

const columns: Columns = new Map(COLUMNS.map((column) => [column.name, column]));

function toValue(value: OracleValue): Value {
  return typeof value === 'object' && value !== null ? Exact.of(value.n, value.d) : value;
}

function shown(value: Value | OracleValue): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const exact = value instanceof Exact ? value : Exact.of(value.n, value.d);
  return exactText(exact);
}

function agrees(kind: 'money' | 'number' | 'ratio' | 'condition', wanted: Type, runs: number): void {
  let compared = 0;
  fc.assert(
    fc.property(formulas[kind], fc.boolean(), fc.array(rows, { minLength: 1, maxLength: 3 }), (expr, wide, data) => {
      const text = render(expr, wide);
      fc.pre(text.length <= 4096);
      const { formula, problems } = readText(text, columns, [wanted]);
      const errors = problems.all.filter((problem) => problem.severity === 'error');
      // A division by a constant zero, and nesting beyond the cap, are refused: right, and nothing to compare.
      fc.pre(!errors.some(({ code }) => code === 'X122' || code === 'X003' || code === 'X004'));
      expect(errors.map(({ code, message }) => `${code} ${message}`), text).toEqual([]);
      for (const row of data) {
        const own: Row = new Map([...row].map(([name, value]) => [name, toValue(value)]));
        expect(shown(formula!.evaluate(own)), text).toBe(shown(evaluate(expr, row)));
        compared++;
      }
    }),
    { numRuns: runs },
  );
  expect(compared).toBeGreaterThan(runs);
}

describe('formulas agree with the exact oracle', () => {
  test('money', () => agrees('money', 'money', 1500));
  test('numbers', () => agrees('number', 'number', 1000));
  test('ratios', () => agrees('ratio', 'ratio', 1000));
  test('conditions', () => agrees('condition', 'yes-no', 1500));
});
