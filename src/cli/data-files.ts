/** Data files for the data room: patterns of a table → inputs, read piece by piece. Standard input can serve once. */
import { createHash } from 'node:crypto';
import type { Input, TableContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Workspace } from '../plan/model.ts';
import { readChunks } from './disk.ts';
import { filesThere } from './files-there.ts';
import { filesMatching } from './glob.ts';
import type { Io } from './io.ts';
import { absolute, shown } from './path.ts';

export const STDIN_NAME = '<stdin>';

/** What was read, for the manifest. A file read twice (as a source and as a table) is listed once. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export class DataFiles {
  readonly read = new Map<string, ReadFile>();
  /** Names of files that were looked into, also those with a fault that ended the reading. */
  readonly opened = new Set<string>();
  /** Called before each piece is handed on: lets slower outputs catch up. */
  pause: () => Promise<void> = async () => {};
  private stdinTaken = false;
  private readonly io: Io;
  private readonly folder: string;
  private readonly hashed: boolean;

  /** `folder` is the workspace's, absolute. `hashed`: remember what was read, with its digest. */
  constructor(io: Io, folder: string, hashed: boolean) {
    this.io = io;
    this.folder = folder;
    this.hashed = hashed;
  }

  /** Files of a table: those of the command line (from the working directory), else its own (from the workspace's folder). */
  of(contract: TableContract, workspace: Workspace, overrides: ReadonlyMap<string, readonly string[]>, problems: Problems): Promise<readonly Input[] | undefined> {
    const other = workspace.sources.some((source) => source === contract) ? overrides.get(contract.name) : undefined;
    return this.find(other ?? contract.files, other === undefined ? this.folder : this.io.cwd, contract, problems);
  }

  private async find(patterns: readonly string[], folder: string, contract: TableContract, problems: Problems): Promise<readonly Input[] | undefined> {
    const inputs = new Map<string, Input>();
    const before = problems.all.length;
    for (const pattern of patterns) {
      if (pattern === '-') {
        if (this.stdinTaken) problems.error('U013', 'standard input is named twice, and can be read once', place(contract));
        this.stdinTaken = true;
        inputs.set(STDIN_NAME, { name: STDIN_NAME, chunks: () => this.watched(STDIN_NAME, this.io.stdin.chunks()) });
        continue;
      }
      const literal = absolute(folder, pattern);
      const kind = await this.io.disk.kind(literal);
      const found = kind === undefined ? await filesMatching(this.io.disk, folder, pattern) : [literal];
      if (kind === 'folder') problems.error('U006', `${contract.name}: ${shown(this.io.cwd, literal)} is a folder`, { ...place(contract), hint: `write a pattern such as ${pattern}/*.csv` });
      else if (found.length === 0) problems.error('U007', `${contract.name}: no file matches ${pattern}`, { ...place(contract), hint: await filesThere(this.io.disk, this.io.cwd, folder, pattern) });
      else for (const path of found) inputs.set(path, { name: shown(this.io.cwd, path), chunks: () => this.watched(shown(this.io.cwd, path), readChunks(this.io.disk, path)) });
    }
    return problems.all.length > before ? undefined : [...inputs.values()];
  }

  private async *watched(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    const hash = this.hashed ? createHash('sha256') : undefined;
    let bytes = 0;
    this.opened.add(name);
    for await (const chunk of chunks) {
      hash?.update(chunk);
      bytes += chunk.length;
      await this.pause();
      yield chunk;
    }
    if (hash !== undefined) this.read.set(name, { name, bytes, sha256: hash.digest('hex') });
  }
}

function place(contract: TableContract): { at?: NonNullable<TableContract['at']> } {
  return contract.at === undefined ? {} : { at: contract.at };
}
