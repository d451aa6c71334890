/** Two computations of one world, one naive and one real, agree on every number as text. `RUNS=5000` for a longer look. */
import fc, { type RunDetails } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, ledger } from '../arbitrary/ledger.ts';
import { travel } from '../arbitrary/road.ts';
import { render } from '../arbitrary/render.ts';
import { worlds } from '../arbitrary/world.ts';
import { compute } from '../oracle/engine.ts';
import { date } from '../oracle/day.ts';
import type { World } from '../oracle/world.ts';
import { dayText } from '../../src/value/day.ts';

const RUNS = parseInt(process.env.RUNS ?? '200', 10);

export async function compareRoads(world: World): Promise<'compared' | 'refused'> {
  const texts = render(world);
  const travelled = await travel(texts);
  const real = answerOf(travelled);
  const naive = compute(world);
  if (naive.refused !== undefined || 'refused' in real) {
    const words = travelled.problems.filter((problem) => problem.severity === 'error').map((problem) => `${problem.code} ${problem.message}`).join('\n');
    if (naive.refused === undefined) throw new Error(`the real road refused:${words}`);
    if (!('refused' in real)) throw new Error(`the oracle refused with ${naive.refused}, the real road did not`);
    expect(real.refused, words).toContain(naive.refused);
    return 'refused';
  }
  const [ours, theirs] = [ledger(real), ledger(naive)];
  const differences = [...theirs.filter((line) => !ours.includes(line)).map((line) => `oracle: ${line}`), ...ours.filter((line) => !theirs.includes(line)).map((line) => `engine: ${line}`)].sort((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1));
  if (differences.length > 0 || ours.join() !== theirs.join()) throw new Error(`the ledgers differ:\n${differences.join('\n')}`);
  for (const payout of travelled.payouts) {
    if (payout.total.isZero()) expect(payout.zero, `${payout.payee} ${payout.period.id}: a zero payout without a reason`).toBeTruthy();
    for (const one of payout.components) if (one.earned.isZero()) expect(one.zero, `${one.component} of ${payout.payee} in ${payout.period.id}: zero without a reason`).toBeTruthy();
  }
  return 'compared';
}

/** The seed, and the world as files: enough to run it again, short enough to read. */
function tell(run: RunDetails<[World]>): void {
  if (!run.failed) return;
  throw new Error(`after ${run.numRuns} worlds, SEED=${run.seed}, path ${run.counterexamplePath}: ${run.errorInstance instanceof Error ? run.errorInstance.message : ''}\n${shown(run.counterexample![0])}`);
}

function shown(world: World): string {
  const { workspace, plans, files } = render(world);
  return [workspace, ...plans, ...Object.entries(files).filter(([path]) => !path.includes('rates')).map(([path, text]) => `# ${path}\n${text}`)].join('\n');
}

const isWindow = (word: string | null | undefined): boolean => word === 'quarter' || word === 'half' || word === 'year';

describe('the engine and an independent computation', () => {
  test('agree on every base, quota, attainment, earning, total and payment of random worlds, as exact texts', async () => {
    let compared = 0;
    let worldsSeen = 0;
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        worldsSeen++;
        if ((await compareRoads(world)) === 'compared') compared++;
      }),
      { numRuns: RUNS, reporter: tell, interruptAfterTimeLimit: 20_000 + RUNS * 20, ...(process.env.SEED === undefined ? {} : { seed: parseInt(process.env.SEED, 10) }) },
    );
    expect(compared, 'too many worlds are refused for the comparison to mean anything').toBeGreaterThan(worldsSeen * 0.4);
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
