/**
 * The quick road: while a file holds no quote, cutting it at line ends and delimiters is exactly RFC 4180. Line ends
 * are CRLF, LF and CR in any mixture. Rule: same records as the parser's road (`test/data/records.test.ts`).
 */
import { Cells } from './cells.ts';
import { MAX_RECORD, type RecordFault, type RecordSink } from './record.ts';

const LF = 10;
const CR = 13;
const NOTHING = Buffer.alloc(0);

export class PlainRecords {
  /** Number of the next physical line. */
  line = 1;
  blankLines = 0;
  private pending: Buffer = NOTHING;
  private readonly delimiter: number;
  private readonly cells = new Cells();

  constructor(
    delimiter: string,
    private readonly sink: RecordSink,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** Takes whole characters of UTF-8 without quotes, in pieces of any size. */
  write(bytes: Buffer): RecordFault | undefined {
    const all = this.pending.length === 0 ? bytes : Buffer.concat([this.pending, bytes]);
    const cut = this.records(all, false);
    if (cut < 0) return this.tooLong();
    this.pending = all.subarray(cut);
    return characters(this.pending, 0, this.pending.length) > MAX_RECORD + 1 ? this.tooLong() : undefined;
  }

  /** The end of the text: a last line may lack its line end. */
  end(): RecordFault | undefined {
    return this.records(this.takePending(), true) < 0 ? this.tooLong() : undefined;
  }

  /** Gives back what is not yet a record, and forgets it. */
  takePending(): Buffer {
    const rest = this.pending;
    this.pending = NOTHING;
    return rest;
  }

  /** The physical line of the character that would come next. */
  lineNow(): number {
    return this.pending.at(-1) === CR ? this.line + 1 : this.line;
  }

  /**
   * Hands over all records that are certainly whole; gives the place behind the last of them, or −1 at a record that is
   * too long. A CR at the very end may yet become CRLF, unless the file ends there.
   */
  private records(all: Buffer, ends: boolean): number {
    const { cells, delimiter } = this;
    cells.open(all);
    let { marks } = cells;
    const { length } = all;
    let start = 0;
    let count = 0;
    for (let at = 0; at < length; at++) {
      const byte = all[at]!;
      if (byte === delimiter) {
        marks[++count] = at + 1;
        if (count + 2 > marks.length) marks = cells.moreMarks();
      } else if (byte === LF || byte === CR) {
        if (byte === CR && at + 1 === length && !ends) return start;
        if (!this.record(start, at, count)) return -1;
        if (byte === CR && all[at + 1] === LF) at++;
        start = at + 1;
        count = 0;
      }
    }
    return !ends || start === length ? start : this.record(start, length, count) ? length : -1;
  }

  /** `count`: delimiters in the record, which are marked. */
  private record(start: number, end: number, count: number): boolean {
    const { cells } = this;
    if (characters(cells.bytes, start, end) > MAX_RECORD) return false;
    const number = this.line++;
    if (start === end) this.blankLines++;
    else {
      cells.marks[0] = start;
      cells.marks[count + 1] = end + 1;
      cells.count = count + 1;
      this.sink(cells, number, 1);
    }
    return true;
  }

  private tooLong(): RecordFault {
    return { kind: 'long', line: this.line };
  }
}

/** Characters of a stretch; counted only where there may be too many. */
function characters(bytes: Buffer, from: number, to: number): number {
  return to - from <= MAX_RECORD ? to - from : bytes.toString('utf8', from, to).length;
}
