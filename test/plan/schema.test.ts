import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostic/codes.ts';
import { MECHANICS } from '../../src/mechanic/index.ts';
import type { JsonSchema } from '../../src/mechanic/mechanic.ts';
import { compiledShapes, schemaTexts, shapeCompiler } from '../../src/plan/schema/compile.ts';
import { CASES_SCHEMA } from '../../src/plan/schema/cases.ts';
import { PLAN_SCHEMA } from '../../src/plan/schema/plan.ts';
import { WORKSPACE_SCHEMA } from '../../src/plan/schema/workspace.ts';

const SCHEMAS = [
  ['workspace', WORKSPACE_SCHEMA],
  ['plan', PLAN_SCHEMA],
  ['cases', CASES_SCHEMA],
] as const;

/** Every schema inside, with its path; `field` for values of named fields. */
function* inside(schema: JsonSchema, path: string, field: boolean): Generator<{ readonly schema: JsonSchema; readonly path: string; readonly field: boolean }> {
  yield { schema, path, field };
  for (const [key, inner] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)) yield* inside(inner, `${path}/${key}`, true);
  for (const key of ['if', 'then', 'else', 'items', 'additionalProperties']) {
    const inner = schema[key];
    if (typeof inner === 'object' && inner !== null) yield* inside(inner as JsonSchema, `${path}/${key}`, false);
  }
}

describe.each(SCHEMAS)('the %s schema', (name, schema) => {
  test('as published is the one in the source: run npm run build and commit schema/', () => {
    expect(readFileSync(`schema/${name}.schema.json`, 'utf8')).toBe(new Map(schemaTexts()).get(name));
  });

  test('explains every field to editors', () => {
    for (const { schema: one, path, field } of inside(schema, '', false)) {
      if (!field) continue;
      expect(one['description'], `${path} has a description`).toMatch(/\.$|:$/);
      expect(one['markdownDescription'], `${path} has a description for editors`).toBeTruthy();
      expect(one['type'] ?? one['enum'], `${path} has a type`).toBeDefined();
    }
  });

  test('gives examples that are valid', () => {
    const ajv = shapeCompiler();
    for (const { schema: one, path, field } of inside(schema, '', false)) {
      if (!field) continue;
      const validate = ajv.compile({ ...one });
      const examples = (one['examples'] ?? []) as readonly unknown[];
      // A map may leave them to its fields.
      if (one['properties'] === undefined) expect(examples.length, `${path} has examples`).toBeGreaterThan(0);
      for (const example of examples) expect(validate(example), `${path}: ${JSON.stringify(example)} ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  test('says in words what each pattern means, and no pattern is slow on hostile text', () => {
    const hostile = ['a'.repeat(10_000), '1'.repeat(10_000), ' '.repeat(10_000), `${'a-'.repeat(5_000)}!`, `2026${'-01'.repeat(3_000)}`, 'rolling '.repeat(1_200)];
    const patterns = new Map<string, unknown>();
    for (const { schema: one } of inside(schema, '', false)) {
      for (const holder of [one, (one['propertyNames'] ?? {}) as JsonSchema]) if (typeof holder['pattern'] === 'string') patterns.set(holder['pattern'], holder['patternErrorMessage']);
    }
    expect(patterns.size).toBeGreaterThan(1);
    const start = performance.now();
    for (const [pattern, words] of patterns) {
      expect(words, `${pattern} has words`).toBeTruthy();
      for (const text of hostile) new RegExp(pattern).test(text);
    }
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe('the compiled validators', () => {
  test('need no module at run time', () => {
    expect(compiledShapes()).not.toMatch(/require\(|^import /m);
  });

  test('know every mechanic', () => {
    const component = ((PLAN_SCHEMA['properties'] as Record<string, JsonSchema>)['components']!['additionalProperties'] as JsonSchema)['properties'] as JsonSchema;
    for (const mechanic of MECHANICS) if (mechanic.where.includes('component')) expect(component[mechanic.key]).toMatchObject(mechanic.schema);
  });
});

describe('the codes of this room', () => {
  const tested = ['test/plan', 'test/timing'].flatMap((folder) => readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'))).join('\n');
  const own = Object.keys(CODES).filter((code) => /^P[012]/.test(code));

  test.each(own)('%s has a test', (code) => {
    expect(tested.includes(`'${code}'`) || tested.includes(`(${code})`) || tested.includes(`${code}: `), code).toBe(true);
  });

  test.each(own)('%s is told in plain sentences', (code) => {
    const { title, about, wrong, right } = CODES[code as keyof typeof CODES];
    expect(title).not.toMatch(/\.$|^[A-Z]/);
    expect(about).toMatch(/^[A-Z][^]*\.$/);
    expect(wrong).not.toBe('');
    expect(right).not.toBe(wrong);
  });
});
