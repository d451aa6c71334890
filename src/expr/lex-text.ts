/**
 * Texts in quotation marks. A mark inside its own kind of marks is doubled ('it''s'); nothing else is special. An
 * unclosed text is often YAML's doing: a blank and # inside it start a comment (traps.md §3).
 */
import type { Faults } from './faults.ts';
import type { Token } from './token.ts';

const CURLY = '‘’‚“”„«»‹›`´';

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['‘', '’'],
  ['‚', '‘’'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['‹', '›'],
]);

export function startsText(char: string): boolean {
  return char === "'" || char === '"' || CURLY.includes(char);
}

/** The text that opens at `start`. `comment`: YAML cut the formula at a ` #` directly behind its end. */
export function lexText(text: string, start: number, faults: Faults, comment: boolean): Token {
  const mark = text[start]!;
  if (CURLY.includes(mark)) return lexCurly(text, start, faults);
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]!;
    if (char !== mark) value += char;
    else if (text[at + 1] === mark) {
      value += mark;
      at++;
    } else return { kind: 'text', value, start, end: at + 1 };
  }
  return unclosed(text, start, faults, comment);
}

function unclosed(text: string, start: number, faults: Faults, comment: boolean): Token {
  const mark = text[start]!;
  const other = firstOf(text, start + 1, `${CURLY}${mark === "'" ? '"' : "'"}`);
  if (other > start && !comment) {
    const closer = text[other]!;
    faults.error('X013', `the text opens with ${mark} but closes with ${closer}`, { start, end: other + 1 }, { hint: `close it with ${mark} as well` });
    return { kind: 'text', value: text.slice(start + 1, other), start, end: other + 1 };
  }
  const end = text.length;
  faults.error('X013', comment ? 'the text is not closed: YAML took its end, from the blank and # on, for a comment' : 'the text is not closed', { start, end }, {
    hint: comment ? 'put the whole formula in the other kind of quotation marks, so that # stays part of it' : `end it with ${mark}`,
    expected: mark,
  });
  return { kind: 'text', value: text.slice(start + 1), start, end };
}

/** Curly marks from a word processor: read up to the mark that closes them, or else to the next mark of any kind. */
function lexCurly(text: string, start: number, faults: Faults): Token {
  const own = firstOf(text, start + 1, CLOSERS.get(text[start]!) ?? CURLY, LONGEST_CURLY);
  const close = own >= 0 ? own : firstOf(text, start + 1, `${CURLY}'"`);
  const end = close < 0 ? text.length : close + 1;
  const value = text.slice(start + 1, close < 0 ? text.length : close);
  faults.error('X014', `the text has the quotation mark ${text[start]}, which is not a plain one`, { start, end }, {
    found: text.slice(start, end),
    hint: value.includes("'") ? `write "${value}"` : `write '${value}'`,
  });
  return { kind: 'text', value, start, end };
}

/** Farther away, a closing mark belongs to something else; and a text of nothing but marks stays quick to read. */
const LONGEST_CURLY = 120;

function firstOf(text: string, from: number, marks: string, reach = text.length): number {
  for (let at = from; at < Math.min(text.length, from + reach); at++) if (marks.includes(text[at]!)) return at;
  return -1;
}
