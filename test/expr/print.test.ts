/** Law: reading what was printed gives the same tree, for every tree; the printed form is its own printed form. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { Faults } from '../../src/expr/faults.ts';
import { read } from '../../src/expr/formula.ts';
import { FUNCTIONS } from '../../src/expr/functions.ts';
import { print } from '../../src/expr/print.ts';
import { isFormulaName, RESERVED_WORDS } from '../../src/expr/token.ts';
import { sameTree, type BinarySign, type Tree } from '../../src/expr/tree.ts';
import { dayOf } from '../../src/value/day.ts';
import { Exact } from '../../src/value/exact.ts';
import { textOf } from './bench.ts';

const at = { start: 0, end: 0 };
const name = fc.oneof(
  fc.constantFrom('amount', 'x', '_', 'Z9', 'attainment', 'quota', 'of', 'blank', 'date', 'if', 'min', 'constructor', '__proto__', 'ands', 'e5'),
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/).filter(isFormulaName),
).filter((one) => !RESERVED_WORDS.includes(one.toLowerCase()));
const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', "it's", '"', `'"`, "''", ' # ', '\\', 'ß', '😀'));

const trees = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.record({ kind: fc.constant('number' as const), value: fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat(8)).map(([n, places]) => Exact.scaled(n, places)), percent: fc.boolean() }).map((one): Tree => ({ ...one, ...at })),
    text.map((value): Tree => ({ kind: 'text', value, ...at })),
    fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2199, 12, 31) }).map((value): Tree => ({ kind: 'date', value, ...at })),
    fc.boolean().map((value): Tree => ({ kind: 'yes-no', value, ...at })),
    fc.tuple(fc.constantFrom(undefined, undefined, 'attainment' as const, 'quota' as const, 'payout' as const), name).map(([form, one]): Tree => ({ kind: 'name', ref: form === undefined ? { name: one } : { form, name: one }, ...at })),
    fc.tuple(fc.constantFrom('-' as const, 'not' as const), tie('tree')).map(([sign, of]): Tree => ({ kind: 'unary', sign, of, ...at })),
    fc
      .tuple(fc.constantFrom<BinarySign>('+', '-', '*', '/', '==', '!=', '<', '<=', '>', '>=', 'and', 'or'), tie('tree'), tie('tree'))
      .map(([sign, left, right]): Tree => ({ kind: 'binary', sign, left, right, signAt: at, ...at })),
    fc.tuple(tie('tree'), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }), fc.boolean()).map(([of, items, negated]): Tree => ({ kind: 'in', of, items, negated, ...at })),
    fc.tuple(tie('tree'), fc.boolean()).map(([of, negated]): Tree => ({ kind: 'blank', of, negated, ...at })),
    fc.tuple(fc.constantFrom(...FUNCTIONS.map((spec) => spec.name)), fc.array(tie('tree'), { maxLength: 3 })).map(([called, args]): Tree => ({ kind: 'call', name: called, nameAt: at, args, ...at })),
  ),
}));

function reread(printed: string): { tree: Tree | undefined; told: string[] } {
  const problems = new Problems();
  const tree = read(textOf(printed), new Faults(textOf(printed), problems));
  return { tree, told: problems.all.map(({ code, message }) => `${code} ${message}`) };
}

describe('a printed formula reads back as the same formula', () => {
  test('for random trees of every shape', () => {
    fc.assert(
      fc.property(trees.tree, (tree) => {
        const printed = print(tree);
        fc.pre(printed.length <= 4096);
        const back = reread(printed);
        expect(back.told, printed).toEqual([]);
        expect(sameTree(back.tree!, tree), printed).toBe(true);
        expect(print(back.tree!)).toBe(printed);
      }),
      { numRuns: 4000 },
    );
  });

  const spellings: readonly [written: string, printed: string][] = [
    ['10 - 3 - 2', '10 - 3 - 2'],
    ['10 - (3 - 2)', '10 - (3 - 2)'],
    ['(10 - 3) - 2', '10 - 3 - 2'],
    ['8 / 4 / 2', '8 / 4 / 2'],
    ['8/(4/2)', '8 / (4 / 2)'],
    ['2 * (3 + 4) * 5', '2 * (3 + 4) * 5'],
    ['2 + (3 * 4)', '2 + 3 * 4'],
    ['-(-5)', '-(-5)'],
    ['-(a + b)', '-(a + b)'],
    ['(-a) * b', '-a * b'],
    ['-(a * b)', '-(a * b)'],
    ['a - -b', 'a - -b'],
    ['not (a and b)', 'not (a and b)'],
    ['(not a) and b', 'not a and b'],
    ['not (not a)', 'not not a'],
    ['a or b and c', 'a or b and c'],
    ['(a or b) and c', '(a or b) and c'],
    ['a and (b and c)', 'a and (b and c)'],
    ['not (a == b)', 'not a == b'],
    ['(not a) == b', '(not a) == b'],
    ['(a < b) == (c < d)', '(a < b) == (c < d)'],
    ['(a is blank) is blank', '(a is blank) is blank'],
    ["not (x in ('A'))", "not x in ('A')"],
    ["x not in ('A','B')", "x not in ('A', 'B')"],
    ['1_000.50', '1000.5'],
    ['8.50%', '8.5%'],
    ['2/37', '2 / 37'],
    ['date("2026-01-31")', '2026-01-31'],
    ['d - 2026-01-31', 'd - 2026-01-31'],
    ['true', 'yes'],
    ['"it\'s"', '"it\'s"'],
    ['"say ""hi"""', '\'say "hi"\''],
    ['max( 1,2 ,  3)', 'max(1, 2, 3)'],
  ];
  test.each(spellings)('%s is printed %s', (written, printed) => {
    const { tree, told } = reread(written);
    expect(told).toEqual([]);
    expect(print(tree!)).toBe(printed);
    expect(sameTree(reread(printed).tree!, tree!)).toBe(true);
  });
});
