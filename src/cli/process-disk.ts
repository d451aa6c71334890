/** The real disk, through node:fs. Half-written files are removed when the program is interrupted. Rule: traps.md §7. */
import { unlinkSync } from 'node:fs';
import { mkdir, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DiskFault, type Disk, type EntryKind, type OpenFile } from './disk.ts';

const CHUNK = 262_144;
const FLAGS = { read: 'r', create: 'wx', stream: 'w' } as const;

/** Files created and not yet renamed or removed. */
const unfinished = new Set<string>();
let watching = false;

export const processDisk: Disk = {
  async open(path, how) {
    const handle = await asked(path, open(path, FLAGS[how]));
    if (how === 'create') {
      unfinished.add(path);
      watchSignals();
    }
    return {
      async read() {
        const { bytesRead, buffer } = await asked(path, handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, null));
        return bytesRead === 0 ? undefined : buffer.subarray(0, bytesRead);
      },
      async write(bytes) {
        for (let at = 0; at < bytes.length; ) at += (await asked(path, handle.write(bytes, at))).bytesWritten;
      },
      sync: () => asked(path, handle.sync()),
      close: () => asked(path, handle.close()),
    } satisfies OpenFile;
  },
  async kind(path) {
    try {
      return kindOf(await stat(path));
    } catch (error) {
      const fault = faultOf(path, error);
      if (fault.errno === 'ENOENT' || fault.errno === 'ENOTDIR') return undefined;
      throw fault;
    }
  },
  async list(folder) {
    const found = await asked(folder, readdir(folder, { withFileTypes: true }));
    const entries = await Promise.all(
      found.map(async (one) => {
        const link = one.isSymbolicLink();
        return { name: one.name, link, kind: link ? await linkKind(join(folder, one.name)) : kindOf(one) };
      }),
    );
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  },
  real: (path) => asked(path, realpath(path)),
  async makeFolder(path) {
    await asked(path, mkdir(path, { recursive: true }));
  },
  async rename(from, to) {
    await asked(to, rename(from, to));
    unfinished.delete(from);
  },
  async remove(path) {
    await asked(path, unlink(path));
    unfinished.delete(path);
  },
};

async function linkKind(path: string): Promise<EntryKind> {
  try {
    return kindOf(await stat(path));
  } catch {
    return 'other';
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): EntryKind {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

async function asked<T>(path: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw faultOf(path, error);
  }
}

function faultOf(path: string, error: unknown): DiskFault {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return new DiskFault(path, code);
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
