/**
 * Transaction ids already seen, as fingerprints of 96 bits in typed arrays: about 40 bytes a row, whatever the ids look
 * like. Equal ids have equal fingerprints, so a repeat is never missed; two different ids that share one would be
 * reported as a repeat, never passed over (one chance in 10^16 for a million ids). While ids ascend, as numbered orders do,
 * none can repeat, and nothing is looked up; the first that does not begins the look-up. Rule: calculation contract §4.
 */

import type { Cells } from './cells.ts';

/** Where an id was seen first. */
export interface Seen {
  readonly file: number;
  readonly line: number;
  /** Whether the rest of the row was the same too; undefined when contents were not given. */
  readonly same: boolean | undefined;
}

const PAGE = 1 << 15;
/** Behind each text: no character and no byte has this code. */
const END = 0x1ffff;
const SLOTS = 1 << 12;

export class SeenIds {
  private count = 0;
  /** Pairs: the second fingerprint of an entry, so that another id is told apart without going to its page, and its number + 1, or 0. */
  private slots = new Int32Array(2 * SLOTS);
  private readonly pages: Uint32Array[] = [];
  /** The greatest id, while each was greater than the one before. */
  private last: string | undefined = '';
  private readonly stride: number;

  /** With `contents`, whether repeats are identical is known too. */
  constructor(private readonly contents: boolean) {
    this.stride = contents ? 8 : 5;
  }

  get size(): number {
    return this.count;
  }

  /** Remembers an id, written `text`; gives the earlier place when it was there already. */
  see(text: string, id: Fingerprint, contents: Fingerprint | undefined, file: number, line: number): Seen | undefined {
    if (this.last !== undefined) {
      if (text > this.last) {
        this.last = text;
        this.count++;
        this.store(id, contents, file, line);
        return undefined;
      }
      this.last = undefined;
      this.lookUp();
    }
    const { slots } = this;
    const mask = slots.length - 2;
    let slot = (id.a << 1) & mask;
    for (; slots[slot + 1] !== 0; slot = (slot + 2) & mask) {
      if (slots[slot] !== id.b) continue;
      const entry = slots[slot + 1]!;
      const page = this.pages[(entry - 1) >>> 15]!;
      const at = ((entry - 1) & (PAGE - 1)) * this.stride;
      if (page[at] === id.a >>> 0 && page[at + 1] === id.b >>> 0 && page[at + 2] === id.c >>> 0) {
        const same = contents && page[at + 5] === contents.a >>> 0 && page[at + 6] === contents.b >>> 0 && page[at + 7] === contents.c >>> 0;
        return { line: page[at + 3]!, file: page[at + 4]!, same };
      }
    }
    slots[slot] = id.b;
    slots[slot + 1] = ++this.count;
    this.store(id, contents, file, line);
    if (this.count * 4 > slots.length) this.lookUp();
    return undefined;
  }

  private store(id: Fingerprint, contents: Fingerprint | undefined, file: number, line: number): void {
    const entry = this.count - 1;
    if ((entry & (PAGE - 1)) === 0) this.pages.push(new Uint32Array(PAGE * this.stride));
    const page = this.pages[entry >>> 15]!;
    const at = (entry & (PAGE - 1)) * this.stride;
    page[at] = id.a;
    page[at + 1] = id.b;
    page[at + 2] = id.c;
    page[at + 3] = line;
    page[at + 4] = file;
    if (!this.contents || contents === undefined) return;
    page[at + 5] = contents.a;
    page[at + 6] = contents.b;
    page[at + 7] = contents.c;
  }

  /** Makes the look-up for all ids so far, with room for as many again. */
  private lookUp(): void {
    let size = this.slots.length;
    while (this.count * 4 > size) size *= 2;
    const slots = new Int32Array(size);
    const mask = slots.length - 2;
    for (let entry = 0; entry < this.count; entry++) {
      const page = this.pages[entry >>> 15]!;
      const at = (entry & (PAGE - 1)) * this.stride;
      let slot = (page[at]! << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = page[at + 1]!;
      slots[slot + 1] = entry + 1;
    }
    this.slots = slots;
  }
}

/** Three independent 32-bit fingerprints of one or more texts. Every step is a bijection: one changed character always shows. */
export class Fingerprint {
  a = 0;
  b = 0;
  c = 0;

  begin(): this {
    this.a = 0x2f0b4c47;
    this.b = 0x6a09e667;
    this.c = 0x3c6ef372;
    return this;
  }

  /** Adds a text, and an end mark that no text holds, so that ("ab", "c") differs from ("a", "bc"). */
  add(text: string): this {
    let { a, b, c } = this;
    const { length } = text;
    for (let at = 0; at <= length; at++) {
      const code = at < length ? text.charCodeAt(at) : END;
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(((b << 13) | (b >>> 19)) ^ code, 0x85ebca6b);
      c = Math.imul(((c << 7) | (c >>> 25)) ^ code, 0xc2b2ae35);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    return this;
  }

  /** Adds a cell as its bytes stand, with the same end mark; for plain ASCII it is the same as adding its text. */
  addCell({ bytes, marks }: Cells, cell: number): this {
    let { a, b, c } = this;
    const end = marks[cell + 1]! - 1;
    for (let at = marks[cell]!; at <= end; at++) {
      const code = at < end ? bytes[at]! : END;
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(((b << 13) | (b >>> 19)) ^ code, 0x85ebca6b);
      c = Math.imul(((c << 7) | (c >>> 25)) ^ code, 0xc2b2ae35);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    return this;
  }

  /** Mixes high bits into low ones; after it, `begin` again. */
  end(): this {
    let { a, b, c } = this;
    a = Math.imul(a ^ (a >>> 16) ^ c, 0x7feb352d);
    b = Math.imul(b ^ (b >>> 15) ^ a, 0x846ca68b);
    c = Math.imul(c ^ (c >>> 16) ^ b, 0x2c1b3c6d);
    this.a = a ^ (a >>> 15);
    this.b = b ^ (b >>> 16);
    this.c = c ^ (c >>> 15);
    return this;
  }
}
