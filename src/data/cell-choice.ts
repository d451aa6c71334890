/** Cells of yes/no and one-of columns: exactly the words declared, in their case. A near word is suggested, never taken. */
import { didYouMean, either, suggest } from '../diagnostic/suggest.ts';
import type { CellReader } from './cell.ts';
import { Interned } from './interned.ts';

const YES_NO = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

export function yesNoReader(): CellReader {
  return {
    wants: 'yes or no',
    read: (cells, at) => YES_NO.get(cells.text(at)),
    refusal: (cell) => ({
      code: 'D206',
      what: YES_NO.has(cell.trim().toLowerCase()) ? 'another spelling' : 'neither',
      hint: 'write true or false, yes or no, 1 or 0, in lower case and without blanks',
    }),
  };
}

export function choiceReader(values: readonly string[]): CellReader {
  const known = new Map(values.map((value) => [value, value]));
  const plain = new Interned();
  for (const value of known.keys()) plain.add(value);
  return {
    wants: `one of ${values.slice(0, 12).join(', ')}${values.length > 12 ? `, … (${values.length} values)` : ''}`,
    read: (cells, at) => plain.find(cells, at) ?? known.get(cells.text(at)),
    refusal(cell) {
      const [suggestion] = suggest(cell, values, 1);
      const near = didYouMean(cell, values);
      const blanks = known.has(cell.trim());
      return {
        code: 'D207',
        what: blanks ? 'blanks around the value' : 'none of them',
        hint: blanks ? 'remove the blanks' : (near ?? `add it to the declaration of the column, or write ${either(values.slice(0, 5))}`),
        ...(suggestion === undefined ? {} : { suggestion }),
      };
    },
  };
}
