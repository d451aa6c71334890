/** Problems point home: into the file, through quotes, escapes and folded lines; and ` #` is told as what it is. */
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import type { ScalarNode } from '../../src/document/node.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { readFormula } from '../../src/expr/formula.ts';
import { columnsOf, scopeOf } from './bench.ts';

function told(yaml: string): { code: string; marked: string; hint: string | undefined; pointer: string | undefined }[] {
  const problems = new Problems();
  const source = { name: 'plan.yaml', text: yaml };
  const root = parseDocument(source, problems);
  const node = root?.kind === 'map' ? (root.get('where') as ScalarNode) : undefined;
  expect(node?.kind, JSON.stringify(problems.all)).toBe('scalar');
  readFormula(node!, scopeOf(columnsOf({ amount: 'money', product: 'text', paid: 'yes-no' })), ['yes-no'], () => () => undefined, problems);
  return problems.all.map(({ code, at, hint, pointer }) => ({ code, marked: yaml.slice(at!.start, at!.end), hint, pointer }));
}

describe('a slip is marked in the file', () => {
  test('in a plain value', () => expect(told('a: 1\nwhere: amuont > 5\n')).toMatchObject([{ code: 'X102', marked: 'amuont', pointer: '/where' }]));
  test('in single quotes with doubled marks', () => expect(told("where: 'product == ''A'' and amuont > 5'\n")).toMatchObject([{ code: 'X102', marked: 'amuont' }]));
  test('in double quotes with escapes', () => expect(told('where: "product == \\"A\\" and amuont > 5"\n')).toMatchObject([{ code: 'X102', marked: 'amuont' }]));
  test('in a folded text of several lines', () => expect(told('where: >\n  product == "A"\n  and amuont > 5\n')).toMatchObject([{ code: 'X102', marked: 'amuont' }]));
  test('in a plain value of several lines', () => expect(told('where: product == "A"\n  and amuont > 5\n')).toMatchObject([{ code: 'X102', marked: 'amuont' }]));
  test('behind an emoji', () => expect(told("where: product == '😀' and amuont > 5\n")).toMatchObject([{ code: 'X102', marked: 'amuont' }]));
});

describe('what YAML cut off', () => {
  test('a text with a blank and # is told by the reader of documents', () => {
    const problems = new Problems();
    parseDocument({ name: 'plan.yaml', text: 'where: product == "x #1" and paid\n' }, problems);
    expect(problems.all.map(({ code }) => code)).toEqual(['Y018']);
  });
  test('and, where a formula is cut all the same, by its own reader', () => {
    const text = 'where: product == "x #1" and paid\n';
    const source = { name: 'plan.yaml', text };
    const place = (start: number, end: number) => ({ source, start: start + 7, end: end + 7 });
    const problems = new Problems();
    readFormula({ text: 'product == "x', at: place(0, 13), place }, scopeOf(columnsOf({ product: 'text' })), ['yes-no'], () => () => undefined, problems);
    expect(problems.all).toMatchObject([{ code: 'X013', at: { start: 18, end: 20 }, hint: 'put the whole formula in the other kind of quotation marks, so that # stays part of it' }]);
  });
  test('a comment behind a whole formula is none of our business', () => expect(told('where: amount > 5 # big ones\n')).toEqual([]));
  test('an open text without a comment is just open', () => expect(told("where: product == 'x\n")).toMatchObject([{ code: 'X013', hint: "end it with '" }]));
});
