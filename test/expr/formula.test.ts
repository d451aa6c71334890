/** What other rooms rely on: the type a formula takes, its names, its words, and one reader for each name. */
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { readFormula } from '../../src/expr/formula.ts';
import { FUNCTIONS } from '../../src/expr/functions.ts';
import { isFormulaName } from '../../src/expr/token.ts';
import { Exact } from '../../src/value/exact.ts';
import { columnsOf, readText, scopeOf, textOf } from './bench.ts';

const columns = columnsOf({ amount: 'money', spare: 'money?', role: 'text', paid: 'yes-no', margin: 'ratio', 'attainment of revenue': 'ratio', 'payout of base_pay': 'money' });

describe('the type of a formula', () => {
  test('a bare number is the first numeric type that is wanted', () => {
    expect(readText('5', columns, ['text', 'ratio', 'money']).formula!.type).toBe('ratio');
    expect(readText('5', columns, ['money', 'ratio']).formula!.type).toBe('money');
  });
  test('a percentage is a ratio wherever ratios are wanted', () => expect(readText('5%', columns, ['money', 'ratio']).formula!.type).toBe('ratio'));
  test('a multiple of a ratio stays one, unless only money is wanted', () => {
    expect(readText('1.5 * margin', columns, ['money', 'ratio']).formula!.type).toBe('ratio');
    expect(readText('1.5 * margin', columns, ['money']).formula!.type).toBe('money');
  });
  test('a result that may be blank is refused, unless the place has its own answer', () => {
    expect(readText('spare', columns, ['money']).formula).toBeUndefined();
    expect(readText('spare', columns, ['money'], { mayBeBlank: true }).formula!.evaluate(new Map([['spare', null]]))).toBeNull();
    expect(readText('spare * 2', columns, ['money'], { mayBeBlank: true }).formula).toBeUndefined();
  });
});

test('what conditions before it say of blanks is known in a formula', () => {
  const tree = (text: string) => readText(text, columns).formula!.tree;
  expect(readText('spare * 2', columns, ['money'], { after: [tree('paid'), tree("spare is not blank and role == 'AE'")] }).problems.all).toEqual([]);
  expect(readText('spare * 2', columns, ['money'], { after: [tree('spare is not blank or paid')] }).formula).toBeUndefined();
});

test('names are listed once each, in order of appearance, with their forms', () => {
  const { formula } = readText('if(attainment of revenue > 1, payout of base_pay, amount) + amount * attainment of revenue', columns);
  expect(formula!.refs).toEqual([{ form: 'attainment', name: 'revenue' }, { form: 'payout', name: 'base_pay' }, { name: 'amount' }]);
});

test('each name is bound once, however often it stands in the formula', () => {
  const bound: string[] = [];
  readFormula<undefined>(textOf('amount + amount * margin - amount'), scopeOf(columns), ['money'], (ref) => (bound.push(ref.name), () => Exact.of(1)), new Problems());
  expect(bound).toEqual(['amount', 'margin']);
});

test('what a condition decides is not asked further', () => {
  const asked: string[] = [];
  const formula = readFormula<undefined>(textOf("role == 'AE' and paid"), scopeOf(columns), ['yes-no'], (ref) => () => (asked.push(ref.name), ref.name === 'role' ? 'AM' : true), new Problems());
  expect(formula!.evaluate(undefined)).toBe(false);
  expect(asked).toEqual(['role']);
});

test('a comparison with a constant holds for cells of any number of decimals, in any order', () => {
  for (const [constant, value] of [['12.50', Exact.of(25, 2)], ['2000 / 3', Exact.of(2000, 3)], ['7', Exact.of(7)]] as const) {
    const { formula } = readText(`amount >= ${constant}`, columns);
    const shift = Exact.of(1, 1_000_000);
    for (const below of [1n, 100n, 3n, 7n, 100n, 2n, 1_000n, 1n]) {
      const same = Exact.of(value.n * below, value.d * below);
      expect(formula!.evaluate(new Map([['amount', same]]))).toBe(true);
      expect(formula!.evaluate(new Map([['amount', same.minus(shift)]]))).toBe(false);
      expect(formula!.evaluate(new Map([['amount', same.plus(shift)]]))).toBe(true);
    }
  }
});

test('problems before a formula do not make it fail', () => {
  const problems = new Problems();
  problems.error('X001', 'something else');
  expect(readFormula<undefined>(textOf('1 + 1'), scopeOf(columns), ['number'], () => () => undefined, problems)!.evaluate(undefined)).toEqual(Exact.of(2));
});

test('a sentence may use the titles of names', () => {
  const { formula } = readText('attainment of revenue >= 80% and not paid', columns);
  expect(formula!.words((ref) => `“${ref.name}”`)).toBe('“revenue” is at least 80 % and “paid” is no');
});

test('names that formulas can use', () => {
  expect(['amount', '_x', 'A9', 'date', 'if', 'of', 'blank'].every(isFormulaName)).toBe(true);
  expect(['', '9a', 'new-arr', 'größe', 'a b', 'and', 'not', 'yes', 'in', 'is'].some(isFormulaName)).toBe(false);
});

test.each(FUNCTIONS.map((spec) => [spec.name, spec] as const))('%s is written as its help says', (name, spec) => {
  expect(spec.usage.startsWith(`${name}(`)).toBe(true);
  expect(spec.about).toMatch(/\.$/);
});
