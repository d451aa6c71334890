/**
 * Excluded rows as CSV, one record each, in the order in which they were read: the reason of the account of rows, its text, and
 * where rules were asked, what each of them said. The columns and their order are a promise; new ones come at the end.
 */
import type { ExcludedRow } from '../engine/index.ts';
import { dayText } from '../value/day.ts';
import { lateText } from './late.ts';
import { csvRecord, textCell } from './csv-record.ts';

export const EXCLUDED = ['source', 'transaction', 'date', 'file', 'line', 'reason', 'text', 'rules_said', 'late_because'];

export function excludedRecord({ source, row, reason, text, misses, late }: ExcludedRow, raw: boolean): string {
  const cell = (value: string): string => textCell(value, raw);
  return csvRecord([cell(source), cell(row.id), dayText(row.day), cell(row.file), `${row.line}`, reason, text, cell(misses.join('; ')), cell(late.map(lateText).join('; '))]);
}
