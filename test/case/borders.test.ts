/** Borders are found where the plan has them, to the cent; jumps are said; broken laws fail; what is written holds. */
import { afterEach, describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import type { MapNode } from '../../src/document/node.ts';
import { declaredEdges } from '../../src/case/border/declared.ts';
import { brokenAt } from '../../src/case/border/laws.ts';
import type { Seen } from '../../src/case/border/probe.ts';
import { Exact } from '../../src/value/exact.ts';
import type { World } from '../cli/world.ts';
import { acme, cases, paid, rows } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

function world(): World {
  const made = acme();
  worlds.push(made);
  made.write('plans/plan.test.yaml', cases(`quota\n${rows('1,2026-03-10,ana,,10000.00,50%,New')}\n${paid('new_business', '800.00')}`));
  return made;
}

const lines = (out: string): string[] => out.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, ' '));

describe('borders', () => {
  test('of a plan stand where it says, with what is paid on both sides', async () => {
    const { code, out } = await world().run('test --borders');
    expect(code).toBe(0);
    expect(lines(out)).toEqual(expect.arrayContaining([
      '10000.00 800.00 | 10000.01 800.00 | 10000.02 800.00 tiers: tier 1 → tier 2 line 19',
      '45000.00 5,000.00 | 45000.01 5,000.00 | 45000.02 5,000.00 cap: not touched → cut line 20',
      '29.99% 0.00 | 30.00% 800.00 | 30.01% 800.00 gate: closed → open jumps by 800.00 line 13',
      '2025-12-31 none | 2026-01-01 2026-Q1 | 2026-01-02 2026-Q1 first day of the plan',
      '2026-12-30 2026-Q4 | 2026-12-31 2026-Q4 | 2027-01-01 none last day of the plan',
      'not moved, because no case pays it anything or nothing in its rows leads to it: renewals',
    ]));
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^5 borders and 4 days in 1 plan: 1 jump, no law is broken$/);
  });

  test('kept as cases hold, and fail when the plan changes', async () => {
    const made = world();
    expect((await made.run('test --borders -q --write plans/borders.test.yaml')).code).toBe(0);
    expect((await made.run('test plans/borders.test.yaml -q')).code).toBe(0);
    made.write('plans/plan.yaml', made.read('plans/plan.yaml').replace('30%', '31%'));
    expect((await made.run('test plans/borders.test.yaml -q')).code).toBe(1);
  });

  test('of a plan that a case writes are found once for its table, and not written', async () => {
    const made = world();
    made.write('plans/plan.test.yaml', `plan:\n  plan: own\n  effective: 2026-01-01 to 2026-12-31\n  credits: { own: { from: sales, to: seller } }\n  measures: { new: { sum: amount } }\n  components: { pay: { commission on: new, tiers: { read: whole, rates: [{ to: 100, rate: 5% }, { rate: 8% }] } } }\ncases:\n  - name: at {a}\n    table: [{ a: 90, e: "4.50" }, { a: 100, e: "8.00" }]\n${rows('1,2026-03-10,ana,,{a},50%,New')}\n${paid('pay', '{e}')}\n`);
    const { out, err } = await made.run('test --borders --write x.test.yaml');
    expect(lines(out)).toContain('99.99 5.00 | 100.00 8.00 | 100.01 8.00 tiers: tier 1 → tier 2 jumps by 3.00 line 6');
    expect(out.match(/tiers: tier 1/g)).toHaveLength(1);
    expect(err).toContain('wrote nothing');
  });

  test('a day of the year before was said to break a law where a window looks at that year', async () => {
    const made = world();
    made.write('plans/plan.test.yaml', `plan:\n  plan: own\n  effective: 2026-01-01 to 2026-12-31\n  credits: { own: { from: sales, to: seller } }\n  measures: { new: { sum: amount }, before: { sum: amount, window: previous-year } }\n  components: { pay: { commission on: new, rate: 5% }, growth: { commission on: new, amount: "1% * max(new - before, 0)" } }\ncases:\n  - name: growth\n${rows('1,2026-03-10,ana,,100,50%,New')}\n${paid('pay', '5.00')}\n`);
    const { out } = await made.run('test --borders');
    expect(out).toContain('no law is broken');
  });

  test('as JSON, and what does nothing is refused', async () => {
    const made = world();
    const { plans } = JSON.parse((await made.run('test --borders --format json')).out) as { plans: { walks: { borders: unknown[] }[] }[] };
    expect(plans[0]!.walks.map(({ borders }) => borders.length)).toEqual([4, 1]);
    expect((await made.run('test --borders --mutate')).err).toContain('U018');
    expect((await made.run('test --write x.yaml')).err).toContain('U018');
    expect((await made.run('test --borders --format junit')).err).toContain('U003');
  });
});

describe('laws', () => {
  const declared = (key: string, yaml: string): ReturnType<typeof declaredEdges> => declaredEdges(key, (parseDocument({ name: 'x', text: `commission on: revenue\n${key}: ${yaml}\n` }, new Problems()) as MapNode));
  const seen = (earned: number, base: number): Seen => ({ earned: Exact.of(earned), base: Exact.of(base), quota: Exact.of(100), took: new Map(), after: new Map() });
  const around = (below: readonly [number, number], here: readonly [number, number], above: readonly [number, number], jump?: number): Parameters<typeof brokenAt>[0] => ({ below: seen(...below), here: seen(...here), above: seen(...above), jump: jump === undefined ? undefined : Exact.of(jump) });
  const whole = '{ read: whole, rates: [{ to: 50, rate: 5% }, { rate: 8% }] }';

  test('a border that the engine has elsewhere is broken', () => {
    const turned = { key: 'tiers', alone: true };
    expect(brokenAt(around([1, 49], [4, 50], [4, 51], 3), turned, declared('tiers', whole))).toEqual([]);
    expect(brokenAt(around([1, 50], [4, 51], [4, 52], 3), turned, declared('tiers', whole))[0]!.law).toBe('a border lies where the plan says');
    const inclusive = declared('tiers', whole.replace('whole,', 'whole, edge: upper-inclusive,'));
    expect(brokenAt(around([1, 50], [4, 51], [4, 52], 3), turned, inclusive)).toEqual([]);
    expect(brokenAt(around([1, 49], [4, 50], [4, 51], 3), turned, inclusive)).toHaveLength(1);
  });

  test('slices that jump, and gaps that pay nothing, are broken', () => {
    const turned = { key: 'tiers', alone: true };
    const marginal = declared('tiers', '{ read: marginal, by: attainment of revenue, rates: [{ to: 50%, rate: 5% }, { rate: 8% }] }');
    expect(brokenAt(around([1, 50], [9, 51], [9, 52], 8), turned, marginal).map(({ law }) => law)).toEqual(['slices do not jump']);
    expect(brokenAt(around([3, 49], [0, 50], [3, 51]), turned, undefined).map(({ law }) => law)).toEqual(['no gap pays nothing']);
  });

  test('edges that are formulas, or on another scale, are not judged', () => {
    expect(declared('tiers', '{ read: whole, by: deals, rates: [{ to: 50, rate: 5% }, { rate: 8% }] }')).toBeUndefined();
    expect(declared('gate', 'margin >= 30%')).toBeUndefined();
    expect(declared('gate', 'attainment of revenue > 30%')).toMatchObject({ axis: 'attainment', owner: 'lower' });
  });
});
