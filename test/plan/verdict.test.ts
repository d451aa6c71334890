/**
 * A file that the quick validators let pass is never looked at by those that explain. So the two must agree on every file: held
 * here on real plans with every place in turn exchanged, removed and added to.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { toPlain } from '../../src/document/plain.ts';
import { MECHANICS } from '../../src/mechanic/index.ts';
import { PLAN_SCHEMA } from '../../src/plan/schema/plan.ts';
import { WORKSPACE_SCHEMA } from '../../src/plan/schema/workspace.ts';
import * as explaining from '../../src/plan/shape.generated.js';
import * as verdicts from '../../src/plan/verdict.generated.js';
import { source } from './world.ts';

type Tree = { [key: string]: unknown } | unknown[];

const ODD: readonly unknown[] = [null, true, 0, -1, 1.5, '', 'error', '01-01', '2026-01-01', 'x'.repeat(200), '__proto__', [], ['a'], ['a', 'a', 1], [[]], {}, { a: 1 }, { 'no name': '1' }, { 1: '50%', 2: 'x' }];

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every change at every place of a tree, made in the tree itself and undone after each look. */
function* changes(tree: Tree, path = ''): Generator<string> {
  const map = tree as Record<string, unknown>;
  for (const key of Object.keys(tree)) {
    const old = map[key];
    for (const odd of ODD) {
      map[key] = odd;
      yield `${path}/${key} = ${JSON.stringify(odd)}`;
    }
    if (!Array.isArray(tree)) {
      delete map[key];
      yield `${path}/${key} removed`;
    }
    map[key] = old;
    if (isTree(old)) yield* changes(old, `${path}/${key}`);
  }
  if (Array.isArray(tree)) return;
  map['unheard-of'] = 1;
  yield `${path}/unheard-of added`;
  delete map['unheard-of'];
}

/** The file as plain data that may be changed. */
function plainOf(file: string): Tree {
  const problems = new Problems();
  return JSON.parse(JSON.stringify(toPlain(parseDocument(source(file, readFileSync(file, 'utf8')), problems)!))) as Tree;
}

function examplesOf(schema: Readonly<Record<string, unknown>>): readonly unknown[] {
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Record<string, unknown>>);
  const whole = Object.fromEntries(fields.flatMap(([key, field]) => (Array.isArray(field['examples']) ? [[key, field['examples'][0]]] : [])));
  const then = schema['then'] as Record<string, unknown> | undefined;
  return [...((schema['examples'] ?? []) as readonly unknown[]), ...(fields.length > 0 ? [whole] : []), ...(then === undefined ? [] : examplesOf(then))];
}

const folders = [...readdirSync('plans', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [`plans/${entry.name}`] : [])), 'examples/adventureworks', 'examples/online-retail'];
const plans = folders.flatMap((folder) => readdirSync(`${folder}/plans`).flatMap((file) => (/(?<!\.test)\.yaml$/.test(file) ? [`${folder}/plans/${file}`] : [])));

/** One file with everything in it: the examples of every field, and a component for each mechanic. */
function everything(schema: Readonly<Record<string, unknown>>): Tree {
  const whole = examplesOf(schema).at(-1) as Record<string, unknown>;
  if ('components' in (schema['properties'] as object))
    whole['components'] = Object.fromEntries(MECHANICS.flatMap((mechanic, index) => examplesOf(mechanic.schema).map((example, at) => [`c${index}_${at}`, { commission: 'x', [mechanic.key]: example }])));
  return JSON.parse(JSON.stringify(whole)) as Tree;
}

describe('the quick answer is that of the validators that explain', () => {
  const files: readonly (readonly [string, 'plan' | 'workspace', Tree])[] = [
    ...plans.map((file) => [file, 'plan', plainOf(file)] as const),
    ...folders.map((folder) => [`${folder}/paycurve.yaml`, 'workspace', plainOf(`${folder}/paycurve.yaml`)] as const),
    ['every field of a plan', 'plan', everything(PLAN_SCHEMA)],
    ['every field of a workspace', 'workspace', everything(WORKSPACE_SCHEMA)],
  ];
  test.each(files)('%s', (name, kind, tree) => {
    expect(verdicts[kind](tree), 'unchanged').toBe(explaining[kind](tree));
    const wrong: string[] = [];
    let yes = 0;
    for (const change of changes(tree)) {
      const answer = verdicts[kind](tree);
      if (answer) yes++;
      if (answer !== explaining[kind](tree)) wrong.push(`${change}: ${answer}`);
    }
    expect(wrong).toEqual([]);
    expect(yes).toBeGreaterThan(name.startsWith('every') ? -1 : 20);
  });

  test('the mechanics in turn, each as a component of a real plan', () => {
    const tree = plainOf(plans[0]!) as { components: Record<string, unknown> };
    const wrong: string[] = [];
    for (const mechanic of MECHANICS)
      for (const example of examplesOf(mechanic.schema)) {
        tree.components = { base: { commission: 'x', [mechanic.key]: JSON.parse(JSON.stringify(example)) } };
        for (const change of changes(tree.components)) if (verdicts.plan(tree) !== explaining.plan(tree)) wrong.push(`${mechanic.key}: ${change}`);
      }
    expect(wrong).toEqual([]);
  });
});
