/**
 * What keeps a file from having the shape of its published schema. The compiled validators only find; every word a person reads
 * is written here, at the place that a person would point at: an unknown key at the key, a missing one at the map that lacks it.
 * Rule: cli-conventions §6, traps.md §6.
 */
import type { Problems, Span } from '../diagnostic/diagnostic.ts';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { Node } from '../document/node.ts';
import { toPlain } from '../document/plain.ts';
import { pointerTo } from '../document/pointer.ts';
import type { JsonSchema } from '../mechanic/mechanic.ts';
import { inWords, nodeAt, type Found } from './place.ts';
import { PLAN_SCHEMA } from './schema/plan.ts';
import { WORKSPACE_SCHEMA } from './schema/workspace.ts';
import * as validators from './shape.generated.js';
import type { ShapeError, ShapeValidator } from './shape.generated.js';
import { cutChoice, type CutChoice } from './shape-choice.ts';
import { arrayed, found, kindsWanted, quoted } from './shape-words.ts';

const SCHEMAS = { workspace: WORKSPACE_SCHEMA, plan: PLAN_SCHEMA } as const;

/** A kind of file: its schema, the validator made from it, and what the whole file is called. */
export interface ShapeKind {
  readonly schema: JsonSchema;
  readonly validator: ShapeValidator;
  readonly whole: string;
}

/** Looks again at a file that has not the shape of its kind; every difference is one problem. */
export function explainShape(node: Node, kind: 'workspace' | 'plan', problems: Problems): void {
  explainWith(node, { schema: SCHEMAS[kind], validator: validators[kind], whole: `the ${kind}` }, problems);
}

/** The same for a kind of file that is checked elsewhere. */
export function explainWith(node: Node, kind: ShapeKind, problems: Problems): void {
  const { validator, whole } = kind;
  if (validator(toPlain(node))) throw new Error(`${whole} is refused without a reason`);
  const errors = (validator.errors ?? []).filter((error) => !SILENT.has(error.keyword) && !error.schemaPath.includes('/propertyNames/') && !/\/(anyOf|oneOf)\/\d/.test(error.schemaPath));
  // A value of the wrong kind breaks other rules too; only the kind is worth saying.
  const wrongKind = new Set(errors.filter((error) => error.keyword === 'type').map((error) => error.instancePath));
  const said = new Set<string>();
  for (const error of errors) {
    if (error.keyword !== 'type' && wrongKind.has(error.instancePath)) continue;
    const place = placed(error, node, kind);
    const key = `${error.instancePath} ${error.keyword} ${place.key ?? ''}`;
    if (said.has(key)) continue;
    said.add(key);
    say(error, place, problems);
  }
}

const SILENT = new Set(['if', 'not']);

interface Place {
  readonly found: Found;
  /** The map or value in words, such as `component base`. */
  readonly words: string;
  readonly pointer: string;
  /** The key that the problem is about, where it is one. */
  readonly key?: string;
  /** The schema that holds the keyword. */
  readonly schema: JsonSchema;
  /** An entry that is empty because a comma cut it off. */
  readonly cut?: CutChoice;
}

function placed(error: ShapeError, root: Node, { schema: whole, whole: words }: ShapeKind): Place {
  const keys = segments(error.instancePath);
  const schema = segments(error.schemaPath.slice(1))
    .map(decodeURIComponent)
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as JsonSchema)[key], whole) as JsonSchema;
  const key = (error.params['additionalProperty'] ?? error.params['missingProperty'] ?? error.params['propertyName']) as string | undefined;
  const cut = error.keyword === 'type' ? cutChoice(root, keys) : error.keyword === 'propertyNames' ? cutChoice(root, [...keys, key!]) : undefined;
  return { found: nodeAt(root, keys) ?? { node: root }, words: inWords(keys, words), pointer: error.instancePath, schema, ...(key === undefined ? {} : { key }), ...(cut === undefined ? {} : { cut }) };
}

/** The keys of a pointer. In schema paths ajv also writes them as fragments of an address; that is undone by the caller. */
function segments(path: string): string[] {
  return path === '' ? [] : path.slice(1).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function say(error: ShapeError, place: Place, problems: Problems): void {
  const { found: at, words, pointer } = place;
  const keyed = at.node.kind === 'map' || (at.node.kind === 'scalar' && at.node.looks === 'nothing');
  const value: Span = keyed ? (at.entry?.keyAt ?? at.node.at) : at.node.at;
  switch (error.keyword) {
    case 'additionalProperties':
      return sayUnknown(place, problems);
    case 'required':
      return sayMissing(place, value, problems);
    case 'propertyNames': {
      const key = place.key!;
      if (place.cut?.first === false) return;
      const rule = (place.schema['propertyNames'] as JsonSchema | undefined)?.['patternErrorMessage'];
      return problems.error('P008', `${quoted(key)} cannot be a name in ${words}`, { at: keyAt(place), pointer: pointerTo(pointer, key), found: key, hint: String(rule ?? 'choose another name') });
    }
    case 'type': {
      const { cut } = place;
      if (cut !== undefined) return sayCut(cut, place, value, problems);
      const wanted = kindsWanted(place.schema);
      return problems.error('P003', `${words} is ${found(at.node)}; expected ${wanted}`, { at: value, pointer, found: found(at.node), expected: wanted, hint: remedy(at.node, place.schema) });
    }
    case 'enum':
    case 'const': {
      const allowed = arrayed(place.schema['enum'] ?? place.schema['const']).map(String);
      const text = at.node.kind === 'scalar' ? at.node.text : found(at.node);
      const near = didYouMean(text, allowed);
      return problems.error('P004', `${words} is ${quoted(text)}, which is not one of its words`, {
        at: value,
        pointer,
        found: text,
        expected: allowed.join(', '),
        ...(near === undefined ? {} : { note: near, suggestion: suggest(text, allowed)[0]! }),
        hint: `write ${allowed.length === 1 ? allowed[0]! : `one of ${allowed.join(', ')}`}`,
      });
    }
    case 'pattern': {
      const text = at.node.kind === 'scalar' ? at.node.text : '';
      return problems.error('P005', `${words} is ${quoted(text)}`, { at: value, pointer, found: text, hint: String(place.schema['patternErrorMessage'] ?? 'write it in the form shown by paycurve help') });
    }
    default:
      return sayCount(error, place, value, problems);
  }
}

/** Said at the first value that was cut off; the others are the same slip. */
function sayCut({ key, meant, first }: CutChoice, { words, pointer }: Place, at: Span, problems: Problems): void {
  if (!first) return;
  problems.error('P003', `${words} is empty: inside { } a comma ends the value, and cuts the list of ${key} in two`, { at, pointer, found: 'nothing', expected: 'a text', hint: `write ${key}: "${meant}"` });
}

function sayUnknown(place: Place, problems: Problems): void {
  const key = place.key!;
  const known = Object.keys((place.schema['properties'] ?? {}) as JsonSchema);
  const near = didYouMean(key, known);
  const listed = known.length <= 16 ? `its fields are ${known.join(', ')}` : `its fields are ${known.slice(0, 16).join(', ')} and ${known.length - 16} more`;
  problems.error('P001', `${place.words} has no field ${quoted(key)}`, {
    at: keyAt(place),
    pointer: pointerTo(place.pointer, key),
    found: key,
    ...(near === undefined ? {} : { note: near, suggestion: suggest(key, known)[0]! }),
    hint: known.length === 0 ? 'remove it' : listed,
  });
}

function sayMissing(place: Place, at: Span, problems: Problems): void {
  const key = place.key!;
  const fields = (place.schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const field = fields[key];
  const example = arrayed(field?.['examples'])[0];
  const shown = typeof example === 'string' || typeof example === 'number' ? ` such as ${key}: ${example}` : '';
  problems.error('P002', `${place.words} has no ${quoted(key)}`, { at, pointer: place.pointer, expected: key, hint: `add ${shown === '' ? `${key}: …` : `a line${shown}`}` });
}

function sayCount(error: ShapeError, place: Place, at: Span, problems: Problems): void {
  const limit = String(error.params['limit'] ?? '');
  const many = new Map([
    ['minItems', `has fewer than ${limit} ${limit === '1' ? 'entry' : 'entries'}`],
    ['maxItems', `has more than ${limit} entries`],
    ['minProperties', limit === '1' ? 'is empty' : `has fewer than ${limit} fields`],
    ['maxProperties', `has more than ${limit} ${limit === '1' ? 'field' : 'fields'}`],
    ['minimum', `is less than ${limit}`],
    ['maximum', `is more than ${limit}`],
  ]).get(error.keyword);
  const low = error.keyword.startsWith('min');
  problems.error('P006', `${place.words} ${many ?? 'is not in a form that is understood'}`, { at, pointer: place.pointer, hint: many === undefined ? 'see the examples of paycurve mechanics' : low ? 'add what is missing, or remove the key' : 'split it' });
}

function keyAt(place: Place): Span {
  const { node } = place.found;
  return node.kind === 'map' ? (node.entry(place.key!)?.keyAt ?? node.at) : node.at;
}

function remedy(node: Node, schema: JsonSchema): string {
  if (node.kind === 'scalar' && node.looks === 'nothing') return 'give it a value, or remove the key; inside { } a text with a comma needs quotes, as "one of A, B"';
  const kinds = arrayed(schema['type']);
  if (node.kind === 'scalar' && kinds.includes('string')) return `put it in quotes: "${node.text}"`;
  const example = arrayed(schema['examples'])[0];
  return example === undefined ? 'write it in the form that is expected' : `for example ${typeof example === 'string' ? example : JSON.stringify(example)}`;
}
