/** Workspace and plan files, from their bytes to checked models. All problems of all files are collected. */
import { basename, dirname } from 'node:path';
import type { Problems, Source } from '../diagnostic/diagnostic.ts';
import { decodeText } from '../document/text.ts';
import { checkPlan, checkPlans, checkWorkspace } from '../plan/index.ts';
import type { Plan, Workspace } from '../plan/model.ts';
import { textOrder } from '../value/text-order.ts';
import { DiskFault, readAll } from './disk.ts';
import { filesMatching } from './glob.ts';
import type { Io } from './io.ts';
import { shown } from './path.ts';
import { isPlanTest, WORKSPACE_FILE, type Targets, type WorkspaceTarget } from './target.ts';

export interface LoadedWorkspace {
  /** Absolute. */
  readonly folder: string;
  readonly workspace: Workspace;
  readonly plans: readonly Plan[];
  /** Those among them that the workspace calls its own. */
  readonly own: readonly Plan[];
  /** All plans of the workspace are among them, without an error. */
  readonly everyPlan: boolean;
}

export interface Loaded {
  /** Workspaces that could be read, with those of their plans that could. */
  readonly workspaces: readonly LoadedWorkspace[];
  /** Every file that was read, by the name it is shown with, sorted. */
  readonly files: readonly Source[];
  /** Plan files among them. */
  readonly plans: number;
}

/** A plan that comes from standard input, as if it stood in the file of this (absolute) path. */
export interface Piped {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly name: string;
}

export interface LoadOptions {
  readonly piped?: Piped;
  /** The plans are to be run together, so they must fit each other; otherwise only the workspace's own must. */
  readonly together: boolean;
}

/** Reads everything that was asked for. */
export async function loadTargets(io: Io, targets: Targets, problems: Problems, how: LoadOptions): Promise<Loaded> {
  const reader = new FileReader(io, problems, how.piped);
  for (const path of [...targets.lone, ...targets.perhapsLone]) {
    if (!targets.lone.includes(path) && !(await reader.beginsLikePlan(path))) continue;
    await reader.source(path);
    problems.error('U014', `${reader.nameOf(path)}: there is no ${WORKSPACE_FILE} beside this plan or in a folder above`, { hint: 'a plan needs its workspace, which says what the columns mean; paycurve init writes one' });
  }
  const workspaces: LoadedWorkspace[] = [];
  for (const target of targets.workspaces) {
    const loaded = await loadWorkspace(io, target, reader, problems, how.together);
    if (loaded !== undefined) workspaces.push(loaded);
  }
  const files = [...reader.files.values()].sort((a, b) => textOrder(a.name, b.name));
  return { workspaces, files, plans: reader.plans };
}

async function loadWorkspace(io: Io, target: WorkspaceTarget, reader: FileReader, problems: Problems, together: boolean): Promise<LoadedWorkspace | undefined> {
  const folder = dirname(target.path);
  const source = await reader.source(target.path);
  const workspace = source === undefined ? undefined : checkWorkspace(source, shown(io.cwd, folder), problems);
  const own = await ownPlans(io, folder, workspace);
  const chosen = await planPaths(target, own, reader);
  if (workspace !== undefined && target.whole && chosen.length === 0)
    problems.error('U007', `no plan file matches plans: ${workspace.planGlobs.join(', ')}`, { hint: `patterns in ${shown(io.cwd, target.path)} start from its own folder` });
  reader.plans += chosen.length;
  const plans: Plan[] = [];
  const side: Plan[] = [];
  const mine: Plan[] = [];
  for (const path of chosen) {
    const text = await reader.source(path);
    const plan = text === undefined || workspace === undefined ? undefined : checkPlan(text, workspace, problems);
    if (plan === undefined) continue;
    plans.push(plan);
    if (own.has(path)) mine.push(plan);
    if (together || own.has(path)) side.push(plan);
  }
  if (workspace === undefined) return undefined;
  checkPlans(side, workspace, problems);
  return { folder, workspace, plans, own: mine, everyPlan: own.size > 0 && mine.length === own.size };
}

/** The plans that the workspace calls its own. */
async function ownPlans(io: Io, folder: string, workspace: Workspace | undefined): Promise<ReadonlySet<string>> {
  const own = new Set<string>();
  for (const glob of workspace?.planGlobs ?? []) for (const path of await filesMatching(io.disk, folder, glob)) if (isPlan(path)) own.add(path);
  return own;
}

/** The plans asked for: by name, by asking for the workspace, or found in a folder and beginning like a plan. */
async function planPaths(target: WorkspaceTarget, own: ReadonlySet<string>, reader: FileReader): Promise<string[]> {
  const chosen = new Set(target.plans);
  if (target.whole) for (const path of own) chosen.add(path);
  for (const path of target.perhaps) if (own.has(path) || (!target.whole && (await reader.beginsLikePlan(path)))) chosen.add(path);
  return [...chosen].sort(textOrder);
}

function isPlan(path: string): boolean {
  return basename(path) !== WORKSPACE_FILE && !isPlanTest(path);
}

/** Reads each file once. */
class FileReader {
  readonly files = new Map<string, Source>();
  plans = 0;
  private readonly io: Io;
  private readonly problems: Problems;
  private readonly piped: Piped | undefined;

  constructor(io: Io, problems: Problems, piped: Piped | undefined) {
    this.io = io;
    this.problems = problems;
    this.piped = piped;
  }

  nameOf(path: string): string {
    return path === this.piped?.path ? this.piped.name : shown(this.io.cwd, path);
  }

  async source(path: string): Promise<Source | undefined> {
    const known = this.files.get(path);
    if (known !== undefined) return known;
    const bytes = path === this.piped?.path ? this.piped.bytes : await readOrSay(this.io, path, this.problems);
    const text = bytes === undefined ? undefined : decodeText(bytes, this.nameOf(path), this.problems);
    if (text === undefined) return undefined;
    const source = { name: this.nameOf(path), text };
    this.files.set(path, source);
    return source;
  }

  async beginsLikePlan(path: string): Promise<boolean> {
    const bytes = await readOrSay(this.io, path, this.problems);
    return bytes !== undefined && /^plan[ \t]*:/m.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'));
  }
}

/** The bytes of a file; a refusal of the system becomes a problem with the file's name. */
export async function readOrSay(io: Io, path: string, problems: Problems): Promise<Uint8Array | undefined> {
  try {
    return await readAll(io.disk, path);
  } catch (error) {
    if (!(error instanceof DiskFault)) throw error;
    problems.error(error.errno === 'ENOENT' ? 'U005' : 'U006', `${shown(io.cwd, path)}: ${error.why}`, { data: { file: shown(io.cwd, path) } });
    return undefined;
  }
}

