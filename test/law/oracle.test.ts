/** Two computations of one world, one naive and one real, agree on every number as text. `RUNS=5000` for a longer look. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agree, compared } from '../arbitrary/agreement.ts';
import { travel } from '../arbitrary/road.ts';
import { render } from '../arbitrary/render.ts';
import { worlds } from '../arbitrary/world.ts';
import { compute } from '../oracle/engine.ts';
import { date } from '../oracle/day.ts';
import type { World } from '../oracle/world.ts';
import { dayText } from '../../src/value/day.ts';

const RUNS = parseInt(process.env.RUNS ?? '200', 10);

/** The world as files: short enough to read. */
function shown(world: World): string {
  const { workspace, plans, files } = render(world);
  return [workspace, ...plans, ...Object.entries(files).filter(([path]) => !path.includes('rates')).map(([path, text]) => `# ${path}\n${text}`)].join('\n');
}

const isWindow = (word: string | null | undefined): boolean => word === 'quarter' || word === 'half' || word === 'year';

describe('the engine and an independent computation', () => {
  test('agree on every base, quota, attainment, earning, total and payment of random worlds, as exact texts', async () => {
    await agree(worlds, async (world) => compared(await travel(render(world)), compute(world)), { runs: RUNS, each: 20, shown });
  }, 600_000);

  test('a window that the period file has no column for is refused, whatever asks for it', async () => {
    for (const { calendar, ...world } of fc.sample(worlds, { numRuns: Math.max(50, Math.trunc(RUNS / 4)) })) {
      if (calendar.kind !== 'list') continue;
      const asked = world.plans.some(({ measures, components, adjust }) => measures.some(({ window }) => window?.endsWith('-to-date')) || components.some((one) => one.accumulates !== null || [one.cap?.over, one.floor?.over, one.target?.per].some(isWindow)) || adjust.some(({ limit }) => isWindow(limit.over)));
      if (asked) expect((await travel(render({ ...world, calendar: { ...calendar, windows: [] } }))).failed).toBe(true);
    }
  }, 120_000);

  test('count days alike over the leap years', () => {
    for (let day = 2_440_000; day < 2_480_000; day += 97) expect(dayText(day - 2_440_588)).toBe(date(day));
  });
});
