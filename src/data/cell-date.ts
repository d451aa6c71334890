/**
 * Cells of date and timestamp columns. A column has few different days, so each text is read once and remembered.
 * A timestamp keeps its date; a zone or offset is refused, because it could move a sale into another period.
 * Rule: traps.md §8.
 */
import { readDay, type Day } from '../value/day.ts';
import type { CellReader, Refusal } from './cell.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?$/;
const ZONE = /(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})$/i;

export function dateReader(): CellReader {
  const day = rememberedDays();
  return { wants: 'a date YYYY-MM-DD', read: day, refusal: refusedDay };
}

export function timestampReader(): CellReader {
  const day = rememberedDays();
  return {
    wants: 'a timestamp YYYY-MM-DDTHH:MM',
    read(cell) {
      const mark = cell.charCodeAt(10);
      if ((mark !== 84 && mark !== 32) || !TIME.test(cell.slice(11))) return undefined;
      return day(cell.slice(0, 10));
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

function rememberedDays(): (cell: string) => Day | undefined {
  const known = new Map<string, Day>();
  return (cell) => {
    const day = known.get(cell);
    if (day !== undefined) return day;
    const reading = readDay(cell);
    if (!('day' in reading)) return undefined;
    known.set(cell, reading.day);
    return reading.day;
  };
}

function readFault(text: string): boolean {
  return !('day' in readDay(text));
}

function refusedDay(cell: string): Refusal {
  const reading = readDay(cell);
  if ('day' in reading) return { code: 'D205', what: 'a date', hint: '' };
  const time = /^\d{4}-\d{2}-\d{2}[T ]\S/.test(cell);
  return { code: 'D205', what: reading.fault, hint: time ? 'declare the column as timestamp, or export dates only' : reading.hint };
}
