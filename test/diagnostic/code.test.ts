import { describe, expect, test } from 'vitest';
import { CODES, type CodeEntry } from '../../src/diagnostic/codes.ts';
import { codeList, explainCode } from '../../src/report/code.ts';

const entries: [string, CodeEntry][] = Object.entries(CODES);

test('codes are a letter and three digits, each in one group only', () => {
  for (const [code] of entries) expect(code).toMatch(/^[YPXDRTBU]\d{3}$/);
});

describe('every code can be explained', () => {
  for (const [code, { title, about, wrong, right }] of entries)
    test(`${code}: ${title}`, () => {
      expect(title).toMatch(/^\S.{2,78}$/);
      expect(about).toMatch(/^\S[\s\S]{30,}[.)`:"']$/);
      expect(wrong.trim()).not.toBe('');
      expect(right.trim()).not.toBe('');
      expect(right).not.toBe(wrong);
    });
});

test('no two codes have the same title within a group', () => {
  const seen = new Map<string, string>();
  for (const [code, { title }] of entries) {
    expect(seen.get(code[0] + title), `${code} and ${seen.get(code[0] + title)} are both "${title}"`).toBeUndefined();
    seen.set(code[0] + title, code);
  }
});

test('the page of a code: what it is, what it means, wrong and right', () => {
  expect(explainCode('y018')).toBe(`Y018: a # that cuts a text in two

A blank followed by # begins a comment, also in the middle of a formula, unless the whole value
stands in quotes. YAML drops the rest without a word; here a quote was still open, so something
was lost.

Wrong:
    where: product == "Model #1"

Right:
    where: 'product == "Model #1"'
`);
  for (const none of ['Y999', '', 'toString', '__proto__']) expect(explainCode(none)).toBeUndefined();
});

test('the list of codes is complete and in order', () => {
  const lines = codeList().trimEnd().split('\n');
  expect(lines).toHaveLength(entries.length);
  expect([...lines].sort((a, b) => (a < b ? -1 : 1))).toEqual(lines);
});
