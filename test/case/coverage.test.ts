/** What no case reaches is listed with its line, and counts against --min-coverage. */
import { afterEach, describe, expect, test } from 'vitest';
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
const ABOVE = `above\n${rows('1,2026-03-10,ana,,10001.00,50%,New')}\n${paid('new_business', '800.12')}`;
const CUT = `cut\n${rows('1,2026-03-10,ana,,100000.00,50%,New')}\n${paid('new_business', '5,000.00')}`;
const CLOSED = `closed\n${rows('1,2026-03-10,ana,,100000.00,29%,New')}\n${paid('new_business', '0.00')}`;
const RENEWED = `renewed\n${rows('1,2026-03-10,ana,,100.00,29%,Renewal')}\n${paid('renewals', '3.00')}`;

/** Cases → what they leave. */
const TABLE: readonly (readonly [all: readonly string[], left: readonly string[], share: string])[] = [
  [[NEW], ['new_business: gate, closed :13', 'new_business: tiers, tier 2 :19', 'new_business: cap, cut :20', 'renewals earns something :21'], '50.0 % (4 of 8)'],
  [[ABOVE], ['new_business: gate, closed :13', 'new_business: cap, cut :20', 'renewals earns something :21'], '62.5 % (5 of 8)'],
  [[CUT], ['new_business: gate, closed :13', 'new_business: cap, not touched :20', 'renewals earns something :21'], '62.5 % (5 of 8)'],
  [[CLOSED], ['new_business earns something :11', 'new_business: gate, open :13', 'new_business: tiers, tier 1 :18', 'new_business: tiers, tier 2 :19', 'new_business: cap, not touched :20', 'new_business: cap, cut :20', 'renewals earns something :21'], '12.5 % (1 of 8)'],
  [[NEW, CUT, CLOSED, RENEWED], [], '100.0 % (8 of 8)'],
];

describe('coverage', () => {
  test.each(TABLE)('of %#', async (all, left, share) => {
    const { code, out } = await world(...all).run('test --coverage -q');
    expect(code).toBe(0);
    expect([...out.matchAll(/not reached {2}(.*?) {2}plans\/plan\.yaml(:\d+)$/gm)].map((match) => `${match[1]} ${match[2]}`)).toEqual(left);
    expect(out.trimEnd().split('\n').at(-1)).toBe(`coverage ${share}`);
  });

  test('both sides of an if, and a rule of the plan', async () => {
    const made = world(`one\n${rows('1,2026-03-10,ana,,100.00,29%,Renewal')}\n${paid('renewals', '3.00')}`);
    made.write('plans/plan.yaml', `${made.read('plans/plan.yaml').replace('rate: 3%', 'rate: "if(renewed >= 1000, 5%, 3%)"')}adjust: [{ cap: 10 }]\n`);
    const { out } = await made.run('test --coverage -q');
    expect(out).toContain('not reached  if renewed >= 1000  plans/plan.yaml:21');
    expect(out).not.toContain('if not renewed >= 1000');
    expect(out).toContain('not reached  adjust: cap, cut  plans/plan.yaml:22');
    expect(out).not.toContain('adjust: cap, not touched');
  });

  test('--min-coverage is met exactly, or the exit code is 1', async () => {
    const made = world(NEW);
    expect(await made.run('test --min-coverage 50 -q')).toMatchObject({ code: 0, out: expect.stringContaining('coverage 50.0 % (4 of 8), at least 50 % is asked for\n') as string });
    expect(await made.run('test --min-coverage 51 -q')).toMatchObject({ code: 1, out: expect.stringContaining('coverage 50.0 % (4 of 8): less than the 51 % asked for\n') as string });
    expect((await made.run('test --min-coverage 51 --format junit')).out).toContain('<failure type="T009" message="50.0 %: 4 of 8"/>');
    const { coverage } = JSON.parse((await made.run('test --coverage --format json')).out) as { coverage: { reached: number; all: number; plans: { points: { what: string; line: number; reached: boolean }[] }[] } };
    expect([coverage.reached, coverage.all, coverage.plans[0]!.points[0]]).toEqual([4, 8, { what: 'new_business earns something', line: 11, col: 3, reached: true }]);
    for (const wrong of ['101', '-1', 'x', '50.5']) expect((await made.run(['test', '--min-coverage', wrong])).code).toBe(2);
  });

  test('per-deal tiers and those rounded deal by deal are counted too', async () => {
    const made = world(`two\n${rows('1,2026-03-10,ana,,100.00,50%,New', '2,2026-03-11,ana,,100.00,50%,New')}\n${paid('new_business', '3.00')}`);
    const plan = made.read('plans/plan.yaml');
    const withTiers = (tiers: string): string => plan.replace(/ {4}gate[\s\S]*cap: 5_000\n/, tiers);
    made.write('plans/plan.yaml', withTiers('    tiers: { read: per-deal, position: before, order: [day, id], rates: [{ to: 100, rate: 1% }, { to: 500, rate: 2% }, { rate: 3% }] }\n'));
    expect((await made.run('test --coverage -q')).out).toContain('    not reached  new_business: tiers, tier 3');
    expect((await made.run('test --coverage -q')).out).not.toMatch(/tier [12]/);
    made.write('plans/plan.yaml', withTiers('    tiers: { read: marginal, rates: [{ to: 100, rate: 1% }, { to: 500, rate: 2% }, { rate: 3% }] }\n').replace('credits:', 'rounding: { mode: half-up, at: transaction }\ncredits:'));
    expect((await made.run('test --coverage -q')).out).not.toMatch(/tier [12]/);
  });
});
