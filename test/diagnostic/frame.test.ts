import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataFrame } from '../../src/diagnostic/data-frame.ts';
import type { Source, Span } from '../../src/diagnostic/diagnostic.ts';
import { frame, type Mark } from '../../src/diagnostic/frame.ts';
import { displayWidth } from '../../src/diagnostic/width.ts';

function source(text: string, name = 'plans/ae.yaml'): Source {
  return { name, text };
}

/** The nth place of a word. */
function at(of: Source, word: string, nth = 1): Span {
  let start = -1;
  for (let count = 0; count < nth; count++) start = of.text.indexOf(word, start + 1);
  return { source: of, start, end: start + word.length };
}

function drawn(marks: readonly Mark[], width?: number): string {
  return `\n${frame(marks, width === undefined ? {} : { width }).join('\n')}\n`;
}

describe('a frame shows the line, carets under the place, and words beside them', () => {
  test('the place first, then where the other place is', () => {
    const text = source('workspace: a\n\nsales: { amount: money, margin: ratio, product: text }\n'.concat('\n'.repeat(10), '    value: amount * mragin\n'));
    expect(drawn([{ at: at(text, 'mragin'), note: 'did you mean margin?' }, { at: at(text, 'margin'), note: 'declared here' }])).toBe(`
   |
14 |     value: amount * mragin
   |                     ^^^^^^ did you mean margin?
   |
 3 | sales: { amount: money, margin: ratio, product: text }
   |                         ------ declared here
`);
  });

  test('several places on one line share it', () => {
    const text = source('tiers: [ {to: 100%}, {to: 90%} ]\n');
    expect(drawn([{ at: at(text, '90%'), note: 'ends before' }, { at: at(text, '100%'), note: 'this one' }])).toBe(`
   |
 1 | tiers: [ {to: 100%}, {to: 90%} ]
   |                           ^^^ ends before
   |               ---- this one
`);
  });

  test('a place in another file is named', () => {
    const plan = source('where: mragin\n');
    const workspace = source('a: 1\nmargin: ratio\n', 'paycurve.yaml');
    expect(drawn([{ at: at(plan, 'mragin') }, { at: at(workspace, 'margin'), note: 'declared here' }])).toBe(`
   |
 1 | where: mragin
   |        ^^^^^^
  --> paycurve.yaml:2:1
   |
 2 | margin: ratio
   | ------ declared here
`);
  });

  test('tabs are expanded, wide characters take two columns, combining marks none', () => {
    const text = source('a:\t销售\te\u0301x: bad\n');
    expect(drawn([{ at: at(text, 'bad') }])).toBe(`
   |
 1 | a:  销售    e\u0301x: bad
   |                 ^^^
`);
  });

  test('characters that a terminal would obey are spelt out, and carets still stand right', () => {
    const text = source('t: \u001b[31m\u202ex\u200b bad\r\nnext: 1\r\n');
    expect(drawn([{ at: at(text, 'bad') }])).toBe(`
   |
 1 | t: \\x1b[31m<U+202E>x<U+200B> bad
   |                              ^^^
`);
  });

  test('an empty place has one caret, a place over lines ends with its first line', () => {
    const text = source('a:\n  b: 1\n  c: 2\n');
    expect(drawn([{ at: { source: text, start: 2, end: 2 } }])).toBe('\n   |\n 1 | a:\n   |   ^\n');
    expect(drawn([{ at: { source: text, start: 5, end: 17 } }])).toBe('\n   |\n 2 |   b: 1\n   |   ^^^^\n');
  });

  test('a place at the very end of the file, and in an empty file, is drawn', () => {
    const text = source('a: 1');
    expect(drawn([{ at: { source: text, start: 4, end: 4 } }])).toBe('\n   |\n 1 | a: 1\n   |     ^\n');
    expect(drawn([{ at: { source: source(''), start: 0, end: 0 } }])).toBe('\n   |\n 1 |\n   | ^\n');
  });

  test('a long line is cut around the place', () => {
    const text = source(`where: ${'x'.repeat(200)} bad ${'y'.repeat(200)}\n`);
    expect(drawn([{ at: at(text, 'bad'), note: 'here' }], 60)).toBe(`
   |
 1 | …xxxxxxxxxxxxxxxxxxxxxxxx bad yyyyyyyyyyyyyyyyyyyyyyyy…
   |                           ^^^ here
`);
  });

  test('two places too far apart for one cut line each get a line of their own', () => {
    const text = source(`bad ${'x'.repeat(300)} worse\n`);
    expect(drawn([{ at: at(text, 'worse') }, { at: at(text, 'bad'), note: 'first' }], 40)).toBe(`
   |
 1 | …xxxxxxxxxxxxxxxxxxxxxxxxxxx worse
   |                              ^^^^^
 1 | bad xxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
   | --- first
`);
  });
});

test('law: carets stand under exactly the characters of the place', () => {
  const piece = fc.constantFrom('a', ' ', '\t', '日', 'é', 'e\u0301', '🎉', '\u001b', '\u202e', '\ud800');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.array(piece, { maxLength: 30 }), fc.integer({ min: 26, max: 120 }), (before, after, width) => {
      const text = source(`${before.join('')}[MARK]${after.join('')}`);
      const [, line, carets] = frame([{ at: at(text, '[MARK]') }], { width });
      const column = carets!.indexOf('^');
      expect(carets!.trimEnd().length - column).toBe(6);
      // Count columns, not characters, up to the caret.
      let shown = '';
      for (const character of line!) {
        if (displayWidth(shown) >= column) break;
        shown += character;
      }
      expect(line!.slice(shown.length).replace(/^\p{Mn}*/u, '').startsWith('[MARK]')).toBe(true);
      expect(displayWidth(line!)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 500 },
  );
});

test('a file of one very long line is drawn at once', () => {
  const text = source(`${'x'.repeat(1_000_000)}bad${'y'.repeat(40_000)}`);
  const start = performance.now();
  for (let round = 0; round < 100; round++) frame([{ at: at(text, 'bad') }]);
  expect(performance.now() - start).toBeLessThan(1_500);
  expect(frame([{ at: at(text, 'bad') }], { width: 40 })[1]).toContain('bad');
});

describe('a data problem shows its cell in a small frame', () => {
  test('column, cell, row', () => {
    expect(dataFrame({ file: 's.csv', line: 15, row: 14, column: 5, header: 'amount', cell: '1,5' }, 'a decimal mark ,')).toEqual(['   |', '15 | amount: 1,5', '   |         ^^^ row 14, column 5; a decimal mark ,']);
  });
  test('a blank cell is called blank, unseen characters are spelt out', () => {
    expect(dataFrame({ file: 's.csv', line: 3, row: 2, header: 'id', cell: '' }, undefined)).toEqual(['   |', ' 3 | id: (blank)', '   |     ^^^^^^^ row 2']);
    expect(dataFrame({ file: 's.csv', line: 3, row: 2, header: 'id', cell: 'a\u00a0b\n\u001b' }, undefined)).toEqual(['   |', ' 3 | id: a<U+00A0>b\\n\\x1b', '   |     ^^^^^^^^^^^^^^^^ row 2']);
  });
  test('a whole line without a column, a long cell cut', () => {
    expect(dataFrame({ file: 's.csv', line: 1204, row: 1203, cell: '1,2026-02-03' }, '2 cells')).toEqual(['     |', '1204 | 1,2026-02-03', '     | ^^^^^^^^^^^^ row 1203; 2 cells']);
    const lines = dataFrame({ file: 's.csv', line: 2, row: 1, header: 'id', cell: 'x'.repeat(5_000) }, undefined, { width: 40 });
    expect(lines.every((line) => line.length <= 48)).toBe(true);
  });
  test('no cell, no frame', () => expect(dataFrame({ file: 's.csv' }, undefined)).toEqual([]));
});
