/** Paths on the command line → files of cases (`*.test.yaml`), each with its workspace and its plans, read once. */
import { basename, dirname, join } from 'node:path';
import { openCases, plansWritten, readSuite, type Ground, type Suite } from '../case/index.ts';
import type { OpenedCases } from '../case/index.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { decodeText } from '../document/text.ts';
import { textOrder } from '../value/text-order.ts';
import { DataFiles } from './data-files.ts';
import { filesBelow, filesMatching, isPattern, patternFault } from './glob.ts';
import type { Io } from './io.ts';
import { absolute, shown } from './path.ts';
import { loadTargets, readOrSay, type LoadedWorkspace } from './plan-files.ts';
import { isPlanTest, WORKSPACE_FILE, type WorkspaceTarget } from './target.ts';

/** Absolute paths in code-unit order; missing paths and unreadable patterns are reported. */
export async function findCaseFiles(io: Io, operands: readonly string[], problems: Problems): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const operand of operands) {
    const path = absolute(io.cwd, operand);
    const kind = await io.disk.kind(path);
    if (kind === 'folder') for (const file of await filesBelow(io.disk, path)) found.add(file);
    else if (kind !== undefined && isPlanTest(path)) found.add(path);
    else if (kind !== undefined) problems.error('U007', `${operand} is no file of cases`, { hint: 'files of cases are named NAME.test.yaml; name one of them, or a folder that holds some' });
    else if (!isPattern(operand)) problems.error('U005', `${operand}: there is no such file or folder`, { hint: 'paths start from the folder that paycurve was called in' });
    else if (patternFault(operand) !== undefined) problems.error('U016', `the pattern ${operand} has ${patternFault(operand)}`);
    else for (const file of await filesMatching(io.disk, io.cwd, operand)) found.add(file);
  }
  return [...found].filter(isPlanTest).sort(textOrder);
}

/** A file of cases, ready to be run. */
export interface ReadySuite {
  readonly suite: Suite;
  readonly ground: Ground;
}

/** Reads files of cases and what they need; a workspace with its plans is read once, and its problems are reported once. */
export class CaseReader {
  private readonly loaded = new Map<string, LoadedWorkspace | undefined>();
  private readonly io: Io;
  private readonly problems: Problems;

  constructor(io: Io, problems: Problems) {
    this.io = io;
    this.problems = problems;
  }

  /** Undefined where something has an error. */
  async read(path: string): Promise<ReadySuite | undefined> {
    const { io, problems } = this;
    const bytes = await readOrSay(io, path, problems);
    const text = bytes === undefined ? undefined : decodeText(bytes, shown(io.cwd, path), problems);
    const opened = text === undefined ? undefined : openCases({ name: shown(io.cwd, path), text }, problems);
    const found = opened === undefined ? undefined : await this.workspaceOf(opened, path);
    if (opened === undefined || found === undefined) return undefined;
    const { workspace, plans, folder, everyPlan } = found;
    const suite = readSuite(opened, workspace, plans, problems);
    const files = new DataFiles(io, folder, false);
    return suite === undefined ? undefined : { suite, ground: { workspace, plans, everyPlan, files: (contract, faults) => files.of(contract, workspace, new Map(), faults) } };
  }

  private async workspaceOf(opened: OpenedCases, path: string): Promise<LoadedWorkspace | undefined> {
    const { io, problems } = this;
    const at = opened.workspace?.at ?? opened.root.entries[0]!.keyAt;
    const file = opened.workspace === undefined ? await nearest(io, dirname(path)) : join(absolute(dirname(path), opened.workspace.text), WORKSPACE_FILE);
    if (file === undefined || (await io.disk.kind(file)) !== 'file') {
      const where = file === undefined ? 'beside these cases or in a folder above' : `in ${shown(io.cwd, dirname(file))}`;
      problems.error('U014', `there is no ${WORKSPACE_FILE} ${where}`, { at, hint: 'workspace: names the folder that holds it, from the folder of this file' });
      return undefined;
    }
    const plans = new Set<string>();
    for (const { text, at: place } of opened.plans) {
      const matching = (await filesMatching(io.disk, dirname(path), text)).filter((one) => !isPlanTest(one) && basename(one) !== WORKSPACE_FILE);
      if (matching.length === 0) problems.error('U007', `no plan file matches ${text}`, { at: place, hint: `paths start from ${shown(io.cwd, dirname(path))}` });
      for (const one of matching) plans.add(one);
    }
    if (plans.size === 0 && opened.plans.length > 0) return undefined;
    return this.load({ path: file, whole: plans.size === 0 && !plansWritten(opened.root), plans, perhaps: new Set() });
  }

  private async load(target: WorkspaceTarget): Promise<LoadedWorkspace | undefined> {
    const key = [target.path, target.whole, ...target.plans].join('\n');
    if (!this.loaded.has(key)) {
      const before = this.problems.all.length;
      const { workspaces } = await loadTargets(this.io, { workspaces: [target], lone: [], perhapsLone: [] }, this.problems, { together: true });
      const failed = this.problems.all.slice(before).some((problem) => problem.severity === 'error');
      this.loaded.set(key, failed ? undefined : workspaces[0]);
    }
    return this.loaded.get(key);
  }
}

/** The nearest workspace file in the folder or above. */
async function nearest(io: Io, folder: string): Promise<string | undefined> {
  const here = join(folder, WORKSPACE_FILE);
  if ((await io.disk.kind(here)) === 'file') return here;
  return dirname(folder) === folder ? undefined : nearest(io, dirname(folder));
}
