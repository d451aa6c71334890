/**
 * The real disk, through node:fs. Small files are read at once: a plan is a few of them, and handing each call to another thread
 * costs more than the call. What writes is loaded when it is needed.
 */
import { closeSync, fstatSync, openSync, read, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { textOrder } from '../value/text-order.ts';
import { DiskFault, faultOf, type Disk, type EntryKind, type OpenFile } from './disk.ts';

const CHUNK = 262_144;

const writing = () => import('./process-write.ts');

export const processDisk: Disk = {
  open: async (path, how) => (how === 'read' ? openToRead(path) : (await writing()).openToWrite(path, how)),
  async kind(path) {
    try {
      return kindOf(statSync(path));
    } catch (error) {
      const fault = faultOf(path, error);
      if (fault.errno === 'ENOENT' || fault.errno === 'ENOTDIR') return undefined;
      throw fault;
    }
  },
  async list(folder) {
    const entries = asked(folder, () => readdirSync(folder, { withFileTypes: true })).map((one) => {
      const link = one.isSymbolicLink();
      return { name: one.name, link, kind: link ? linkKind(join(folder, one.name)) : kindOf(one) };
    });
    return entries.sort((a, b) => textOrder(a.name, b.name));
  },
  real: async (path) => asked(path, () => realpathSync.native(path)),
  makeFolder: async (path) => (await writing()).makeFolder(path),
  rename: async (from, to) => (await writing()).move(from, to),
  remove: async (path) => (await writing()).remove(path),
  removeFolder: async (path) => (await writing()).removeFolder(path),
  syncFolder: async (path) => (await writing()).syncFolder(path),
};

/** Long files and pipes are read by another thread: the program must hear a signal while it waits for them. */
function openToRead(path: string): OpenFile {
  const descriptor = asked(path, () => openSync(path, 'r'));
  const entry = asked(path, () => fstatSync(descriptor));
  if (entry.isCharacterDevice() || entry.isBlockDevice()) {
    closeSync(descriptor);
    throw new DiskFault(path, 'ENODEV');
  }
  let wait = !entry.isFile();
  return {
    async read() {
      const buffer = Buffer.allocUnsafe(CHUNK);
      const length = wait ? await readLater(path, descriptor, buffer) : asked(path, () => readSync(descriptor, buffer, 0, CHUNK, null));
      wait ||= length === CHUNK;
      return length === 0 ? undefined : buffer.subarray(0, length);
    },
    write: () => Promise.resolve(),
    sync: () => Promise.resolve(),
    close: async () => asked(path, () => closeSync(descriptor)),
  };
}

function readLater(path: string, descriptor: number, buffer: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => read(descriptor, buffer, 0, buffer.length, null, (error, length) => (error ? reject(faultOf(path, error)) : resolve(length))));
}

function linkKind(path: string): EntryKind {
  try {
    return kindOf(statSync(path));
  } catch {
    return 'other';
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): EntryKind {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

function asked<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw faultOf(path, error);
  }
}
