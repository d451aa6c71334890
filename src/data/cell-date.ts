/**
 * Cells of date and timestamp columns. A good date is read where it stands; `value/day.ts` holds the grammar, and says why not.
 * A timestamp keeps its date; a zone or offset is refused, because it could move a sale into another period.
 * Rule: traps.md §8.
 */
import { dayOf, FIRST_YEAR, LAST_YEAR, monthLength, readDay, type Day } from '../value/day.ts';
import type { CellReader, Refusal } from './cell.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?$/;
/** Characters of `YYYY-MM-DD`. */
const LENGTH = 10;
const DASH = 45;
const ZONE = /(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})$/i;

export function dateReader(): CellReader {
  return {
    wants: 'a date YYYY-MM-DD',
    read(cells, at) {
      const from = cells.marks[at]!;
      return cells.marks[at + 1]! - 1 - from === LENGTH ? dayAt(cells.bytes, from) : undefined;
    },
    refusal: refusedDay,
  };
}

export function timestampReader(): CellReader {
  return {
    wants: 'a timestamp YYYY-MM-DDTHH:MM',
    read(cells, at) {
      const from = cells.marks[at]!;
      const mark = cells.bytes[from + LENGTH];
      if (cells.marks[at + 1]! - 1 - from <= LENGTH || (mark !== 84 && mark !== 32) || !TIME.test(cells.text(at).slice(LENGTH + 1))) return undefined;
      return dayAt(cells.bytes, from);
    },
    refusal(cell) {
      if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return { code: 'D205', what: 'a date without a time', hint: 'declare the column as date' };
      if (!/^\d{4}-\d{2}-\d{2}[T ]/.test(cell)) return { code: 'D205', what: 'not a timestamp', hint: 'write timestamps as YYYY-MM-DDTHH:MM:SS' };
      if (readFault(cell.slice(0, 10))) return refusedDay(cell.slice(0, 10));
      if (ZONE.test(cell)) return { code: 'D205', what: 'a time zone or offset', hint: 'export local times without zone: paycurve never moves a sale to another day' };
      return { code: 'D205', what: `no time of day: ${cell.slice(11, 31)}`, hint: 'times are HH:MM, HH:MM:SS or HH:MM:SS.fff, hours 00 to 23' };
    },
  };
}

/** The day that these ten bytes write. */
function dayAt(bytes: Uint8Array, from: number): Day | undefined {
  if (bytes[from + 4] !== DASH || bytes[from + 7] !== DASH) return undefined;
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5);
  const day = twoDigits(bytes, from + 8);
  // one digit that is none makes its number NaN, which is no year, month or day
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month) ? dayOf(year, month, day) : undefined;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}

function readFault(text: string): boolean {
  return !('day' in readDay(text));
}

function refusedDay(cell: string): Refusal {
  const reading = readDay(cell);
  if ('day' in reading) return { code: 'D205', what: 'a date', hint: '' };
  const time = /^\d{4}-\d{2}-\d{2}[T ]\S/.test(cell);
  // Only a spreadsheet writes cells so; in plans and formulas, which share the grammar, there is no column to format.
  const sheet = /^\d{1,2}[/. -]{1,2}(\d{1,2}|\p{L}{3,9})[/. -]{1,2}\d{2,4}$/u.test(cell) ? '; in a spreadsheet, give the column the number format yyyy-mm-dd before saving as CSV' : '';
  return { code: 'D205', what: reading.fault, hint: time ? 'declare the column as timestamp, or export dates only' : `${reading.hint}${sheet}` };
}
