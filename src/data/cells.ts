/**
 * The cells of one record: bytes with marks between them, so that a number or a date is read where it stands and a text
 * is only made where one is wanted. One object serves all records: read it, do not keep it.
 */
import { isAscii } from 'node:buffer';

const NOTHING = Buffer.alloc(0);

export class Cells {
  /** UTF-8. */
  bytes: Buffer = NOTHING;
  /** Cell `at` begins at `marks[at]` and ends before `marks[at + 1] - 1`: one byte lies between two cells. */
  marks: Int32Array = new Int32Array(64);
  count = 0;
  /** Every byte is a character of its own, so a cell's bytes are the codes of its text. */
  ascii = false;
  private all = '';
  private texts: readonly string[] | undefined;
  private scratch: Buffer = NOTHING;

  /** Records are going to be marked in these bytes. */
  open(bytes: Buffer): void {
    this.bytes = bytes;
    this.texts = undefined;
    this.ascii = isAscii(bytes);
    this.all = this.ascii ? bytes.toString('latin1') : '';
  }

  /** Room for more marks than there are; the old ones stay. */
  moreMarks(): Int32Array {
    const marks = new Int32Array(2 * this.marks.length);
    marks.set(this.marks);
    return (this.marks = marks);
  }

  /** Takes a record that is already cut into texts. */
  fill(texts: readonly string[]): void {
    let size = texts.length;
    for (const text of texts) size += 3 * text.length;
    if (this.scratch.length < size) this.scratch = Buffer.allocUnsafe(2 * size);
    while (this.marks.length <= texts.length) this.moreMarks();
    const { scratch, marks } = this;
    let at = 0;
    for (let cell = 0; cell < texts.length; cell++) {
      marks[cell] = at;
      at = written(texts[cell]!, scratch, at) + 1;
    }
    marks[texts.length] = at;
    this.bytes = scratch;
    this.texts = texts;
    this.count = texts.length;
    this.ascii = false;
  }

  /** The text of a cell; it may be a view of all that was read with it (see `kept`). */
  text(at: number): string {
    if (this.texts !== undefined) return this.texts[at]!;
    const from = this.marks[at]!;
    const to = this.marks[at + 1]! - 1;
    return this.ascii ? this.all.slice(from, to) : this.bytes.toString('utf8', from, to);
  }

  isBlank(at: number): boolean {
    return this.marks[at]! === this.marks[at + 1]! - 1;
  }

  /** All texts, in an array of their own. */
  list(): string[] {
    return Array.from({ length: this.count }, (_, at) => this.text(at));
  }
}

/** Writes a text as UTF-8; gives the place behind it. */
function written(text: string, into: Buffer, from: number): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return from + into.write(text, from, 'utf8');
    into[from + at] = code;
  }
  return from + text.length;
}
