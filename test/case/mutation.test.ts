/** Each change of the plan that no case notices is listed; one that a case notices is not; one that makes no plan is none. */
import { afterEach, describe, expect, test } from 'vitest';
import { mutantsOf } from '../../src/case/mutants.ts';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import type { MapNode, Node } from '../../src/document/node.ts';
import { parseDocument } from '../../src/document/parse.ts';
import type { World } from '../cli/world.ts';
import { acme, cases, paid, rows } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

function world(...all: readonly string[]): World {
  const made = acme();
  made.write('plans/plan.test.yaml', cases(...all));
  worlds.push(made);
  return made;
}

const NEW = `quota\n${rows('1,2026-03-10,ana,,10000.00,50%,New')}\n${paid('new_business', '800.00')}`;
const ALL = [
  `closed\n${rows('1,2026-03-10,ana,,1000.00,29%,New')}\n${paid('new_business', '0.00')}`,
  `above\n${rows('1,2026-03-10,ana,,11000.00,30%,New')}\n${paid('new_business', '920.00')}`,
  `cut\n${rows('1,2026-03-10,ana,,100000.00,50%,New')}\n${paid('new_business', '5,000.00')}`,
  `shared\n${rows('1,2026-03-10,ana,ben,100.00,50%,New', '2,2026-03-11,ana,,100.00,50%,Other')}\n${paid('new_business', '4.80')}\n    excluded: { filtered: 1 }`,
  `renewed\n${rows('1,2026-03-10,ana,,100.00,29%,Renewal')}\n${paid('renewals', '3.00')}`,
];

const unnoticed = (out: string): string[] => [...out.matchAll(/no case fails {2}(.*?) {2}plans\/plan\.yaml(:\d+)$/gm)].map((match) => `${match[1]} ${match[2]}`);

describe('mutation', () => {
  test('of a plan with one case lists what the case says nothing about', async () => {
    const { code, out } = await world(NEW).run('test --mutate -q');
    expect(code).toBe(0);
    expect(unnoticed(out)).toEqual(['40% → 41% :4', '* → / :7', '>= → > :13', '30% → 31% :13', '100% → 101% :18', '12% → 13% :19', '5_000 → 5_001 :20', '3% → 4% :21']);
    expect(out.trimEnd().split('\n').at(-1)).toBe('mutation 38.4 % (5 of 13)');
  });

  test('of a plan with a case for each thing finds nothing', async () => {
    const { out } = await world(...ALL).run('test --min-mutation 100 -q');
    expect(unnoticed(out)).toEqual([]);
    expect(out).toContain('mutation 100.0 % (13 of 13), at least 100 % is asked for\n');
  });

  test('--min-mutation is met exactly, or the exit code is 1', async () => {
    const made = world(NEW);
    expect((await made.run('test --min-mutation 38 -q')).code).toBe(0);
    const short = await made.run('test --min-mutation 39 -q');
    expect([short.code, short.out.trimEnd().split('\n').at(-1)]).toEqual([1, 'mutation 38.4 % (5 of 13): less than the 39 % asked for']);
    expect((await made.run('test --min-mutation 39 --format junit')).out).toContain('<failure type="T011" message="38.4 %: 5 of 13"/>');
    const { mutation } = JSON.parse((await made.run('test --mutate --format json')).out) as { mutation: { noticed: number; all: number; plans: { survivors: unknown[] }[] } };
    expect([mutation.noticed, mutation.all, mutation.plans[0]!.survivors[0]]).toEqual([5, 13, { what: '40% → 41%', path: 'credits.own.split.partner', line: 4, col: 53 }]);
  });

  test('leaves out what the cases call equivalent, with the reason', async () => {
    const made = world(NEW);
    const told = (change: string, at: string): string => `equivalent:\n  - { at: "${at}", change: "${change}", because: no deal is shared }\n`;
    made.write('plans/plan.test.yaml', `${told('40% → 41%', 'credits.own.split.partner')}${cases(NEW)}`);
    const { code, out } = await made.run('test --mutate -q');
    expect(code).toBe(0);
    expect(out).toContain('equivalent     40% → 41%  plans/plan.yaml:4  no deal is shared');
    expect(out.trimEnd().split('\n').at(-1)).toBe('mutation 41.6 % (5 of 12)');
    // a case notices this one, and that one is not there any more
    for (const stale of [told('8% → 9%', 'components.new_business.tiers.rates[1].rate'), told('40% → 41%', 'credits.own.split.helper')]) {
      made.write('plans/plan.test.yaml', `${stale}${cases(NEW)}`);
      const again = await made.run('test --mutate -q');
      expect([again.code, again.out]).toEqual([1, expect.stringContaining('error[T012]')]);
    }
  });

  test('times one and plus nothing have no neighbour that means something else', () => {
    const root = parseDocument({ name: 'plan.yaml', text: 'components:\n  a: { rate: 2 * 1 + 0 }\n' }, new Problems()) as MapNode;
    expect(mutantsOf(root).map(({ what }) => what)).toEqual(['2 → 3', '1 → 2', '0 → 1']);
  });

  test('is not done while a case fails by itself', async () => {
    const { code, out } = await world(NEW.replace('800.00"', '801.00"')).run('test --mutate -q');
    expect(code).toBe(1);
    expect(out).toMatch(/Mutation: not done, because cases fail, or cannot be run, without any change\n$/);
  });

  test('is not done where a case cannot be run: it said 100 % of nothing', async () => {
    const { code, out } = await world(NEW.replace('rows:', 'rowz:')).run('test --mutate -q');
    expect(code).toBe(1);
    expect(out).toContain('Mutation: not done');
  });

  test('changes leave the plan as it was', async () => {
    const made = world(NEW);
    const before = made.read('plans/plan.yaml');
    await made.run('test --mutate -q');
    expect(made.read('plans/plan.yaml')).toBe(before);
  });
});

describe('a change', () => {
  const changes = (yaml: string): string[] => {
    const root = parseDocument({ name: 'plan.yaml', text: `components:\n  a: ${yaml}\n` }, new Problems()) as MapNode;
    return mutantsOf(root).map((mutant) => `${mutant.what}: ${plain(mutant.root.get('components')!)}`);
  };
  const plain = (node: Node): string => (node.kind === 'scalar' ? node.text : node.kind === 'list' ? `[${node.items.map(plain).join(', ')}]` : `{${node.entries.map(({ key, value }) => `${key}: ${plain(value)}`).join(', ')}}`);

  test.each([
    ['8%', ['8% → 9%: {a: 9%}']],
    ['1.50', ['1.50 → 1.51: {a: 1.51}']],
    ['9.9%', ['9.9% → 10.0%: {a: 10.0%}']],
    ['1_999', ['1_999 → 2_000: {a: 2_000}']],
    ['2/37', ['2 → 3: {a: 3/37}', '/ → *: {a: 2*37}', '37 → 38: {a: 2/38}']],
    ['{ 85%: 0%, 95%: 100% }', ['85% → 86%: {a: {86%: 0%, 95%: 100%}}', '0% → 1%: {a: {85%: 1%, 95%: 100%}}', '95% → 96%: {a: {85%: 0%, 96%: 100%}}', '100% → 101%: {a: {85%: 0%, 95%: 101%}}']],
    ["x >= 3 and y == 'A 1'", [">= → >: {a: x > 3 and y == 'A 1'}", "3 → 4: {a: x >= 4 and y == 'A 1'}", "and → or: {a: x >= 3 or y == 'A 1'}", "== → !=: {a: x >= 3 and y != 'A 1'}"]],
    ['max(a, 2)', ['max → min: {a: min(a, 2)}', '2 → 3: {a: max(a, 3)}']],
    ['{ title: Level 2, order: [a, b] }', []],
    ['2026-01-01', []],
  ] as const)('of %s', (yaml, expected) => {
    expect(changes(yaml)).toEqual(expected);
  });
});
