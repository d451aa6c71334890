/**
 * Texts that come again and again, found from a cell's bytes without making the text anew. Holds plain ASCII texts only,
 * and stops taking more at its limit: a column in which every text is different costs no memory.
 */
import type { Cells } from './cells.ts';

/** Sizes are powers of two; at most half of the places are taken. */
const PLACES = 256;

export class Interned {
  /** Pairs: the mixed bytes, and the number of the text + 1, or 0. */
  private places = new Int32Array(2 * PLACES);
  private readonly texts: string[] = [];

  constructor(private readonly limit = Infinity) {}

  /** The known text that is in the cell. */
  find(cells: Cells, at: number): string | undefined {
    const { bytes, marks } = cells;
    const from = marks[at]!;
    const to = marks[at + 1]! - 1;
    let mixed = to - from;
    for (let each = from; each < to; each++) mixed = Math.imul(mixed ^ bytes[each]!, 0x9e3779b1);
    mixed ^= mixed >>> 15;
    const { places } = this;
    const mask = places.length - 2;
    for (let place = (mixed << 1) & mask; places[place + 1] !== 0; place = (place + 2) & mask) {
      if (places[place] !== mixed) continue;
      const text = this.texts[places[place + 1]! - 1]!;
      if (sameText(text, bytes, from, to)) return text;
    }
    return undefined;
  }

  /** Remembers a text that `find` did not know. */
  add(text: string): void {
    if (this.texts.length >= this.limit) return;
    const mixed = mix(text);
    if (mixed === undefined) return;
    this.texts.push(text);
    if (this.texts.length * 4 > this.places.length) this.grow();
    else this.put(mixed, this.texts.length);
  }

  private put(mixed: number, number: number): void {
    const { places } = this;
    const mask = places.length - 2;
    let place = (mixed << 1) & mask;
    while (places[place + 1] !== 0) place = (place + 2) & mask;
    places[place] = mixed;
    places[place + 1] = number;
  }

  private grow(): void {
    this.places = new Int32Array(2 * this.places.length);
    this.texts.forEach((text, index) => this.put(mix(text)!, index + 1));
  }
}

/** As `find` mixes the bytes; undefined for texts whose bytes are not their characters. */
function mix(text: string): number | undefined {
  let mixed = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return undefined;
    mixed = Math.imul(mixed ^ code, 0x9e3779b1);
  }
  return mixed ^ (mixed >>> 15);
}

function sameText(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[from + at]) return false;
  return true;
}
