/**
 * The pay curve is the calculation: in random worlds it pays for the actual result what the run pays, and for another result
 * what the run pays once the data say so.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { render } from '../arbitrary/render.ts';
import { exactText, travel, type Texts } from '../arbitrary/road.ts';
import { worlds } from '../arbitrary/world.ts';
import type { World } from '../oracle/world.ts';
import type { Worked } from '../../src/engine/component.ts';
import { earnedAt } from '../../src/engine/pay-curve.ts';
import type { Payout } from '../../src/engine/index.ts';

const RUNS = Math.max(20, Math.trunc(parseInt(process.env.RUNS ?? '240', 10) / 4));

interface Paid {
  readonly payout: Payout;
  readonly worked: readonly Worked[];
}

/** By payee, version of the plan and period. */
async function paid(texts: Texts): Promise<ReadonlyMap<string, Paid> | undefined> {
  const worked: (readonly Worked[])[] = [];
  const { payouts, failed } = await travel(texts, { curves: true, onWorked: ({ components }) => worked.push(components) });
  if (failed) return undefined;
  return new Map(payouts.map((payout, i) => [`${payout.payee} ${payout.plan.name} ${payout.plan.from} ${payout.period.id}`, { payout, worked: worked[i]! }]));
}

test('a curve pays for the actual result what the run pays', async () => {
  const seen = { curves: 0, none: new Set<string>() };
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      for (const { worked } of (await paid(render(world)))?.values() ?? [])
        for (const { curve, base, amount, earned, component } of worked) {
          if (curve!.none !== undefined) {
            seen.none.add(curve!.none.replace(/\d.*/, ''));
            continue;
          }
          seen.curves++;
          expect(exactText(curve!.amount.at(base.value!)), component.name).toBe(exactText(amount));
          expect(exactText(earnedAt(curve!, base.value!))).toBe(exactText(earned));
        }
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: 20_000 },
  );
  expect(seen.curves).toBeGreaterThan(200);
  expect([...seen.none].filter((why) => /…|NaN/.test(why))).toEqual([]);
}, 60_000);

/** Reads nothing that another amount of the same sales would change, but its own measure. */
const alone = ({ component }: Worked): boolean => component.formulas.every(({ refs }) => refs.every((ref) => ref.name === component.on || ref.name === 'icr' || ref.name === 'target'));

test('a curve pays for another result what the run pays once the data say so', async () => {
  let compared = 0;
  const changed = fc.tuple(worlds, fc.constantFrom('0.01', '-0.01', '1000', '-250.5', '33333.33'));
  const more = (world: World, by: string): World => ({ ...world, transactions: world.transactions.flatMap((row) => [row, { ...row, id: `${row.id}x`, amount: by }]) });
  await fc.assert(
    fc.asyncProperty(changed, async ([world, by]) => {
      const [before, after] = [await paid(render(world)), await paid(render(more(world, by)))];
      const different = new Set<string>();
      for (const [key, one] of after ?? []) {
        const was = before?.get(key);
        const line = `${one.payout.payee} ${one.payout.plan.name}`;
        if (was === undefined || different.has(line)) continue;
        one.worked.forEach((now, i) => {
          const then = was.worked[i]!;
          if (exactText(now.earned) !== exactText(then.earned)) different.add(line);
          if (then.curve?.none !== undefined || now.base.value === undefined || !alone(then) || now.untold || exactText(now.base.value) === exactText(then.base.value!)) return;
          compared++;
          expect(exactText(earnedAt(then.curve!, now.base.value)), `${key} ${now.component.name}`).toBe(exactText(now.earned));
        });
      }
    }),
    { numRuns: RUNS * 2, interruptAfterTimeLimit: 25_000 },
  );
  expect(compared).toBeGreaterThan(5);
}, 60_000);
