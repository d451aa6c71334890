/** `--data SOURCE=FILES`: other files for a source of the workspace, for one run. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import type { Workspace } from '../plan/model.ts';

/** Files by the name of their source; a source named several times takes all of them. */
export function dataOverrides(given: readonly string[], workspace: Workspace, problems: Problems): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  const sources = workspace.sources.map((source) => source.name);
  for (const text of given) {
    const at = text.indexOf('=');
    const name = at < 0 ? text : text.slice(0, at);
    if (at < 0 || at === text.length - 1) problems.error('U013', `--data ${text} does not say which source is read from which files`, { hint: `write --data ${sources[0] ?? 'SOURCE'}=FILES` });
    else if (!sources.includes(name)) problems.error('U013', `the workspace has no source "${name}"`, { hint: didYouMean(name, sources) ?? `its sources are ${either(sources, 'and')}` });
    else files.set(name, [...(files.get(name) ?? []), text.slice(at + 1)]);
  }
  return files;
}
