/**
 * Small words to build the published schemas with. Every field has a sentence, the same with an example for editors, and
 * examples. Scalar-or-map is told apart by `if`, so that one typo gives one problem (traps.md §6).
 */
import type { JsonSchema } from '../../mechanic/mechanic.ts';

/** Names that formulas can use: columns, measures, components, credit rules. */
export const NAME = '^[A-Za-z][A-Za-z0-9_]*$';
export const NAME_WORDS = 'names are letters, digits and _, and start with a letter';

/** Ids of plans and workspaces, which no formula uses. */
export const ID = '^[A-Za-z0-9][A-Za-z0-9_-]*$';
export const ID_WORDS = 'ids are letters, digits, - and _';

/** A field: its sentence, examples, and the schema of its value. */
export function field(description: string, examples: readonly unknown[], schema: JsonSchema, more: JsonSchema = {}): JsonSchema {
  const shown = examples.map((example) => `\`${typeof example === 'string' ? example : JSON.stringify(example)}\``).join(' · ');
  return { description, markdownDescription: shown === '' ? description : `${description}\n\nFor example ${shown}`, ...(examples.length > 0 ? { examples } : {}), ...schema, ...more };
}

export const TEXT: JsonSchema = { type: 'string' };
export const TEXTS: JsonSchema = { type: ['string', 'array'], items: { type: 'string' }, minItems: 1 };
/** A number or a formula; numbers are read from the text, never from what YAML makes of them. */
export const FORMULA: JsonSchema = { type: ['string', 'number'] };
/** A formula that says yes or no; `true` alone is one. */
export const CONDITION: JsonSchema = { type: ['string', 'boolean'] };
export const NUMBER: JsonSchema = { type: ['string', 'number'] };
export const YES_NO: JsonSchema = { type: 'boolean' };

export function oneOf(words: Readonly<Record<string, string>>): JsonSchema {
  return { type: 'string', enum: Object.keys(words), enumDescriptions: Object.values(words) };
}

export function texts(pattern: string, words: string): JsonSchema {
  return { type: 'string', pattern, patternErrorMessage: words };
}

/** A map of named things; the name is the user's. */
export function named(item: JsonSchema, more: JsonSchema = {}): JsonSchema {
  return { type: 'object', propertyNames: { pattern: NAME, patternErrorMessage: NAME_WORDS }, additionalProperties: item, minProperties: 1, maxProperties: 512, ...more };
}

export function map(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = [], more: JsonSchema = {}): JsonSchema {
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false, ...more };
}

/** Either `scalar` or `whole`, told apart by whether a map was written. */
export function scalarOrMap(scalar: JsonSchema, whole: JsonSchema): JsonSchema {
  const kinds = new Set(['object', ...[scalar['type']].flat()]);
  return { type: [...kinds], if: { type: 'object' }, then: whole, else: scalar };
}

/** A snippet that editors offer. */
export function snippet(label: string, body: unknown): { readonly label: string; readonly body: unknown } {
  return { label, body };
}
