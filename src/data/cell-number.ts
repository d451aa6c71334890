/** Cells of number, ratio and money columns. The grammar is the one of `value/number-text.ts`. Rule: traps.md §5. */
import { readNumber } from '../value/number-text.ts';
import type { CellReader } from './cell.ts';

export function numberReader(wants: string, decimalMark: '.' | ',', percent: boolean): CellReader {
  const options = { decimalMark, percent };
  return {
    wants,
    read(cell) {
      const reading = readNumber(cell, options);
      return 'value' in reading ? reading.value : undefined;
    },
    refusal(cell) {
      const reading = readNumber(cell, options);
      return 'value' in reading ? { code: 'D204', what: 'a number', hint: '' } : { code: 'D204', what: reading.fault, hint: reading.hint };
    },
  };
}
