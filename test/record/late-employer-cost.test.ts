/** The employer's cost of a deal that came late was never owed: closed periods do not show it, and the open one did not look at it. */
import { afterEach, expect, it } from 'vitest';
import type { World } from '../cli/world.ts';
import { arrive, close, lateWorld } from './late-world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

async function owedIn(cost: string, period: string, late: string): Promise<string[]> {
  const world = lateWorld({ sales: 'J1,2026-01-10,ana,10000\nF1,2026-02-10,ana,10000\n' });
  worlds.push(world);
  world.write('plans/p.yaml', `${world.read('plans/p.yaml')}employer-costs:\n  ss: ${cost}\n`);
  await close(world, 1, 1);
  arrive(world, late);
  const { payouts } = JSON.parse((await world.run(`run -q --period ${period} --format json`)).out) as { payouts: { employer_costs: { amount: string; base: string }[] }[] };
  return payouts.flatMap(({ employer_costs: costs }) => costs.map(({ base, amount }) => `${amount} on ${base}`));
}

it('is owed in the open period, with that of the period itself', async () => {
  // January 1,000 and, late, 500; February 1,000: 10 % of 1,000 + 500
  expect(await owedIn('{ rate: 10%, of: [c] }', '2026-02', 'J2,2026-01-20,ana,5000\n')).toEqual(['150.00 on 1500.00']);
});

it('counts once against a ceiling over the year', async () => {
  // of 2,200 a year 1,000 were counted when January was closed; 1,200 are left for 500 + 1,000
  expect(await owedIn('{ rate: 10%, of: [c], ceiling: { at: 2_200, over: year } }', '2026-02', 'J2,2026-01-20,ana,5000\n')).toEqual(['120.00 on 1200.00']);
});

it('is given back for a return of a closed period', async () => {
  expect(await owedIn('{ rate: 10%, of: [c], ceiling: { at: 2_200, over: year } }', '2026-02', 'J2,2026-01-20,ana,-4000\n')).toEqual(['60.00 on 600.00']);
});
