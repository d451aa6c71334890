/** A people file given as a plan stood whole, names and target incentives, in the message, also in the formats that are shared. */
import { afterEach, describe, expect, test } from 'vitest';
import { World } from '../cli/world.ts';
import { lines, problemsOf, workspaceOf } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

const FORMATS = ['text', 'concise', 'json', 'junit', 'sarif', 'github', 'markdown'];

test.each([
  ['a people file', 'id,name,pay\nE101,Abigail Stone,80000\nE102,Bruno Keller,80000\n'],
  ['with semicolons', 'id;name;pay\nE101;Abigail Stone;80000\n'],
  ['with quotes', '"id","name","pay"\n"E101","Abigail Stone","80000"\n'],
  ['with a colon in it', 'id,name,pay\nE101,Abigail Stone: lead,80000\n'],
])('%s is a CSV file and no plan (P010), and nothing of it is shown in any format', async (_name, text) => {
  const world = await World.acme();
  worlds.push(world);
  world.write('acme/plans/people.yaml', text);
  for (const format of FORMATS) {
    const { out, code } = await world.run(`validate acme --format ${format}`);
    expect(code).toBe(1);
    expect(out).toContain('P010');
    expect(out).not.toMatch(/Abigail|80000/);
  }
  expect((await world.run('validate acme --format concise')).out).toBe('acme/plans/people.yaml:1:1: error[P010]: acme/plans/people.yaml is a CSV file, and no plan\n');
});

describe('other files', () => {
  const told = (text: string): string[] => lines(problemsOf([text], workspaceOf()));
  test.each([
    ['- a\n- b\n', 'a list'],
    ['Abigail Stone earns 80000 a year, and nobody else does\n', 'a text'],
  ])('%j', (text, kind) => expect(told(text)).toEqual([`P010 plan-1.yaml is ${kind}, and no plan`]));

  test('a plan that begins with a comment full of commas is none', () => {
    expect(told('# a, b, c\n# d, e, f\nplan: ae\n').join()).not.toContain('P010');
    expect(told('{ plan: ae, effective: 2026-01-01 to 2026-12-31,\n  title: a, for: b }\n').join()).not.toContain('P010');
  });

  test('a long text in the wrong place is cut', () => {
    expect(told(`plan: ae\nmeasures: "${'Abigail Stone 80000, '.repeat(20)}"\n`).find((line) => line.includes('measures is'))!.length).toBeLessThan(120);
  });
});
