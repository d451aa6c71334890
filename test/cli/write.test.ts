import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { DiskFault, type Disk, type OpenFile } from '../../src/cli/disk.ts';
import { processDisk } from '../../src/cli/process-disk.ts';
import { World } from './world.ts';

/** The real disk, where the call with this number fails. */
function failing(at: number, errno: string): { disk: Disk; calls: () => number } {
  let calls = 0;
  const may = async <T>(path: string, call: () => Promise<T>): Promise<T> => {
    if (++calls === at) throw new DiskFault(path, errno);
    return call();
  };
  const file = (path: string, open: OpenFile): OpenFile => ({
    read: () => open.read(),
    write: (bytes) => may(path, () => open.write(bytes)),
    sync: () => may(path, () => open.sync()),
    async close() {
      await open.close();
      await may(path, async () => {});
    },
  });
  const disk: Disk = {
    ...processDisk,
    open: async (path, how) => (how === 'read' ? processDisk.open(path, how) : file(path, await may(path, () => processDisk.open(path, how)))),
    makeFolder: (path) => may(path, () => processDisk.makeFolder(path)),
    rename: (from, to) => may(to, () => processDisk.rename(from, to)),
    remove: (path) => may(path, () => processDisk.remove(path)),
  };
  return { disk, calls: () => calls };
}

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));
const acme = async (): Promise<World> => {
  const world = await World.acme();
  worlds.push(world);
  return world;
};
const outputs = (world: World): Record<string, string> => Object.fromEntries(world.list('results').map((name) => [name, world.read(`results/${name}`)]));

describe('run --out', () => {
  it('writes payouts, components, credits, excluded rows, ledger and manifest', async () => {
    const world = await acme();
    const answer = await world.run('run acme --out results');
    expect(answer.code).toBe(0);
    expect(world.list('results')).toEqual(['balances.csv', 'components.csv', 'credits.csv', 'excluded.csv', 'ledger.jsonl', 'manifest.json', 'payouts.csv']);
    expect(answer.err).toContain('wrote results: payouts.csv, components.csv, balances.csv, credits.csv, excluded.csv, ledger.jsonl, manifest.json');
    expect(world.read('results/payouts.csv').split('\n')[0]).toBe('payee,name,plan,period,from,to,currency,total,credited,effective_rate,paid,paid_currency,exchange_rate,zero_because,earned,payable,opening_balance,closing_balance,nothing_paid_because');
    expect(world.read('results/payouts.csv')).toBe((await world.run('run acme --format csv')).out);
    expect(world.read('results/components.csv')).toBe((await world.run('run acme --format csv --by component')).out);
  });

  it('names digests in the manifest that the files have', async () => {
    const { createHash } = await import('node:crypto');
    const world = await acme();
    await world.run('run acme --out results');
    const manifest = JSON.parse(world.read('results/manifest.json')) as { outputs: { name: string; sha256: string }[]; inputs: { data: { name: string; sha256: string }[]; plans: { name: string; sha256: string }[] } };
    const digest = (name: string): string => createHash('sha256').update(world.read(name)).digest('hex');
    for (const { name, sha256 } of manifest.outputs) expect(digest(`results/${name}`)).toBe(sha256);
    for (const { name, sha256 } of [...manifest.inputs.data, ...manifest.inputs.plans]) expect(digest(name)).toBe(sha256);
    expect(manifest.inputs.data.map((one) => one.name)).toEqual(['acme/data/people.csv', 'acme/data/quotas.csv', 'acme/data/sales.csv']);
  });

  it('gives the same bytes for the same inputs', async () => {
    const world = await acme();
    await world.run('run acme --out results');
    const first = outputs(world);
    await world.run('run acme --out results');
    expect(outputs(world)).toEqual(first);
  });

  it.each(['ENOSPC', 'EACCES', 'EIO'])('leaves the old files or the new ones, never a mixture, whichever call fails with %s', async (errno) => {
    const world = await acme();
    await world.run('run acme --out results');
    const before = outputs(world);
    world.write('acme/data/sales.csv', world.read('acme/data/sales.csv').replace('18000.00', '18001.00'));
    for (let at = 1; ; at++) {
      const { disk, calls } = failing(at, errno);
      const answer = await world.run('run acme --out results', { disk });
      if (calls() < at) {
        expect(answer.code).toBe(0);
        expect(outputs(world)).not.toEqual(before);
        expect(at).toBeGreaterThan(20);
        break;
      }
      if (answer.code === 0) continue; // only an old file could not be cleared away, and it was not needed
      expect(answer.code, `call ${at}`).toBe(2);
      expect(answer.err).toMatch(/results|\.paycurve/);
      expect(answer.out).toBe('');
      const after = Object.fromEntries(Object.entries(outputs(world)).filter(([name]) => !name.startsWith('.paycurve-')));
      expect(after, `call ${at}`).toEqual(before);
    }
  });

  it('writes nothing when the data have errors, and keeps what was there', async () => {
    const world = await acme();
    await world.run('run acme --out results');
    const before = outputs(world);
    world.write('acme/data/sales.csv', `${world.read('acme/data/sales.csv')}1012,2026-02-30,ana,5.00,New\n`);
    const answer = await world.run('run acme --out results');
    expect(answer).toMatchObject({ code: 1, out: '' });
    expect(answer.err).toContain('acme/data/sales.csv:13');
    expect(outputs(world)).toEqual(before);
  });

  it('sets bad rows aside with their reasons, and says so on every report', async () => {
    const world = await acme();
    world.write('acme/data/sales.csv', `${world.read('acme/data/sales.csv')}1012,2026-02-30,ana,5.00,New\n1013,2026-02-03,ana,"1,5",=New\n`);
    const answer = await world.run('run acme --on-bad-row quarantine --out results');
    expect(answer.code).toBe(0);
    expect(answer.out).toContain('13 rows read = 11 credited + 0 excluded + 2 rejected');
    expect(answer.out).toContain('Rejected rows were left out of every amount above. They are in results/rejected-sales.csv');
    const rejected = world.read('results/rejected-sales.csv').split('\n');
    expect(rejected[0]).toBe('file,line,row,codes,reasons,order_id,order_date,seller,amount,type');
    expect(rejected[1]).toMatch(/^acme\/data\/sales\.csv,13,12,D\d+,.*1012,2026-02-30,ana,5\.00,New$/);
    expect(rejected[2]).toContain(`1013,2026-02-03,ana,"1,5",'=New`);
    for (const format of ['json', 'markdown']) expect((await world.run(`run acme --on-bad-row quarantine --out results --format ${format}`)).out).toContain('results/rejected-sales.csv');
    world.write('acme/data/sales.csv', world.read('acme/data/sales.csv').split('\n').slice(0, 12).join('\n'));
    await world.run('run acme --out results');
    expect(world.has('results/rejected-sales.csv')).toBe(false);
  });

  it('ends where no folder can be made (--out under /proc hung for ever)', async () => {
    if (!existsSync('/proc/self')) return;
    const world = await acme();
    const { code, err } = await world.run('run acme --out /proc/nope/results');
    expect(code).toBe(2);
    expect(err).toContain('/proc/nope/results');
  });

  it('refuses a device that has no end (a workspace on /dev/zero was read for ever)', async () => {
    if (!existsSync('/dev/zero')) return;
    const world = await acme();
    for (const words of ['run /dev/zero', 'run acme --data sales=/dev/zero', 'validate /dev/zero']) {
      const { code, out, err } = await world.run(words);
      expect([words, code]).toEqual([words, 2]);
      expect(out + err).toMatch(/\/dev\/zero/);
    }
  });

  it('refuses a file in place of the folder', async () => {
    const world = await acme();
    world.write('results', 'mine');
    const answer = await world.run('run acme --out results');
    expect(answer.code).toBe(2);
    expect(world.read('results')).toBe('mine');
  });
});

describe('init', () => {
  it('writes a workspace whose every file is new, or nothing', async () => {
    const world = new World({ 'acme/data/people.csv': 'mine' });
    worlds.push(world);
    const answer = await world.run('init acme');
    expect(answer.code).toBe(2);
    expect(answer.err).toContain('acme already holds data/people.csv');
    expect(world.list('acme')).toEqual(['data']);
  });

  it('writes what validates without a warning and runs without one', async () => {
    const world = await acme();
    expect(await world.run('validate acme --max-warnings 0')).toEqual({ code: 0, out: '3 files checked: no problems\ndata files were not read: --data checks them too, and pays nobody\n', err: '' });
    const run = await world.run('run acme');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('Total 15,004.78 USD');
  });

  it('makes an id of any folder name', async () => {
    const world = new World();
    worlds.push(world);
    await world.run(['init', 'Größe & Co 2026']);
    expect((await world.run(['validate', 'Größe & Co 2026'])).code).toBe(0);
    expect(world.read('Größe & Co 2026/paycurve.yaml')).toContain('workspace: Gr-e-Co-2026');
  });

  it('names the schema of each file in its first line', async () => {
    const world = await acme();
    expect(world.read('acme/paycurve.yaml')).toMatch(/^# yaml-language-server: \$schema=schema\/workspace\.schema\.json\n/);
    expect(world.read('acme/plans/sales-manager.yaml')).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\/plan\.schema\.json\n/);
    expect(JSON.parse(world.read('acme/schema/plan.schema.json'))).toHaveProperty('properties.components');
  });
});
