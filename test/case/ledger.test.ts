/** Entries of the explanation: complete lists, in order; one too many, one too few and n/a for 0.00 fail. */
import { afterEach, describe, expect, test } from 'vitest';
import type { World } from '../cli/world.ts';
import { acme, cases, paid, rows } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

const SALES = rows('1,2026-03-10,ana,,60000.00,50%,New');
const who = 'payee: ana, period: 2026-Q1, component: new_business';
const ONE = `{ ${who}, step: earning, tier: 1, on: "10,000.00", amount: "800.00" }`;
const TWO = `{ ${who}, step: earning, tier: 2, on: "50,000.00", amount: "6,000.00" }`;
const CAP = `{ ${who}, step: adjustment, name: cap, amount: "-1,800.00" }`;

async function run(...entries: readonly string[]): Promise<{ code: number; out: string }> {
  const made = acme();
  worlds.push(made);
  made.write('plans/plan.test.yaml', cases(`cut\n${SALES}\n${paid('new_business', '5,000.00')}\n    ledger:\n${entries.map((entry) => `      - ${entry}`).join('\n')}`));
  return made.run('test');
}

describe('entries', () => {
  test('of tiers and a cap, all of them', async () => {
    expect((await run(ONE, TWO, CAP)).code).toBe(0);
  });

  test.each([
    ['one too few', [ONE, TWO], 'ana 2026-Q1 new_business entry 3\n          expected nothing\n          found    adjustment, cap, -1,800.00'],
    ['another order', [TWO, ONE, CAP], 'entry 1\n          expected earning, tier 2, on 50,000.00, 6,000.00\n          found    earning, tier 1, on 10,000.00, 800.00'],
    ['one too many', [ONE, TWO, CAP, `{ ${who}, step: rounding, amount: "0.00" }`], 'entry 4\n          expected rounding, 0.00\n          found    nothing'],
    ['another part of the base', [ONE.replace('10,000', '10,001'), TWO, CAP], 'expected earning, tier 1, on 10,001.00, 800.00'],
    ['n/a for an amount', [ONE.replace('"800.00"', 'n/a'), TWO, CAP], 'expected earning, tier 1, on 10,000.00, n/a'],
  ])('with %s fail', async (_what, entries, words) => {
    const { code, out } = await run(...entries);
    expect(code).toBe(1);
    expect(out).toContain(words);
  });

  test('of what went in are compared where the kind is named', async () => {
    const credit = `{ ${who}, step: credit, name: 1, amount: "60,000.00" }`;
    expect((await run(credit, ONE, TWO, CAP)).out).toContain('entry 2\n          expected earning');
    const gate = `{ ${who}, step: gate, name: gate, amount: n/a }`;
    expect((await run(gate, ONE, TWO, CAP)).code).toBe(0);
  });
});
