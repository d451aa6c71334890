/** The world of a real process. Standard streams are written through one writer, so nothing is lost and nothing crashes. */
import { closeSync, fstatSync } from 'node:fs';
import process from 'node:process';
import { errnoWords } from './disk.ts';
import { WriteFault, type Io, type Output } from './io.ts';
import { processDisk } from './process-disk.ts';

/** The process as a port. Reading the streams is left to the first use. */
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

function output(name: string, descriptor: number, stream: () => NodeJS.WriteStream): Output {
  let opened: NodeJS.WriteStream | undefined;
  const open = (): NodeJS.WriteStream => {
    if (opened !== undefined) return opened;
    opened = stream();
    // Every error comes through the callback of its write; without a listener Node would also throw it.
    opened.on('error', () => {});
    return opened;
  };
  return {
    get terminal() {
      return open().isTTY === true;
    },
    get columns() {
      return open().isTTY === true ? open().columns : undefined;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        open().write(text, (error) => {
          if (!error) return resolve();
          const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
          reject(new WriteFault(name, errnoWords(code), code === 'EPIPE'));
        });
      }),
    async end() {
      if (opened === undefined || !fstatSync(descriptor).isFile()) return;
      try {
        closeSync(descriptor);
      } catch (error) {
        throw new WriteFault(name, errnoWords((error as NodeJS.ErrnoException).code ?? 'unknown'));
      }
    },
  };
}

function stamp(epoch: string | undefined): string {
  const moment = epoch !== undefined && /^\d{1,12}$/.test(epoch) ? new Date(+epoch * 1000) : new Date();
  return `${moment.toISOString().slice(0, 19)}Z`;
}
