/**
 * A located tree as plain JSON for the schema. Numbers become doubles here because a schema asks for the *kind*
 * number; no amount is ever read from them (traps.md §3). Maps have no prototype, so that no key can reach one.
 */
import type { MapNode, Node } from './node.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Plain JSON of the same shape. */
export function toPlain(node: Node): Plain {
  switch (node.kind) {
    case 'map':
      return plainMap(node);
    case 'list':
      return node.items.map(toPlain);
    case 'scalar':
      if (node.looks === 'nothing') return null;
      if (node.looks === 'yes-no') return /^t/i.test(node.text);
      if (node.looks === 'number') return shapeOnly(node.text);
      return node.text;
  }
}

function plainMap(node: MapNode): Plain {
  const plain = Object.create(null) as Record<string, Plain>;
  for (const { key, value } of node.entries) plain[key] = toPlain(value);
  return plain;
}

/** A double that has the kind and about the size of the number; never an amount. */
function shapeOnly(text: string): number {
  const double = Number(text);
  return Number.isFinite(double) ? double : 0;
}
