/** Decimals for spreadsheets: digits that end stand, others are cut at the twelfth, half-even, and never become a fraction. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalDigits, decimalText } from '../../src/report/decimal.ts';
import { Exact } from '../../src/value/exact.ts';

test.each<[bigint, bigint, string]>([
  [2n, 3n, '0.666666666667'],
  [-2n, 3n, '-0.666666666667'],
  [53n, 36n, '1.472222222222'],
  [13n, 150n, '0.086666666667'],
  [1n, 8n, '0.125'],
  [0n, 1n, '0'],
  [7n, 1n, '7'],
  // the digits end after thirteen decimals, at a tie: to the even twelfth
  [5n, 10_000_000_000_000n, '0'],
  [15n, 10_000_000_000_000n, '0.000000000002'],
  [25n, 10_000_000_000_000n, '0.000000000002'],
  [1n, 30_000_000_000_000n, '0'],
  [2_000_000_000_000_000_000_000n, 3n, '666666666666666666666.666666666667'],
])('%i ÷ %i is %s', (n, d, text) => expect(decimalText(Exact.of(n, d))).toBe(text));

test('money keeps the decimals of its currency, and is no fraction where its digits never end', () => {
  expect(decimalDigits(Exact.of(5), 'money', 'USD')).toBe('5.00');
  expect(decimalDigits(Exact.of(6_600_000n, 91n), 'money', 'USD')).toBe('72527.472527472527');
  // 0.1 and a third of the thirteenth decimal: cut to 0.1, and shown as money
  expect(decimalDigits(Exact.of(3_000_000_000_001n, 30_000_000_000_000n), 'money', 'USD')).toBe('0.10');
  expect(decimalDigits(Exact.of(5), 'number', 'USD')).toBe('5');
});

/** The same on big integers: the nearest whole number of the twelfth decimals, a half to the even one. */
function byHand(n: bigint, d: bigint): string {
  const size = (n < 0n ? -n : n) * 10n ** 12n;
  let cut = size / d;
  const rest = 2n * (size % d);
  if (rest > d || (rest === d && cut % 2n === 1n)) cut++;
  const text = `${cut / 10n ** 12n}.${(cut % 10n ** 12n).toString().padStart(12, '0')}`.replace(/\.?0+$/, '');
  return n < 0n && text !== '0' ? `-${text}` : text;
}

test('law: a quotient of short numbers and one of long ones are cut alike', () => {
  const edge = fc.oneof(fc.bigInt({ min: 1n, max: 2000n }), fc.bigInt({ min: 1n, max: 2n ** 53n }), fc.constantFrom(2n ** 53n - 1n, 9_007_199_254n, 9_007_199_255n, 10n ** 12n, 10n ** 13n, 2n * 10n ** 12n));
  fc.assert(
    fc.property(edge, edge, fc.boolean(), (n, d, negative) => {
      expect(decimalText(Exact.of(negative ? -n : n, d))).toBe(byHand(negative ? -n : n, d));
    }),
    { numRuns: 5000 },
  );
});
