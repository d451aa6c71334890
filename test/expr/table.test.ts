/** Tables of formulas, `formula | row | result or problem`; adding a case needs no TypeScript. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CODES } from '../../src/diagnostic/codes.ts';
import { exactText } from '../../src/value/display.ts';
import { Exact } from '../../src/value/exact.ts';
import type { Type } from '../../src/expr/types.ts';
import { ALL_TYPES, columnsOf, readText, resultText, valueOf, type Row } from './bench.ts';

type Cells = Readonly<Record<string, string | number | boolean | null>>;

interface Case {
  readonly formula: string;
  /** Cells that differ from the row of the table. */
  readonly row?: Cells;
  readonly wants?: readonly Type[];
  readonly gives?: string;
  readonly type?: Type;
  readonly prints?: string;
  readonly says?: string;
  /** Every problem, in order: code, place as written, and optionally exact message, note and hint. */
  readonly tells?: readonly (string | Told)[];
}

interface Told {
  readonly code: string;
  readonly at: string;
  readonly message?: string;
  readonly note?: string;
  readonly hint?: string;
}

interface Table {
  readonly about: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly row: Cells;
  readonly cases: readonly Case[];
}

const here = new URL('.', import.meta.url).pathname;
const files = readdirSync(here).filter((name) => name.endsWith('.yaml')).sort((a, b) => (a < b ? -1 : 1));
const tables = files.map((file) => ({ file, table: parse(readFileSync(`${here}${file}`, 'utf8')) as Table }));

for (const { file, table } of tables) {
  describe(`${file.slice(0, -5)}: ${table.about}`, () => {
    const columns = columnsOf(table.columns);
    for (const [i, one] of table.cases.entries()) {
      test(`${i + 1}: ${one.formula}`, () => {
        const { formula, problems } = readText(one.formula, columns, one.wants ?? ALL_TYPES);
        const found = problems.all.map(({ code, message, at, note, hint }) => ({ code, at: one.formula.slice(at!.start, at!.end), message, note, hint }));
        const told = (one.tells ?? []).map((tell): Told => (typeof tell === 'string' ? { code: tell.slice(0, 4), at: tell.slice(5) } : tell));
        expect(found.map(({ code, at }) => `${code} ${at}`), JSON.stringify(found, null, 1)).toEqual(told.map(({ code, at }) => `${code} ${at}`));
        told.forEach((tell, n) => expect(found[n]).toMatchObject(tell));
        for (const { message, hint } of found) {
          expect(hint, message).toBeTruthy();
          expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|NaN| {2}/);
        }
        if (one.gives === undefined) return expect(formula === undefined || problems.all.length > 0).toBe(true);
        const cells = { ...table.row, ...one.row };
        const row: Row = new Map(Object.entries(cells).map(([name, cell]) => [name, valueOf(cell, columns.get(name)!.type)]));
        expect(resultText(formula!.evaluate(row), formula!.type)).toBe(one.gives);
        if (one.type !== undefined) expect(formula!.type).toBe(one.type);
        if (one.prints !== undefined) expect(formula!.print()).toBe(one.prints);
        if (one.says !== undefined) expect(formula!.words()).toBe(one.says);
        // What was printed means the same.
        const again = readText(formula!.print(), columns, [formula!.type]).formula!;
        expect(resultText(again.evaluate(row), again.type)).toBe(one.gives);
      });
    }
  });
}

test('every code of formulas has a case that shows it', () => {
  const shown = new Set(tables.flatMap(({ table }) => table.cases.flatMap((one) => (one.tells ?? []).map((tell) => (typeof tell === 'string' ? tell.slice(0, 4) : tell.code)))));
  const hostile = ['X002', 'X003', 'X004'];
  expect(Object.keys(CODES).filter((code) => code.startsWith('X') && !shown.has(code) && !hostile.includes(code))).toEqual([]);
});

test('results of tables are exact texts', () => expect(exactText(Exact.of(2, 37))).toBe('2/37'));
