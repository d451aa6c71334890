/**
 * Files are written whole or not at all: into a new file beside the target, made safe on the device, then renamed. A group
 * of files changes together; when one step fails, what was there before is put back. Rule: traps.md §7.
 */
import { createHash, type Hash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { DiskFault, type Disk, type OpenFile } from './disk.ts';

export interface Written {
  /** Name within the folder; `plans/ae.yaml` stands in a folder of its own below it. */
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
  await writeFiles(disk, dirname(target), new Map([[basename(target), text]]));
}

/** Several short files of one folder, all or none. */
export async function writeFiles(disk: Disk, folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const group = new FileGroup(disk, folder);
  try {
    for (const [name, text] of files) (await group.add(name)).put(text);
    await group.commit();
  } catch (error) {
    await group.discard();
    throw error;
  }
}

const PIECE = 262_144;

/** A file being written. `put` only remembers; the group writes when it is asked to catch up. */
class NewFile {
  readonly hash: Hash = createHash('sha256');
  bytes = 0;
  private held: string[] = [];
  private length = 0;
  private closed = false;
  private readonly file: OpenFile;

  constructor(file: OpenFile) {
    this.file = file;
  }

  put(text: string): void {
    this.held.push(text);
    this.length += text.length;
  }

  async flush(from = PIECE): Promise<void> {
    if (this.length < from || this.length === 0) return;
    const piece = Buffer.from(this.held.join(''));
    this.held = [];
    this.length = 0;
    this.hash.update(piece);
    this.bytes += piece.length;
    await this.file.write(piece);
  }

  async finish(): Promise<void> {
    await this.flush(0);
    await this.file.sync();
    this.closed = true;
    await this.file.close();
  }

  /** Closes the file, whatever is in it. */
  async abandon(): Promise<void> {
    if (!this.closed) await this.file.close().catch(() => {});
    this.closed = true;
  }
}

/** Files of one folder that appear together. */
export class FileGroup {
  private readonly files = new Map<string, NewFile>();
  private readonly written: Written[] = [];
  private readonly disk: Disk;
  private readonly folder: string;

  constructor(disk: Disk, folder: string) {
    this.disk = disk;
    this.folder = folder;
  }

  async add(name: string): Promise<Pick<NewFile, 'put'>> {
    const path = this.beside(name, 'new');
    await this.disk.makeFolder(dirname(path));
    if ((await this.disk.kind(path)) !== undefined) await this.disk.remove(path);
    const file = new NewFile(await this.disk.open(path, 'create'));
    this.files.set(name, file);
    return file;
  }

  /** Writes what has gathered, so that little is held in memory. */
  async catchUp(): Promise<void> {
    for (const file of this.files.values()) await file.flush();
  }

  /**
   * Finishes all files and puts them in place. `last` is made from what was written and takes its place last (a manifest never
   * stands beside files it does not describe). Files named in `stale`, of an earlier run, are removed. Call `discard` on a fault.
   */
  async commit(last?: { readonly name: string; text(written: readonly Written[]): string }, stale: readonly string[] = []): Promise<readonly Written[]> {
    for (const name of [...this.files.keys()]) await this.finish(name);
    if (last !== undefined) {
      const text = last.text(this.written);
      (await this.add(last.name)).put(text);
      await this.finish(last.name);
    }
    await this.replaceAll(stale.filter((name) => !this.written.some((one) => one.name === name)));
    return this.written;
  }

  /** Leaves everything as it was before. */
  async discard(): Promise<void> {
    for (const [name, file] of this.files) {
      await file.abandon();
      await this.removeQuietly(this.beside(name, 'new'));
    }
    this.files.clear();
    for (const { name } of this.written) await this.removeQuietly(this.beside(name, 'new'));
  }

  private async finish(name: string): Promise<void> {
    const file = this.files.get(name)!;
    await file.finish();
    this.files.delete(name);
    this.written.push({ name, bytes: file.bytes, sha256: file.hash.digest('hex') });
  }

  /** Old files step aside (the last one, which describes the others, first), new ones take their places; on a fault all is undone. */
  private async replaceAll(stale: readonly string[]): Promise<void> {
    const names = this.written.map((one) => one.name);
    const moved: string[] = [];
    const placed: string[] = [];
    try {
      for (const name of [...names].reverse().concat(stale)) {
        const old = join(this.folder, name);
        const kind = await this.disk.kind(old);
        if (kind === undefined) continue;
        if (kind !== 'file') throw new DiskFault(old, kind === 'folder' ? 'EISDIR' : 'EEXIST');
        await this.disk.rename(old, this.beside(name, 'old'));
        moved.push(name);
      }
      for (const name of names) {
        await this.disk.rename(this.beside(name, 'new'), join(this.folder, name));
        placed.push(name);
      }
    } catch (error) {
      for (const name of placed.reverse()) await this.removeQuietly(join(this.folder, name));
      for (const name of moved.reverse()) await this.disk.rename(this.beside(name, 'old'), join(this.folder, name)).catch(() => {});
      throw error;
    }
    for (const name of moved) await this.removeQuietly(this.beside(name, 'old'));
  }

  /** The path of a file that waits beside its target, on the same disk. */
  private beside(name: string, state: 'new' | 'old'): string {
    const target = join(this.folder, name);
    return join(dirname(target), `.paycurve-${state}-${basename(target)}`);
  }

  private async removeQuietly(path: string): Promise<void> {
    try {
      if ((await this.disk.kind(path)) !== undefined) await this.disk.remove(path);
    } catch {
      // The fault that brought us here is the one to tell.
    }
  }
}
