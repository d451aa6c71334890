import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allot } from '../../src/value/share.ts';
import { exactText, fixedText, groupedText, percentText, shortText } from '../../src/value/display.ts';
import { Exact, HUNDRED, ONE, total, ZERO } from '../../src/value/exact.ts';
import { ROUNDING_MODES, roundTo, type RoundingMode } from '../../src/value/rounding.ts';

const anExact = fc.tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 12n })).map(([n, d]) => Exact.of(n, d));
const cents = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((n) => Exact.scaled(n, 2));
const CENT = Exact.scaled(1, 2);

describe('exact arithmetic', () => {
  test('a third three times is one, and an eighth of a cent survives', () => {
    const third = ONE.over(Exact.of(3));
    expect(third.plus(third).plus(third).equals(ONE)).toBe(true);
    expect(exactText(Exact.scaled(1, 2).over(Exact.of(8)))).toBe('0.00125');
  });

  test('adding and multiplying do not depend on order, and subtraction undoes addition', () => {
    fc.assert(
      fc.property(anExact, anExact, anExact, (a, b, c) => {
        expect(a.plus(b).plus(c).equals(c.plus(a).plus(b))).toBe(true);
        expect(a.times(b).times(c).equals(c.times(b).times(a))).toBe(true);
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        expect(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c)))).toBe(true);
        if (!b.isZero()) expect(a.over(b).times(b).equals(a)).toBe(true);
      }),
    );
  });

  test('law: around 2^53, where numbers go on as big integers, every result is that of big fractions', () => {
    const edge = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0n, 1n, 2n ** 26n, 2n ** 27n, 2n ** 52n, 2n ** 53n, 2n ** 54n), fc.constantFrom(1n, -1n)).map(([by, size, sign]) => sign * size + BigInt(by));
    const below = edge.map((n) => (n <= 0n ? 1n - n : n));
    const same = (value: Exact, n: bigint, d: bigint): void => expect(value.n * d).toBe(n * value.d);
    fc.assert(
      fc.property(edge, below, edge, below, (n, d, m, e) => {
        const [a, b] = [Exact.of(n, d), Exact.of(m, e)];
        same(a.plus(b), n * e + m * d, d * e);
        same(a.minus(b), n * e - m * d, d * e);
        same(a.times(b), n * m, d * e);
        if (m !== 0n) same(a.over(b), n * e * (m < 0n ? -1n : 1n), d * (m < 0n ? -m : m));
        expect(a.compare(b)).toBe(n * e < m * d ? -1 : n * e > m * d ? 1 : 0);
        expect(a.sign()).toBe(n < 0n ? -1 : n > 0n ? 1 : 0);
        same(a.reduced(), n, d);
        same(a.abs(), n < 0n ? -n : n, d);
        const units = a.unitsOf(100);
        if (!Number.isNaN(units)) expect(BigInt(units) * d).toBe(n * 100n);
        else expect((n * 100n) % d !== 0n || (n * 100n) / d > 2n ** 45n || (n * 100n) / d < -(2n ** 45n) || n > 2n ** 45n || n < -(2n ** 45n) || d >= 2n ** 53n).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('law: rounding around 2^53 chooses the multiple that its name says', () => {
    const edge = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(1n, 2n ** 26n, 2n ** 52n, 2n ** 53n)).map(([by, size]) => size + BigInt(by));
    fc.assert(
      fc.property(edge, fc.boolean(), edge.filter((d) => d > 0n), (size, negative, d) => {
        const n = negative ? -size : size;
        const floor = n >= 0n ? n / d : -((-n + d - 1n) / d);
        const ceiling = -(-n >= 0n ? -n / d : -((n + d - 1n) / d));
        expect(roundTo(Exact.of(n, d), { to: ONE, mode: 'floor' }).equals(Exact.of(floor))).toBe(true);
        expect(roundTo(Exact.of(n, d), { to: ONE, mode: 'ceiling' }).equals(Exact.of(ceiling))).toBe(true);
        const twice = 2n * (n < 0n ? -n : n) - 2n * ((n < 0n ? -n : n) / d) * d;
        const whole = (n < 0n ? -n : n) / d + (twice >= d ? 1n : 0n);
        expect(roundTo(Exact.of(n, d), { to: ONE, mode: 'half-up' }).equals(Exact.of(n < 0n ? -whole : whole))).toBe(true);
      }),
    );
  });

  test('comparison makes no quotient: two values one part in 10^24 apart are different', () => {
    const a = Exact.of(10n ** 24n, 3n);
    const b = Exact.of(10n ** 24n + 1n, 3n);
    expect(a.lessThan(b)).toBe(true);
    expect(a.equals(b)).toBe(false);
  });
});

describe('named roundings', () => {
  const table: [string, Record<RoundingMode, string>][] = [
    ['2.5', { 'half-up': '3', 'half-even': '2', down: '2', up: '3', floor: '2', ceiling: '3' }],
    ['-2.5', { 'half-up': '-3', 'half-even': '-2', down: '-2', up: '-3', floor: '-3', ceiling: '-2' }],
    ['3.5', { 'half-up': '4', 'half-even': '4', down: '3', up: '4', floor: '3', ceiling: '4' }],
    ['2.4999', { 'half-up': '2', 'half-even': '2', down: '2', up: '3', floor: '2', ceiling: '3' }],
    ['-0.2', { 'half-up': '0', 'half-even': '0', down: '0', up: '-1', floor: '-1', ceiling: '0' }],
    ['7', { 'half-up': '7', 'half-even': '7', down: '7', up: '7', floor: '7', ceiling: '7' }],
  ];
  for (const [text, by] of table)
    for (const mode of ROUNDING_MODES)
      test(`${text} rounded ${mode} is ${by[mode]}`, () => {
        const [whole, behind = ''] = text.split('.') as [string, string?];
        expect(exactText(roundTo(Exact.scaled(BigInt(whole + behind), behind.length), { to: ONE, mode }))).toBe(by[mode]);
      });

  test('8.20 × 12.5 % is 1.025 and pays 1.03', () => {
    expect(exactText(roundTo(Exact.scaled(820, 2).times(Exact.scaled(125, 3)), { to: CENT, mode: 'half-up' }))).toBe('1.03');
  });

  test('.4445 is rounded once: to two places it is 0.44', () => {
    expect(exactText(roundTo(Exact.scaled(4445, 4), { to: CENT, mode: 'half-up' }))).toBe('0.44');
  });

  test('law: within one step, a multiple of it, and half modes never further than half', () => {
    fc.assert(
      fc.property(anExact, fc.constantFrom(...ROUNDING_MODES), fc.constantFrom(CENT, Exact.scaled(5, 2), ONE, Exact.of(1, 3)), (value, mode, to) => {
        const rounded = roundTo(value, { to, mode });
        const off = rounded.minus(value).abs();
        expect(off.lessThan(to)).toBe(true);
        expect(rounded.over(to).reduced().d).toBe(1n);
        if (mode.startsWith('half')) expect(to.atLeast(off.plus(off))).toBe(true);
        expect(roundTo(rounded, { to, mode }).equals(rounded)).toBe(true);
        if (['half-up', 'half-even', 'down', 'up'].includes(mode)) expect(roundTo(value.negated(), { to, mode }).equals(rounded.negated())).toBe(true);
      }),
    );
  });
});

describe('shares of a whole', () => {
  test('100.00 by three is 33.34, 33.33, 33.33: the odd cent goes to the lowest id', () => {
    const parts = ['b', 'a', 'c'].map((key) => ({ key, weight: ONE }));
    expect(allot(HUNDRED, parts, CENT).map((share) => fixedText(share, 2))).toEqual(['33.33', '33.34', '33.33']);
  });

  test('law: shares sum to the whole, are whole cents, and lie within a cent of the exact share', () => {
    fc.assert(
      fc.property(cents, fc.array(fc.nat(1000), { minLength: 1, maxLength: 13 }), (whole, weights) => {
        const parts = weights.map((weight, i) => ({ key: `p${i}`, weight: Exact.of(weight) }));
        const sum = total(parts.map((part) => part.weight));
        const shares = allot(whole, parts, CENT);
        expect(total(shares).equals(sum.isZero() ? ZERO : whole)).toBe(true);
        shares.forEach((share, i) => {
          expect(share.over(CENT).reduced().d).toBe(1n);
          if (!sum.isZero()) expect(share.minus(whole.times(parts[i]!.weight).over(sum)).abs().lessThan(CENT)).toBe(true);
        });
      }),
    );
  });
});

describe('numbers as text', () => {
  test('machine text keeps every digit and never shows an exponent or minus zero', () => {
    expect(exactText(Exact.scaled(12345678901234567890n, 2))).toBe('123456789012345678.9');
    expect(exactText(Exact.of(2, 37))).toBe('2/37');
    expect(exactText(Exact.scaled(-5, 1))).toBe('-0.5');
    expect(exactText(Exact.of(0, 7))).toBe('0');
    expect(fixedText(Exact.scaled(-1, 3), 2)).toBe('0.00');
  });

  test('people read groups, percents, and a mark where digits were cut', () => {
    expect(groupedText(Exact.scaled(123456789, 2), 2)).toBe('1,234,567.89');
    expect(groupedText(Exact.scaled(-12345, 1), 2)).toBe('-1,234.50');
    expect(percentText(Exact.scaled(825, 4))).toBe('8.25 %');
    expect(percentText(ONE)).toBe('100 %');
    expect(shortText(Exact.of(1000, 3), 2)).toBe('≈ 333.33');
    expect(shortText(Exact.of(1000))).toBe('1,000');
  });
});
