/**
 * The same schemas as validators that answer yes or no and nothing else: a file in order, which most are, is known to be so from
 * a seventh of the code. Without places and errors, parts that are equal are one function. Whatever is not in order is
 * looked at again by the validators of `compile.ts`, which say what and where.
 */
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { JsonSchema } from '../../mechanic/mechanic.ts';
import { bare, shapeCompiler } from './compile.ts';
import { PLAN_SCHEMA } from './plan.ts';
import { WORKSPACE_SCHEMA } from './workspace.ts';

/** Parts from this length of their JSON on become functions; a call of a function is longer than what is shorter. */
const PART_FROM = 60;

const INNER = new Set(['additionalProperties', 'items', 'then', 'else']);

/** Puts the larger parts of a schema among `definitions`, where equal parts are one. */
function shared(schema: JsonSchema, definitions: Map<string, string>): JsonSchema {
  const part = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const inner = shared(value as JsonSchema, definitions);
    const text = JSON.stringify(inner);
    if (text.length < PART_FROM) return inner;
    const name = definitions.get(text) ?? `part${definitions.size}`;
    definitions.set(text, name);
    return { $ref: `parts#/definitions/${name}` };
  };
  const fields = (value: unknown): unknown => Object.fromEntries(Object.entries(value as JsonSchema).map(([name, field]) => [name, part(field)]));
  return Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, key === 'properties' ? fields(one) : INNER.has(key) ? part(one) : one]));
}

/** Takes the making of errors out of what ajv wrote, one statement a line; only their number is kept. */
function withoutErrors(code: string): string {
  return code
    .replace(/^validate\d+\.errors = .*\n/gm, '')
    .replace(/^let vErrors = null;\n/gm, '')
    .replace(/^const err\d+ = .*\nif\(vErrors === null\)\{\nvErrors = \[err\d+\];\n\}\nelse \{\nvErrors\.push\(err\d+\);\n\}\n/gm, '')
    .replace(/^if\(vErrors !== null\)\{\nif\(_errs\d+\)\{\nvErrors\.length = _errs\d+;\n\}\nelse \{\nvErrors = null;\n\}\n\}\n/gm, '')
    .replace(/^vErrors = vErrors === null \? .*\nerrors = vErrors\.length;\n/gm, 'errors++;\n')
    .replaceAll('(data, {instancePath="", parentData, parentDataProperty, rootData=data}={})', '(data)')
    .replace(/, \{instancePath\b.*,rootData\}\)/gm, ')');
}

/** An ES module with two functions, `workspace` and `plan`, from plain data to whether it has that shape. */
export function compiledVerdicts(): string {
  const ajv = shapeCompiler({ allErrors: false });
  const parts = new Map<string, string>();
  const roots = { workspace: shared(bare(WORKSPACE_SCHEMA) as JsonSchema, parts), plan: shared(bare(PLAN_SCHEMA) as JsonSchema, parts) };
  const definitions = Object.fromEntries([...parts].map(([text, name]) => [name, JSON.parse(text) as JsonSchema]));
  ajv.addSchema({ definitions }, 'parts');
  for (const [kind, root] of Object.entries(roots)) ajv.addSchema(root, kind);
  const write = ('default' in standaloneCode ? standaloneCode.default : standaloneCode) as (ajv: unknown, refs: Record<string, string>) => string;
  const code = withoutErrors(write(ajv, { workspace: 'workspace', plan: 'plan' }));
  const left = /.*(?:vErrors|\.errors|instancePath|require\().*/.exec(code)?.[0];
  if (left !== undefined) throw new Error(`the verdicts still make errors or ask for a module: ${left}`);
  return `// Written by src/plan/precompile.ts. Do not edit.\n${code}`;
}
