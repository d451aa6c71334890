/** Rows that were set aside, as CSV files beside the results: where they came from, why, and the row as it was. */
import type { RejectedRow } from '../data/bad-rows.ts';
import { csvHead, csvRecord, textCell } from '../report/csv-record.ts';
import type { FileGroup } from './write.ts';

export class RejectedRows {
  private readonly names = new Map<string, string>();
  private readonly waiting = new Map<string, string[]>();
  private readonly open = new Map<string, { put(text: string): void }>();
  private readonly group: FileGroup;
  private readonly raw: boolean;
  private readonly bom: boolean;

  constructor(group: FileGroup, raw: boolean, bom: boolean) {
    this.group = group;
    this.raw = raw;
    this.bom = bom;
  }

  /** Names of the files, in the order of their sources. */
  get files(): readonly string[] {
    return [...this.names.values()];
  }

  take(row: RejectedRow): void {
    const name = this.fileFor(row);
    const text = (cell: string): string => textCell(cell, this.raw);
    const codes = [...new Set(row.reasons.map((reason) => reason.code))].join(' ');
    const reasons = row.reasons.map((reason) => reason.message).join('; ');
    this.waiting.get(name)!.push(csvRecord([text(row.file), `${row.line}`, `${row.row}`, codes, text(reasons), ...row.cells.map(text)]));
  }

  /** Hands the gathered records to the group; `take` cannot wait for a file to be opened. */
  async catchUp(): Promise<void> {
    for (const [name, records] of this.waiting) {
      if (records.length === 0) continue;
      let file = this.open.get(name);
      if (file === undefined) this.open.set(name, (file = await this.group.add(name)));
      file.put(records.join(''));
      records.length = 0;
    }
  }

  /** Files with another header get a file of their own, so that no cell stands under a wrong head. */
  private fileFor(row: RejectedRow): string {
    const key = JSON.stringify([row.source, row.header]);
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const number = [...this.names.keys()].filter((one) => JSON.parse(one)[0] === row.source).length + 1;
    const name = `rejected-${row.source}${number === 1 ? '' : `-${number}`}.csv`;
    this.names.set(key, name);
    this.waiting.set(name, [csvHead(['file', 'line', 'row', 'codes', 'reasons', ...row.header.map((cell) => textCell(cell, this.raw))], this.bom)]);
    return name;
  }
}
