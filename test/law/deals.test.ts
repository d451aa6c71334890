/** Plans that pay deal by deal, computed twice: naively, from the words of their mechanics, and by the engine. `RUNS=5000` for a longer look. */
import fc, { type RunDetails } from 'fast-check';
import { expect, test } from 'vitest';
import '../seed.ts';
import { renderDeals } from '../arbitrary/deals/render.ts';
import { dealWorlds } from '../arbitrary/deals/world.ts';
import { answerOf, ledger } from '../arbitrary/ledger.ts';
import { travel } from '../arbitrary/road.ts';
import { computeDeals } from '../oracle/deals/engine.ts';
import type { DealWorld } from '../oracle/deals/world.ts';

const RUNS = parseInt(process.env.RUNS ?? '300', 10);

async function compared(world: DealWorld): Promise<boolean> {
  const travelled = await travel(renderDeals(world));
  const real = answerOf(travelled);
  const naive = computeDeals(world);
  if (naive.refused !== undefined || 'refused' in real) {
    const words = travelled.problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`).join('\n');
    if (naive.refused === undefined) throw new Error(`the engine refused: ${words}`);
    if (!('refused' in real)) throw new Error(`the oracle refused with ${naive.refused}, the engine did not`);
    expect(real.refused, words).toContain(naive.refused);
    return false;
  }
  const [ours, theirs] = [real.payouts, naive.payouts].map((payouts) => ledger({ rows: {}, payouts })) as [string[], string[]];
  if (ours.join('\n') === theirs.join('\n')) return true;
  const differences = [...theirs.filter((line) => !ours.includes(line)).map((line) => `oracle: ${line}`), ...ours.filter((line) => !theirs.includes(line)).map((line) => `engine: ${line}`)].sort((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1));
  throw new Error(`the ledgers differ:\n${differences.join('\n')}`);
}

/** The seed, and the world as files: enough to run it again, short enough to read. */
function tell(run: RunDetails<[DealWorld]>): void {
  if (!run.failed) return;
  const { plans, files, workspace } = renderDeals(run.counterexample![0]);
  const rounding = workspace.split('\n').filter((line) => /^(rounding|calendar)/.test(line));
  throw new Error(`after ${run.numRuns} worlds, SEED=${run.seed}, path ${run.counterexamplePath}: ${run.errorInstance instanceof Error ? run.errorInstance.message : ''}\n${[...rounding, ...plans, ...Object.values(files)].join('\n')}`);
}

test('the engine and a naive computation agree on every base, earning and total of deals and their returns', async () => {
  let agreed = 0;
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(dealWorlds, async (world) => {
      seen++;
      if (await compared(world)) agreed++;
    }),
    { numRuns: RUNS, reporter: tell, interruptAfterTimeLimit: 20_000 + RUNS * 20 },
  );
  expect(agreed, 'too many worlds are refused for the comparison to mean anything').toBeGreaterThan(seen / 2);
}, 600_000);
