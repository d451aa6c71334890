/** TIM-06: whatever arrives when, a closed period recomputed gives what was recorded, and every row is paid once. */
import { parse } from 'csv-parse/sync';
import { afterEach, expect, it, vi } from 'vitest';
import type { World } from '../cli/world.ts';
import { close, lateWorld } from './late-world.ts';

vi.setConfig({ testTimeout: 120_000 });

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const two = (n: number): string => `${n}`.padStart(2, '0');

it.each([1, 2, 3])('random arrivals in months and quarters, seed %i', async (seed) => {
  const next = numbers(seed * 7919);
  const world = lateWorld({ sales: '', late: 'current-period' });
  worlds.push(world);
  world.write('plans/q.yaml', world.read('plans/p.yaml').replace('plan: p', 'plan: q\ncalendar: quarters'));
  const rows: string[] = [];
  let sum = 0;
  for (let month = 1; month <= 6; month++) {
    for (let k = 0; k < 4; k++) {
      const amount = 100 + 10 * next(90);
      rows.splice(next(rows.length + 1), 0, `R${month}${k},2026-${two(1 + next(month))}-${two(1 + next(28))},ana,${amount}`);
      sum += amount;
    }
    world.write('data/sales.csv', `id,date,seller,amount\n${rows.join('\n')}\n`);
    await close(world, month, month);
    if (month % 3 === 0) expect((await world.run(`close 2026-Q${month / 3} --on 2026-${two(month + 1)}-05 --complete`)).code).toBe(0);
    const answer = await world.run('adjustments -q --format csv');
    expect((parse(answer.out) as string[][]).slice(1)).toEqual([]);
    expect((await world.run('verify')).code).toBe(0);
  }
  const run = await world.run('run -q --format csv');
  const paid = parse(run.out, { columns: true }) as Record<string, string>[];
  // 10 % of every row, once in each plan: cents, as texts without a fraction of one
  for (const plan of ['p', 'q']) expect(paid.filter((row) => row['plan'] === plan).reduce((cents, row) => cents + +(row['paid'] ?? '').replace('.', ''), 0)).toBe(sum * 10);
});
