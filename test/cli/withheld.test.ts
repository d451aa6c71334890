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
