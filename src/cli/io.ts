/**
 * What a command may touch of the world: streams, files, environment, clock. The real one is `process-io.ts`; tests and
 * transcripts bring their own. Rule: cli-conventions §3 (stdout carries the result and nothing else).
 */
import type { Disk } from './disk.ts';

/** Where text goes. A write resolves when the text was taken by the system, and rejects with a `WriteFault` when it was not. */
export interface Output {
  readonly terminal: boolean;
  /** Width of the terminal in columns, when it is one. */
  readonly columns?: number;
  write(text: string): Promise<void>;
  /** Closes it where the system may report a loss only then (a file on a full or distant disk). */
  end(): Promise<void>;
}

export interface StandardInput {
  readonly terminal: boolean;
  chunks(): AsyncIterable<Uint8Array>;
}

export interface Io {
  /** Absolute; relative paths start here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: StandardInput;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly disk: Disk;
  /** The moment for stamps, as `2026-01-31T12:00:00Z`. `SOURCE_DATE_EPOCH` decides when it is set. */
  now(): string;
  /** Milliseconds since some start, for progress only. */
  ticks(): number;
}

/** Text could not be delivered. `left` means that the reader closed the pipe, which is its right. */
export class WriteFault extends Error {
  readonly where: string;
  readonly reason: string;
  readonly left: boolean;

  constructor(where: string, reason: string, left = false) {
    super(`could not write ${where}: ${reason}`);
    this.where = where;
    this.reason = reason;
    this.left = left;
  }
}
