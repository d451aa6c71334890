/** How the rows of a source say what they take back: by the id of the original, or by columns that both have in common. */
import type { Column, RefersTo } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';
import type { MapNode, Node, ScalarNode } from '../document/node.ts';
import { labelled } from './place.ts';
import { quoted } from './shape-words.ts';
import { scalars, typeName } from './table.ts';

type Declared = Pick<Column, 'name' | 'type' | 'optional' | 'at'>;

/** `names`: all that is declared, also what could not be read. */
export function readRefersTo(node: MapNode, source: string, columns: readonly Declared[], names: readonly string[], problems: Problems): RefersTo | undefined | false {
  const written = node.get('refers-to');
  if (written === undefined) return undefined;
  const part = (key: string): Node | undefined => (written.kind === 'map' ? written.get(key) : key === 'id' ? written : undefined);
  const before = problems.all.length;
  const find = (scalar: ScalarNode): Declared | undefined => {
    const column = columns.find((one) => one.name === scalar.text);
    if (column === undefined && !names.includes(scalar.text)) {
      const near = didYouMean(scalar.text, names);
      problems.error('P024', `source ${source} declares no column ${quoted(scalar.text)}`, { at: scalar.at, pointer: scalar.pointer, found: scalar.text, ...(near === undefined ? {} : { note: near }), hint: `columns are ${names.join(', ')}` });
    }
    return column;
  };
  const fault = (scalar: ScalarNode, column: Declared, what: string, hint: string): void => {
    problems.error('P150', `${column.name} is ${typeName(column.type)}, and ${what}`, { at: scalar.at, pointer: scalar.pointer, ...labelled(column.at, 'declared here'), hint });
  };
  const [idNode, amountNode] = [scalars(part('id'))[0], scalars(part('amount'))[0]];
  const id = idNode === undefined ? undefined : find(idNode);
  if (id !== undefined && id.type.kind !== 'text') fault(idNode!, id, 'the id of an original is text', `declare ${id.name}: text?`);
  else if (id !== undefined && !id.optional) problems.error('P150', `${id.name} may not be empty, so every row would take back another`, { at: idNode!.at, pointer: idNode!.pointer, ...labelled(id.at, 'declared here'), hint: `declare ${id.name}: text?; a sale leaves it blank` });
  const alike = scalars(part('alike')).map(find);
  const amount = amountNode === undefined ? undefined : find(amountNode);
  if (amount !== undefined && amount.type.kind !== 'money' && amount.type.kind !== 'number') fault(amountNode!, amount, 'how much is taken back is money or a number', 'name the column of the amount');
  if ((alike.length > 0) !== (amountNode !== undefined))
    problems.error('P150', alike.length > 0 ? `${source} does not say how much of a sale an alike row takes back` : `${source} says how much is taken back, but not which columns are alike`, { at: written.at, pointer: written.pointer, hint: 'write both, such as { id: original_id, alike: [customer, product], amount: amount }' });
  if (problems.all.length > before || [...alike].includes(undefined) || (idNode !== undefined && id === undefined) || (amountNode !== undefined && amount === undefined)) return false;
  return { ...(id === undefined ? {} : { id: id.name }), alike: alike.map((column) => column!.name), ...(amount === undefined ? {} : { amount: amount.name }) };
}
