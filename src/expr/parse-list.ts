/** Values with commas between them in round brackets: the list after `in`, and the values of a function. */
import { type Cursor, startsValue, tokenWords } from './cursor.ts';
import { missingValue, parseSum, parseUntil } from './parser.ts';
import type { Token } from './token.ts';
import type { Tree } from './tree.ts';

/** The list after `in`. */
export function parseList(cursor: Cursor, of: Tree, negated: boolean, word: Token): Tree {
  const { faults } = cursor;
  const open = cursor.takeSign('(');
  if (open === undefined) {
    const item = startsValue(cursor.here) ? parseSum(cursor) : missingValue(cursor);
    if (item.kind !== 'bad') faults.error('X024', 'after in comes a list in round brackets', item, { hint: `write ${faults.words(word)} (${faults.words(item)})` });
    return { kind: 'bad', parts: [of], start: of.start, end: Math.max(item.end, word.end) };
  }
  const { items, end } = parseItems(cursor, open);
  if (items.length === 0 && !cursor.givenUp) {
    faults.error('X024', 'the list after in is empty', { start: open.start, end }, { hint: "write at least one value, such as ('New')" });
    return { kind: 'bad', parts: [of], start: of.start, end };
  }
  return { kind: 'in', of, items, negated, start: of.start, end };
}

/** Everything up to the closing bracket of `open`, which has been taken. */
export function parseItems(cursor: Cursor, open: Token): { items: Tree[]; end: number } {
  const items = cursor.deeper(open, () => itemsOf(cursor)) ?? [];
  return { items, end: closeBracket(cursor, open) };
}

function itemsOf(cursor: Cursor): Tree[] {
  const items: Tree[] = [];
  if (cursor.isSign(')')) return items;
  for (;;) {
    items.push(cursor.isSign(',', ')') ? missingValue(cursor) : parseUntil(cursor, [',', ')']));
    if (cursor.takeSign(',') === undefined) return items;
  }
}

/** Takes the `)` of `open`, or reports that it is missing; gives the end of the bracket. */
export function closeBracket(cursor: Cursor, open: Token): number {
  const close = cursor.takeSign(')');
  if (close !== undefined) return close.end;
  const { here, faults } = cursor;
  if (!cursor.givenUp) faults.error('X022', `this bracket is never closed: ${tokenWords(here, faults)} was reached first`, open, { expected: ')', hint: 'write ) where its part ends' });
  return here.start;
}
