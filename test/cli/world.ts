/**
 * A world for the program in tests: a real folder that goes away again, streams that are remembered, a clock that stands
 * still. `run` answers what a shell would see.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Disk } from '../../src/cli/disk.ts';
import type { Io, Output } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { processDisk } from '../../src/cli/process-disk.ts';

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface WorldOptions {
  readonly env?: Io['env'];
  readonly stdin?: string;
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly disk?: Disk;
  readonly stdout?: Partial<Output>;
}

/** Runs the program in a folder. */
export async function runIn(cwd: string, words: readonly string[], options: WorldOptions = {}): Promise<Answer> {
  const out: string[] = [];
  const err: string[] = [];
  const stream = (to: string[]): Output => ({
    terminal: options.terminal ?? false,
    ...(options.columns === undefined ? {} : { columns: options.columns }),
    write: async (text) => void to.push(text),
    end: async () => {},
  });
  const io: Io = {
    cwd,
    env: options.env ?? {},
    stdin: {
      terminal: false,
      async *chunks() {
        if (options.stdin !== undefined) yield Buffer.from(options.stdin);
      },
    },
    stdout: { ...stream(out), ...options.stdout },
    stderr: stream(err),
    disk: options.disk ?? processDisk,
    // whoever says on which day a period is closed lives later than that
    now: () => (words[0] === 'close' && words.includes('--on') ? '2100-01-01T00:00:00Z' : '2026-01-01T00:00:00Z'),
    ticks: () => 0,
  };
  const code = await main(words, io);
  return { code, out: out.join(''), err: err.join('') };
}

/** A temporary folder with the given files (path → text). */
export class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'paycurve-'));

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  has(name: string): boolean {
    return existsSync(join(this.folder, name));
  }

  list(name = '.'): string[] {
    return readdirSync(join(this.folder, name)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }

  run(words: readonly string[] | string, options: WorldOptions = {}): Promise<Answer> {
    return runIn(this.folder, typeof words === 'string' ? words.split(' ') : words, options);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** With the workspace that `init` writes, in the folder `acme`. */
  static async acme(): Promise<World> {
    const world = new World();
    await world.run('init acme');
    return world;
  }
}
