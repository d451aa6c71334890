/** One CSV record (RFC 4180). Text columns are guarded, so that no spreadsheet takes a cell for a formula. Rule: traps.md §11. */

/** Characters at the start of a cell that spreadsheets act on, with their full-width forms. */
const ACTIVE = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A text cell; `raw` leaves it as it is, for machines. Numbers need no guard and must not get one. */
export function textCell(text: string, raw: boolean): string {
  return !raw && ACTIVE.test(text) ? `'${text}` : text;
}

/** A cell between quotes where it needs them; numbers and dates never do. */
export function quotedCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(quotedCell).join(',')}\n`;
}

/** The first record of a file. With a mark of its encoding, spreadsheets that open the file by a double click read its letters right. */
export function csvHead(names: readonly string[], bom: boolean): string {
  return `${bom ? '\ufeff' : ''}${csvRecord(names)}`;
}
