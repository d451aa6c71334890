import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf, lineText, positionOf } from '../../src/diagnostic/position.ts';
import { didYouMean, either, suggest } from '../../src/diagnostic/suggest.ts';
import { clip, escapeUnseen, revealed, visible } from '../../src/diagnostic/visible.ts';
import { characterWidth, displayWidth } from '../../src/diagnostic/width.ts';

describe('the near name is suggested', () => {
  const columns = ['amount', 'margin', 'product', 'quantity', 'order_id', 'order_date', 'type', 'to', 'of'];
  const cases: [string, string[]][] = [
    ['mragin', ['margin']], ['amuont', ['amount']], ['amnt', []], ['amout', ['amount']], ['prodcut', ['product']], ['tpye', ['type']], ['ty', ['to']], ['tyep', ['type']],
    ['AMOUNT', ['amount']], ['Order-ID', ['order_id']], ['order id', ['order_id']], ['order_dat', ['order_date']], ['x', []], ['revenue', []], ['amount', []], ['', []],
  ];
  for (const [word, names] of cases) test(`${word === '' ? '(nothing)' : word} → ${either(names) || 'none'}`, () => expect(suggest(word, columns)).toEqual(names));

  test('at most three, nearest first, then in order', () => {
    expect(suggest('rate_x', ['rate_c', 'rate_a', 'rate_b', 'rate_xy', 'rate_xyz', 'rat_x'])).toEqual(['rat_x', 'rate_a', 'rate_b']);
    expect(didYouMean('rate_x', ['rate_c', 'rate_a'])).toBe('did you mean rate_a or rate_c?');
    expect(didYouMean('zebra', ['rate_c', 'rate_a'])).toBeUndefined();
    expect(either(['a', 'b', 'c'])).toBe('a, b or c');
  });

  test('law: one slip of a word of five letters or more is always found', () => {
    const name = fc.stringMatching(/^[a-z_]{5,12}$/);
    fc.assert(
      fc.property(name, fc.nat(11), fc.constantFrom('swap', 'drop', 'double', 'change'), (word, place, slip) => {
        const at = place % (word.length - 1);
        const wrong =
          slip === 'swap' ? word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2) : slip === 'drop' ? word.slice(0, at) + word.slice(at + 1) : slip === 'double' ? word.slice(0, at) + word[at]! + word.slice(at) : `${word.slice(0, at)}7${word.slice(at + 1)}`;
        if (wrong !== word && wrong.length >= 5) expect(suggest(wrong, ['zzzzzzzzzzzzzzzz', word])).toEqual([word]);
      }),
    );
  });
});

describe('positions are those that editors count', () => {
  const source = { name: 'p', text: 'ab\r\n🎉c\n\nlast' };
  test('lines and columns are 1-based, columns count UTF-16 units', () => {
    expect(positionOf({ source, start: 6, end: 7 })).toEqual({ line: 2, col: 3, endLine: 2, endCol: 4 });
    expect(positionOf({ source, start: 0, end: 13 })).toEqual({ line: 1, col: 1, endLine: 4, endCol: 5 });
    expect(positionOf({ source, start: 8, end: 8 })).toEqual({ line: 3, col: 1, endLine: 3, endCol: 1 });
    expect(lineOf(source, 99)).toBe(4);
  });
  test('a line has no line end', () => expect([1, 2, 3, 4, 5].map((line) => lineText(source, line))).toEqual(['ab', '🎉c', '', 'last', '']));
});

describe('data is shown, never executed', () => {
  test('controls, bidi marks and zero-width characters are spelt out', () => {
    expect(visible('a\u001b]0;x\u0007b\r\n\tc')).toBe('a\\x1b]0;x\\x07b\\r\\n\\tc');
    expect(visible('\u202egpj.exe \u200b\u2066\ufeff\u00ad\u0085')).toBe('<U+202E>gpj.exe <U+200B><U+2066><U+FEFF><U+00AD>\\x85');
    expect(visible('half \ud800 pair 🎉 \u{e0041}')).toBe('half <U+D800> pair 🎉 <U+E0041>');
    expect(visible('Müller 日本 naïve e\u0301 ❤\ufe0f')).toBe('Müller 日本 naïve e\u0301 ❤\ufe0f');
    expect(visible('5\u00a0€')).toBe('5\u00a0€');
    expect(revealed('5\u00a0€\u3000')).toBe('5<U+00A0>€<U+3000>');
  });

  test('law: nothing that is shown can act, and showing twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(visible(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/u);
        expect(visible(visible(text))).toBe(visible(text));
        expect(JSON.parse(escapeUnseen(JSON.stringify(text)))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('a long text is cut between characters', () => {
    expect(clip('short', 5)).toBe('short');
    expect(clip('🎉🎉🎉🎉', 3)).toBe('🎉🎉…');
  });
});

test('columns of a terminal: East Asian and emoji two, marks none', () => {
  expect(['a', 'é', '日', '🎉', '\u0301', 'Ａ', '…', '—', '가'].map(characterWidth)).toEqual([1, 1, 2, 2, 0, 2, 1, 1, 2]);
  expect(displayWidth('销售 team')).toBe(9);
});
