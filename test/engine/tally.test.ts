/** A measure's sum is exact whatever decimals its amounts are written with, however large they are, and in any order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Board } from '../../src/engine/board.ts';
import { Tally } from '../../src/engine/tally.ts';
import { Exact, ONE, total } from '../../src/value/exact.ts';

const digits = fc.oneof(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }), fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }));
const amount = fc.oneof(
  fc.tuple(digits, fc.constantFrom(0, 1, 2, 4, 8, 9, 12, 20)).map(([n, places]): Exact => Exact.scaled(n, places)),
  fc.tuple(digits, fc.constantFrom(3n, 7n, 2n ** 53n, 10n ** 30n)).map(([n, d]): Exact => Exact.of(n, d)),
);
const row = fc.tuple(fc.integer({ min: 0, max: 200 }), amount);

it('law: sums by cell are those of exact fractions', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const all: Tally[] = [];
      const board = new Board(2, (cell, measure, units) => all[measure]!.spill(cell, units));
      const [first, second] = [new Tally('sum', board, 0), new Tally('sum', board, 1)];
      all.push(first, second);
      for (const [cell, value] of rows) {
        first.add(cell, value, ONE);
        second.add(cell, value.negated(), ONE);
      }
      for (const cell of [...new Set(rows.map(([each]) => each))]) {
        const own = rows.filter(([each]) => each === cell).map(([, value]) => value);
        expect(first.over([{ slot: cell }])!.equals(total(own))).toBe(true);
        expect(second.over([{ slot: cell }])!.equals(total(own).negated())).toBe(true);
        expect(first.rows(cell)).toBe(own.length);
      }
      const cells = [...new Set(rows.map(([each]) => each))].map((slot) => ({ slot }));
      expect(first.over(cells)!.equals(total(rows.map(([, value]) => value)))).toBe(true);
      expect(first.rows(10_000)).toBe(0);
    }),
    { numRuns: 500 },
  );
});

it('finds a finer unit when a later amount has more decimals: 10.5, then 10.25', () => {
  const tally: Tally = new Tally('sum', new Board(1, (cell, _measure, units) => tally.spill(cell, units)), 0);
  for (const [n, places] of [[105, 1], [1025, 2], [7, 0]] as const) tally.add(3, Exact.scaled(n, places), ONE);
  expect(tally.over([{ slot: 3 }])!.equals(Exact.scaled(2775, 2))).toBe(true);
});
