/**
 * The half of the real disk that writes, loaded when something is to be written. Half-written files are removed when the program
 * is interrupted. Rule: traps.md §7.
 */
import { existsSync, statSync, unlinkSync } from 'node:fs';
import { mkdir, open, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { DiskFault, faultOf, type OpenFile } from './disk.ts';

const FLAGS = { create: 'wx', stream: 'w' } as const;

/** Files created and not yet renamed or removed. */
const unfinished = new Set<string>();
let watching = false;

export async function openToWrite(path: string, how: 'create' | 'stream'): Promise<OpenFile> {
  const handle = await asked(path, open(path, FLAGS[how]));
  if (how === 'create') {
    unfinished.add(path);
    watchSignals();
  }
  return {
    read: () => Promise.resolve(undefined),
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) at += (await asked(path, handle.write(bytes, at))).bytesWritten;
    },
    sync: () => asked(path, handle.sync()),
    close: () => asked(path, handle.close()),
  };
}

/** Makes the folder and those above it, one by one: Node's own recursive way never returns where none can be made, as in /proc. */
export async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder); folder = dirname(folder)) missing.push(folder);
  for (const folder of missing.reverse())
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      // made by another run in the meantime
      if (error.code !== 'EEXIST') throw faultOf(path, error);
    });
  if (!statSync(path).isDirectory()) throw new DiskFault(path, 'ENOTDIR');
}

export async function move(from: string, to: string): Promise<void> {
  await asked(to, rename(from, to));
  for (const path of unfinished) if (path === from || path.startsWith(`${from}${sep}`)) unfinished.delete(path);
}

export async function remove(path: string): Promise<void> {
  await asked(path, unlink(path));
  unfinished.delete(path);
}

export async function removeFolder(path: string): Promise<void> {
  await asked(path, rmdir(path));
}

/** Systems that cannot open a folder, or cannot wait for one, keep its names safe by themselves or not at all. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EISDIR' || error.code === 'EPERM' || error.code === 'EACCES') return undefined;
    throw faultOf(path, error);
  });
  if (handle === undefined) return;
  try {
    await handle.sync();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EINVAL' && code !== 'EPERM' && code !== 'ENOTSUP') throw faultOf(path, error);
  } finally {
    await handle.close();
  }
}

async function asked<T>(path: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw faultOf(path, error);
  }
}

/** On a signal: no half-written file stays, then the signal takes its usual course, so the exit status is the usual one. */
function watchSignals(): void {
  if (watching) return;
  watching = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      for (const path of unfinished)
        try {
          unlinkSync(path);
        } catch {
          // Gone already, or out of reach: nothing better can be done while dying.
        }
      process.kill(process.pid, signal);
    });
}
