/**
 * The first door: bytes must be UTF-8, checked strictly and piece by piece, and hold no NUL. A byte order mark is taken
 * off; pieces that come out end between characters. Rule: traps.md §4, "fatal UTF-8 decode in front".
 */
import { isUtf8 } from 'node:buffer';

export type EncodingFault =
  | { readonly kind: 'utf-16' }
  /** Known by its first bytes. */
  | { readonly kind: 'no-text'; readonly what: string }
  | { readonly kind: 'not-utf-8'; readonly byte: number }
  | { readonly kind: 'nul' };

export interface Passed {
  /** Whole characters, all of them good. */
  readonly good: Buffer;
  /** Why nothing after `good` can be read. */
  readonly fault?: EncodingFault;
}

const NOTHING = Buffer.alloc(0);
/** Enough to know a byte order mark, and UTF-16 without one. */
const OPENING = 4;

const KNOWN_BEGINNINGS: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'a spreadsheet or zip file'],
  ['\xd0\xcf\x11\xe0', 'an old spreadsheet file'],
  ['\x1f\x8b', 'a gzip file'],
  ['PAR1', 'a Parquet file'],
  ['%PDF', 'a PDF file'],
];

export class Utf8Door {
  private carry: Buffer = NOTHING;
  private opened = false;

  /** Takes the next chunk; gives what is complete. After a fault it must not be called again. */
  pass(chunk: Uint8Array): Passed {
    const bytes = this.joined(chunk);
    if (!this.opened && bytes.length < OPENING) {
      this.carry = Buffer.from(bytes);
      return { good: NOTHING };
    }
    return this.checked(bytes, incompleteTail(bytes));
  }

  /** The rest at the end of the file; a character cut in two is a fault. */
  end(): Passed {
    return this.checked(this.joined(NOTHING), 0);
  }

  private joined(chunk: Uint8Array): Buffer {
    const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (this.carry.length === 0) return view;
    const bytes = Buffer.concat([this.carry, view]);
    this.carry = NOTHING;
    return bytes;
  }

  private checked(bytes: Buffer, tail: number): Passed {
    let body = bytes;
    if (!this.opened && bytes.length > 0) {
      this.opened = true;
      const what = KNOWN_BEGINNINGS.find(([start]) => bytes.subarray(0, OPENING).toString('latin1').startsWith(start))?.[1];
      if (what !== undefined) return { good: NOTHING, fault: { kind: 'no-text', what } };
      if (looksUtf16(bytes)) return { good: NOTHING, fault: { kind: 'utf-16' } };
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) body = bytes.subarray(3);
    }
    this.carry = tail === 0 ? NOTHING : Buffer.from(body.subarray(body.length - tail));
    const whole = body.subarray(0, body.length - tail);
    const nul = whole.indexOf(0);
    const head = nul < 0 ? whole : whole.subarray(0, nul);
    if (!isUtf8(head)) {
      const at = firstBad(head);
      return { good: head.subarray(0, at), fault: { kind: 'not-utf-8', byte: head[at]! } };
    }
    return nul < 0 ? { good: whole } : { good: head, fault: { kind: 'nul' } };
  }
}

function looksUtf16(bytes: Buffer): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0);
}

/** How many bytes at the end begin a character that is not complete: 0 to 3. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? back : 0;
    }
  }
  return 0;
}

/** Offset of the first character that is not UTF-8; there is one. Found by halving, as good prefixes stay good. */
function firstBad(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const prefix = bytes.subarray(0, middle + 1);
    if (isUtf8(prefix.subarray(0, prefix.length - incompleteTail(prefix)))) low = middle + 1;
    else high = middle;
  }
  // Ends inside a character that the next byte breaks off: the bad byte is its first.
  const good = bytes.subarray(0, low);
  return low - incompleteTail(good);
}
