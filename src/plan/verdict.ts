/** Whether a file has the shape of its published schema: the whole answer for a file in order. `shape.ts` explains a no. */
import type { Node } from '../document/node.ts';
import { toPlain } from '../document/plain.ts';
import * as verdicts from './verdict.generated.js';

export function hasShape(node: Node, kind: 'workspace' | 'plan'): boolean {
  return verdicts[kind](toPlain(node));
}
