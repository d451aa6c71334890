/** Words of the published schemas that only workspaces and plans need; those of fields in general are the mechanics'. */
import { field, FORMULA, map, oneOf, scalarOrMap, CONDITION, NUMBER, YES_NO } from '../../mechanic/field.ts';
import type { JsonSchema } from '../../mechanic/mechanic.ts';

export { CONDITION, field, FORMULA, map, NUMBER, oneOf, scalarOrMap, YES_NO };

/** Names that formulas can use: columns, measures, components, credit rules. */
export const NAME = '^[A-Za-z][A-Za-z0-9_]{0,127}$';
export const NAME_WORDS = 'names are letters, digits and _, and start with a letter; at most 128';

/** Ids of plans and workspaces, which no formula uses. */
export const ID = '^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$';
export const ID_WORDS = 'ids are letters, digits, - and _, at most 128 of them';

export const TEXT: JsonSchema = { type: 'string' };
export const TEXTS: JsonSchema = { type: ['string', 'array'], items: { type: 'string' }, minItems: 1 };

/** A text of a certain form; the words say which. */
export function texts(pattern: string, words: string): JsonSchema {
  return { type: 'string', pattern, patternErrorMessage: words };
}

/** A map of named things; the name is the user's. */
export function named(item: JsonSchema, more: JsonSchema = {}): JsonSchema {
  return { type: 'object', propertyNames: { pattern: NAME, patternErrorMessage: NAME_WORDS }, additionalProperties: item, minProperties: 1, maxProperties: 512, ...more };
}
