/** What stands where a formula should end or a sign should follow: told by what was most likely meant. */
import { isCurrencyCode } from '../value/currency.ts';
import { type Cursor, tokenWords } from './cursor.ts';
import type { Tree } from './tree.ts';

/** Words that other languages put between two values, and what to write. */
const INFIX: ReadonlyMap<string, string> = new Map([
  ['contains', "write contains(name, 'text')"],
  ['like', "write contains(name, 'text'), starts_with or ends_with"],
  ['between', 'write a >= 1 and a <= 2'],
  ['mod', 'there is no remainder; work with * and /'],
  ['equals', 'write =='],
  ['then', 'write if(condition, value, other value)'],
  ['else', 'write if(condition, value, other value)'],
  ['when', 'write if(condition, value, other value)'],
  ['xor', 'write a != b'],
  ['blank', 'write is blank or is not blank'],
  ['null', 'write is blank or is not blank'],
]);

/**
 * Reports the token at the cursor, which cannot follow `left`. Takes it when nothing can be read from it. `again`: a
 * missing sign has been told in this stretch; one is enough for a text of many words.
 */
export function answerStray(cursor: Cursor, left: Tree, closers: readonly string[], again: boolean): void {
  const token = cursor.here;
  const { faults } = cursor;
  if (cursor.givenUp) return;
  if (token.kind === 'sign' && token.text !== '(') {
    const [code, message, hint] = straySign(cursor, token.text, closers);
    if (!faults.told(token)) faults.error(code, message, token, { hint });
    cursor.take();
    return;
  }
  const last = cursor.before;
  // A broken value has been reported already; what follows it is most likely a part of it.
  if (left.kind === 'bad' || last?.kind === 'bad' || token.kind === 'bad') return;
  const words = last === undefined || last.kind === 'sign' ? faults.words(left) : faults.words(last);
  if (!again) faults.error('X021', `a sign is missing between ${words} and ${tokenWords(token, faults)}`, token, { hint: hintFor(cursor, words) });
  if (isNoValue(cursor)) cursor.take();
}

/** A word that belongs to the slip and is no value of its own. */
function isNoValue(cursor: Cursor): boolean {
  const token = cursor.here;
  if (token.kind !== 'name') return false;
  const word = token.text.toLowerCase();
  return INFIX.has(word) || word === 'of' || word === 'not' || (cursor.before?.kind === 'number' && isCurrencyCode(token.text));
}

function hintFor(cursor: Cursor, first: string): string {
  const { here: token, before: last, faults } = cursor;
  const found = tokenWords(token, faults);
  const word = token.kind === 'name' ? token.text.toLowerCase() : '';
  const infix = INFIX.get(word);
  if (infix !== undefined) return infix;
  if (word === 'of') return `a share of something is written with *, such as ${first} * ${tokenWords(cursor.ahead(), faults)}; forms with of are attainment of, quota of and payout of`;
  if (word === 'not') return 'write is not blank, not in (…) or !=; not alone stands at the beginning of a condition';
  if (last?.kind === 'number') {
    if (isCurrencyCode(found)) return 'write the amount alone; its currency stands in the column or the plan';
    if (last.percent && last.end === token.start) return 'there is no remainder in formulas; % belongs to a number, as in 8%';
    if (token.kind === 'number' && /^\d{3}$/.test(found)) return `numbers have no blanks inside: write ${first}_${found} or ${first}${found}`;
  }
  const plain = 'put a sign such as *, == or and between them';
  return last?.kind === 'name' && token.kind === 'name' ? `${plain}; a text of several words needs quotation marks: '${first} ${found}'` : plain;
}

function straySign(cursor: Cursor, sign: string, closers: readonly string[]): ['X010' | 'X016' | 'X020' | 'X022' | 'X026' | 'X030', string, string] {
  const { faults } = cursor;
  const next = cursor.ahead();
  const { here, before: last } = cursor;
  switch (sign) {
    case ')':
      return ['X022', 'this bracket was never opened', 'remove it, or write ( where its part begins'];
    case ',':
      if (last?.kind === 'number' && next.kind === 'number' && last.end === here.start && here.end === next.start)
        return ['X030', 'the decimal mark in formulas is a point', `write ${faults.words(last)}.${faults.words(next)}`];
      return ['X030', closers.length === 0 ? 'a comma stands only between the values of a function or of a list' : 'a comma cannot stand inside these brackets', 'remove it, or write and or or between conditions'];
    case '.':
      return ['X016', 'a point stands only inside a number', 'remove it'];
    case ':':
    case '?':
      return ['X026', `${sign} has no meaning in a formula`, 'a choice is written if(condition, value, other value)'];
    default:
      return ['X020', `${sign} cannot stand here`, 'write a value before it'];
  }
}
