/**
 * Cells of text columns, and currency codes. Texts are brought to the composed Unicode form (NFC), with a note; what
 * cannot be seen is refused, since two texts that look alike must be alike. Rule: traps.md §9.
 */
import { characterName } from '../diagnostic/visible.ts';
import { isCurrencyCode } from '../value/currency.ts';
import type { CellReader, Refusal } from './cell.ts';
import type { Cells } from './cells.ts';
import { Interned } from './interned.ts';
import { kept } from './kept.ts';

/** Controls, soft hyphen, bidi marks, zero-width characters, odd fillers, and the mark of a lost character. */
const UNFIT =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffd]|[\u{e0000}-\u{e0fff}]/u;
/** Characters in an id. */
export const MAX_ID = 128;
const BLANK = 32;
/** Different texts of a column that are remembered. */
const MOST_KEPT = 4096;

export function textReader(identity: boolean): CellReader {
  let composed = 0;
  const again = new Interned(identity ? 0 : MOST_KEPT);
  const accept = (cell: string): string | undefined => {
    if (UNFIT.test(cell)) return undefined;
    const text = cell.normalize('NFC');
    if (text !== cell) composed++;
    return identity && unfitId(text) ? undefined : kept(text);
  };
  return {
    wants: identity ? 'an id' : 'text',
    read(cells, at) {
      const known = identity ? undefined : again.find(cells, at);
      if (known !== undefined) return known;
      if (!isPlain(cells, at, identity)) return accept(cells.text(at));
      const text = kept(cells.text(at));
      again.add(text);
      return text;
    },
    refusal: (cell) => refusedText(cell) ?? refusedId(cell),
    composed: () => composed,
  };
}

export function currencyReader(): CellReader {
  const known = new Interned();
  return {
    wants: 'a currency code',
    read(cells, at) {
      const code = known.find(cells, at);
      if (code !== undefined) return code;
      const text = kept(cells.text(at));
      if (!isCurrencyCode(text)) return undefined;
      known.add(text);
      return text;
    },
    refusal: () => ({ code: 'D211', what: 'not three capital letters', hint: 'write the ISO 4217 code, such as USD or EUR' }),
  };
}

/** Only letters, digits, signs and inner blanks of ASCII, which nothing has to be done about. */
function isPlain(cells: Cells, cell: number, identity: boolean): boolean {
  const { bytes, marks } = cells;
  const from = marks[cell]!;
  const to = marks[cell + 1]! - 1;
  for (let at = from; at < to; at++) if (bytes[at]! > 0x7e || bytes[at]! < 0x20) return false;
  return !identity || (to - from <= MAX_ID && bytes[from] !== BLANK && bytes[to - 1] !== BLANK);
}

function unfitId(text: string): boolean {
  return text.length > MAX_ID || text.trim() !== text;
}

/** What is unfit in a text, or nothing. */
export function refusedText(cell: string): Refusal | undefined {
  const found = UNFIT.exec(cell)?.[0];
  if (found === undefined) return undefined;
  const name = characterName(found);
  if (found === '\n' || found === '\r') return { code: 'D208', what: 'a line break inside the cell', hint: 'look for a missing closing quote; a column of notes need not be declared' };
  if (found === '\ufffd') return { code: 'D208', what: `the mark of a lost character (${name})`, hint: 'an earlier conversion damaged the file: export it again as UTF-8' };
  if (found === '\t') return { code: 'D208', what: 'a tab inside the cell', hint: 'replace the tab by a blank' };
  if (/[\u0000-\u001f\u007f-\u009f]/.test(found)) return { code: 'D208', what: `the control character ${name}`, hint: 'remove it where the data is entered or exported' };
  return { code: 'D208', what: `the invisible character ${name}`, hint: 'remove it where the data is entered: two texts that look alike must be alike' };
}

export function refusedId(cell: string): Refusal {
  if (cell.trim() !== cell) {
    const plain = cell.replace(/^ +| +$/g, '') === cell.trim();
    return { code: 'D209', what: plain ? 'blanks around an id' : `blanks around an id (${characterName(cell.trimStart() === cell ? cell.slice(-1) : cell)})`, hint: 'remove the blanks' };
  }
  return { code: 'D213', what: `an id of ${cell.length} characters`, hint: `ids have at most ${MAX_ID} characters` };
}
