/** The first quarter is paid in April, and explained, though nobody has signed the quotas of the second. */
import { afterEach, expect, test } from 'vitest';
import { World } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

async function unsigned(): Promise<World> {
  const world = await World.acme();
  worlds.push(world);
  world.write('acme/data/quotas.csv', world.read('acme/data/quotas.csv').replace(/^.*2026-04-01.*\n/gm, ''));
  return world;
}

test('run --period and explain --period ask only what that period needs', async () => {
  const world = await unsigned();
  expect((await world.run('run acme')).err).toContain('R001');
  const run = await world.run('run acme --period 2026-Q1');
  expect(run).toMatchObject({ code: 0, err: '' });
  const explained = await world.run('explain ana acme --period 2026-Q1');
  expect(explained).toMatchObject({ code: 0, err: '' });
  expect(explained.out).toContain('ana  Ana Duarte · Account executive 2026 · 2026-Q1');
  expect((await world.run('explain ana acme --period 2026-Q2')).err).toContain('R001');
});

test('a period that does not exist is still refused', async () => {
  const world = await unsigned();
  for (const words of ['run acme --period 2026-Q9', 'explain ana acme --period 2026-Q9']) expect((await world.run(words)).err).toContain('there is no period "2026-Q9"');
});
