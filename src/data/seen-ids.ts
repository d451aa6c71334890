/**
 * Transaction ids already seen, as fingerprints of 96 bits in typed arrays: about 40 bytes a row, whatever the ids look
 * like. Equal ids have equal fingerprints, so a repeat is never missed; two different ids that share one would be
 * reported as a repeat, never passed over (one chance in 10^16 for a million ids). Rule: calculation contract §4.
 */

/** Where an id was seen first. */
export interface Seen {
  readonly file: number;
  readonly line: number;
  /** Whether the rest of the row was the same too; undefined when contents were not given. */
  readonly same: boolean | undefined;
}

const PAGE = 1 << 15;
const SLOTS = 1 << 12;

export class SeenIds {
  private count = 0;
  /** Entry number + 1, or 0. */
  private slots = new Int32Array(SLOTS);
  private readonly pages: Uint32Array[] = [];
  private readonly stride: number;

  /** With `contents`, whether repeats are identical is known too. */
  constructor(private readonly contents: boolean) {
    this.stride = contents ? 8 : 5;
  }

  get size(): number {
    return this.count;
  }

  /** Remembers an id; gives the earlier place when it was there already. */
  see(id: Fingerprint, contents: Fingerprint | undefined, file: number, line: number): Seen | undefined {
    const mask = this.slots.length - 1;
    let slot = id.a & mask;
    for (let entry = this.slots[slot]!; entry !== 0; entry = this.slots[slot]!) {
      const page = this.pages[(entry - 1) >>> 15]!;
      const at = ((entry - 1) & (PAGE - 1)) * this.stride;
      if (page[at] === id.a >>> 0 && page[at + 1] === id.b >>> 0 && page[at + 2] === id.c >>> 0) {
        const same = contents && page[at + 5] === contents.a >>> 0 && page[at + 6] === contents.b >>> 0 && page[at + 7] === contents.c >>> 0;
        return { line: page[at + 3]!, file: page[at + 4]!, same };
      }
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = ++this.count;
    this.store(id, contents, file, line);
    if (this.count * 2 > this.slots.length) this.grow();
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

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.count; entry++) {
      let slot = this.pages[entry >>> 15]![(entry & (PAGE - 1)) * this.stride]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
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
      const code = at < length ? text.charCodeAt(at) : 0x1ffff;
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
