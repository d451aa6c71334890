/**
 * `validate --data`: reads reference data and sales and settles everybody as a run would, for the problems alone. Nothing that
 * anybody earned is shown or written.
 */
import { Problems } from '../diagnostic/diagnostic.ts';
import { compute } from './compute.ts';
import { DataFiles } from './data-files.ts';
import type { Io } from './io.ts';
import type { LoadedWorkspace } from './plan-files.ts';

/** Adds what is wrong with the data of each workspace to `problems`; gives the names of the data files that were opened. */
export async function checkData(io: Io, workspaces: readonly LoadedWorkspace[], problems: Problems): Promise<string[]> {
  const read = new Set<string>();
  for (const { folder, workspace, plans, own, everyPlan } of workspaces) {
    const files = new DataFiles(io, folder, false);
    const found = new Problems();
    const computed = await compute({
      workspace,
      // Plans that are none of the workspace's own are other designs: they are run one by one, when they are asked for.
      plans: own.length > 0 ? own : plans,
      problems: found,
      policy: 'stop',
      engine: { everyPlan },
      inputs: (contract) => files.of(contract, workspace, new Map(), found),
    });
    // Each payout is thrown away as soon as it is worked out.
    if (computed !== undefined) for (const _ of computed.calculation.settle());
    for (const problem of found.all) problems.add(problem);
    for (const name of files.opened) read.add(name);
  }
  return [...read];
}
