/** A share of an amount: above zero, at most all of it. */
import type { Node } from '../document/node.ts';
import { ONE, type Exact } from '../value/exact.ts';
import { NUMBER } from './field.ts';
import type { Reader } from './mechanic.ts';

export const SHARE = NUMBER;

export function readShare(node: Node, reader: Reader): Exact | undefined {
  const number = reader.number(node);
  if (number === undefined) return undefined;
  if (number.value.sign() > 0 && number.value.compare(ONE) <= 0) return number.value;
  const text = node.kind === 'scalar' ? node.text : '';
  reader.problem('P423', `${text} is no share of an amount`, node, { found: text, hint: 'write a share above 0 and at most 100%, such as 50%' });
  return undefined;
}
