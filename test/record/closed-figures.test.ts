/** The explanation of a closed period said "attainment 272627/1875000". */
import { expect, it } from 'vitest';
import { booksWorld, closeMonths, edit } from './world.ts';

it('an attainment of a closed period is a percentage, and a quota has cents', async () => {
  const world = booksWorld();
  edit(world, 'data/quotas.csv', 'ana,revenue,2026-01-01,2026-01-31,1000', 'ana,revenue,2026-01-01,2026-01-31,3000');
  await closeMonths(world, 1);
  edit(world, 'data/sales.csv', 'J1,2026-01-10,ana,1000.00', 'J1,2026-01-10,ana,900.00');
  const answer = await world.run('explain ana --period 2026-01 -q');
  world.remove();
  expect(answer.out).toContain('quota 3,000.00 USD, attainment 33.33 %');
});
