/** The rows of a case as cells, so that one of them can be moved. Texts with quotes are left alone: they are rewritten by nobody. */
import type { SourceContract } from '../../data/contract.ts';
import type { ScalarNode } from '../../document/node.ts';
import type { Case } from '../suite.ts';

export interface RowsText {
  readonly contract: SourceContract;
  readonly node: ScalarNode;
  readonly header: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

export function rowsOf(one: Case, contract: SourceContract): RowsText | undefined {
  const node = one.tables.get(contract);
  if (node === undefined || node.text.includes('"')) return undefined;
  const [head = '', ...rest] = node.text.split('\n').filter((line) => line.trim() !== '');
  const cells = (line: string): string[] => line.split(contract.delimiter).map((cell) => cell.trim());
  return { contract, node, header: cells(head), lines: rest.map(cells) };
}

/** Which line holds the transaction. */
export function lineOfId({ contract, header, lines }: RowsText, id: string): number | undefined {
  const places = contract.id.map((name) => header.indexOf(headerOf(contract, name)));
  if (places.includes(-1)) return undefined;
  const found = lines.findIndex((cells) => places.map((at) => cells[at]).join('/') === id);
  return found < 0 ? undefined : found;
}

export function headerOf(contract: SourceContract, name: string): string {
  return contract.columns.find((column) => column.name === name)?.header ?? name;
}

/** The case with other rows for this source. */
export function withRows(one: Case, { contract, node, header }: RowsText, lines: readonly (readonly string[])[]): Case {
  const text = `${[header, ...lines].map((cells) => cells.join(contract.delimiter)).join('\n')}\n`;
  return { ...one, tables: new Map([...one.tables, [contract, { ...node, text, place: () => node.at }]]) };
}
