/** The cases of the ready-made plans, run as `paycurve test` runs them. */
import { join } from 'node:path';
import { compare, runCase } from '../../src/case/index.ts';
import { CaseReader, type ReadySuite } from '../../src/cli/case-files.ts';
import type { Io } from '../../src/cli/io.ts';
import { processDisk } from '../../src/cli/process-disk.ts';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { ROOT } from '../payout-run.ts';

const nowhere = { terminal: false, write: async () => {}, end: async () => {} };
const io: Io = { cwd: ROOT, env: {}, stdin: { terminal: false, async *chunks() {} }, stdout: nowhere, stderr: nowhere, disk: processDisk, now: () => '', ticks: () => 0 };

export async function readSuite(path: string): Promise<ReadySuite> {
  const problems = new Problems();
  const ready = await new CaseReader(io, problems).read(join(ROOT, path));
  if (ready === undefined) throw new Error(problems.all.map((one) => `${one.code} ${one.message}`).join('\n'));
  return ready;
}

/** What differs between a case and the run, one line each; empty when all is as expected. A zero without a reason is our own bug. */
export async function differences({ ground }: ReadySuite, one: ReadySuite['suite']['cases'][number]): Promise<string[]> {
  const ran = await runCase(one, ground);
  const zeros = ran.payouts.flatMap((payout) => payout.components.filter((part) => part.earned.isZero() && (part.zero ?? '') === '').map((part) => `${payout.payee} ${payout.period.id} ${part.component}: zero without a reason`));
  return [...compare(one, ran).map(({ what, expected, found }) => `${what}: expected ${expected}, found ${found}`), ...ran.problems.filter(({ severity }) => severity === 'error' && one.problems === undefined).map(({ code, message }) => `${code} ${message}`), ...zeros];
}
