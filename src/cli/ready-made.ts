/** The ready-made plans that come with the program: read from the folder it was installed in, and made to stand alone. */
import { join, relative } from 'node:path';
import casesSchema from '../../schema/cases.schema.json' with { type: 'json' };
import planSchema from '../../schema/plan.schema.json' with { type: 'json' };
import workspaceSchema from '../../schema/workspace.schema.json' with { type: 'json' };
import { DiskFault, readAll, type Disk } from './disk.ts';
import { filesBelow } from './glob.ts';
import { WORKSPACE_FILE } from './target.ts';

/** Files of a ready-made plan by path within the new folder, its cases too. */
export async function readyMadeFiles(disk: Disk, name: string, workspaceName: string): Promise<ReadonlyMap<string, string>> {
  const folder = await plansFolder(disk);
  const files = new Map<string, string>();
  for (const path of await filesBelow(disk, join(folder, name))) {
    const inside = relative(join(folder, name), path).replaceAll('\\', '/');
    const text = Buffer.from(await readAll(disk, path)).toString('utf8');
    files.set(inside, inside.endsWith('.yaml') ? standing(inside, text, workspaceName) : text);
  }
  files.set('schema/workspace.schema.json', `${JSON.stringify(workspaceSchema, undefined, 2)}\n`);
  files.set('schema/plan.schema.json', `${JSON.stringify(planSchema, undefined, 2)}\n`);
  files.set('schema/cases.schema.json', `${JSON.stringify(casesSchema, undefined, 2)}\n`);
  return files;
}

/** The schema named in the first line is that of the new folder, and the workspace has the folder's name. */
function standing(path: string, text: string, workspaceName: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const named = text.replace(/^(# yaml-language-server: \$schema=)\S*\/(schema\/\S+)/, `$1${up}$2`);
  return path === WORKSPACE_FILE ? named.replace(/^workspace: .*$/m, `workspace: ${workspaceName}`) : named;
}

/** Beside `dist/` where the program is installed, and beside `src/` in a clone. */
async function plansFolder(disk: Disk): Promise<string> {
  for (const up of ['..', '../..']) {
    const root = join(import.meta.dirname, up);
    if ((await disk.kind(join(root, 'schema/plan.schema.json'))) === 'file' && (await disk.kind(join(root, 'plans'))) === 'folder') return join(root, 'plans');
  }
  throw new DiskFault('the folder of ready-made plans', 'ENOENT');
}
