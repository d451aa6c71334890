/** A difference of 100 USD was paid as 100 EUR where the plan had changed its currency since. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../cli/world.ts';
import { arrive, close, lateWorld, paidOf } from './late-world.ts';
import { edit } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

/** In USD up to a day, in EUR after it; 1 USD = 0.5 EUR. */
function twoCurrencies(last: string, first: string): World {
  const world = lateWorld({ sales: 'M1,2026-03-10,ana,1000\nA1,2026-04-10,ana,2000\n' });
  worlds.push(world);
  edit(world, 'paycurve.yaml', 'people:', 'exchange-rates:\n  file: data/rates.csv\n  reach-back: 400\n  columns: { date: date, from: text, to: text, rate: number }\npeople:');
  world.write('data/rates.csv', 'date,from,to,rate\n2026-01-01,USD,EUR,0.5\n2026-01-01,EUR,USD,2\n');
  const text = world.read('plans/p.yaml');
  world.write('plans/p.yaml', text.replace('2026-01-01 to 2026-12-31', `2026-01-01 to ${last}`));
  world.write('plans/q.yaml', text.replace('2026-01-01 to 2026-12-31', `${first} to 2026-12-31\ncurrency: EUR`));
  return world;
}

describe('differences of closed periods have a currency', () => {
  it('one in USD is not paid under a version in EUR', async () => {
    const world = twoCurrencies('2026-03-31', '2026-04-01');
    await close(world, 3, 3, '--begin');
    arrive(world, 'M2,2026-03-11,ana,1000\n');
    for (const words of ['run -q', 'adjustments', 'explain ana --period 2026-04 -q', 'close 2026-04 --on 2026-05-05 --complete']) {
      const answer = await world.run(words);
      expect(answer.code, words).not.toBe(0);
      expect(answer.err, words).toContain('R038');
      expect(answer.err, words).toContain('100.00 USD');
      expect(answer.err, words).toContain('is in EUR');
    }
    // the way out that the hint names while nothing is closed in EUR
    edit(world, 'plans/q.yaml', 'plan: p', 'plan: p-eu');
    const named = await world.run('run -q --format csv');
    expect(named.out).toMatch(/^.*ana.*2026-04.*100\.00.*USD/m);
    expect((await world.run('close 2026-04 --on 2026-05-05 --complete')).code).toBe(0);
    expect((await world.run('verify')).code).toBe(0);
  });

  it('of one period in two currencies each is compared with its own', async () => {
    const world = twoCurrencies('2026-03-15', '2026-03-16');
    await close(world, 3, 3, '--begin');
    // in the days in EUR, and 1,000 USD of sales are 500 EUR there
    arrive(world, 'M2,2026-03-20,ana,1000\n');
    expect(await paidOf(world)).toContain('2026-04 150.00');
    arrive(world, 'M2,2026-03-11,ana,1000\n');
    expect((await world.run('run -q')).err).toContain('R038');
  });
});
