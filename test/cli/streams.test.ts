import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, closeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from './world.ts';

/** These run the built program, because streams of a real process are what is at stake. */
const BIN = new URL('../../bin/paycurve.js', import.meta.url).pathname;
let world: World;
beforeAll(async () => {
  world = await World.acme();
});
afterAll(() => world.remove());

const shell = (line: string): { status: number | null; stdout: string; stderr: string } => spawnSync('bash', ['-c', line.replaceAll('paycurve', `node ${BIN}`)], { cwd: world.folder, encoding: 'utf8' });

describe('standard output', () => {
  it('is complete when the exit code is 0, however slowly it is read', async () => {
    const rows = ['order_id,order_date,seller,amount,type'];
    for (let n = 0; n < 4000; n++) rows.push(`X${n},2026-01-${String((n % 28) + 1).padStart(2, '0')},p${n},${n}.25,${n === 0 ? 'Renewal' : 'New'}`);
    world.write('many/paycurve.yaml', world.read('acme/paycurve.yaml').replace('calendar: quarters', 'calendar: months'));
    world.write('many/plans/ae.yaml', world.read('acme/plans/account-executive.yaml').replace(/tiers:[\s\S]*?\n\n/, 'rate: 5%\n\n'));
    world.write('many/data/sales.csv', `${rows.join('\n')}\n`);
    world.write('many/data/people.csv', `id,name,role,manager\n${Array.from({ length: 4000 }, (_, n) => `p${n},Person ${n},AE,\n`).join('')}`);
    world.write('many/data/quotas.csv', 'payee,measure,from,to,amount\np1,new_business,2026-01-01,2026-01-31,5\n');
    const child = spawn('node', [BIN, 'run', 'many', '--format', 'json'], { cwd: world.folder });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), 2);
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    const text = Buffer.concat(parts).toString();
    expect(code).toBe(0);
    expect(text.length).toBeGreaterThan(1_000_000);
    expect((JSON.parse(text) as { payouts: unknown[] }).payouts).toHaveLength(4000);
  });

  it('may be left by its reader: quiet, and exit code 0', () => {
    const left = shell('set -o pipefail; paycurve run many --format json | head -c 100 > /dev/null');
    expect(left).toMatchObject({ status: 0, stderr: '' });
  });

  it.runIf(existsSync('/dev/full'))('is exit code 2 with a sentence when the disk is full', () => {
    for (const line of ['paycurve --help > /dev/full', 'paycurve validate acme > /dev/full', 'paycurve run acme > /dev/full', 'paycurve run acme --format json > /dev/full']) {
      const full = shell(line);
      expect(full.status, line).toBe(2);
      expect(full.stderr).toContain('could not write standard output: the disk is full');
    }
    expect(shell('paycurve validate acme --format json=/dev/full').status).toBe(2);
  });

  it('holds only the result when warnings and notes are said', () => {
    const run = shell('paycurve run acme --format json --out results -v');
    expect(() => JSON.parse(run.stdout)).not.toThrow();
    expect(run.stderr).toContain('wrote results');
  });

  it('can be a file that is written whole', () => {
    const file = openSync(`${world.folder}/payouts.json`, 'w');
    const done = spawnSync('node', [BIN, 'run', 'acme', '--format', 'json'], { cwd: world.folder, stdio: ['ignore', file, 'ignore'] });
    closeSync(file);
    expect(done.status).toBe(0);
    expect(() => JSON.parse(world.read('payouts.json'))).not.toThrow();
  });
});

describe('the built program', () => {
  it('reads a plan and a source from standard input', () => {
    expect(shell('cat acme/plans/sales-manager.yaml | paycurve validate - --stdin-filename acme/plans/new.yaml').status).toBe(0);
    expect(shell('cat acme/data/sales.csv | paycurve run acme --data sales=- --format csv').stdout).toBe(shell('paycurve run acme --format csv').stdout);
  });

  it('answers the same wherever it is called from', () => {
    expect(shell('cd acme && paycurve run --format csv').stdout).toBe(shell('paycurve run acme --format csv').stdout);
    expect(shell('TZ=Pacific/Auckland LC_ALL=sv_SE.UTF-8 paycurve run acme').stdout).toBe(shell('paycurve run acme').stdout);
  });

  it('stops on a signal with the usual status and leaves no half-written file', async () => {
    const child = spawn('node', [BIN, 'run', 'many', '--out', 'stopped', '--data', 'sales=-'], { cwd: world.folder });
    child.stdin.write('order_id,order_date,seller,amount,type\n');
    while (!world.has('stopped/.paycurve-new-ledger.jsonl')) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGTERM');
    const signal = await new Promise((resolve) => child.on('close', (_code, name) => resolve(name)));
    expect(signal).toBe('SIGTERM');
    expect(world.list('stopped')).toEqual([]);
  });
});
