/** Numbers of explanations: a figure never reads as round as it is not. */
import { expect, test } from 'vitest';
import { wordsIn } from '../../src/engine/words.ts';
import { Exact } from '../../src/value/exact.ts';

test('79.9999999 % read 80 % beside a gate of 80 % that it had closed', () => {
  const { percent } = wordsIn('USD');
  expect(percent(Exact.scaled(799_999_999, 9))).toBe('79.9999999 %');
  expect(percent(Exact.scaled(8, 1))).toBe('80 %');
  // 80 % and a three-millionth of a percent
  expect(percent(Exact.of(240_000_008, 300_000_000))).toBe('80.000003 %');
  expect(percent(Exact.of(2, 3))).toBe('66.6667 %');
  // nearer than twelve decimals: marked, as numbers and money are
  expect(percent(Exact.of(4_000_000_000_000_000, 5_000_000_000_000_001))).toBe('≈ 80 %');
});
