/** The smallest values: literals, names, `attainment of NAME`, function calls, brackets. */
import { readDay } from '../value/day.ts';
import { capitals, isWord, isWordInAnyCase, type Cursor } from './cursor.ts';
import { functionNamed } from './functions.ts';
import { closeBracket, parseItems } from './parse-list.ts';
import { missingValue, nothing, parseNot, parseUntil } from './parser.ts';
import { RESERVED_WORDS, type Token } from './token.ts';
import type { Tree } from './tree.ts';
import type { Ref } from './types.ts';

export const FORMS: readonly NonNullable<Ref['form']>[] = ['attainment', 'quota', 'payout'];

export function parsePrimary(cursor: Cursor): Tree {
  const token = cursor.here;
  const { start, end } = token;
  switch (token.kind) {
    case 'number':
      cursor.take();
      return { kind: 'number', value: token.value, percent: token.percent, start, end };
    case 'text':
    case 'date':
      cursor.take();
      return token.kind === 'text' ? { kind: 'text', value: token.value, start, end } : { kind: 'date', value: token.value, start, end };
    case 'bad':
      cursor.take();
      return { kind: 'bad', parts: [], start, end };
    case 'sign':
      return token.text === '(' ? parseBrackets(cursor) : missingValue(cursor);
    case 'end':
      return missingValue(cursor);
    case 'name':
      return parseWord(cursor, token);
  }
}

/** Brackets leave no node: the shape of the tree says where they stood. */
function parseBrackets(cursor: Cursor): Tree {
  const open = cursor.take();
  const inner = cursor.deeper(open, () => parseUntil(cursor, [')'])) ?? nothing(open.end);
  const end = closeBracket(cursor, open);
  return { ...inner, start: open.start, end };
}

function parseWord(cursor: Cursor, token: Token & { kind: 'name' }): Tree {
  const { start, end, text } = token;
  if (text === 'true' || text === 'yes' || text === 'false' || text === 'no') {
    cursor.take();
    return { kind: 'yes-no', value: text === 'true' || text === 'yes', start, end };
  }
  if (text === 'not') return parseLateNot(cursor);
  const form = FORMS.find((word) => isWordInAnyCase(token, word));
  if (form !== undefined && isWordInAnyCase(cursor.ahead(), 'of')) return parseForm(cursor, form);
  const next = cursor.ahead();
  if (next.kind === 'sign' && next.text === '(' && !RESERVED_WORDS.includes(text)) return parseCall(cursor, token);
  if (RESERVED_WORDS.includes(text)) return missingValue(cursor);
  cursor.take();
  return refuseMember(cursor, { kind: 'name', ref: { name: text }, start, end });
}

/** `not` behind another sign: two readings, so it needs brackets. */
function parseLateNot(cursor: Cursor): Tree {
  const word = cursor.here;
  const tree = cursor.deeper(word, () => parseNot(cursor)) ?? nothing(word.end);
  if (!cursor.givenUp) cursor.faults.error('X031', 'not stands at the beginning of a condition', word, { hint: `write (${cursor.faults.words(tree)})` });
  return tree;
}

/** `attainment of revenue`. */
function parseForm(cursor: Cursor, form: NonNullable<Ref['form']>): Tree {
  const { faults } = cursor;
  const word = cursor.take();
  if (!isWord(word, form)) capitals(word, form, faults);
  cursor.takeWord('of');
  const name = cursor.here;
  if (name.kind === 'name' && !RESERVED_WORDS.includes(name.text)) {
    cursor.take();
    return { kind: 'name', ref: { form, name: name.text }, start: word.start, end: name.end };
  }
  const what = form === 'payout' ? 'component' : 'measure';
  if (name.kind === 'text') cursor.take();
  faults.error('X029', `after ${form} of comes the name of a ${what}`, name.kind === 'end' ? word : name, {
    expected: `the name of a ${what}`,
    hint: name.kind === 'text' ? `write ${form} of ${name.value} without quotation marks` : `write ${form} of and the name of a ${what}`,
  });
  return { kind: 'bad', parts: [], start: word.start, end: name.end };
}

function parseCall(cursor: Cursor, word: Token & { kind: 'name' }): Tree {
  cursor.take();
  const open = cursor.take();
  const { items, end } = parseItems(cursor, open);
  const lower = word.text.toLowerCase();
  if (lower === 'date') {
    if (word.text !== 'date') capitals(word, 'date', cursor.faults);
    return dateLiteral(cursor, word, items, end);
  }
  const known = functionNamed(word.text) === undefined && functionNamed(lower) !== undefined;
  if (known) capitals(word, lower, cursor.faults);
  return { kind: 'call', name: known ? lower : word.text, nameAt: { start: word.start, end: word.end }, args: items, start: word.start, end };
}

/** `date("2026-01-31")`: read here, once; it is the same value as a bare 2026-01-31. */
function dateLiteral(cursor: Cursor, word: Token, items: readonly Tree[], end: number): Tree {
  const { faults } = cursor;
  const [item] = items;
  const place = { start: word.start, end };
  if (items.length === 1 && item?.kind === 'date') return { ...item, ...place };
  if (items.length !== 1 || item?.kind !== 'text') {
    if (items.every((one) => one.kind !== 'bad')) faults.error('X015', 'date takes one text, such as "2026-01-31"', place, { hint: 'write date("2026-01-31"), or the bare date 2026-01-31' });
    return { kind: 'bad', parts: items, ...place };
  }
  const reading = readDay(item.value);
  if ('day' in reading) return { kind: 'date', value: reading.day, ...place };
  faults.error('X015', `"${item.value}" is not a date: ${reading.fault}`, item, { found: item.value, hint: reading.hint });
  return { kind: 'bad', parts: [], ...place };
}

/** `amount.x`. */
function refuseMember(cursor: Cursor, name: Tree & { kind: 'name' }): Tree {
  if (!cursor.isSign('.')) return name;
  const point = cursor.here;
  let end = name.end;
  let last = name.ref.name;
  while (cursor.isSign('.')) {
    end = cursor.take().end;
    const member = cursor.here;
    if (member.kind !== 'name') break;
    cursor.take();
    end = member.end;
    last = member.text;
    if (cursor.isSign('(')) parseItems(cursor, cursor.take());
  }
  cursor.faults.error('X016', `nothing can be reached in ${name.ref.name}: a name stands for one value`, { start: point.start, end }, { hint: `write ${name.ref.name} or ${last} alone; a value of another table is declared as a lookup` });
  return { kind: 'bad', parts: [], start: name.start, end };
}
