/**
 * Transactions of one source, streamed once: cells read, lookups joined, ids seen once. Every row is delivered,
 * rejected with its reasons, or ignored as an identical repeat. Rule: calculation contract §1, §4.
 */
import type { Diagnostic, Problems } from '../diagnostic/diagnostic.ts';
import { dayText, type Day } from '../value/day.ts';
import type { Policy, RejectedRow } from './bad-rows.ts';
import { quoted } from './cell.ts';
import type { Input, Row, SourceContract } from './contract.ts';
import { kept } from './kept.ts';
import { joiner, type Join } from './join.ts';
import { keyText, type LookupTable } from './lookup.ts';
import type { People } from './reference.ts';
import { cellPlace, rowPlace, type TableRow } from './row-reader.ts';
import { Fingerprint, SeenIds, type Seen } from './seen-ids.ts';
import { isTotalWord } from './total-row.ts';
import { readTable, type TableTally, type Verdict } from './table.ts';

export interface TransactionJob {
  readonly contract: SourceContract;
  readonly inputs: readonly Input[];
  /** Payee cells must name one of them, when given. */
  readonly people?: People | undefined;
  /** Reference tables by name, for the lookups of the contract. */
  readonly tables?: ReadonlyMap<string, LookupTable> | undefined;
  readonly policy: Policy;
  readonly problems: Problems;
  /** Default 20 million. */
  readonly maxRows?: number;
  /** Problems that are listed for this source; the rest is counted. Default 1,000. */
  readonly maxProblems?: number;
  /** The row and its values are reused; its texts may be kept. */
  onRow(row: Row): void;
  /** A row that is ignored as identical to an earlier one; reused like the others. */
  onIgnored?(row: Row): void;
  /** The object may be kept. */
  onRejected?(row: RejectedRow): void;
  /** Bytes of the chunk just read. */
  onProgress?(bytes: number): void;
}

/** The account of a source: read = delivered + rejected + ignored. */
export interface ReadTally extends TableTally {
  readonly source: string;
  /** Of delivered rows. */
  readonly firstDay?: Day;
  readonly lastDay?: Day;
}

export async function readTransactions(job: TransactionJob): Promise<ReadTally> {
  const desk = new TransactionDesk(job);
  const tally = await readTable({
    ...job,
    identity: new Set(job.contract.id),
    required: [job.contract.date],
    onRow: (row) => desk.take(row),
    onRejected: job.onRejected === undefined ? undefined : (row) => job.onRejected?.(row),
    onProgress: job.onProgress === undefined ? undefined : (bytes) => job.onProgress?.(bytes),
  });
  return { source: job.contract.name, ...tally, ...desk.days() };
}

class TransactionDesk {
  private readonly row: { -readonly [K in keyof Row]: Row[K] };
  private readonly joins: readonly Join[];
  private readonly idAt: readonly number[];
  private readonly dateAt: number;
  private readonly seen: SeenIds;
  private readonly id = new Fingerprint();
  private readonly contents: Fingerprint | undefined;
  private readonly files: string[] = [];
  private firstDay = Infinity;
  private lastDay = -Infinity;
  private readonly contract: SourceContract;

  constructor(private readonly job: TransactionJob) {
    const { contract, tables } = job;
    this.contract = contract;
    const names = [...contract.columns.map(({ name }) => name), ...contract.lookups.map(({ name }) => name)];
    this.joins = contract.lookups.map((lookup, at) => joiner(lookup, contract.columns.length + at, names, tables));
    this.idAt = contract.id.map((name) => names.indexOf(name));
    this.dateAt = names.indexOf(contract.date);
    const identical = contract.duplicates === 'ignore-identical';
    this.seen = new SeenIds(identical);
    this.contents = identical ? new Fingerprint() : undefined;
    this.row = { values: [], id: '', day: 0, file: '', line: 0, row: 0 };
  }

  days(): { firstDay?: Day; lastDay?: Day } {
    return this.firstDay > this.lastDay ? {} : { firstDay: this.firstDay, lastDay: this.lastDay };
  }

  take(from: TableRow): Verdict {
    const reasons: Diagnostic[] = [];
    for (const join of this.joins) {
      const reason = join(from);
      if (reason !== undefined) reasons.push(reason);
    }
    if (reasons.length > 0) return { reasons };
    const day = from.values[this.dateAt];
    const id = this.identify(from);
    if (typeof day !== 'number' || id === undefined) return { reasons: [this.lacking(from, id === undefined)] };
    const earlier = this.seen.see(id, this.id, this.fingerprint(from), this.fileNumber(from.file), from.line);
    if (earlier !== undefined) {
      if (earlier.same === true) {
        this.job.onIgnored?.(this.told(from, id, day));
        return 'ignored';
      }
      return { reasons: [this.repeat(from, id, earlier)], always: true };
    }
    if (id.length < 16 && isTotalWord(id)) this.warnTotal(from, id);
    if (day < this.firstDay) this.firstDay = day;
    if (day > this.lastDay) this.lastDay = day;
    this.job.onRow(this.told(from, id, day));
    return 'delivered';
  }

  /** The row as the engine sees it. */
  private told(from: TableRow, id: string, day: Day): Row {
    const { row } = this;
    row.values = from.values;
    row.id = id;
    row.day = day;
    row.file = from.file;
    row.line = from.line;
    row.row = from.row;
    return row;
  }

  /** The id as text, with its fingerprint in `this.id`; undefined when a part is blank. */
  private identify(from: TableRow): string | undefined {
    this.id.begin();
    let text: string | undefined;
    const { ascii } = from.cells;
    for (const at of this.idAt) {
      const value = from.values[at];
      const part = typeof value === 'string' ? value : this.asWritten(from, at);
      if (part === undefined) return undefined;
      const position = ascii ? (from.header.positions[at] ?? -1) : -1;
      if (position < 0) this.id.add(part);
      else this.id.addCell(from.cells, position);
      text = text === undefined ? part : `${text}/${part}`;
    }
    this.id.end();
    return text;
  }

  /** An id that is a number or date counts as it is written: 007 is not 7. */
  private asWritten(from: TableRow, at: number): string | undefined {
    const value = from.values[at];
    if (value === null || value === undefined) return undefined;
    const position = from.header.positions[at] ?? -1;
    return position < 0 ? keyText([value]) : kept(from.cells.text(position));
  }

  /** What makes a repeat identical: every declared cell as written. */
  private fingerprint(from: TableRow): Fingerprint | undefined {
    const { contents } = this;
    if (contents === undefined) return undefined;
    contents.begin();
    for (const position of from.header.positions) {
      if (position < 0) contents.add('');
      else contents.addCell(from.cells, position);
    }
    return contents.end();
  }

  private fileNumber(file: string): number {
    if (this.files[this.files.length - 1] !== file) this.files.push(file);
    return this.files.length - 1;
  }

  private repeat(from: TableRow, id: string, earlier: Seen): Diagnostic {
    const first = `${this.files[earlier.file]}:${earlier.line}`;
    const data = this.idPlace(from);
    if (earlier.same === false) {
      const message = `transaction ${quoted(id)} stands on ${first} with other cells`;
      return { code: 'D302', severity: 'error', message, data, found: id, hint: 'give a change its own id and let it refer to the old one, or remove one of the rows' };
    }
    const hint = 'remove one of the rows; if repeats are exact copies, declare duplicates: ignore-identical';
    return { code: 'D301', severity: 'error', message: `transaction ${quoted(id)} was already on ${first}`, data, found: id, hint };
  }

  private lacking(from: TableRow, id: boolean): Diagnostic {
    const what = id ? `id (${this.contract.id.join(', ')})` : `date (${this.contract.date})`;
    const hint = `fill in ${id ? 'the id' : 'the date'}`;
    return { code: 'D217', severity: 'error', message: `the transaction has no ${what}`, data: rowPlace(from, this.contract.delimiter), hint };
  }

  private warnTotal(from: TableRow, id: string): void {
    const message = `the row with the id ${quoted(id)} on ${dayText(from.values[this.dateAt] as Day)} reads like a total and was taken as a transaction`;
    this.job.problems.warning('D215', message, { data: this.idPlace(from), hint: 'if it sums the rows above, remove it' });
  }

  private idPlace(from: TableRow) {
    const at = this.idAt[0]!;
    return at < this.contract.columns.length ? cellPlace(from, at) : rowPlace(from, this.contract.delimiter);
  }
}
