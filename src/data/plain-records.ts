/**
 * The quick road: while a file holds no quote, cutting it at line ends and delimiters is exactly RFC 4180. Line ends
 * are CRLF, LF and CR in any mixture. Rule: same records as the parser's road (`test/data/records.test.ts`).
 */
import { MAX_RECORD, type RecordFault, type RecordSink } from './record.ts';

export class PlainRecords {
  /** Number of the next physical line. */
  line = 1;
  blankLines = 0;
  private pending = '';

  constructor(
    private readonly delimiter: string,
    private readonly sink: RecordSink,
  ) {}

  /** Takes text without quotes, in pieces of any size. */
  write(text: string): RecordFault | undefined {
    const all = this.pending + text;
    const cut = lastCertainEnd(all);
    this.pending = all.slice(cut);
    return this.lines(all.slice(0, cut)) ?? (this.pending.length > MAX_RECORD + 1 ? this.tooLong() : undefined);
  }

  /** The end of the text: a last line may lack its line end. */
  end(): RecordFault | undefined {
    const rest = this.pending;
    this.pending = '';
    return rest === '' ? undefined : this.lines(rest);
  }

  /** Gives back what is not yet a record, and forgets it. */
  takePending(): string {
    const rest = this.pending;
    this.pending = '';
    return rest;
  }

  /** The physical line of the character that would come next. */
  lineNow(): number {
    return this.pending.endsWith('\r') ? this.line + 1 : this.line;
  }

  /** `body` ends with a line end, or is the last line of the file. */
  private lines(body: string): RecordFault | undefined {
    if (body === '') return undefined;
    const lines = body.split('\n');
    if (lines[lines.length - 1] === '') lines.pop();
    if (!body.includes('\r')) {
      for (const line of lines) if (!this.record(line)) return this.tooLong();
      return undefined;
    }
    for (const line of lines) {
      const at = line.indexOf('\r');
      if (at < 0) {
        if (!this.record(line)) return this.tooLong();
      } else if (at === line.length - 1) {
        if (!this.record(line.slice(0, -1))) return this.tooLong();
      } else {
        const own = line.endsWith('\r') ? line.slice(0, -1) : line;
        for (const part of own.split('\r')) if (!this.record(part)) return this.tooLong();
      }
    }
    return undefined;
  }

  private record(line: string): boolean {
    if (line.length > MAX_RECORD) return false;
    const number = this.line++;
    if (line === '') this.blankLines++;
    else this.sink(line.split(this.delimiter), number, 1);
    return true;
  }

  private tooLong(): RecordFault {
    return { kind: 'long', line: this.line };
  }
}

/** The position after the last line end of which nothing can still come: a CR at the very end may yet become CRLF. */
function lastCertainEnd(text: string): number {
  const feed = text.lastIndexOf('\n') + 1;
  const last = text.length - 2;
  const carriage = last < 0 ? 0 : text.lastIndexOf('\r', last) + 1;
  return carriage > feed ? carriage : feed;
}
