/**
 * The world of a real process. Standard streams are written by descriptor, through one writer: nothing is lost, nothing
 * crashes, and Node's stream classes need not be loaded. (The global `process` is used on purpose: importing node:process
 * opens every stream, which costs a fifth of the start.)
 */
import { closeSync, fstatSync, statSync, write } from 'node:fs';
import { errnoWords } from './disk.ts';
import { WriteFault, type Io, type Output } from './io.ts';
import { processDisk } from './process-disk.ts';

export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin: {
      get terminal() {
        return process.stdin.isTTY === true;
      },
      chunks: () => process.stdin as AsyncIterable<Uint8Array>,
    },
    stdout: output('standard output', 1, () => process.stdout),
    stderr: output('standard error', 2, () => process.stderr),
    disk: processDisk,
    now: () => stamp(process.env.SOURCE_DATE_EPOCH),
    ticks: () => performance.now(),
  };
}

function output(name: string, descriptor: number, stream: () => { readonly isTTY?: boolean; readonly columns?: number }): Output {
  const fault = (code: string): WriteFault => new WriteFault(name, errnoWords(code), code === 'EPIPE');
  let used = false;
  return {
    get terminal() {
      return isDevice(descriptor) && stream().isTTY === true;
    },
    get columns() {
      return this.terminal ? stream().columns : undefined;
    },
    async write(text) {
      used = true;
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) {
        try {
          at += await writeSome(descriptor, bytes, at);
        } catch (error) {
          const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
          // A pipe that another program set not to block is full: its reader needs a moment.
          if (code !== 'EAGAIN') throw fault(code);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
    },
    async end() {
      if (!used || !fstatSync(descriptor).isFile()) return;
      try {
        closeSync(descriptor);
      } catch (error) {
        throw fault((error as NodeJS.ErrnoException).code ?? 'unknown');
      }
    },
  };
}

function writeSome(descriptor: number, bytes: Uint8Array, at: number): Promise<number> {
  return new Promise((resolve, reject) => write(descriptor, bytes, at, bytes.length - at, null, (error, written) => (error ? reject(error) : resolve(written))));
}

/** Only a device can be a terminal, and not the one that swallows everything; asking Node would load its terminal classes. */
function isDevice(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    return found.isCharacterDevice() && found.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

function stamp(epoch: string | undefined): string {
  const moment = epoch !== undefined && /^\d{1,12}$/.test(epoch) ? new Date(+epoch * 1000) : new Date();
  return `${moment.toISOString().slice(0, 19)}Z`;
}
