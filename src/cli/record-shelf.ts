/** The records folder of a workspace on the disk: read by the record room, and added to by `close`, one whole record at a time. */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { CLOSING, recordName, type Shelf } from '../record/index.ts';
import { DiskFault, readAll, type Disk } from './disk.ts';
import type { Io } from './io.ts';
import { absolute, shown } from './path.ts';

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function shelfOf(io: Io, folder: string, records: string): Shelf & { readonly path: string } {
  const { disk } = io;
  const path = absolute(folder, records);
  return {
    path,
    name: shown(io.cwd, path),
    async list() {
      const kind = await disk.kind(path);
      if (kind === undefined) return undefined;
      return (await disk.list(path)).map(({ name, kind: what }) => ({ name, folder: what === 'folder' }));
    },
    files: async (record) => (await disk.list(join(path, record))).map(({ name }) => name),
    read: (record, file) => readAll(disk, join(path, record, file)),
    digest: sha256,
  };
}

/**
 * Adds one record: its files are written into a folder beside, made safe on the device, and the folder is renamed. The number
 * decides between two closes at once: the second rename fails, and `false` says so. At every moment there is the whole record
 * or none of it.
 */
export async function addRecord(disk: Disk, path: string, number: number, files: ReadonlyMap<string, string>, mark: string): Promise<boolean> {
  const target = join(path, recordName(number));
  const beside = join(path, `${CLOSING}${recordName(number)}-${mark}`);
  await disk.makeFolder(beside);
  try {
    for (const [name, text] of files) await writeSafely(disk, join(beside, name), text);
    await disk.syncFolder(beside);
    if ((await disk.kind(target)) !== undefined) return await given(disk, beside);
    await disk.rename(beside, target);
  } catch (error) {
    await removeAll(disk, beside);
    // whichever call it was that failed: the one who was first clears away what the others have begun
    if (error instanceof DiskFault && (await disk.kind(target).catch(() => undefined)) !== undefined) return false;
    throw error;
  }
  await disk.syncFolder(path).catch(() => {});
  await disk.syncFolder(dirname(path)).catch(() => {});
  await sweep(disk, path, number);
  return true;
}

async function given(disk: Disk, beside: string): Promise<false> {
  await removeAll(disk, beside);
  return false;
}

async function writeSafely(disk: Disk, path: string, text: string): Promise<void> {
  const file = await disk.open(path, 'create');
  try {
    await file.write(Buffer.from(text));
    await file.sync();
  } catch (error) {
    await file.close().catch(() => {});
    throw error;
  }
  await file.close();
}

/**
 * Folders of closes that were interrupted. Only those of numbers that are taken: a close of the next number may be under way,
 * and one of a taken number can never win any more.
 */
async function sweep(disk: Disk, path: string, number: number): Promise<void> {
  for (const { name } of await disk.list(path).catch(() => [])) {
    const of = new RegExp(`^\\${CLOSING}(\\d+)-`).exec(name)?.[1];
    if (of !== undefined && +of <= number) await removeAll(disk, join(path, name));
  }
}

async function removeAll(disk: Disk, folder: string): Promise<void> {
  try {
    for (const { name } of await disk.list(folder)) await disk.remove(join(folder, name));
    await disk.removeFolder(folder);
  } catch {
    // The next close that succeeds tries again; nothing reads such a folder.
  }
}
