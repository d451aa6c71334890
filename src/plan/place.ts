/** Walking the located tree by keys, and naming a place in it as a reader would: `rates of tiers of component base`. */
import type { Label, Span } from '../diagnostic/diagnostic.ts';
import type { MapEntry, MapNode, Node } from '../document/node.ts';

export interface Found {
  readonly node: Node;
  /** The entry whose value `node` is; absent for the root and for list items. */
  readonly entry?: MapEntry;
}

/** The node at the keys, with `{…}` list positions written as numbers; undefined where the path ends early. */
export function nodeAt(root: Node, keys: readonly string[]): Found | undefined {
  let node: Node = root;
  let entry: MapEntry | undefined;
  for (const key of keys) {
    if (node.kind === 'map') {
      entry = node.entry(key);
      if (entry === undefined) return undefined;
      node = entry.value;
    } else if (node.kind === 'list') {
      const item: Node | undefined = node.items[+key];
      if (item === undefined) return undefined;
      entry = undefined;
      node = item;
    } else return undefined;
  }
  return { node, ...(entry === undefined ? {} : { entry }) };
}

/** The place of the value at the keys, or of the nearest thing above it that exists. */
export function placeOf(root: Node, ...keys: readonly string[]): Span {
  for (let length = keys.length; length > 0; length--) {
    const found = nodeAt(root, keys.slice(0, length));
    if (found === undefined) continue;
    return length === keys.length && found.node.kind !== 'map' ? found.node.at : (found.entry?.keyAt ?? found.node.at);
  }
  return root.at;
}

/** The place of the key itself, or of the nearest thing above it. */
export function keyOf(root: Node, ...keys: readonly string[]): Span {
  return nodeAt(root, keys)?.entry?.keyAt ?? placeOf(root, ...keys);
}

const NAMED = new Map([
  ['components', 'component'],
  ['measures', 'measure'],
  ['credits', 'credit rule'],
  ['data', 'source'],
  ['tables', 'table'],
]);

/** A path in words: `component base`, `entry 2 of rates of tiers of component base`. `whole` names the root. */
export function inWords(keys: readonly string[], whole: string): string {
  if (keys.length === 0) return whole;
  const kind = NAMED.get(keys[0]!);
  const named = kind !== undefined && keys.length > 1;
  const rest = named ? keys.slice(2) : keys;
  const words = rest.map((key, index) => (/^\d+$/.test(key) && index > 0 ? `entry ${+key + 1}` : key)).reverse();
  if (named) words.push(`${kind} ${keys[1]!}`);
  return words.join(' of ');
}

/** The value of a scalar under a key, when there is one. */
export function textOf(map: MapNode, key: string): string | undefined {
  const node = map.get(key);
  return node?.kind === 'scalar' ? node.text : undefined;
}

/** The entries under a key that are maps themselves, such as the sources. */
export function mapsUnder(root: MapNode, key: string): readonly MapEntry[] {
  return namedUnder(root, key).filter((entry) => entry.value.kind === 'map');
}

/** The named parts under a key, such as the components. Those that are no maps are not fit to be read. */
export function namedUnder(root: MapNode, key: string): readonly MapEntry[] {
  const node = root.get(key);
  return node?.kind === 'map' ? node.entries : [];
}

/** A second place with its words, when it is known. */
export function labelled(at: Span | undefined, text: string): { readonly labels?: readonly Label[] } {
  return at === undefined ? {} : { labels: [{ at, text }] };
}
