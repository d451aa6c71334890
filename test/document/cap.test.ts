import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { MAX_DEPTH } from '../../src/document/compose.ts';
import { MAX_BYTES, parseDocument } from '../../src/document/parse.ts';
import { MAX_TEXT } from '../../src/document/scalar.ts';
import { MAX_KEYS } from '../../src/document/tree.ts';

function codes(text: string): string[] {
  const problems = new Problems();
  parseDocument({ name: 'p.yaml', text }, problems);
  return problems.all.map((problem) => problem.code);
}

describe('limits hold exactly: one less and the limit itself are fine, one more is refused', () => {
  const limits: [string, number, string, (size: number) => string][] = [
    ['bytes of a file', MAX_BYTES, 'Y030', (size) => `a: 1\n${`#${'x'.repeat(97)}\n`.repeat(9000)}`.padEnd(size, '#')],
    ['bytes of a file that are not letters', MAX_BYTES, 'Y030', (size) => `a: 1\n#${'é'.repeat((size - 6) / 2)}${size % 2 === 0 ? '' : 'x'}`],
    ['levels of lists in brackets', MAX_DEPTH, 'Y031', (size) => `${'['.repeat(size)}${']'.repeat(size)}`],
    ['levels of indented maps', MAX_DEPTH, 'Y031', (size) => Array.from({ length: size }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['levels of lists on one line', MAX_DEPTH, 'Y031', (size) => `${'- '.repeat(size)}x`],
    ['keys of a map', MAX_KEYS, 'Y032', (size) => Array.from({ length: size }, (_, key) => `k${key}: 1`).join('\n')],
    ['characters of a text', MAX_TEXT, 'Y033', (size) => `a: ${'x'.repeat(size)}`],
  ];
  for (const [what, limit, code, make] of limits)
    test(what, () => {
      expect(codes(make(limit - 1))).toEqual([]);
      expect(codes(make(limit))).toEqual([]);
      expect(codes(make(limit + 1))).toEqual([code]);
    });
});

test('a file made to be slow or deep is refused quickly and in words', () => {
  const hostile = ['['.repeat(500_000), '{'.repeat(500_000), '- '.repeat(300_000), `a: ${'{b: '.repeat(100_000)}`, ': '.repeat(100_000), 'a: "x #'.repeat(50_000), `a: ${' '.repeat(500_000)}"x`];
  for (const text of hostile) {
    const start = performance.now();
    expect(codes(text)).not.toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
  }
});
