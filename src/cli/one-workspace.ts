/** Commands that compute want one workspace: found from the paths given, read, without errors. */
import { Problems } from '../diagnostic/diagnostic.ts';
import type { Source } from '../diagnostic/diagnostic.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { loadTargets, type LoadedWorkspace } from './plan-files.ts';
import { shown } from './path.ts';
import type { Session } from './session.ts';
import { findTargets } from './target.ts';

export interface Chosen extends LoadedWorkspace {
  /** The files that were read, for the manifest. */
  readonly files: readonly Source[];
}

/** U codes mean that it could not be done, and so do empty books and half of the plans; any other error that something was found. */
export function exitOf(problems: Pick<Problems, 'all'>): ExitCode {
  const errors = problems.all.filter((problem) => problem.severity === 'error');
  return errors.length === 0 ? EXIT.done : errors.some(({ code }) => code.startsWith('U') || code === 'B016' || code === 'B018') ? EXIT.failed : EXIT.found;
}

/** The workspace that the paths mean (the current folder when there are none); problems are for the caller to report. */
export async function oneWorkspace(session: Session, paths: readonly string[], problems: Problems): Promise<Chosen | undefined> {
  const { io } = session;
  const targets = await findTargets(io, paths.length === 0 ? ['.'] : paths, problems, 'nearest');
  if (problems.failed) return undefined;
  if (targets.workspaces.length + targets.lone.length === 0) {
    problems.error('U014', `there is no workspace in ${paths.length === 0 ? 'this folder' : paths.join(', ')}`, { hint: 'name a folder that holds a paycurve.yaml; paycurve init writes one' });
    return undefined;
  }
  if (targets.workspaces.length > 1) {
    const names = targets.workspaces.map((one) => shown(io.cwd, one.path)).join(', ');
    problems.error('U004', `one workspace at a time, found ${targets.workspaces.length}: ${names}`, { hint: 'run them one after the other' });
    return undefined;
  }
  const loaded = await loadTargets(io, targets, problems, { together: true });
  return problems.failed || loaded.workspaces.length === 0 ? undefined : { ...loaded.workspaces[0]!, files: loaded.files };
}
