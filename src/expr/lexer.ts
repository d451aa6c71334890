/**
 * Text → tokens. Reports what cannot be read and goes on behind it, so that one slip hides no other. Linear time
 * for every text; an answer to every spelling that analysts bring from elsewhere.
 */
import type { Faults } from './faults.ts';
import { lexNumber } from './lex-number.ts';
import { lexSign, refuseCharacter } from './lex-sign.ts';
import { lexText, startsText } from './lex-text.ts';
import { NAME_PATTERN, type Token } from './token.ts';

const BLANKS = /[ \t\r\n]+/y;
const WORD = /[\p{L}_][\p{L}\p{N}\p{M}_]*/uy;
/** What nearly every word is: the engine needs longer to prepare the letters of all scripts than to read the formulas of a plan. */
const PLAIN_WORD = /[A-Za-z_][A-Za-z0-9_]*(?![A-Za-z0-9_\u0080-\uffff])/y;

/** The tokens of a formula, the last of kind `end`. `comment`: a YAML comment follows it directly. */
export function lex(text: string, faults: Faults, comment: boolean): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let brackets = 0;
  while (at < text.length) {
    const blanks = match(BLANKS, text, at);
    if (blanks !== undefined) {
      at += blanks.length;
      continue;
    }
    const char = text[at]!;
    if (char === '[') {
      const skipped = openBracket(text, at, tokens, faults);
      if (skipped !== undefined) {
        at = skipped;
        continue;
      }
      brackets++;
    } else if (char === ']') {
      if (brackets === 0) faults.error('X017', 'a square bracket has no meaning in a formula', { start: at, end: at + 1 }, { hint: 'use round brackets ( )' });
      else tokens.push({ kind: 'sign', text: ')', start: at, end: at + 1 });
      brackets = Math.max(0, brackets - 1);
      at++;
      continue;
    }
    const token = lexOne(text, at, faults, comment);
    if (token !== undefined) tokens.push(token);
    at = token?.end ?? refuseCharacter(text, at, faults);
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length });
  return tokens;
}

function lexOne(text: string, at: number, faults: Faults, comment: boolean): Token | undefined {
  const char = text[at]!;
  if (char === '[') return { kind: 'sign', text: '(', start: at, end: at + 1 };
  if (startsText(char)) return lexText(text, at, faults, comment);
  if (char >= '0' && char <= '9') return lexNumber(text, at, faults);
  if (char === '.' && /[0-9]/.test(text[at + 1] ?? '')) return leadingPoint(text, at, faults);
  const word = match(PLAIN_WORD, text, at) ?? match(WORD, text, at);
  if (word !== undefined) return lexName(word, at, faults);
  return lexSign(text, at, faults);
}

function lexName(word: string, start: number, faults: Faults): Token {
  const end = start + word.length;
  if (NAME_PATTERN.test(word)) return { kind: 'name', text: word, start, end };
  faults.error('X010', `${word} is no name that formulas can use: names have the letters a–z and A–Z, digits and _`, { start, end }, {
    found: word,
    hint: 'give the column a plain name in its declaration, with `from` before the header in the file; put a text in quotation marks',
  });
  return { kind: 'bad', start, end };
}

function leadingPoint(text: string, start: number, faults: Faults): Token {
  const rest = /^\.\w*%*/.exec(text.slice(start, start + 64))![0];
  const end = start + rest.length;
  faults.error('X012', `${rest} is not a number: a decimal mark with no digits before it`, { start, end }, { found: rest, hint: `write 0${rest}` });
  return { kind: 'bad', start, end };
}

/** `[`: a list in the wrong brackets is read on; picking from a name is skipped whole (the place behind it is given). */
function openBracket(text: string, at: number, tokens: readonly Token[], faults: Faults): number | undefined {
  const before = tokens[tokens.length - 1];
  if (before?.kind === 'name' && before.end === at && before.text !== 'in') {
    const close = text.indexOf(']', at);
    const end = close < 0 ? text.length : close + 1;
    faults.error('X017', `nothing can be picked from ${before.text} with square brackets: a name stands for one value`, { start: at, end }, { hint: `write ${before.text} alone` });
    return end;
  }
  faults.error('X017', 'a square bracket has no meaning in a formula', { start: at, end: at + 1 }, { hint: 'use round brackets ( )' });
  return undefined;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
