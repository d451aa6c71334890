/**
 * Files are written whole or not at all: into a new file beside the target, made safe on the device, then renamed. A group
 * of files changes together; when one step fails, what was there before is put back. Rule: traps.md §7.
 */
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { DiskFault, type Disk } from './disk.ts';

export interface NewFile {
  /** Name within the folder; `plans/ae.yaml` stands in a folder of its own below it. */
  readonly name: string;
  readonly parts: Iterable<string> | AsyncIterable<string>;
}

export interface Written {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** One file. What is no regular file (a device, a pipe) is written into, never replaced; a link stays a link. */
export async function writeFile(disk: Disk, path: string, text: string): Promise<void> {
  const kind = await disk.kind(path);
  if (kind === 'folder') throw new DiskFault(path, 'EISDIR');
  if (kind === 'other') {
    const file = await disk.open(path, 'stream');
    try {
      await file.write(Buffer.from(text));
    } finally {
      await file.close();
    }
    return;
  }
  const target = kind === 'file' ? await disk.real(path) : path;
  await writeGroup(disk, dirname(target), [{ name: basename(target), parts: [text] }]);
}

/**
 * Writes all files of a folder, in the order given; `last` is made from what was written and takes its place last (a
 * manifest never stands beside files it does not describe). Files named in `stale` from an earlier run are removed.
 */
export async function writeGroup(disk: Disk, folder: string, files: readonly NewFile[], last?: (written: readonly Written[]) => NewFile, stale: readonly string[] = []): Promise<Written[]> {
  for (const inner of new Set(files.map((file) => dirname(join(folder, file.name))))) await disk.makeFolder(inner);
  const fresh = (name: string): string => besides(folder, name, 'new');
  const written: Written[] = [];
  try {
    for (const file of files) written.push(await writeNew(disk, fresh(file.name), file));
    if (last !== undefined) {
      const file = last(written);
      written.push(await writeNew(disk, fresh(file.name), file));
    }
  } catch (error) {
    for (const file of [...files.map((one) => one.name), ...written.map((one) => one.name)]) await removeQuietly(disk, fresh(file));
    throw error;
  }
  await replaceAll(disk, folder, written.map((one) => one.name), stale.filter((name) => !written.some((one) => one.name === name)));
  return written;
}

async function writeNew(disk: Disk, path: string, file: NewFile): Promise<Written> {
  if ((await disk.kind(path)) !== undefined) await disk.remove(path);
  const open = await disk.open(path, 'create');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const text of gathered(file.parts)) {
      await open.write(text);
      hash.update(text);
      bytes += text.length;
    }
    await open.sync();
  } catch (error) {
    await open.close().catch(() => {});
    await removeQuietly(disk, path);
    throw error;
  }
  try {
    await open.close();
  } catch (error) {
    await removeQuietly(disk, path);
    throw error;
  }
  return { name: file.name, bytes, sha256: hash.digest('hex') };
}

/** The path of a file that waits beside its target, on the same disk. */
function besides(folder: string, name: string, state: 'new' | 'old'): string {
  const target = join(folder, name);
  return join(dirname(target), `.paycurve-${state}-${basename(target)}`);
}

const PIECE = 65_536;

/** Small texts joined to pieces worth a system call. */
async function* gathered(parts: NewFile['parts']): AsyncGenerator<Uint8Array, void, undefined> {
  let held: string[] = [];
  let length = 0;
  for await (const part of parts) {
    held.push(part);
    length += part.length;
    if (length < PIECE) continue;
    yield Buffer.from(held.join(''));
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(held.join(''));
}

/** Old files step aside (the last one, which describes the others, first), new ones take their places; on a fault all is undone. */
async function replaceAll(disk: Disk, folder: string, names: readonly string[], stale: readonly string[]): Promise<void> {
  const aside = (name: string): string => besides(folder, name, 'old');
  const moved: string[] = [];
  const placed: string[] = [];
  try {
    for (const name of [...names].reverse().concat(stale)) {
      if ((await disk.kind(join(folder, name))) === undefined) continue;
      await disk.rename(join(folder, name), aside(name));
      moved.push(name);
    }
    for (const name of names) {
      await disk.rename(besides(folder, name, 'new'), join(folder, name));
      placed.push(name);
    }
  } catch (error) {
    for (const name of placed.reverse()) await removeQuietly(disk, join(folder, name));
    for (const name of moved.reverse()) await disk.rename(aside(name), join(folder, name)).catch(() => {});
    for (const name of names) await removeQuietly(disk, besides(folder, name, 'new'));
    throw error;
  }
  for (const name of moved) await removeQuietly(disk, aside(name));
}

async function removeQuietly(disk: Disk, path: string): Promise<void> {
  try {
    if ((await disk.kind(path)) !== undefined) await disk.remove(path);
  } catch {
    // The fault that brought us here is the one to tell.
  }
}
