/** Comparisons, lists after `in`, and `is blank`: one per condition, never chained. */
import { capitals, type Cursor, startsValue, tokenWords } from './cursor.ts';
import { parseList } from './parse-list.ts';
import { binary, broken, parseSum } from './parser.ts';
import type { Token } from './token.ts';
import type { ComparisonSign, Tree } from './tree.ts';

const SIGNS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='] satisfies ComparisonSign[];

export function parseComparison(cursor: Cursor): Tree {
  const first = parseSum(cursor);
  const tree = parseOne(cursor, first);
  return tree === undefined ? first : refuseChain(cursor, tree);
}

function parseOne(cursor: Cursor, left: Tree): Tree | undefined {
  if (cursor.isSign(...SIGNS)) {
    const sign = cursor.take();
    return binary(sign.kind === 'sign' ? (sign.text as ComparisonSign) : '==', left, parseSum(cursor), sign);
  }
  const is = cursor.takeWord('is');
  if (is !== undefined) return parseIs(cursor, left, is);
  const not = isNotIn(cursor) ? cursor.takeWord('not') : undefined;
  const word = cursor.takeWord('in');
  return word === undefined ? undefined : parseList(cursor, left, not !== undefined, word);
}

function isNotIn(cursor: Cursor): boolean {
  const [not, next] = [cursor.here, cursor.ahead()];
  return not.kind === 'name' && /^not$/i.test(not.text) && next.kind === 'name' && /^in$/i.test(next.text);
}

/** `a < b < c`: told with its own message; the rest is still checked. */
function refuseChain(cursor: Cursor, first: Tree): Tree {
  let tree = first;
  const { faults } = cursor;
  while (cursor.isSign(...SIGNS) || cursor.isWord('is') || cursor.isWord('in') || isNotIn(cursor)) {
    const sign = cursor.here;
    const next = parseOne(cursor, tree)!;
    if (tree.kind === 'binary' && next.kind === 'binary') {
      const middle = faults.words(tree.right);
      const hint = `write ${faults.words(tree)} and ${middle} ${tokenWords(sign, faults)} ${faults.words(next.right)}`;
      faults.error('X023', 'comparisons cannot be chained: the first one already gives yes or no', sign, { hint });
      tree = broken(tree, [next.right], next.end);
    } else if (tree.kind === 'bad') {
      tree = broken(tree, next.kind === 'binary' ? [next.right] : [], next.end);
    } else {
      faults.error('X023', `${tokenWords(sign, faults)} cannot follow a condition directly`, sign, { hint: `put the condition in brackets: (${faults.words(tree)})` });
      tree = broken(tree, [], next.end);
    }
  }
  return tree;
}

const FOREIGN_BLANKS = /^(null|nil|none|empty|nothing|na|undefined|blank)$/i;

function parseIs(cursor: Cursor, left: Tree, is: Token): Tree {
  const { faults } = cursor;
  const negated = cursor.takeWord('not') !== undefined;
  const word = cursor.here;
  const right = negated ? 'is not blank' : 'is blank';
  if (word.kind === 'name' && FOREIGN_BLANKS.test(word.text)) {
    cursor.take();
    if (word.text.toLowerCase() === 'blank') {
      if (word.text !== 'blank') capitals(word, 'blank', faults);
    } else faults.error('X028', `is ${negated ? 'not ' : ''}${word.text} is written ${right} in formulas`, { start: is.start, end: word.end }, { found: word.text, expected: 'blank', suggestion: right, hint: `write ${right}` });
    return { kind: 'blank', of: left, negated, start: left.start, end: word.end };
  }
  const sign = negated ? '!=' : '==';
  if (!startsValue(word)) {
    faults.error('X028', `after is comes blank or not blank, but ${tokenWords(word, faults)} stands there`, { start: is.start, end: word.kind === 'end' ? is.end : word.end }, { expected: 'blank', hint: `write ${right}, or compare with ${sign}` });
    return { kind: 'bad', parts: [left], start: left.start, end: is.end };
  }
  const value = parseSum(cursor);
  faults.error('X028', `is asks only for blank; values are compared with ${sign}`, is, { hint: `write ${faults.words(left)} ${sign} ${faults.words(value)}` });
  return binary(sign, left, value, is);
}
