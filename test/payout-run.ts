/**
 * Runs a workspace of this repository through the program's rooms: its own YAML files, its own data or texts put in their
 * place. Tests of ready-made plans and of examples share it.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compute } from '../src/engine/compute.ts';
import { filesMatching } from '../src/cli/glob.ts';
import { processDisk } from '../src/cli/process-disk.ts';
import type { Input, TableContract } from '../src/data/contract.ts';
import { Problems, type Source } from '../src/diagnostic/diagnostic.ts';
import type { Payout, SourceTally } from '../src/engine/index.ts';
import { checkPlan, checkPlans, checkWorkspace } from '../src/plan/index.ts';

export const ROOT = join(import.meta.dirname, '..');

export interface Ran {
  readonly payouts: readonly Payout[];
  readonly accounts: readonly SourceTally[];
  readonly problems: Problems;
}

/**
 * `plans`: globs below the folder, instead of the workspace's own. `texts`: the content of a table by its name (`sales`, `people`,
 * `quotas`, `hierarchy`, `exchange-rates`, `tables.costs` …) instead of its files.
 */
export async function runWorkspace(folder: string, options: { plans?: readonly string[]; texts?: ReadonlyMap<string, string> } = {}): Promise<Ran> {
  const problems = new Problems();
  const workspace = checkWorkspace(source(join(folder, 'paycurve.yaml')), folder, problems);
  if (workspace === undefined) return { payouts: [], accounts: [], problems };
  const planFiles = await below(folder, options.plans ?? workspace.planGlobs);
  const plans = planFiles.flatMap((path) => (path.endsWith('.test.yaml') ? [] : (checkPlan(source(path), workspace, problems) ?? [])));
  checkPlans(plans, workspace, problems);
  if (problems.failed) return { payouts: [], accounts: [], problems };
  const inputs = async (contract: TableContract): Promise<readonly Input[]> => {
    const text = options.texts?.get(contract.name);
    return text === undefined ? (await below(folder, contract.files)).map((path) => textInput(path, readFileSync(join(ROOT, path)))) : [textInput(contract.name, text)];
  };
  const computed = await compute({ workspace, plans, problems, policy: 'stop', inputs, engine: { everyPlan: options.plans === undefined } });
  if (computed === undefined) return { payouts: [], accounts: [], problems };
  const payouts = [...computed.calculation.settle()];
  return { payouts, accounts: computed.accounts(), problems };
}

/** Errors of a run in one line each; a test expects none. */
export function errorsOf(ran: Ran): string[] {
  return ran.problems.all.filter((one) => one.severity === 'error').map((one) => `${one.code} ${one.message} ${one.at?.source.name ?? one.data?.file ?? ''}`);
}

function source(path: string): Source {
  return { name: path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** Paths from the repository's root, sorted. */
async function below(folder: string, globs: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const glob of globs) for (const path of await filesMatching(processDisk, join(ROOT, folder), glob)) found.add(relative(ROOT, path));
  return [...found].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function textInput(name: string, content: string | Uint8Array): Input {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    async *chunks() {
      yield bytes;
    },
  };
}
