/**
 * A record becomes a row: the number of cells is checked, every declared cell is read, and amounts must have their
 * currency. One row object serves all records. Rule: every declared column is validated on every row.
 */
import type { DataPlace, Diagnostic, Problems } from '../diagnostic/diagnostic.ts';
import { clip } from '../diagnostic/visible.ts';
import type { Value } from '../expr/types.ts';
import { cellReader, quoted, type CellReader, type Surroundings } from './cell.ts';
import { Cells } from './cells.ts';
import type { Column, TableContract } from './contract.ts';
import type { Header } from './header.ts';
import { kept } from './kept.ts';

/** The row being read. Reused: read, do not keep. */
export interface TableRow {
  /** By position of the contract's columns; places for lookups follow. */
  readonly values: Value[];
  readonly cells: Cells;
  readonly header: Header;
  readonly file: string;
  readonly line: number;
  readonly row: number;
}

const NO_HEADER: Header = { names: [], positions: [], undeclared: [] };
/** Characters of a raw cell or line that a problem carries. */
const SHOWN = 200;

export class RowReader {
  readonly row: { -readonly [K in keyof TableRow]: TableRow[K] };
  private readonly columns: readonly Column[];
  private readonly readers: readonly CellReader[];
  /** Positions of money columns and of the columns that hold their currencies. */
  private readonly currencies: readonly (readonly [number, number])[];
  private readonly contract: TableContract;
  /** Columns that cannot be declared as optional. */
  private readonly required: ReadonlySet<string>;
  private lineBreaks = 0;
  private firstLineBreak = 0;
  private composedBefore: number[];

  constructor(around: Surroundings) {
    this.contract = around.contract;
    this.columns = around.contract.columns;
    this.readers = this.columns.map((column) => cellReader(column, around));
    this.currencies = this.columns.flatMap(({ type }, at): [number, number][] => {
      if (type.kind !== 'money' || typeof type.currency === 'string') return [];
      const { column } = type.currency;
      return [[at, this.columns.findIndex(({ name }) => name === column)]];
    });
    this.composedBefore = this.readers.map(() => 0);
    const holders = this.columns.flatMap(({ type, optional }) => (type.kind === 'money' && typeof type.currency !== 'string' && !optional ? [type.currency.column] : []));
    this.required = new Set([...around.identity, ...(around.currencies ?? []), ...(around.required ?? []), ...holders]);
    this.row = { values: this.columns.map(() => null), cells: new Cells(), header: NO_HEADER, file: '', line: 0, row: 0 };
  }

  /** A new file: its header decides where cells stand. */
  open(file: string, header: Header): void {
    Object.assign(this.row, { file, header, cells: new Cells(), line: 0, row: 0 });
    this.lineBreaks = 0;
  }

  /** Fills `row` from a record; gives the reasons when the row is bad. */
  read(cells: Cells, line: number, lines: number): Diagnostic[] | undefined {
    const { row } = this;
    row.cells = cells;
    row.line = line;
    row.row++;
    const { names, positions } = row.header;
    if (cells.count !== names.length) return [this.ragged()];
    if (lines > 1) this.noteLineBreak();
    let reasons: Diagnostic[] | undefined;
    const { columns, readers } = this;
    for (let at = 0; at < columns.length; at++) {
      const position = positions[at]!;
      const value = position < 0 || cells.isBlank(position) ? null : readers[at]!.read(cells, position);
      if (value === undefined || (value === null && position >= 0 && !columns[at]!.optional)) (reasons ??= []).push(this.refused(at, cells.text(position)));
      else row.values[at] = value;
    }
    if (reasons !== undefined) return reasons;
    for (const [money, currency] of this.currencies)
      if (row.values[money] !== null && row.values[currency] === null) (reasons ??= []).push(this.withoutCurrency(money, currency));
    if (names.length === 1 && cells.text(0).trim() === '') return [blankRow(this.row)];
    return reasons;
  }

  /** The end of a file: what was changed or worth a word, once for each column. */
  close(problems: Problems): void {
    const { file, line } = this.row;
    this.readers.forEach((reader, at) => {
      const now = reader.composed?.() ?? 0;
      const times = now - this.composedBefore[at]!;
      this.composedBefore[at] = now;
      if (times === 0) return;
      const column = this.columns[at]!;
      const message = `${times} ${times === 1 ? 'text' : 'texts'} of ${column.name} had separate accents, which were put together (NFC)`;
      problems.add({ code: 'D214', severity: 'info', message, data: { file, header: column.header }, hint: 'nothing to do', times });
    });
    if (this.lineBreaks > 0 && line > 0) {
      const message = `${this.lineBreaks} ${this.lineBreaks === 1 ? 'row has' : 'rows have'} a line break inside a cell of a column that is not declared`;
      const hint = 'if no notes are expected there, look for a missing quote';
      problems.add({ code: 'D114', severity: 'info', message, data: { file, line: this.firstLineBreak }, hint, times: this.lineBreaks });
    }
  }

  private noteLineBreak(): void {
    const { cells, header, line } = this.row;
    const declared = new Set(header.positions);
    if (!cells.list().some((cell, at) => !declared.has(at) && /[\r\n]/.test(cell))) return;
    if (this.lineBreaks++ === 0) this.firstLineBreak = line;
  }

  private refused(at: number, cell: string): Diagnostic {
    const column = this.columns[at]!;
    const reader = this.readers[at]!;
    const data = cellPlace(this.row, at);
    if (cell === '') {
      const hint = this.required.has(column.name) ? 'fill it in: no row can do without it' : `fill it in, or declare it as optional: ${column.name}: ${typeWord(column)}?`;
      return { code: 'D203', severity: 'error', message: `${column.name} must be ${reader.wants}, found an empty cell`, data, hint, expected: reader.wants };
    }
    const { code, what, hint, suggestion } = reader.refusal(cell);
    const message = `${column.name} must be ${reader.wants}, found ${quoted(cell)}: ${what}`;
    return { code, severity: 'error', message, data, hint, found: kept(clip(cell, SHOWN)), expected: reader.wants, ...(suggestion === undefined ? {} : { suggestion }) };
  }

  private withoutCurrency(money: number, currency: number): Diagnostic {
    const message = `the currency of ${this.columns[money]!.name} is missing: the column ${this.columns[currency]!.name} is empty`;
    return { code: 'D212', severity: 'error', message, data: cellPlace(this.row, currency), hint: 'write the currency code, such as USD' };
  }

  private ragged(): Diagnostic {
    const { row, contract } = this;
    const { count } = row.cells;
    const more = count > row.header.names.length;
    const message = `the row has ${count} ${count === 1 ? 'cell' : 'cells'}, the header has ${row.header.names.length}`;
    const names = clip(row.header.names.join(contract.delimiter), SHOWN);
    const hint = more ? `a cell that holds the delimiter must be in quotes; the header is ${names}` : `write every delimiter, also before empty cells; the header is ${names}`;
    return { code: 'D201', severity: 'error', message, data: rowPlace(row, contract.delimiter), hint };
  }
}

/** The place of a declared column's cell in the row. */
export function cellPlace(row: Pick<TableRow, 'file' | 'line' | 'row' | 'header'> & { readonly cells: Pick<Cells, 'text'> }, at: number): DataPlace {
  const position = row.header.positions[at]!;
  const place = { file: row.file, line: row.line, row: row.row };
  if (position < 0) return place;
  return { ...place, column: position + 1, header: row.header.names[position]!, cell: kept(clip(row.cells.text(position), SHOWN)) };
}

/** The place of the whole row, with the raw line. */
export function rowPlace(row: TableRow, delimiter: string): DataPlace {
  return { file: row.file, line: row.line, row: row.row, cell: kept(clip(row.cells.list().join(delimiter), SHOWN)) };
}

export function blankRow(row: TableRow): Diagnostic {
  const data = { file: row.file, line: row.line, row: row.row };
  return { code: 'D202', severity: 'error', message: 'the row holds only blanks', data, hint: 'remove the line' };
}

function typeWord(column: Column): string {
  const { type } = column;
  if (type.kind === 'money') return typeof type.currency === 'string' ? `money(${type.currency})` : `money(${type.currency.column})`;
  if (type.kind === 'one-of') return `one of ${type.values.join(', ')}`;
  return type.kind === 'yes-no' ? 'yes/no' : type.kind;
}
