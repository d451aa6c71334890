/** A close at a bad moment: a call that fails, a kill, another close. Afterwards there is the old state or the new one, and the next close succeeds. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DiskFault, type Disk, type OpenFile } from '../../src/cli/disk.ts';
import { processDisk } from '../../src/cli/process-disk.ts';
import type { World } from '../cli/world.ts';
import { booksWorld, closeMonths } from './world.ts';

vi.setConfig({ testTimeout: 120_000 });

const ROOT = join(import.meta.dirname, '../..');
const BIN = join(ROOT, 'bin/paycurve.js');
const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));
const fresh = async (): Promise<World> => {
  const world = booksWorld();
  worlds.push(world);
  await closeMonths(world, 1);
  return world;
};
/** 2026-12-01: a day on which February is over. */
const LATER = '1796083200';
const CLOSE = 'close 2026-02 --on 2026-03-05';

/** The real disk, where the call of this number fails; half of what was to be written arrives. */
function failing(at: number, errno: string): { disk: Disk; fired: () => boolean } {
  let calls = 0;
  const may = async <T>(path: string, call: () => Promise<T>, half?: () => Promise<void>): Promise<T> => {
    if (++calls === at) {
      await half?.();
      throw new DiskFault(path, errno);
    }
    return call();
  };
  const file = (path: string, open: OpenFile): OpenFile => ({
    read: () => may(path, () => open.read()),
    write: (bytes) => may(path, () => open.write(bytes), () => open.write(bytes.subarray(0, bytes.length >> 1))),
    sync: () => may(path, () => open.sync()),
    async close() {
      await open.close();
      await may(path, async () => {});
    },
  });
  const disk: Disk = {
    open: async (path, how) => file(path, await may(path, () => processDisk.open(path, how))),
    kind: (path) => may(path, () => processDisk.kind(path)),
    list: (path) => may(path, () => processDisk.list(path)),
    real: (path) => may(path, () => processDisk.real(path)),
    makeFolder: (path) => may(path, () => processDisk.makeFolder(path)),
    rename: (from, to) => may(to, () => processDisk.rename(from, to)),
    remove: (path) => may(path, () => processDisk.remove(path)),
    removeFolder: (path) => may(path, () => processDisk.removeFolder(path)),
    syncFolder: (path) => may(path, () => processDisk.syncFolder(path)),
  };
  return { disk, fired: () => calls >= at };
}

const state = (world: World): string[] => world.list('records').filter((name) => !name.startsWith('.closing-'));

/** Whatever happened: the old state or the new one, nothing else counts, and closing goes on. */
async function soundAfter(world: World, what: string): Promise<'old' | 'new'> {
  const records = state(world);
  expect([['0001'], ['0001', '0002']], what).toContainEqual(records);
  const verified = await world.run('verify');
  expect(verified.code, `${what}: ${verified.err}`).toBe(0);
  if (records.length === 1) expect((await world.run(CLOSE)).code, what).toBe(0);
  expect((await world.run('close 2026-03 --on 2026-04-05')).code, what).toBe(0);
  expect(world.list('records'), what).toEqual(['0001', '0002', '0003']);
  return records.length === 1 ? 'old' : 'new';
}

describe('the Nth call fails', () => {
  it.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS'])('%s: the old state or the new one, a sentence, and no way to go on wrongly', async (errno) => {
    const seen = new Set<string>();
    // every call would take minutes: all of the last sixty, which write, and a sample of those that read
    let last = 0;
    const counting: Disk = Object.fromEntries(
      Object.entries(processDisk).map(([name, call]) => [
        name,
        async (...args: never[]) => {
          last++;
          const result: unknown = await (call as (...given: never[]) => Promise<unknown>)(...args);
          if (name !== 'open') return result;
          const open = result as OpenFile;
          return { read: () => (last++, open.read()), write: (bytes: Uint8Array) => (last++, open.write(bytes)), sync: () => (last++, open.sync()), close: () => (last++, open.close()) };
        },
      ]),
    ) as unknown as Disk;
    expect((await (await fresh()).run(CLOSE, { disk: counting })).code).toBe(0);
    for (let at = 1; at <= last + 1; at += at < last - 60 ? 11 : errno === 'ENOSPC' ? 1 : 6) {
      const world = await fresh();
      const { disk, fired } = failing(at, errno);
      const answer = await world.run(CLOSE, { disk });
      const what = `call ${at} of ${last}, ${errno}: ${answer.err}`;
      if (answer.code === 0) {
        expect(state(world), what).toEqual(['0001', '0002']);
        if (!fired()) continue;
      } else {
        expect(answer.code, what).toBe(2);
        expect(answer.out, what).toBe('');
        expect(answer.err, what).toMatch(/error\[U00\d\]/);
        expect(state(world), what).toEqual(['0001']);
      }
      seen.add(await soundAfter(world, what));
      worlds.splice(worlds.indexOf(world), 1);
      world.remove();
    }
    expect(seen).toContain('old');
    // after the rename only what nothing depends on can fail
    if (errno === 'ENOSPC') expect(seen).toContain('new');
  });
});

describe.skipIf(!existsSync(join(ROOT, 'dist/cli.js')))('the real program', () => {
  const start = (world: World, words: string, env: Record<string, string> = {}) => spawn(process.execPath, [...(env['STOP_AT'] === undefined ? [] : ['--import', join(import.meta.dirname, 'preload.mjs')]), BIN, ...words.split(' ')], { cwd: world.folder, env: { ...process.env, SOURCE_DATE_EPOCH: LATER, ...env, NODE_DISABLE_COMPILE_CACHE: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = (child: ReturnType<typeof start>): Promise<number | null> => new Promise((resolve) => child.once('exit', (code) => resolve(code)));

  it('killed at each of its file calls leaves the old state or the new one', async () => {
    const seen = new Set<string>();
    for (let at = 1; at < 40; at++) {
      const world = await fresh();
      const child = start(world, CLOSE, { STOP_AT: `${at}` });
      let where = '';
      const stopped = new Promise<boolean>((resolve) => {
        child.stdout.on('data', (text: Buffer) => {
          where += text.toString();
          if (where.startsWith('at ')) resolve(true);
        });
        child.once('exit', () => resolve(false));
      });
      const gone = ended(child);
      const reached = await stopped;
      if (reached) child.kill('SIGKILL');
      await gone;
      if (reached) seen.add(where.trim().split('\n')[0]!);
      await soundAfter(world, `stop ${at} ${where}`);
      if (!reached) break;
    }
    expect([...seen].sort((a, b) => (a < b ? -1 : 1))).toEqual(['at after rename', 'at mkdir', 'at open', 'at rename']);
  });

  it('killed at random moments leaves the old state or the new one', async () => {
    const states: string[] = [];
    for (let n = 0; n < 16; n++) {
      const world = await fresh();
      const child = start(world, CLOSE);
      const gone = ended(child);
      setTimeout(() => child.kill('SIGKILL'), 40 + n * 20);
      await gone;
      states.push(await soundAfter(world, `kill ${n}`));
    }
    expect(states.length).toBe(16);
  });

  it('two closes at once: one wins, the other says so', async () => {
    for (let n = 0; n < 4; n++) {
      const world = await fresh();
      const children = [start(world, CLOSE), start(world, CLOSE), start(world, CLOSE)];
      const errors = children.map((child) => {
        const parts: string[] = [];
        child.stderr.on('data', (text: Buffer) => parts.push(text.toString()));
        return parts;
      });
      const codes = await Promise.all(children.map(ended));
      expect([...codes].sort((a, b) => a! - b!)).toEqual([0, 1, 1]);
      for (const [at, code] of codes.entries()) if (code === 1) expect(errors[at]!.join('')).toMatch(/error\[B012\]|error\[B008\]/);
      await soundAfter(world, `race ${n}`);
    }
  });
});
