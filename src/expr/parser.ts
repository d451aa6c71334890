/**
 * Tokens → tree. Loosest first: `or`, `and`, `not`, comparisons with `in` and `is blank`, `+ -`, `* /`, unary `-`;
 * left-associative; comparisons do not chain. Reports a slip where it stands and reads on behind it.
 */
import { Cursor, startsValue, tokenWords } from './cursor.ts';
import type { Faults } from './faults.ts';
import { parseComparison } from './parse-comparison.ts';
import { parsePrimary } from './parse-primary.ts';
import { answerStray } from './stray.ts';
import type { Token } from './token.ts';
import type { BinarySign, Tree } from './tree.ts';

export function parse(tokens: readonly Token[], faults: Faults): Tree {
  return parseUntil(new Cursor(tokens, faults), []);
}

/** An expression that ends before one of the signs `closers` or the end. What does not belong is reported and skipped. */
export function parseUntil(cursor: Cursor, closers: readonly string[]): Tree {
  const parts: Tree[] = [parseChoice(cursor)];
  while (cursor.here.kind !== 'end' && !cursor.isSign(...closers)) {
    const taken = cursor.taken;
    answerStray(cursor, parts[parts.length - 1]!, closers, parts.length > 1);
    if (startsValue(cursor.here)) parts.push(parseChoice(cursor));
    if (cursor.taken === taken) cursor.take();
  }
  return parts.length === 1 ? parts[0]! : { kind: 'bad', parts, stray: true, start: parts[0]!.start, end: parts[parts.length - 1]!.end };
}

/** `a ? b : c` of other languages: answered with `if(a, b, c)`. */
function parseChoice(cursor: Cursor): Tree {
  const condition = parseOr(cursor);
  const mark = cursor.takeSign('?');
  if (mark === undefined) return condition;
  const yes = parseOr(cursor);
  const no = cursor.takeSign(':') ? parseChoiceBelow(cursor, mark) : undefined;
  const words = (tree: Tree | undefined): string => (tree === undefined ? '…' : cursor.faults.words(tree));
  cursor.faults.error('X026', 'a choice is written if(…, …, …) in formulas', mark, { found: '?', hint: `write if(${words(condition)}, ${words(yes)}, ${words(no)})` });
  const parts = no === undefined ? [condition, yes] : [condition, yes, no];
  return { kind: 'bad', parts, start: condition.start, end: parts[parts.length - 1]!.end };
}

function parseChoiceBelow(cursor: Cursor, at: Token): Tree {
  return cursor.deeper(at, () => parseChoice(cursor)) ?? nothing(at.end);
}

function parseOr(cursor: Cursor): Tree {
  let left = parseAnd(cursor);
  for (let sign = cursor.takeWord('or'); sign !== undefined; sign = cursor.takeWord('or')) left = binary('or', left, parseAnd(cursor), sign);
  return left;
}

function parseAnd(cursor: Cursor): Tree {
  let left = parseNot(cursor);
  for (let sign = cursor.takeWord('and'); sign !== undefined; sign = cursor.takeWord('and')) left = binary('and', left, parseNot(cursor), sign);
  return left;
}

export function parseNot(cursor: Cursor): Tree {
  const word = takeNot(cursor);
  if (word === undefined) return parseComparison(cursor);
  const of = cursor.deeper(word, () => parseNot(cursor)) ?? nothing(word.end);
  return { kind: 'unary', sign: 'not', of, start: word.start, end: of.end };
}

/** `NOT` in capitals is the word only when a value follows it; alone it may be a name. */
function takeNot(cursor: Cursor): Token | undefined {
  return cursor.isWord('not') || startsValue(cursor.ahead()) ? cursor.takeWord('not') : undefined;
}

export function parseSum(cursor: Cursor): Tree {
  let left = parseProduct(cursor);
  for (;;) {
    if (cursor.isSign('+', '-')) {
      const sign = cursor.take();
      left = binary(sign.kind === 'sign' && sign.text === '+' ? '+' : '-', left, parseProduct(cursor), sign);
    } else if (cursor.isSign('&')) {
      const sign = cursor.take();
      cursor.faults.error('X019', 'texts cannot be joined with &', sign, { hint: 'write and between conditions; compare texts one by one' });
      const right = parseProduct(cursor);
      left = broken(left, [right], right.end);
    } else return left;
  }
}

function parseProduct(cursor: Cursor): Tree {
  let left = parseUnary(cursor);
  for (;;) {
    if (cursor.isSign('*', '/')) {
      const sign = cursor.take();
      left = binary(sign.kind === 'sign' && sign.text === '*' ? '*' : '/', left, parseUnary(cursor), sign);
    } else if (cursor.isSign('^', '%')) left = refusePower(cursor, left);
    else return left;
  }
}

/** `a ^ b`, `a % b` and a percent sign behind something that is no number. */
function refusePower(cursor: Cursor, left: Tree): Tree {
  const last = cursor.before;
  const sign = cursor.take();
  const words = cursor.faults.words(left);
  const percent = sign.kind === 'sign' && sign.text === '%';
  if (percent && !startsValue(cursor.here)) {
    const hint = last?.kind === 'number' ? `write ${cursor.faults.words(last)}% without a blank` : `divide by 100: (${words}) / 100`;
    cursor.faults.error('X018', 'a percent sign stands directly behind the digits of a number', sign, { hint });
    return broken(left, [], sign.end);
  }
  const message = percent ? 'there is no remainder in formulas; % belongs to a number, as in 8%' : 'there are no powers in formulas';
  cursor.faults.error('X018', message, sign, { hint: percent ? 'write 8% without a blank, or work with * and /' : `multiply: ${words} * ${words}` });
  const right = parseUnary(cursor);
  return broken(left, [right], right.end);
}

function parseUnary(cursor: Cursor): Tree {
  const sign = cursor.takeSign('-') ?? cursor.takeSign('+');
  if (sign === undefined) return parsePrimary(cursor);
  const of = cursor.deeper(sign, () => parseUnary(cursor)) ?? nothing(sign.end);
  if (sign.kind === 'sign' && sign.text === '+') {
    cursor.faults.error('X011', 'a value has no plus before it', sign, { hint: `write ${cursor.faults.words(of)}` });
    return of;
  }
  return { kind: 'unary', sign: '-', of, start: sign.start, end: of.end };
}

export function binary(sign: BinarySign, left: Tree, right: Tree, at: Token): Tree {
  return { kind: 'binary', sign, left, right, signAt: { start: at.start, end: at.end }, start: left.start, end: Math.max(right.end, at.end) };
}

/** Something unreadable in a row with others: one node for all of them, however many. */
export function broken(left: Tree, parts: readonly Tree[], end: number): Tree {
  const before = left.kind === 'bad' && left.stray !== true && left.parts.length > 0 ? left.parts : [left];
  return { kind: 'bad', parts: [...before, ...parts], start: left.start, end };
}

/** Stands for a value that is missing; already reported. */
export function nothing(at: number): Tree {
  return { kind: 'bad', parts: [], start: at, end: at };
}

/** Reports that a value is missing here. */
export function missingValue(cursor: Cursor): Tree {
  const { here, before, faults } = cursor;
  if (!cursor.givenUp) {
    const after = before === undefined ? 'at the beginning' : `after ${faults.words(before)}`;
    const at = here.kind === 'end' && before !== undefined ? before : here;
    const found = here.kind === 'end' ? 'the formula ends' : `${tokenWords(here, faults)} stands there`;
    faults.error('X020', `a value is missing ${after}: ${found}`, at, { found: tokenWords(here, faults), expected: 'a value', hint: hintFor(here, before, faults) });
  }
  return nothing(here.start);
}

function hintFor(here: Token, before: Token | undefined, faults: Faults): string {
  if (here.kind === 'end' && before !== undefined) return `write a name, a number or a text after ${faults.words(before)}`;
  return `write a name, a number or a text before ${tokenWords(here, faults)}`;
}
