/** Documents of the books for machines and for pages: their published schemas, Markdown, and what explain --transaction says of a closed period. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { World } from '../cli/world.ts';
import { booksWorld, SALES } from './world.ts';

vi.setConfig({ testTimeout: 60_000 });

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

/** January is closed; a late row of January and a changed one are known since. */
async function later(): Promise<World> {
  const world = booksWorld();
  worlds.push(world);
  expect((await world.run('close 2026-01 --on 2026-02-05')).code).toBe(0);
  world.write('data/sales.csv', `${SALES.replace('J2,2026-01-31,ben,500.00', 'J2,2026-01-31,ben,900.00')}L1,2026-01-12,ana,50.00,USD\n`);
  return world;
}

const fits = (name: string, text: string): void => {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8')) as object);
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
};

describe('documents of the books', () => {
  it('fit their published schemas', async () => {
    const world = await later();
    for (const [name, command] of [['adjustments', 'adjustments --format json'], ['balances', 'balances --all --format json'], ['verify', 'verify --format json'], ['close', 'close 2026-02 --on 2026-03-05 --format json']] as const) {
      const { code, out, err } = await world.run(command);
      expect([name, code], err).toEqual([name, 0]);
      fits(name, out);
      expect((await world.run(`schema ${name}`)).out).toBe(`${JSON.stringify(JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8')), undefined, 2)}\n`);
    }
  });

  it('are written as Markdown', async () => {
    const world = await later();
    expect((await world.run('adjustments --person ana --format markdown')).out).toBe(`<!-- paycurve:adjustments -->
### books · 1 adjustment for closed periods · only person ana

| Paid in | State | Person | Plan | For | Component | Recorded | Now | Difference | Reason | Why |
|---|---|---|---|---|---|--:|--:|--:|---|---|
| 2026-02 | open | ana | seller | 2026-01 | commission | 100.00 USD | 105.00 USD | 5.00 USD | late-deal | late: L1 (2026-01-12) 50 |
| **Total** |  |  |  |  |  |  |  | **5.00 USD** | **USD** |  |
`);
    expect((await world.run('balances --all --format markdown')).out).toContain('| 2026-01 | ana | seller |  | 0.00 USD | 200.00 USD | 200.00 USD | 0.00 USD |');
  });
});

describe('explain --transaction over closed periods', () => {
  const books = async (id: string): Promise<string> => {
    const world = await later();
    return (await world.run(`explain --transaction ${id}`)).out.split('In the books\n')[1] ?? '';
  };

  it('says what was recorded', async () => expect(await books('J1')).toBe('  2026-01 was closed on 2026-02-05 with ana, plan seller, rule own: revenue 1000\n  2026-01 was closed on 2026-02-05 with cho, plan lead, rule team: team_revenue 1000\n'));
  it('says what a changed row was', async () => expect(await books('J2')).toContain('with ben, plan seller, rule own: revenue 500\n'));
  it('says that a row came late', async () => expect(await books('L1')).toBe('  2026-01 was closed on 2026-02-05 without it: it came later, and what it changes is a prior-period adjustment\n'));
  it('says that the period is open', async () => expect(await books('F1')).toBe('  its period is open; the last closed one is 2026-01\n'));

  it('says when the difference was paid', async () => {
    const world = await later();
    await world.run('close 2026-02 --on 2026-03-05');
    const { out } = await world.run('explain --transaction L1');
    expect(out).toContain('  paid in 2026-02 for 2026-01: ana, commission 5 USD, because ');
  });
});
