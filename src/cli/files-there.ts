/** What stands where a pattern of files matched nothing: the folder that is missing, the near name, or what there is. */
import { basename, dirname } from 'node:path';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import type { Disk } from './disk.ts';
import { isPattern } from './glob.ts';
import { absolute, shown } from './path.ts';

const LISTED = 5;

/** `acme/data holds people.csv and sales.csv; did you mean mbo.csv?` */
export async function filesThere(disk: Disk, cwd: string, from: string, pattern: string): Promise<string> {
  let folder = dirname(pattern);
  while (isPattern(folder)) folder = dirname(folder);
  const at = absolute(from, folder);
  if ((await disk.kind(at)) !== 'folder') return `there is no folder ${shown(cwd, at)}; patterns start from ${shown(cwd, from)}`;
  const names = (await disk.list(at)).filter((entry) => entry.kind !== 'folder' && !entry.name.startsWith('.')).map((entry) => entry.name);
  if (names.length === 0) return `${shown(cwd, at)} holds no files; patterns start from ${shown(cwd, from)}`;
  const more = names.length - LISTED;
  const held = more > 0 ? `${names.slice(0, LISTED).join(', ')} and ${more} more` : either(names, 'and');
  const near = didYouMean(basename(pattern), names);
  return `${near === undefined ? '' : `${near} `}${shown(cwd, at)} holds ${held}; capitals count`;
}
