/** From schemas to the validators' JavaScript and the published JSON; used at build time and by the test that compares. */
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { JsonSchema } from '../../mechanic/mechanic.ts';
import { PLAN_SCHEMA } from './plan.ts';
import { WORKSPACE_SCHEMA } from './workspace.ts';

/** Words for editors that mean nothing to a validator. */
const EDITOR_WORDS = ['markdownDescription', 'defaultSnippets', 'patternErrorMessage', 'enumDescriptions', 'deprecationMessage', 'doNotSuggest'];

const EDITOR_ONLY = new Set([...EDITOR_WORDS, 'title', 'description', 'examples']);

export function shapeCompiler(): Ajv {
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
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary(EDITOR_WORDS);
  return ajv;
}

/** The schema without the words for editors, which the compiled module would otherwise carry. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === 'properties' ? [[key, bareFields(inner as JsonSchema)]] : EDITOR_ONLY.has(key) ? [] : [[key, bare(inner)]])));
}

/** Under `properties` the keys are a user's fields: one may well be called `title`. */
function bareFields(fields: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, bare(schema)]));
}

/** An ES module with two validators, `workspace` and `plan`, that needs nothing else at run time. */
export function compiledShapes(): string {
  const ajv = shapeCompiler();
  ajv.addSchema(bare(WORKSPACE_SCHEMA) as JsonSchema, 'workspace');
  ajv.addSchema(bare(PLAN_SCHEMA) as JsonSchema, 'plan');
  const write = ("default" in standaloneCode ? standaloneCode.default : standaloneCode) as (ajv: Ajv, refs: Record<string, string>) => string;
  const code = write(ajv, { workspace: 'workspace', plan: 'plan' });
  if (/\brequire\(|^import /m.test(code)) throw new Error('the compiled shapes ask for a module at run time; keep formats, uniqueItems and lengths out of the schemas');
  return `// Written by src/plan/precompile.ts. Do not edit.\n${code}`;
}

/** Name and text of each published schema. */
export function schemaTexts(): readonly (readonly [string, string])[] {
  return [
    ['workspace', `${JSON.stringify(WORKSPACE_SCHEMA, null, 2)}\n`],
    ['plan', `${JSON.stringify(PLAN_SCHEMA, null, 2)}\n`],
  ];
}
