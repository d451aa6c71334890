/** What the installed program loads for which call, and what it keeps of compiled code: never a timed test, speed is measured by bench. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PLAN = 'plans/saas-account-executive/plans';
const built = existsSync('dist/cli.js');

describe.skipIf(!built)('the program as it is installed', () => {
  const home = mkdtempSync(join(tmpdir(), 'paycurve-start-'));
  const compiled = join(home, 'dist/compiled');
  const spy = join(home, 'spy.cjs');

  beforeAll(() => {
    for (const part of ['bin', 'dist']) cpSync(part, join(home, part), { recursive: true, filter: (path) => !path.endsWith('compiled') });
    // Names every file of dist/ that is read, on standard error.
    writeFileSync(spy, `const fs = require('node:fs'); const read = fs.readFileSync;
      fs.readFileSync = (file, ...rest) => { const found = /dist[\\\\/](?!compiled)([^\\\\/]+)$/.exec(String(file)); if (found) fs.writeSync(2, found[1] + '\\n'); return read(file, ...rest); };`);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const run = (words: readonly string[], env: NodeJS.ProcessEnv = {}, node: readonly string[] = []): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [...node, join(home, 'bin/paycurve.js'), ...words], { encoding: 'utf8', env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '', ...env } });

  /** The chunks a call loads, by the words before their hash. */
  const chunks = (...words: string[]): string[] => run(words, { NODE_DISABLE_COMPILE_CACHE: '1' }, ['--require', spy]).stderr.split('\n').filter((line) => line.endsWith('.js')).map((line) => line.replace(/(-[\w-]{8})?\.js$/, '')).sort((a, b) => (a < b ? -1 : 1));

  const START = ['cli', 'rolldown-runtime', 'start'];

  it('loads one chunk for a page of help, and one more for a plan in order', () => {
    expect(chunks('--help')).toEqual(START);
    expect(chunks('validate', '--help')).toEqual(START);
    expect(chunks('test', '--help')).toEqual(START);
    expect(chunks('validate', PLAN)).toEqual(['check', ...START]);
  });

  it('loads the words for a fault when there is one, and the option parser when there is an option', () => {
    const file = join(home, 'plan.yaml');
    writeFileSync(join(home, 'paycurve.yaml'), readFileSync(join(PLAN, '../paycurve.yaml'), 'utf8'));
    writeFileSync(file, 'plan: a\ncolour: red\n');
    expect(chunks('validate', file)).toEqual(['check', 'cli', 'plan-shape', 'rolldown-runtime', 'start']);
    writeFileSync(file, 'plan: [a\n');
    expect(chunks('validate', file)).toContain('document-syntax');
    expect(chunks('validate', PLAN, '-q')).toEqual(['check', 'cli', 'parse', 'rolldown-runtime', 'start']);
  });

  it('has no pages of codes, schemas for people or decimals in what a plan in order needs', () => {
    const check = readdirSync('dist').find((name) => name.startsWith('check-'))!;
    const code = readFileSync(join('dist', check), 'latin1');
    for (const foreign of ['A plan must mean the same in every program', 'The source of transactions.', '[DecimalError]', 'schemaPath']) expect(code).not.toContain(foreign);
    for (const name of readdirSync('dist')) if (name.endsWith('.js')) expect(readFileSync(join('dist', name)).every((byte) => byte < 0x80), `${name} is ASCII`).toBe(true);
  });

  it('keeps nothing of help, of a failure, or where it is told not to', () => {
    run(['--help']);
    run(['validate', 'no-such-folder']);
    run(['validate', PLAN], { NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(existsSync(compiled)).toBe(false);
  });

  it('says the same with code that was kept, damaged, cut short or out of reach', () => {
    const first = run(['validate', PLAN]);
    const said = (answer: SpawnSyncReturns<string>): unknown => [answer.status, answer.stdout, answer.stderr];
    const [node] = readdirSync(compiled) as [string];
    const kept = join(compiled, node);
    const names = readdirSync(kept).sort((a, b) => (a < b ? -1 : 1));
    expect(names.map((name) => name.replace(/(-[\w-]{8})?\.js$/, ''))).toEqual(['check', ...START]);
    expect(said(run(['validate', PLAN]))).toEqual(said(first));

    const check = join(kept, names[0]!);
    const whole = readFileSync(check);
    for (const at of [0, 0.1, 0.3, 0.49, 0.7]) {
      const damaged = Buffer.from(whole);
      const from = Math.trunc(whole.length * at);
      damaged.fill(0x5a, from, from + 64);
      writeFileSync(check, damaged);
      expect(said(run(['validate', PLAN])), `damaged at ${at}`).toEqual(said(first));
    }
    for (const rest of [whole.subarray(0, whole.length / 2), whole.subarray(0, 101), Buffer.alloc(0), Buffer.alloc(whole.length)]) {
      writeFileSync(check, rest);
      expect(said(run(['validate', PLAN])), `${rest.length} bytes`).toEqual(said(first));
    }
    rmSync(compiled, { recursive: true });
    writeFileSync(compiled, 'in the way');
    expect(said(run(['validate', PLAN]))).toEqual(said(first));
    expect(readFileSync(compiled, 'utf8')).toBe('in the way');
    rmSync(compiled);
  });

  it('never uses what was compiled of older code', () => {
    run(['validate', PLAN]);
    const name = readdirSync(join(home, 'dist')).find((one) => one.startsWith('start-'))!;
    const file = join(home, 'dist', name);
    const code = readFileSync(file, 'latin1');
    const other = code.replace('0.1.0', '9.9.9');
    expect(other).not.toBe(code);
    writeFileSync(file, other);
    expect(run(['--version']).stdout).toBe('9.9.9\n');
    writeFileSync(file, code);
  });

  it('is not packed with compiled code', () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
    expect(files.indexOf('!dist/compiled')).toBeGreaterThan(files.indexOf('dist'));
  });
});
