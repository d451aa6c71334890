/** A whole number of periods or parts. */
import type { Node } from '../document/node.ts';
import { NUMBER } from './field.ts';
import type { Reader } from './mechanic.ts';

export const COUNT = NUMBER;

/** At least `least`; undefined after a problem. */
export function readCount(node: Node, least: number, what: string, reader: Reader): number | undefined {
  const text = node.kind === 'scalar' ? node.text : '';
  if (/^[1-9]\d{0,2}$/.test(text) && +text >= least) return +text;
  reader.problem('P428', `"${text}" is no number of ${what}`, node, { found: text, hint: `write a whole number from ${least} to 999` });
  return undefined;
}
