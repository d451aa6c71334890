/**
 * The file calls that commands are built on, and nothing else: small enough that a test can fail each of them in turn.
 * Every refusal is a `DiskFault` with the errno word and plain words. Rule: traps.md §7.
 */
export type EntryKind = 'file' | 'folder' | 'other';

export interface Entry {
  readonly name: string;
  /** What the name leads to, links followed; a dangling link is `other`. */
  readonly kind: EntryKind;
  readonly link: boolean;
}

export interface OpenFile {
  /** The next bytes; undefined at the end. */
  read(): Promise<Uint8Array | undefined>;
  write(bytes: Uint8Array): Promise<void>;
  /** Until the bytes are safe on the device. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Disk {
  /** `create` refuses when there is something of that name; `stream` writes into what is there (devices, pipes). */
  open(path: string, how: 'read' | 'create' | 'stream'): Promise<OpenFile>;
  /** Follows links; undefined when there is nothing. */
  kind(path: string): Promise<EntryKind | undefined>;
  /** Sorted by name in code-unit order. */
  list(folder: string): Promise<readonly Entry[]>;
  /** The path with every link resolved. */
  real(path: string): Promise<string>;
  /** With all folders above it. */
  makeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** An empty folder. */
  removeFolder(path: string): Promise<void>;
  /** Until the names in the folder are safe on the device, where the system can do that. */
  syncFolder(path: string): Promise<void>;
}

const WORDS = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'not permitted'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of the path is not a folder'],
  ['EEXIST', 'it exists already'],
  ['ENOTEMPTY', 'the folder is not empty'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EROFS', 'the disk is read-only'],
  ['EIO', 'the device reports an error'],
  ['EXDEV', 'it lies on another disk'],
  ['ENODEV', 'it is a device, not a file; standard input is -'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open in the system'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ELOOP', 'the links go round in a circle'],
  ['EFBIG', 'the file is too large for this disk'],
]);

/** A file call that the system refused. `why` is in words a person can act on. */
export class DiskFault extends Error {
  readonly path: string;
  readonly errno: string;

  constructor(path: string, errno: string) {
    super(`${path}: ${errnoWords(errno)}`);
    this.path = path;
    this.errno = errno;
  }

  get why(): string {
    return errnoWords(this.errno);
  }
}

/** What the system refused, as a fault of this path; anything else is a bug of ours and stays what it is. */
export function faultOf(path: string, error: unknown): DiskFault {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return new DiskFault(path, code);
}

/** `ENOSPC` → `the disk is full`; unknown words are shown as they are. */
export function errnoWords(errno: string): string {
  return WORDS.get(errno) ?? errno;
}

/** The whole file as bytes. */
export async function readAll(disk: Disk, path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of readChunks(disk, path)) parts.push(part);
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/** The file's bytes piece by piece, closed at the end whatever happens. */
export async function* readChunks(disk: Disk, path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await disk.open(path, 'read');
  try {
    for (let chunk = await file.read(); chunk !== undefined; chunk = await file.read()) yield chunk;
  } finally {
    await file.close();
  }
}
