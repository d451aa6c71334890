/**
 * From the text of a cell to its value: one reader for each column, made once, called for every row. A reader only
 * says no; why is worked out afterwards, for bad cells alone. Rule: traps.md §5, §8, §9: the exact value or a refusal.
 */
import type { Code } from '../diagnostic/codes.ts';
import { clip, visible } from '../diagnostic/visible.ts';
import type { Value } from '../expr/types.ts';
import type { Cells } from './cells.ts';
import type { Column, TableContract } from './contract.ts';
import { choiceReader, yesNoReader } from './cell-choice.ts';
import { dateReader, timestampReader } from './cell-date.ts';
import { numberReader } from './cell-number.ts';
import { payeeReader } from './cell-payee.ts';
import { currencyReader, textReader } from './cell-text.ts';
import type { People } from './reference.ts';

/** Why a cell was refused. `what` continues the sentence: amount must be money in USD, found "(5)": … */
export interface Refusal {
  readonly code: Code;
  readonly what: string;
  readonly hint: string;
  readonly suggestion?: string;
}

export interface CellReader {
  /** What the column holds, in words: `money in USD`. */
  readonly wants: string;
  /** The value of a cell that is not empty; `undefined` when it is refused. */
  read(cells: Cells, at: number): Value;
  /** Why `read` refused. */
  refusal(cell: string): Refusal;
  /** How many cells `read` has changed to the composed Unicode form (NFC). */
  readonly composed?: () => number;
}

export interface Surroundings {
  readonly contract: TableContract;
  /** Columns whose texts identify something: no blanks around, a limited length. */
  readonly identity: ReadonlySet<string>;
  /** Columns that hold currency codes, besides those that money columns name. */
  readonly currencies?: ReadonlySet<string> | undefined;
  /** Columns besides these that no row can do without: the date of a transaction, the amount of a quota. */
  readonly required?: readonly string[] | undefined;
  /** Known payees; absent when there is no people file. */
  readonly people?: People | undefined;
}

export function cellReader(column: Column, around: Surroundings): CellReader {
  const { type } = column;
  const identity = around.identity.has(column.name);
  switch (type.kind) {
    case 'number':
      return numberReader('a number', around.contract.decimalMark, false);
    case 'ratio':
      return numberReader('a ratio such as 0.35 or 35%', around.contract.decimalMark, true);
    case 'money':
      return numberReader(typeof type.currency === 'string' ? `money in ${type.currency}` : 'money', around.contract.decimalMark, false);
    case 'date':
      return dateReader();
    case 'timestamp':
      return timestampReader();
    case 'yes-no':
      return yesNoReader();
    case 'one-of':
      return choiceReader(type.values);
    case 'payee':
      return payeeReader(around.people);
    case 'text':
      return around.currencies?.has(column.name) || namesCurrency(column.name, around.contract) ? currencyReader() : textReader(identity);
  }
}

/** Whether a money column of the table takes its currency from this column. */
function namesCurrency(name: string, contract: TableContract): boolean {
  return contract.columns.some(({ type }) => type.kind === 'money' && typeof type.currency !== 'string' && type.currency.column === name);
}

/** A cell in a message: in quotes, on one line, not too long. */
export function quoted(cell: string): string {
  return `"${clip(visible(cell), 60)}"`;
}
