/**
 * Bytes of a CSV file → records, strictly by RFC 4180. Starts on the quick road; at the first quote the rest of the
 * file, from the beginning of that record, goes to the parser. Both roads give the same records, lines and faults.
 */
import { PlainRecords } from './plain-records.ts';
import { QuotedRecords } from './quoted-records.ts';
import type { RecordFault, RecordSink } from './record.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;

export class Records {
  private readonly plain: PlainRecords;
  private quoted: QuotedRecords | undefined;

  constructor(
    private readonly delimiter: string,
    private readonly sink: RecordSink,
  ) {
    this.plain = new PlainRecords(delimiter, sink);
  }

  /** Takes whole characters of checked UTF-8. After a fault it must not be called again. */
  write(bytes: Buffer): RecordFault | undefined {
    if (this.quoted !== undefined) return this.quoted.feed(bytes);
    return bytes.includes(QUOTE) ? this.changeRoads(bytes) : this.plain.write(bytes);
  }

  end(): RecordFault | undefined {
    return this.quoted === undefined ? this.plain.end() : this.quoted.finish();
  }

  /** Blank lines of the whole file, after `end`. */
  get blankLines(): number {
    return this.plain.blankLines + (this.quoted?.blankLines ?? 0);
  }

  /** The physical line of the byte that would come next. */
  get line(): number {
    return this.quoted?.lineNow() ?? this.plain.lineNow();
  }

  private changeRoads(bytes: Buffer): RecordFault | undefined {
    const all = Buffer.concat([this.plain.takePending(), bytes]);
    const quote = all.indexOf(QUOTE);
    const start = Math.max(all.lastIndexOf(LF, quote), all.lastIndexOf(CR, quote)) + 1;
    const fault = this.plain.write(all.subarray(0, start)) ?? this.plain.end();
    if (fault !== undefined) return fault;
    this.quoted = new QuotedRecords(this.delimiter, this.plain.line, this.sink);
    return this.quoted.feed(all.subarray(start));
  }
}
