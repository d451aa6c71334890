/** Help that pointed the wrong way: it named what was there already, or did not name what was. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from './world.ts';

let world: World;
beforeAll(async () => (world = await World.acme()));
afterAll(() => world.remove());

async function edited(file: string, from: string, to: string, line: string): Promise<string> {
  const before = world.read(file);
  expect(before).toContain(from);
  world.write(file, before.replace(from, to));
  const { out, err } = await world.run(line);
  world.write(file, before);
  return out + err;
}

test('a file in other capitals is named, where only the folder was', async () => {
  expect(await edited('acme/paycurve.yaml', 'data/quotas.csv', 'data/Quotas.csv', 'run acme')).toContain('help: did you mean quotas.csv? acme/data holds people.csv, quotas.csv and sales.csv; capitals count');
  expect(await edited('acme/paycurve.yaml', 'data/sales*.csv', 'data/orders-*.csv', 'run acme')).toContain('help: acme/data holds people.csv, quotas.csv and sales.csv');
  expect(await edited('acme/paycurve.yaml', 'data/sales*.csv', 'daten/sales*.csv', 'run acme')).toContain('help: there is no folder acme/daten');
});

test('help TOPIC knows mechanics and words of the trade', async () => {
  expect(await world.run('help tiers')).toMatchObject({ code: 0, out: 'tiers is a mechanic: see paycurve mechanics tiers.\n' });
  for (const word of ['spif', 'mbo']) expect((await world.run(['help', word])).out).toBe((await world.run(['mechanics', word])).out);
  expect((await world.run('help nothing-like-it')).code).toBe(2);
});

test('explain with a name leads to the id', async () => {
  const [head, first] = world.read('acme/data/people.csv').split('\n');
  const [id, name] = first!.split(',');
  expect(head).toMatch(/^id,name/);
  for (const word of [name!, name!.toLowerCase(), name!.split(' ')[0]!.toLowerCase()].filter((one) => one !== id)) expect((await world.run(['explain', word, 'acme'])).err).toContain(`did you mean ${id} (${name})?`);
});

test('a target in another currency: what works is said, and not "give the plan currency:" to a plan that has one', async () => {
  const people = 'columns: { id: payee, name: text, role: text, manager: payee? }';
  const file = 'acme/paycurve.yaml';
  world.write(file, world.read(file).replace(people, 'columns: { id: payee, name: text, role: text, manager: payee?, ti: money(tccy)?, tccy: text? }'));
  const plan = 'acme/plans/account-executive.yaml';
  const text = await edited(plan, 'commission on: new_business', 'commission on: new_business\n    target: ti per year\n    cap: 300% of target', 'validate acme');
  expect(text).toContain('help: declare ti_usd: money(USD)? among the people columns and name it here (target: ti_usd per year may stand beside weight:)\n');
});
