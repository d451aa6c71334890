/** Two computations of random worlds agree: on every number as exact text, on refusals, and that a zero has its reason. */
import fc, { type Arbitrary, type RunDetails } from 'fast-check';
import { expect } from 'vitest';
import type { PayoutAnswer } from '../oracle/engine.ts';
import { answerOf, ledger } from './ledger.ts';
import type { Travelled } from './road.ts';

/** What a naive computation answers; without `rows` it says nothing of the fate of rows. */
export type Naive = { readonly refused: string } | { readonly refused?: undefined; readonly payouts: readonly PayoutAnswer[]; readonly rows?: Readonly<Record<string, number>> };

export type Agreement = 'compared' | 'refused';

export function compared(travelled: Travelled, naive: Naive): Agreement {
  const real = answerOf(travelled);
  if (naive.refused !== undefined || 'refused' in real) {
    const words = travelled.problems.filter((problem) => problem.severity === 'error').map((problem) => `${problem.code} ${problem.message}`).join('\n');
    if (naive.refused === undefined) throw new Error(`the real road refused: ${words}`);
    if (!('refused' in real)) throw new Error(`the oracle refused with ${naive.refused}, the real road did not`);
    expect(real.refused, words).toContain(naive.refused);
    return 'refused';
  }
  const { payouts, rows } = naive;
  const [ours, theirs] = [ledger({ payouts: real.payouts, rows: rows === undefined ? {} : real.rows }), ledger({ payouts, rows: rows ?? {} })];
  const differences = [...theirs.filter((line) => !ours.includes(line)).map((line) => `oracle: ${line}`), ...ours.filter((line) => !theirs.includes(line)).map((line) => `engine: ${line}`)].sort((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1));
  if (differences.length > 0 || ours.join() !== theirs.join()) throw new Error(`the ledgers differ:\n${differences.join('\n')}`);
  for (const payout of travelled.payouts) {
    if (payout.total.isZero()) expect(payout.zero, `${payout.payee} ${payout.period.id}: a zero payout without a reason`).toBeTruthy();
    for (const one of payout.components) if (one.earned.isZero()) expect(one.zero, `${one.component} of ${payout.payee} in ${payout.period.id}: zero without a reason`).toBeTruthy();
  }
  return 'compared';
}

/** What a failed run says: the seed, and the world as `shown`, enough to run it again. */
export function teller<W>(shown: (world: W) => string): (run: RunDetails<[W]>) => void {
  return (run) => {
    if (run.failed) throw new Error(`after ${run.numRuns} worlds, SEED=${run.seed}, path ${run.counterexamplePath}: ${run.errorInstance instanceof Error ? run.errorInstance.message : ''}\n${shown(run.counterexample![0])}`);
  };
}

/** Compares so many worlds, of which more than half must not be refused. `each`: milliseconds allowed for one. */
export async function agree<W>(worlds: Arbitrary<W>, compare: (world: W) => Promise<Agreement>, { runs, each, shown }: { readonly runs: number; readonly each: number; readonly shown: (world: W) => string }): Promise<void> {
  let agreed = 0;
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      seen++;
      if ((await compare(world)) === 'compared') agreed++;
    }),
    { numRuns: runs, reporter: teller(shown), interruptAfterTimeLimit: 20_000 + runs * each },
  );
  expect(agreed, 'too many worlds are refused for the comparison to mean anything').toBeGreaterThan(seen / 2);
}
