/** Results do not go where data are read from: a pattern such as data/*.csv would take them for data in the next run. */
import { dirname } from 'node:path';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { isPattern } from './glob.ts';
import type { Chosen } from './one-workspace.ts';
import { absolute, shown } from './path.ts';

export function refuseDataFolder(out: string | undefined, { workspace, folder }: Chosen, cwd: string, problems: Problems): void {
  if (out === undefined) return;
  const { sources, tables, people, hierarchy, quotas, rates } = workspace;
  const contracts = [...sources, ...tables, ...[people, hierarchy, quotas, rates].flatMap((one) => (one === undefined ? [] : [one.table]))];
  const into = absolute(cwd, out);
  const reader = contracts.find(({ files }) => files.some((pattern) => folderOf(folder, pattern) === into));
  if (reader !== undefined)
    problems.error('U019', `--out ${out} is the folder from which ${reader.name} is read`, { hint: `name a folder of its own, such as --out ${shown(cwd, absolute(folder, 'results'))}; nothing was computed` });
}

/** The folder below which a pattern looks. */
function folderOf(folder: string, pattern: string): string {
  let at = dirname(pattern);
  while (isPattern(at)) at = dirname(at);
  return absolute(folder, at);
}
