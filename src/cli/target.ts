/**
 * Paths on the command line → workspaces and plan files. A folder is searched downwards, a plan file looks upwards for its
 * `paycurve.yaml`. The order of arguments never matters. Rule: cli-conventions §9.
 */
import { basename, dirname, join } from 'node:path';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { textOrder } from '../value/text-order.ts';
import type { Disk } from './disk.ts';
import { filesBelow, filesMatching, isPattern, patternFault } from './glob.ts';
import type { Io } from './io.ts';
import { absolute } from './path.ts';

export interface WorkspaceTarget {
  /** Absolute path of `paycurve.yaml`. */
  readonly path: string;
  /** The workspace was asked for itself: it and every plan of its own. */
  whole: boolean;
  /** Plan files asked for by name, and YAML files found in folders, which count when they turn out to be plans. */
  readonly plans: Set<string>;
  readonly perhaps: Set<string>;
}

export interface Targets {
  /** In code-unit order of their paths. */
  readonly workspaces: readonly WorkspaceTarget[];
  /** Plan files with no workspace at or above them, and YAML files in folders that may be such. */
  readonly lone: readonly string[];
  readonly perhapsLone: readonly string[];
}

export const WORKSPACE_FILE = 'paycurve.yaml';

/**
 * What `operands` stand for. Missing paths and unreadable patterns are reported; the rest is still found. `nearest`: a folder
 * that holds a workspace means that workspace alone, not those below it. `piped`: the path that standard input stands for.
 */
export async function findTargets(io: Io, operands: readonly string[], problems: Problems, folders: 'all' | 'nearest', piped?: string): Promise<Targets> {
  const search = new Search(io.disk);
  for (const operand of operands) {
    const path = absolute(io.cwd, operand);
    if (path === piped) {
      await search.file(path);
      continue;
    }
    const kind = await io.disk.kind(path);
    if (kind === undefined && isPattern(operand)) {
      const fault = patternFault(operand);
      if (fault !== undefined) problems.error('U016', `the pattern ${operand} has ${fault}`);
      else for (const file of await filesMatching(io.disk, io.cwd, operand)) if (isYaml(file)) await search.file(file);
    } else if (kind === undefined) problems.error('U005', `${operand}: there is no such file or folder`, { hint: await nearName(io, path) });
    else if (kind === 'folder') await (folders === 'nearest' && (await io.disk.kind(join(path, WORKSPACE_FILE))) === 'file' ? search.file(join(path, WORKSPACE_FILE)) : search.folder(path));
    else await search.file(path);
  }
  return search.result();
}

class Search {
  private readonly found = new Map<string, WorkspaceTarget>();
  private readonly lone = new Set<string>();
  private readonly perhapsLone = new Set<string>();
  private readonly above = new Map<string, string | undefined>();
  private readonly disk: Disk;

  constructor(disk: Disk) {
    this.disk = disk;
  }

  async folder(path: string): Promise<void> {
    for (const file of (await filesBelow(this.disk, path)).filter(isYaml)) {
      if (basename(file) === WORKSPACE_FILE) this.workspace(file).whole = true;
      else if (!isPlanTest(file)) {
        const owner = await this.owner(dirname(file));
        if (owner === undefined) this.perhapsLone.add(file);
        else this.workspace(owner).perhaps.add(file);
      }
    }
  }

  async file(path: string): Promise<void> {
    if (basename(path) === WORKSPACE_FILE) {
      this.workspace(path).whole = true;
      return;
    }
    if (isPlanTest(path)) return;
    const owner = await this.owner(dirname(path));
    if (owner === undefined) this.lone.add(path);
    else this.workspace(owner).plans.add(path);
  }

  result(): Targets {
    const byPath = (a: WorkspaceTarget, b: WorkspaceTarget): number => textOrder(a.path, b.path);
    return { workspaces: [...this.found.values()].sort(byPath), lone: inOrder(this.lone), perhapsLone: inOrder(this.perhapsLone) };
  }

  private workspace(path: string): WorkspaceTarget {
    let target = this.found.get(path);
    if (target === undefined) this.found.set(path, (target = { path, whole: false, plans: new Set(), perhaps: new Set() }));
    return target;
  }

  /** The nearest workspace file in the folder or above. */
  private async owner(folder: string): Promise<string | undefined> {
    if (this.above.has(folder)) return this.above.get(folder);
    const here = join(folder, WORKSPACE_FILE);
    const up = dirname(folder);
    const found = (await this.disk.kind(here)) === 'file' ? here : up === folder ? undefined : await this.owner(up);
    this.above.set(folder, found);
    return found;
  }
}

function inOrder(paths: Iterable<string>): string[] {
  return [...paths].sort(textOrder);
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

/** `X.test.yaml` holds the tests of a plan, and is never one. */
export function isPlanTest(path: string): boolean {
  return /\.test\.ya?ml$/.test(path);
}

async function nearName(io: Io, path: string): Promise<string> {
  const folder = dirname(path);
  const { didYouMean } = await import('../diagnostic/suggest.ts');
  const names = (await io.disk.kind(folder)) === 'folder' ? (await io.disk.list(folder)).map((entry) => entry.name) : [];
  return didYouMean(basename(path), names) ?? 'paths start from the folder that paycurve was called in';
}
