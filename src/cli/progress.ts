/** One line on standard error for long runs: only on a terminal, only after a second, gone when the work is done. */
import type { Io } from './io.ts';
import { told } from './session.ts';

const WAIT = 1_000;
const EVERY = 200;

export class Progress {
  private readonly started: number;
  private last = 0;
  private bytes = 0;
  private shown = false;
  private readonly io: Io;
  private readonly on: boolean;

  constructor(io: Io, on: boolean) {
    this.io = io;
    this.on = on && io.stderr.terminal;
    this.started = io.ticks();
  }

  read(bytes: number): void {
    this.bytes += bytes;
  }

  /** Shows where the work stands, when it is time to. */
  async tick(what: string): Promise<void> {
    if (!this.on) return;
    const now = this.io.ticks();
    if (now - this.started < WAIT || now - this.last < EVERY) return;
    this.last = now;
    this.shown = true;
    await told(this.io, `\r\x1b[K${what}: ${(this.bytes / 1_000_000).toFixed(1)} MB read, ${((now - this.started) / 1000).toFixed(0)} s`);
  }

  async done(): Promise<void> {
    if (this.shown) await told(this.io, '\r\x1b[K');
  }
}
