/** What explaining a person and explaining a transaction share: one more calculation, with everything written down. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { CalculationOptions } from '../engine/index.ts';
import { compute, type Computed } from '../engine/compute.ts';
import { DataFiles } from './data-files.ts';
import { dataOverrides } from './data-option.ts';
import type { ExitCode } from './exit.ts';
import { exitOf, type Chosen } from './one-workspace.ts';
import type { Session } from './session.ts';

export async function computeFor(session: Session, chosen: Chosen, problems: Problems, engine: CalculationOptions): Promise<Computed | undefined> {
  const files = new DataFiles(session.io, chosen.folder, false);
  const overrides = dataOverrides(session.options.texts('data'), chosen.workspace, problems);
  if (problems.failed) return undefined;
  return compute({
    workspace: chosen.workspace,
    plans: chosen.plans,
    problems,
    policy: session.options.text('on-bad-row') === 'quarantine' ? 'quarantine' : 'stop',
    engine,
    inputs: (contract) => files.of(contract, chosen.workspace, overrides, problems),
  });
}

export async function ended(session: Session, problems: Problems): Promise<ExitCode> {
  await session.report(problems.all);
  return exitOf(problems);
}
