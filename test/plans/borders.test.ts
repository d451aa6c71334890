/** No ready-made plan breaks a law at its borders: they lie where the plan says, slices do not jump, no gap pays nothing, caps hold, both end days count. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { findBorders } from '../../src/case/border/index.ts';
import { ROOT } from '../payout-run.ts';
import { readSuite } from './cases.ts';

vi.setConfig({ testTimeout: 120_000 });

const PLANS = readdirSync(join(ROOT, 'plans'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

it.each(PLANS)('plans/%s', async (name) => {
  const all = await findBorders([await readSuite(`plans/${name}/plans/${name}.test.yaml`)]);
  const broken = all.flatMap(({ walks, days }) => [...walks.flatMap((walk) => [...walk.broken, ...walk.borders.flatMap((border) => border.broken)]), ...days.flatMap((day) => day.broken)]);
  expect(broken).toEqual([]);
  // a plan that only reads what others sell and earn credits nobody on any day
  expect(all.filter(({ plan }) => plan.measures.some(({ across }) => across === undefined)).every(({ days }) => days.length > 0)).toBe(true);
});
