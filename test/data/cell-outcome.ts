/** What one cell gives in a column of a type, as text: `= value`, or `CODE reason | hint`. */
import { Cells } from '../../src/data/cells.ts';
import { cellReader } from '../../src/data/cell.ts';
import { columnsOf, contractOf, peopleNamed, valueText, type Declared } from './catalogue.ts';

export interface CellCase extends Pick<Declared, 'decimal-mark' | 'people'> {
  /** A type as in a contract, or `currency`. */
  column: string;
  identity?: boolean;
  cells: [cell: string, outcome: string][];
}

export function cellOutcome(one: Omit<CellCase, 'cells'>, cell: string): string {
  const [column] = columnsOf({ c: one.column === 'currency' ? 'text' : one.column });
  const reader = cellReader(column!, {
    contract: contractOf(one['decimal-mark'] === undefined ? {} : { 'decimal-mark': one['decimal-mark'] }),
    identity: new Set(one.identity ? ['c'] : []),
    currencies: new Set(one.column === 'currency' ? ['c'] : []),
    people: one.people === undefined ? undefined : peopleNamed(one.people),
  });
  const cells = new Cells();
  cells.fill(['x', cell, 'y']);
  const value = reader.read(cells, 1);
  if (value !== undefined) return `= ${valueText(value)}`;
  const { code, what, hint, suggestion } = reader.refusal(cell);
  return `${code} ${what} | ${hint}${suggestion === undefined || hint.includes(suggestion) ? '' : ` [${suggestion}]`}`;
}
