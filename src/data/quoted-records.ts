/**
 * The parser's road, for files with quotes: csv-parse, strict, with our own physical line numbers. Its transform hook
 * is called directly and `push` takes the records, which costs no more than the bare parser (measured: `info: true`
 * and `on_record` double the time). Rule: traps.md §4.
 */
import { Parser } from 'csv-parse';
import { Cells } from './cells.ts';
import { findQuoteFault } from './quote-fault.ts';
import { MAX_RECORD, type RecordFault, type RecordSink } from './record.ts';

export class QuotedRecords extends Parser {
  /** Blank lines so far; exact after `finish`. */
  blankLines = 0;
  private nextLine: number;
  private rawLine = 0;
  private rawBlank = 0;
  /** Bytes of the parser's input that no record has used up, and the offset of the first of them. */
  private unused: Buffer[] = [];
  private unusedFrom = 0;
  private recordEnd = 0;
  private lastByte = 0;
  private tooLongAt: number | undefined;
  private readonly separator: string;
  private readonly sink: RecordSink;
  private readonly cells = new Cells();

  /** `line`: the physical line that the first byte stands on. */
  constructor(delimiter: string, line: number, sink: RecordSink) {
    super({
      columns: false,
      bom: false,
      cast: false,
      trim: false,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      relax_quotes: false,
      // The number of cells is checked by the table, which can say more about a ragged row and read on.
      relax_column_count: true,
      // A guard in bytes; the limit in characters is checked on every record, alike on both roads.
      max_record_size: 3 * MAX_RECORD,
    });
    this.separator = delimiter;
    this.sink = sink;
    this.nextLine = line;
  }

  /** Takes the next bytes (UTF-8, no byte order mark). */
  feed(bytes: Buffer): RecordFault | undefined {
    if (bytes.length === 0) return undefined;
    this.unused.push(bytes);
    this.lastByte = bytes[bytes.length - 1]!;
    let failed: Error | null | undefined;
    this._transform(bytes, 'utf8', (error) => (failed = error));
    return this.settled(failed);
  }

  finish(): RecordFault | undefined {
    let failed: Error | null | undefined;
    this._flush((error) => (failed = error));
    const fault = this.settled(failed);
    // The parser counts the place after a last line end as an empty line.
    const beyond = this.info.empty_lines > 0 && (this.lastByte === 10 || this.lastByte === 13) ? 1 : 0;
    this.blankLines = this.info.empty_lines - beyond;
    return fault;
  }

  /** The physical line of the byte that would come next. */
  lineNow(): number {
    return this.nextLine + countLines(this.unusedBytes());
  }

  override push(record: string[] | null): boolean {
    if (record === null || this.tooLongAt !== undefined) return true;
    const { lines, empty_lines: blank, bytes } = this.info;
    const skipped = blank - this.rawBlank;
    let inside = lines - this.rawLine - 1 - skipped;
    // Inside quotes the parser counts CRLF as two lines.
    if (inside > 0) for (const cell of record) inside -= count(cell, '\r\n');
    const first = this.nextLine + skipped;
    if (bytes - this.recordEnd > MAX_RECORD && size(record) > MAX_RECORD) {
      this.tooLongAt = first;
      return true;
    }
    this.nextLine = first + inside + 1;
    this.rawLine = lines;
    this.rawBlank = blank;
    this.recordEnd = bytes;
    this.cells.fill(record);
    this.sink(this.cells, first, inside + 1);
    return true;
  }

  private settled(failed: Error | null | undefined): RecordFault | undefined {
    if (this.tooLongAt !== undefined) return { kind: 'long', line: this.tooLongAt };
    if (failed) return findQuoteFault(this.unusedBytes(), this.separator, this.nextLine);
    while (this.unused.length > 1 && this.unusedFrom + this.unused[0]!.length <= this.recordEnd) this.unusedFrom += this.unused.shift()!.length;
    return undefined;
  }

  private unusedBytes(): Buffer {
    return Buffer.concat(this.unused).subarray(this.recordEnd - this.unusedFrom);
  }
}

function size(record: readonly string[]): number {
  let sum = record.length - 1;
  for (const cell of record) sum += cell.length;
  return sum;
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) lines++;
  return lines;
}
