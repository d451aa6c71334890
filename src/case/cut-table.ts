/** A data file cut down to the records that one case needs, with the columns that the workspace declares and no others: what is not read is not copied. */
import type { Input, TableContract } from '../data/contract.ts';
import { Records } from '../data/records.ts';

export interface TableRecord {
  /** One for each column kept. */
  readonly cells: readonly string[];
  readonly file: string;
  readonly line: number;
}

export interface TableText {
  readonly header: readonly string[];
  readonly records: readonly TableRecord[];
  /** Positions of the cells that name people. */
  readonly payees: readonly number[];
}

/** All records of a table that a run has read without a fault. */
export async function readTexts(contract: TableContract, inputs: readonly Input[]): Promise<TableText> {
  const records: TableRecord[] = [];
  let kept: { readonly header: string; readonly payee: boolean }[] = [];
  for (const input of inputs) {
    let positions: readonly number[] | undefined;
    const reader = new Records(contract.delimiter, (cells, line) => {
      const texts = cells.list();
      if (positions !== undefined) records.push({ cells: positions.map((at) => texts[at]!), file: input.name, line });
      else {
        const names = texts.map((text) => text.replace(/^\ufeff/, '').trim());
        const found = contract.columns.flatMap(({ header, type }) => (names.includes(header) ? [{ header, payee: type.kind === 'payee', at: names.indexOf(header) }] : []));
        positions = found.map(({ at }) => at);
        kept = found;
      }
    });
    const bytes: Uint8Array[] = [];
    for await (const chunk of input.chunks()) bytes.push(chunk);
    reader.write(Buffer.concat(bytes));
    reader.end();
  }
  return { header: kept.map(({ header }) => header), records, payees: kept.flatMap(({ payee }, index) => (payee ? [index] : [])) };
}

/** The people that records name. */
export function peopleIn({ payees }: TableText, records: readonly TableRecord[]): ReadonlySet<string> {
  return new Set(records.flatMap(({ cells }) => payees.map((at) => cells[at]!)).filter((name) => name !== ''));
}

/** CSV lines with the header, without a line end after the last. */
export function csvLines({ header }: TableText, records: readonly TableRecord[], delimiter: string): readonly string[] {
  const cell = (text: string): string => (text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [header, ...records.map(({ cells }) => cells)].map((cells) => cells.map(cell).join(delimiter));
}
