/** The catalogues of data traps: `csv.yaml` whole files, `duplicates.yaml` repeated ids, `cells.yaml` single cells. */
import { describe, expect, it } from 'vitest';
import { catalogue, runCase, tallyText, type FileCase } from './catalogue.ts';
import { cellOutcome, type CellCase } from './cell-outcome.ts';

for (const [file, about] of [
  ['csv.yaml', 'a data file'],
  ['duplicates.yaml', 'a repeated transaction id'],
] as const)
  describe(about, () => {
    it.each(catalogue<FileCase[]>(file).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
      for (const sizes of [[65_536], [1], [7, 3]]) {
        const ran = await runCase(one, sizes);
        expect({ rows: ran.rows, problems: ran.problems, tally: tallyText(ran.tally) }).toEqual({
          rows: one.rows,
          problems: one.problems ?? [],
          tally: one.tally ?? `${one.rows.length} = ${one.rows.length} + 0 + 0`,
        });
      }
    });
  });

describe('a cell', () => {
  for (const one of catalogue<CellCase[]>('cells.yaml'))
    it.each(one.cells)(`in a column of ${one.column}${one.identity ? ', an id' : ''}${one['decimal-mark'] === undefined ? '' : ', decimal comma'}: %j gives %s`, (cell, outcome) => {
      expect(cellOutcome(one, cell)).toBe(outcome);
    });
});
