/** `{ kind: one of Rev, OI }`: inside braces the comma ends the value, and what follows is read as a key with nothing behind it. */
import type { Node } from '../document/node.ts';
import { nodeAt } from './place.ts';

export interface CutChoice {
  /** The key that the values belong to. */
  readonly key: string;
  /** `one of Rev, OI`, as it was meant. */
  readonly meant: string;
  /** The comma stands right before this key; further values are part of the same slip. */
  readonly first: boolean;
}

/** The choice that the empty entry at the keys was cut from. */
export function cutChoice(root: Node, keys: readonly string[]): CutChoice | undefined {
  const map = nodeAt(root, keys.slice(0, -1))?.node;
  if (map?.kind !== 'map') return undefined;
  const { entries } = map;
  const here = entries.findIndex(({ key }) => key === keys.at(-1));
  let start = here;
  while (start >= 0 && isEmpty(entries[start]!.value)) start--;
  const choice = entries[start]?.value;
  if (here < 0 || start === here || choice?.kind !== 'scalar' || choice.quoted || !/^one of\s/.test(choice.text)) return undefined;
  let end = here;
  while (end + 1 < entries.length && isEmpty(entries[end + 1]!.value)) end++;
  const rest = entries.slice(start + 1, end + 1).map(({ key }) => key);
  return { key: entries[start]!.key, meant: [choice.text, ...rest].join(', '), first: here === start + 1 };
}

function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.looks === 'nothing';
}
