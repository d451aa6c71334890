/** The last line of a report, which sums those above it: said once, not as one problem for each of its blank cells. */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { quoted } from './cell.ts';
import { rowPlace, type TableRow } from './row-reader.ts';

const TOTAL = /^(grand[ -]?total|sub-?totals?|totals?|sum)\W*$/i;

export function isTotalWord(cell: string): boolean {
  return TOTAL.test(cell);
}

/** The one reason of a row that is refused for cells it lacks and calls itself a total. */
export function totalRow(row: TableRow, cells: readonly string[], reasons: readonly Diagnostic[]): readonly Diagnostic[] | undefined {
  const word = cells.find((cell) => isTotalWord(cell.trim()));
  if (word === undefined || !reasons.every(({ code }) => code === 'D201' || code === 'D203')) return undefined;
  const message = `the row with ${quoted(word)} reads like the total of the rows above it, and a total is no transaction`;
  return [{ code: 'D215', severity: 'error', message, data: rowPlace(row, ','), hint: 'remove the line, or leave totals out of the export' }];
}
