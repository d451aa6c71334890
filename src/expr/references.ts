/** The names a formula uses. */
import { keyOf } from './facts.ts';
import { partsOf, type Tree } from './tree.ts';
import type { Ref } from './types.ts';

/** Every name, once each, in order of appearance. */
export function referencesOf(tree: Tree): Ref[] {
  const found = new Map<string, Ref>();
  const visit = (node: Tree): void => {
    if (node.kind === 'name' && !found.has(keyOf(node.ref))) found.set(keyOf(node.ref), node.ref);
    for (const part of partsOf(node)) visit(part);
  };
  visit(tree);
  return [...found.values()];
}
