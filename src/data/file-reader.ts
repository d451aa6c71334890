/**
 * One data file, front to back: bytes → characters → records → header and rows. What breaks the file gives it up, with
 * the place; what is wrong with a row goes to the bad rows. Rule: traps.md §4.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { blankRow, type RowReader } from './row-reader.ts';
import type { BadRows } from './bad-rows.ts';
import type { Cells } from './cells.ts';
import type { Input } from './contract.ts';
import { Utf8Door, type Passed } from './encoding.ts';
import { reportEncoding, reportRecord } from './file-fault.ts';
import { totalRow } from './total-row.ts';
import { delimiterName, readHeader, separatorLine, type Header } from './header.ts';
import { kept } from './kept.ts';
import type { RecordFault } from './record.ts';
import { Records } from './records.ts';
import { MAX_ROWS, type FileTally, type TableJob, type Verdict } from './table.ts';

/** Rows of all files of the table so far. */
export interface RowCounts {
  read: number;
  delivered: number;
  ignored: number;
}

export class FileReader {
  /** Nothing more is taken from the file. */
  givenUp = false;
  private header: Header | undefined;
  private atTop = true;
  private readonly records: Records;

  constructor(
    private readonly name: string,
    private readonly job: TableJob,
    private readonly rows: RowReader,
    private readonly bad: BadRows,
    private readonly counts: RowCounts,
  ) {
    this.records = new Records(job.contract.delimiter, (cells, line, lines) => this.record(cells, line, lines));
  }

  async read(input: Input): Promise<FileTally> {
    const before = this.counts.read;
    const door = new Utf8Door();
    let bytes = 0;
    for await (const chunk of input.chunks()) {
      bytes += chunk.byteLength;
      this.take(door.pass(chunk));
      this.job.onProgress?.(chunk.byteLength);
      if (this.givenUp) break;
    }
    if (!this.givenUp) this.take(door.end());
    if (!this.givenUp) this.stopAt(this.records.end());
    const rows = this.counts.read - before;
    this.closing(rows);
    return { file: this.name, bytes, rows, blankLines: this.records.blankLines, undeclared: this.header?.undeclared ?? [] };
  }

  private closing(rows: number): void {
    const { problems } = this.job;
    if (this.header !== undefined) this.rows.close(problems);
    if (this.givenUp) return;
    if (this.header === undefined) {
      problems.error('D101', `${this.name} is empty: it has no header`, { data: { file: this.name }, hint: 'export it again, or take the file out of the workspace' });
      this.givenUp = true;
    } else if (rows === 0) problems.warning('D102', `${this.name} has a header and no rows`, { data: { file: this.name, line: 1 }, hint: 'is the export complete?' });
  }

  private take(passed: Passed): void {
    if (passed.good.length > 0) this.stopAt(this.records.write(passed.good));
    if (passed.fault === undefined || this.givenUp) return;
    reportEncoding(passed.fault, this.name, this.records.line, this.job.problems);
    this.givenUp = true;
  }

  private stopAt(fault: RecordFault | undefined): void {
    if (fault === undefined || this.givenUp) return;
    reportRecord(fault, this.name, this.job.contract, this.header?.names, this.job.problems);
    this.givenUp = true;
  }

  private record(cells: Cells, line: number, lines: number): void {
    if (this.givenUp) return;
    if (this.header === undefined) return this.top(cells.list(), line);
    const { counts, job } = this;
    if (counts.read >= (job.maxRows ?? MAX_ROWS)) {
      const message = `${job.contract.name} has more than ${job.maxRows ?? MAX_ROWS} rows`;
      job.problems.error('D110', message, { data: { file: this.name, line }, hint: 'check the pattern of its files, or raise the limit of rows' });
      this.givenUp = true;
      return;
    }
    counts.read++;
    const reasons = this.rows.read(cells, line, lines);
    const verdict: Verdict = reasons === undefined ? job.onRow(this.rows.row) : { reasons };
    if (verdict === 'delivered') counts.delivered++;
    else if (verdict === 'ignored') counts.ignored++;
    else this.reject(verdict.reasons, verdict.always === true);
  }

  private reject(reasons: readonly Diagnostic[], always: boolean): void {
    const { cells, header, file, line, row } = this.rows.row;
    const own = cells.list().map(kept);
    const all = own.every((cell) => cell.trim() === '') ? [blankRow(this.rows.row)] : (totalRow(this.rows.row, own, reasons) ?? reasons);
    this.bad.add({ source: this.job.contract.name, file, line, row, header: header.names, cells: own, reasons: all }, always);
  }

  /** The lines above the data: a separator line perhaps, then the header. */
  private top(cells: readonly string[], line: number): void {
    const { contract, problems } = this.job;
    if (cells.every((cell) => cell.trim() === '')) {
      problems.error('D101', `${this.name} has no header: line ${line} holds only blanks`, { data: { file: this.name, line }, hint: 'the first line names the columns' });
      this.givenUp = true;
      return;
    }
    const separator = this.atTop ? separatorLine(cells, contract.delimiter) : undefined;
    this.atTop = false;
    if (separator === contract.delimiter) {
      problems.add({ code: 'D111', severity: 'info', message: 'the first line, sep=, is skipped', data: { file: this.name, line }, hint: 'nothing to do' });
      return;
    }
    if (separator !== undefined) {
      const message = `the first line declares ${delimiterName(separator)} as separators, the workspace ${delimiterName(contract.delimiter)}`;
      const hint = `declare delimiter: ${separator === '\t' ? 'tab' : `"${separator}"`} for ${contract.name}`;
      problems.error('D112', message, { data: { file: this.name, line }, hint });
      this.givenUp = true;
      return;
    }
    this.header = readHeader(cells, contract, this.name, line, problems);
    if (this.header === undefined) this.givenUp = true;
    else this.rows.open(this.name, this.header);
  }
}
