/** Words for kinds of values, as found in a file and as a schema wants them. */
import { either } from '../diagnostic/suggest.ts';
import { clip } from '../diagnostic/visible.ts';
import type { Node } from '../document/node.ts';
import type { JsonSchema } from '../mechanic/mechanic.ts';

/** So much of a text is enough to know it again. */
const LONGEST = 60;

/** Text in quotes, for messages; a long one is cut, and may be anything, even people's pay. */
export function quoted(text: string): string {
  return `"${clip(text, LONGEST)}"`;
}

/** What stands there: `a map`, `a list`, `the number 5`, `nothing`. */
export function found(node: Node): string {
  if (node.kind === 'map') return 'a map';
  if (node.kind === 'list') return 'a list';
  if (node.looks === 'nothing' && !node.quoted) return 'empty';
  if (node.quoted || node.looks === 'text') return `the text ${quoted(node.text)}`;
  return node.looks === 'number' ? `the number ${node.text}` : `the yes/no value ${node.text}`;
}

const KINDS = new Map([
  ['object', 'a map'],
  ['array', 'a list'],
  ['string', 'a text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
]);

/** The kinds a schema allows, in words. */
export function kindsWanted(schema: JsonSchema): string {
  const words = arrayed(schema['enum'] ?? (schema['else'] as JsonSchema | undefined)?.['enum']);
  const kinds = arrayed(schema['type']).map(String);
  if (words.length > 0) return either([`one of ${words.join(', ')}`, ...kinds.filter((kind) => kind !== 'string').map((kind) => KINDS.get(kind) ?? kind)]);
  const formula = kinds.includes('string') && (kinds.includes('number') || kinds.includes('boolean'));
  const rest = kinds.filter((kind) => !formula || (kind !== 'string' && kind !== 'number' && kind !== 'boolean'));
  return either([...(formula ? [kinds.includes('number') ? 'a number or formula' : 'a formula'] : []), ...rest.map((kind) => KINDS.get(kind) ?? kind)]);
}

export function arrayed(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
