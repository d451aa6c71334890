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
  const before = world.read(file);
  world.write(file, before.replace(people, 'columns: { id: payee, name: text, role: text, manager: payee?, ti: money(tccy)?, tccy: text? }'));
  const plan = 'acme/plans/account-executive.yaml';
  const text = await edited(plan, 'commission on: new_business', 'commission on: new_business\n    target: ti per year\n    cap: 300% of target', 'validate acme');
  world.write(file, before);
  expect(text).toContain('help: declare ti_usd: money(USD)? among the people columns and name it here (target: ti_usd per year may stand beside weight:)\n');
});

test('validate --data does not say that data were not read when the first file could not be', async () => {
  const file = 'acme/data/people.csv';
  const before = world.read(file);
  world.write(file, Buffer.from(`${before}zoe,Zo\u00eb,AE,\n`, 'latin1'));
  const { out, code } = await world.run('validate acme --data');
  world.write(file, before);
  expect(code).toBe(1);
  expect(out).toContain('D103');
  expect(out).not.toContain('were not read');
  expect(await edited('acme/paycurve.yaml', 'data/people.csv', 'data/peopel.csv', 'validate acme --data')).not.toContain('were not read');
});

test('results are not written among the data', async () => {
  const { code, err } = await world.run('run acme --out acme/data');
  expect(code).toBe(2);
  expect(err).toContain('error[U019]: --out acme/data is the folder from which sales is read');
  expect(err).toContain('help: name a folder of its own, such as --out acme/results; nothing was computed');
  expect(world.list('acme/data')).toEqual(['people.csv', 'quotas.csv', 'sales.csv']);
});

test('init says where it writes without a folder', async () => expect((await world.run('init --help')).out).toContain('Without FOLDER it writes into the current folder.'));

test('a column without a header is named by its number', async () => {
  const sales = world.read('acme/data/sales.csv').split('\n');
  const text = await edited('acme/data/sales.csv', sales[0]!, `${sales[0]},`, 'run acme');
  expect(text).toContain('= at: column 6\n');
});

test('15-Jan-26 gets the advice about the number format, as 1/15/2026 does', async () => {
  for (const date of ['15-Jan-26', '1/15/2026', '15. Januar 2026']) expect(await edited('acme/data/sales.csv', '2026-01-14', date, 'run acme')).toContain('give the column the number format yyyy-mm-dd before saving as CSV');
});

test('what a yearly cap does with a return stands on its page, and which rate a quota is converted at on those of quota and currencies', async () => {
  const page = async (line: string): Promise<string> => (await world.run(line)).out.replace(/\s+/g, ' ');
  expect(await page('mechanics cap')).toContain('a return in May takes back its commission although the cap had cut it');
  expect(await page('help quota')).toContain('at the rate of the first day of its record');
  expect(await page('help currencies')).toContain('a quota at the rate of the first day of its record');
});

test('a statement to send keeps the underscore of a column name', async () => {
  const { out } = await world.run('explain ana acme --period 2026-Q1 --format markdown');
  expect(out).toContain('new_business');
  expect(out).not.toContain('&#95;');
});
