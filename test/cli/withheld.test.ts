/** A plan of six was withheld beside a plan of one, and the page only spoke of groups of fewer than five. */
import { afterEach, expect, test } from 'vitest';
import { World } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

test('the page says why a large plan is withheld too', async () => {
  const world = await World.acme();
  worlds.push(world);
  const more = ['c1', 'c2', 'c3', 'c4'];
  world.write('acme/data/people.csv', `${world.read('acme/data/people.csv')}${more.map((id) => `${id},${id},AE,cho\n`).join('')}`);
  world.write('acme/data/quotas.csv', `${world.read('acme/data/quotas.csv')}${more.map((id) => `${id},new_business,2026-01-01,2026-03-31,40000\n${id},new_business,2026-04-01,2026-06-30,40000\n`).join('')}`);
  const { out, code } = await world.run('run acme --format markdown');
  expect(code).toBe(0);
  expect(out).toContain('| `Account executive 2026` | 6 | withheld |');
  expect(out).toContain('Amounts of groups of fewer than 5 people are withheld. `Account executive 2026` is withheld as well: the sum less it would show the small group. `--no-redact` shows them.');
});

test('where only small groups are withheld nothing more is said', async () => {
  const world = await World.acme();
  worlds.push(world);
  expect((await world.run('run acme --format markdown')).out).toContain('Amounts of groups of fewer than 5 people are withheld. `--no-redact` shows them.');
});

/** A run of two currencies said "for 13 people" of both sums, and printed the sum of the two people whose plan was withheld. */
async function twoCurrencies(euro: number): Promise<string> {
  const world = await World.acme();
  worlds.push(world);
  const dollars = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
  const euros = Array.from({ length: euro }, (_, at) => `e${at + 1}`);
  const plan = (name: string, role: string, currency: string): string => `plan: ${name}\ntitle: ${name}\neffective: 2026-01-01 to 2026-12-31\ncurrency: ${currency}\nfor: role == '${role}'\ncredits:\n  own: { from: sales, to: seller }\nmeasures:\n  sold: { count: transactions, of: own }\ncomponents:\n  each: { commission on: sold, per-unit: 100 }\n`;
  world.write('acme/data/people.csv', `${world.read('acme/data/people.csv').split('\n')[0]}\n${dollars.map((id) => `${id},${id},US,\n`).join('')}${euros.map((id) => `${id},${id},EU,\n`).join('')}`);
  world.write('acme/data/quotas.csv', `${world.read('acme/data/quotas.csv').split('\n')[0]}\n`);
  world.write('acme/data/sales.csv', `${world.read('acme/data/sales.csv').split('\n')[0]}\n${[...dollars, ...euros].map((id, at) => `${2000 + at},2026-01-0${(at % 9) + 1},${id},70.00,New\n`).join('')}`);
  world.write('acme/plans/account-executive.yaml', plan('dollars', 'US', 'USD'));
  world.write('acme/plans/sales-manager.yaml', plan('euros', 'EU', 'EUR'));
  const { out, err } = await world.run('run acme -q --format markdown');
  return out === '' ? err : out;
}

test('each currency counts its own people', async () => {
  const page = await twoCurrencies(5);
  expect(page).toContain('**600.00 USD** for 6 people');
  expect(page).toContain('**500.00 EUR** for 5 people');
});

test('the sum of a currency does not show what the table withholds', async () => {
  const page = await twoCurrencies(2);
  expect(page).toContain('**600.00 USD** for 6 people');
  expect(page).toContain('**withheld** in EUR, for fewer than 5 people');
  expect(page).toContain('| `dollars` | 6 | 600.00 USD |');
  expect(page).toContain('| `euros` | under 5 | withheld |');
  expect(page).not.toContain('200.00');
});
