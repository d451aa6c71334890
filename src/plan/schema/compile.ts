/** From schemas to the validators' JavaScript and the published JSON; used at build time and by the test that compares. */
import { Ajv, type Options } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { JsonSchema } from '../../mechanic/mechanic.ts';
import { CASES_SCHEMA } from './cases.ts';
import { PLAN_SCHEMA } from './plan.ts';
import { WORKSPACE_SCHEMA } from './workspace.ts';

/** Words for editors that mean nothing to a validator. */
const EDITOR_WORDS = ['markdownDescription', 'defaultSnippets', 'patternErrorMessage', 'enumDescriptions', 'deprecationMessage', 'doNotSuggest'];

const EDITOR_ONLY = new Set([...EDITOR_WORDS, 'title', 'description', 'examples']);

export function shapeCompiler(more: Options = {}): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    ownProperties: true,
    strictNumbers: true,
    unicodeRegExp: false,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
    ...more,
  });
  ajv.addVocabulary(EDITOR_WORDS);
  return ajv;
}

/** The schema without the words for editors, which the compiled module would otherwise carry. */
export function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === 'properties' ? [[key, bareFields(inner as JsonSchema)]] : EDITOR_ONLY.has(key) ? [] : [[key, bare(inner)]])));
}

/** Under `properties` the keys are a user's fields: one may well be called `title`. */
function bareFields(fields: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, bare(schema)]));
}

/** Larger parts of a schema become functions of their own: an engine compiles a function when it is first called, and a plan uses few of them. */
const PART_FROM = 150;

/** Keywords whose value is one schema that may become a part. */
const INNER = new Set(['additionalProperties', 'items', 'then', 'else']);

/** The schema with its larger parts under `definitions`, each named by a number; `places` remembers where each came from. */
function parted(schema: JsonSchema, places: Map<string, string>): JsonSchema {
  const definitions: Record<string, unknown> = {};
  const visit = (value: JsonSchema, pointer: string): JsonSchema =>
    Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        const at = `${pointer}/${escaped(key)}`;
        if (key === 'properties') return [key, Object.fromEntries(Object.entries(one as JsonSchema).map(([name, field]) => [name, part(field, `${at}/${escaped(name)}`)]))];
        return [key, INNER.has(key) ? part(one, at) : one];
      }),
    );
  const part = (value: unknown, pointer: string): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const inner = visit(value as JsonSchema, pointer);
    if (JSON.stringify(inner).length < PART_FROM) return inner;
    const name = `part${places.size}`;
    places.set(`#/definitions/${name}`, pointer);
    definitions[name] = inner;
    return { $ref: `#/definitions/${name}` };
  };
  return { ...visit(schema, '#'), definitions };
}

/** A key in a schema path, written as ajv writes it. */
function escaped(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** Errors of a part name the place that the part has in the published schema. */
function placed(code: string, ajv: Ajv, kind: string, places: ReadonlyMap<string, string>): string {
  const refs = (ajv.getSchema(kind) as unknown as { schemaEnv: { refs: Record<string, { validateName?: unknown }> } }).schemaEnv.refs;
  const names = new Map(Object.entries(refs).map(([ref, part]) => [String(part.validateName), places.get(ref.slice(ref.indexOf('#')))]));
  return code
    .split(/^(?=function )/m)
    .map((part) => {
      const pointer = names.get(/^function (\w+)/.exec(part)?.[1] ?? '');
      return pointer === undefined ? part : part.replaceAll('schemaPath:"#/', `schemaPath:"${pointer}/`);
    })
    .join('');
}

/** An ES module with two validators, `workspace` and `plan`, that needs nothing else at run time. */
export function compiledShapes(): string {
  return compiled({ workspace: WORKSPACE_SCHEMA, plan: PLAN_SCHEMA });
}

/** The same with the validator `cases`, apart from the others: a check of plans reads no word of it. */
export function compiledCasesShape(): string {
  return compiled({ cases: CASES_SCHEMA });
}

function compiled(schemas: Readonly<Record<string, JsonSchema>>): string {
  const ajv = shapeCompiler();
  const places = Object.entries(schemas).map(([kind, schema]) => {
    const known = new Map<string, string>();
    ajv.addSchema(parted(bare(schema) as JsonSchema, known), kind);
    return [kind, known] as const;
  });
  const write = ("default" in standaloneCode ? standaloneCode.default : standaloneCode) as (ajv: Ajv, refs: Record<string, string>) => string;
  const written = write(ajv, Object.fromEntries(places.map(([kind]) => [kind, kind])));
  const code = places.reduce((text, [kind, known]) => placed(text, ajv, kind, known), written);
  if (/\brequire\(|^import /m.test(code)) throw new Error('the compiled shapes ask for a module at run time; keep formats, uniqueItems and lengths out of the schemas');
  return `// Written by src/plan/precompile.ts. Do not edit.\n${code}`;
}

/** Name and text of each published schema. */
export function schemaTexts(): readonly (readonly [string, string])[] {
  return [
    ['workspace', `${JSON.stringify(WORKSPACE_SCHEMA, null, 2)}\n`],
    ['plan', `${JSON.stringify(PLAN_SCHEMA, null, 2)}\n`],
    ['cases', `${JSON.stringify(CASES_SCHEMA, null, 2)}\n`],
  ];
}
