/**
 * Cells of number, ratio and money columns. What nearly every cell holds (a sign, digits, the mark, digits) is read where
 * it stands; all else goes by the grammar of `value/number-text.ts`. Rule: traps.md §5.
 */
import { percentText } from '../value/display.ts';
import { Exact, ONE } from '../value/exact.ts';
import { MAX_PLACES, readNumber } from '../value/number-text.ts';
import type { CellReader } from './cell.ts';
import type { Cells } from './cells.ts';

const PLUS = 43;
const MINUS = 45;
const PERCENT = 37;
/** As many digits as are surely a safe integer. */
const SAFE_LENGTH = 15;

export function numberReader(wants: string, decimalMark: '.' | ',', percent: boolean): CellReader {
  const options = { decimalMark, percent };
  const mark = decimalMark.charCodeAt(0);
  return {
    wants,
    read(cells, at) {
      const plain = readPlain(cells, at, mark, percent);
      if (plain !== undefined) return plain;
      const reading = readNumber(cells.text(at), options);
      return 'value' in reading && !forgotten(reading, percent) ? reading.value : undefined;
    },
    refusal(cell) {
      const reading = readNumber(cell, options);
      if ('value' in reading && forgotten(reading, percent))
        return { code: 'D218', what: `as a ratio that is ${percentText(reading.value)}`, hint: `write ${cell}% if that is meant; a ratio above 1 has its percent sign, and a factor such as 1.5 belongs in a column of numbers`, suggestion: `${cell}%` };
      return 'value' in reading ? { code: 'D204', what: 'a number', hint: '' } : { code: 'D204', what: reading.fault, hint: reading.hint };
    },
  };
}

/** A ratio above one without a percent sign: 41 is nearly always 41 %, as in plans (P300). */
function forgotten({ value, percent }: { readonly value: Exact; readonly percent: boolean }, ratio: boolean): boolean {
  return ratio && !percent && ONE.lessThan(value);
}

/** Undefined where the grammar must be asked. */
function readPlain({ bytes, marks }: Cells, cell: number, mark: number, percent: boolean): Exact | undefined {
  let at = marks[cell]!;
  let end = marks[cell + 1]! - 1;
  const sign = bytes[at];
  if (sign === MINUS || sign === PLUS) at++;
  const hundredths = percent && bytes[end - 1] === PERCENT;
  if (hundredths) end--;
  if (at >= end || end - at > SAFE_LENGTH) return undefined;
  const start = at;
  let digits = 0;
  let marked = -1;
  for (; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (bytes[at] === mark && marked < 0 && at > start && at + 1 < end) marked = at;
    else return undefined;
  }
  const places = marked < 0 ? 0 : end - marked - 1;
  if (places > MAX_PLACES || (percent && !hundredths && digits > 10 ** places && sign !== MINUS)) return undefined;
  return Exact.scaled(sign === MINUS ? -digits : digits, hundredths ? places + 2 : places);
}
