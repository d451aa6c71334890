/** JSON pointers into a located tree: how the shape checks of a schema find their way back to the file. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Node } from './node.ts';

export interface Found {
  /** The node at the pointer, or the nearest one above it that exists. */
  readonly node: Node;
  /** The place of the key that leads to `node`, when it is an entry of a map. */
  readonly keyAt?: Span;
  /** Whether the whole pointer was followed. */
  readonly whole: boolean;
}

/** `pointer` + one step, escaped as RFC 6901 asks. */
export function pointerTo(pointer: string, step: string | number): string {
  return `${pointer}/${`${step}`.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The steps of a pointer, unescaped; the empty pointer has none. */
export function pointerSteps(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Follows a pointer as far as the tree goes. */
export function nodeAt(root: Node, pointer: string): Found {
  let found: Found = { node: root, whole: true };
  for (const step of pointerSteps(pointer)) {
    const { node } = found;
    if (node.kind === 'map') {
      const entry = node.entry(step);
      if (!entry) return { ...found, whole: false };
      found = { node: entry.value, keyAt: entry.keyAt, whole: true };
    } else if (node.kind === 'list') {
      const item = /^\d{1,9}$/.test(step) ? node.items[Number.parseInt(step, 10)] : undefined;
      if (!item) return { ...found, whole: false };
      found = { node: item, whole: true };
    } else return { ...found, whole: false };
  }
  return found;
}
