import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { toPlain } from '../../src/document/plain.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { nodeAt, pointerSteps, pointerTo } from '../../src/document/pointer.ts';
import type { MapNode, Node, ScalarNode } from '../../src/document/node.ts';

function tree(text: string): MapNode {
  const problems = new Problems();
  const root = parseDocument({ name: 'p.yaml', text }, problems);
  expect(problems.all).toEqual([]);
  return root as MapNode;
}

function shown(node: Node): string {
  return node.at.source.text.slice(node.at.start, node.at.end);
}

describe('a scalar keeps its exact text', () => {
  const texts: [string, string, ScalarNode['looks']][] = [
    ['12345678901234567890.12', '12345678901234567890.12', 'number'], ['0.1000000000000000055', '0.1000000000000000055', 'number'],
    ['010', '010', 'number'], ['0x1F', '0x1F', 'number'], ['1e3', '1e3', 'number'], ['1_000', '1_000', 'text'], ['5%', '5%', 'text'],
    ['00123', '00123', 'number'], ['true', 'true', 'yes-no'], ['yes', 'yes', 'text'], ['no', 'no', 'text'], ['2026-02-30', '2026-02-30', 'text'], ['02-01', '02-01', 'text'],
    ['null', '', 'nothing'], ['~', '', 'nothing'], ['', '', 'nothing'], ['"5"', '5', 'text'], ["'it''s'", "it's", 'text'], ['"\\u0041"', 'A', 'text'],
  ];
  for (const [yaml, text, looks] of texts)
    test(`${yaml === '' ? '(nothing)' : yaml} is ${JSON.stringify(text)}, ${looks}`, () => {
      const node = tree(`v: ${yaml}\n`).get('v') as ScalarNode;
      expect([node.text, node.looks]).toEqual([text, looks]);
    });
});

test('every node knows its place, its key and its pointer', () => {
  const root = tree('plan: a\ncomponents:\n  base:\n    rate: 5%\n    tiers: [1, {to: 2}]\n');
  const { node, keyAt, whole } = nodeAt(root, '/components/base/tiers/1/to');
  expect([shown(node), node.pointer, whole]).toEqual(['2', '/components/base/tiers/1/to', true]);
  expect(keyAt && node.at.source.text.slice(keyAt.start, keyAt.end)).toBe('to');
  expect(shown(nodeAt(root, '/components').node)).toBe('base:');
  expect(shown(nodeAt(root, '/components/base/tiers').node)).toBe('[1, {to: 2}]');
});

test('a pointer to what is missing ends at the nearest node', () => {
  const root = tree('a:\n  b: [1]\n');
  for (const [pointer, nearest] of [['/a/x/y', '/a'], ['/a/b/7', '/a/b'], ['/a/b/0/z', '/a/b/0'], ['/nope', '']]) {
    const found = nodeAt(root, pointer!);
    expect([found.node.pointer, found.whole]).toEqual([nearest, false]);
  }
});

test('keys with slashes and tildes are escaped in pointers', () => {
  const root = tree('"a/b~c": 1\n');
  const pointer = pointerTo('', 'a/b~c');
  expect(pointer).toBe('/a~1b~0c');
  expect(pointerSteps(pointer)).toEqual(['a/b~c']);
  expect(nodeAt(root, pointer).whole).toBe(true);
});

test('plain JSON has the same shape, and no prototype that a key could reach', () => {
  const plain = toPlain(tree('a: 5\nb: [true, null, "5", x]\nc: {toString: 1, hasOwnProperty: 2}\n')) as Record<string, unknown>;
  expect(JSON.stringify(plain)).toBe('{"a":5,"b":[true,null,"5","x"],"c":{"toString":1,"hasOwnProperty":2}}');
  expect(Object.getPrototypeOf(plain)).toBeNull();
  expect(JSON.stringify(toPlain(tree('a: .inf\nb: 0x1F\n')))).toBe('{"a":0,"b":31}');
});

test('after a key that stands twice the first entry is read, so that all else is checked', () => {
  const problems = new Problems();
  const root = parseDocument({ name: 'p.yaml', text: 'rate: 5%\nrate: 6%\n' }, problems) as MapNode;
  expect((root.get('rate') as ScalarNode).text).toBe('5%');
  expect(problems.all.map((problem) => [problem.code, problem.pointer])).toEqual([['Y007', '/rate']]);
});
