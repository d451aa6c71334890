/**
 * The meaning of a plan as digests, one for the whole and one for each part: comments, layout, quotes, the order of keys and
 * titles do not change it; a rate does. Numbers are read before they are compared, so 8% and 0.08 mean the same.
 */
import type { Source } from '../diagnostic/diagnostic.ts';
import { Problems } from '../diagnostic/diagnostic.ts';
import type { Node } from '../document/node.ts';
import { parseDocument } from '../document/parse.ts';
import { exactText } from '../value/display.ts';
import { readNumber } from '../value/number-text.ts';
import { textOrder } from '../value/text-order.ts';

export type Digest = (content: string | Uint8Array) => string;

export interface Meaning {
  readonly sha256: string;
  /** By name: `components.new_business`, `credits`, `effective` … */
  readonly parts: ReadonlyMap<string, string>;
}

/** Words for people, and where files stand: neither changes an amount. */
const MEANINGLESS: ReadonlySet<string> = new Set(['title', 'description', 'file', 'files', 'plans', 'records']);
/** Keys whose entries are parts of their own, so that a later difference can name one. */
const SPLIT: ReadonlySet<string> = new Set(['components']);

/** Of a file that was read without an error. */
export function meaningOf(source: Source, digest: Digest): Meaning {
  const root = parseDocument(source, new Problems());
  const parts = new Map<string, string>();
  if (root?.kind === 'map')
    for (const { key, value } of root.entries) {
      if (MEANINGLESS.has(key)) continue;
      if (SPLIT.has(key) && value.kind === 'map') for (const inner of value.entries) parts.set(`${key}.${inner.key}`, digest(canonical(inner.value)));
      else parts.set(key, digest(canonical(value)));
    }
  const sorted = new Map([...parts].sort(([a], [b]) => textOrder(a, b)));
  return { sha256: digest([...sorted].map(([name, hash]) => `${name} ${hash}\n`).join('')), parts: sorted };
}

function canonical(node: Node): string {
  switch (node.kind) {
    case 'map': {
      const entries = node.entries.filter(({ key }) => !MEANINGLESS.has(key)).map(({ key, value }): [string, string] => [numberOr(key), canonical(value)]);
      return `{${entries.sort(([a], [b]) => textOrder(a, b)).map(([key, value]) => `${key}:${value}`).join(',')}}`;
    }
    case 'list':
      return `[${node.items.map(canonical).join(',')}]`;
    case 'scalar':
      return node.quoted ? JSON.stringify(spaced(node.text)) : numberOr(node.text);
  }
}

function numberOr(text: string): string {
  const reading = readNumber(text, { percent: true, fraction: true, underscores: true });
  return 'value' in reading ? exactText(reading.value) : JSON.stringify(spaced(text));
}

function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Names of parts that differ, are new or are gone. */
export function changedParts(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name)).sort(textOrder);
}
