/** A run named the total and the differences of closed periods beside what was earned, and thousands of guarantees and entries were missing. */
import { afterEach, expect, it } from 'vitest';
import type { World } from '../cli/world.ts';
import { arrive, close, lateWorld } from './late-world.ts';
import { edit } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

it('what a run names beside the total makes what is earned', async () => {
  const world = lateWorld({ sales: 'J1,2026-01-10,ana,1000\nF1,2026-02-10,ana,1000\n', adjust: '  - guarantee: 250 per month\n' });
  worlds.push(world);
  edit(world, 'paycurve.yaml', 'people:', 'adjustments:\n  file: data/entries.csv\n  columns: { id: text, payee: payee, date: date, amount: money(USD), reason: text, author: text }\npeople:');
  world.write('data/entries.csv', 'id,payee,date,amount,reason,author\nE1,ana,2026-01-20,-70,phone,cfo\n');
  await close(world, 1, 1);
  arrive(world, 'J2,2026-01-11,ana,2000\n');
  const text = (await world.run('run -q')).out;
  const lines = text.slice(text.indexOf('\nTotal 200.00 USD')).trim().split('\n');
  // January 100 + 150 − 70, then 200 late, of which the guarantee takes back 150; February 100 + 150
  expect(lines.slice(0, 5)).toEqual(['Total 200.00 USD', '+ 50.00 USD for closed periods', '− 70.00 USD by manual entries', '+ 300.00 USD by guarantee', 'Earned 480.00 USD, payable 480.00 USD; the balances take up the difference']);
});
