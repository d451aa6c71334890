/**
 * `npm run bench [-- --rows 1000000 --people 10000 --rounds 5]`: the same full job by paycurve and by an exact Python
 * script, and csv-parse alone on the same file, in alternating rounds; then start-up against bare node. Ratios are what
 * counts: they hold on a busy machine, seconds do not. Results go to stdout as a table for README.md.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';
import { startTable } from './start.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const cli = join(root, 'bin/paycurve.js');

const option = (name, standard) => {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return standard;
  const value = Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} wants a whole number above zero`);
  return value;
};

/** Ticks of processor time a second in /proc. */
const TICKS = 100;

/** Runs a command to its end: seconds, seconds of processor time and peak memory in MiB (where the system tells), stdout. */
function measure([command, ...args]) {
  return new Promise((done, failed) => {
    const started = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
    let peak = 0;
    let cpu = 0;
    const look = () => {
      try {
        const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        if (found !== null) peak = Math.max(peak, Number(found[1]) / 1024);
        const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
        const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13);
        cpu = Math.max(cpu, (Number(user) + Number(system)) / TICKS);
      } catch {
        // No such place on this system, or the process has ended.
      }
    };
    const timer = setInterval(look, 20);
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('error', failed);
    child.on('close', (code) => {
      clearInterval(timer);
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      if (code === 0) done({ seconds, cpu, peak, out });
      else failed(new Error(`${command} ${args.join(' ')} ended with ${code}\n${err.slice(0, 2000)}${out.slice(0, 2000)}`));
    });
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.trunc(numbers.length / 2)];

/** Runs every command once a round, in turn, so that a busy minute hits all of them. */
async function alternate(jobs, rounds) {
  const results = new Map([...jobs.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of jobs) {
      results.get(name).push(await measure(command));
      process.stderr.write('.');
    }
  }
  process.stderr.write('\n');
  return new Map([...results].map(([name, all]) => [name, { seconds: median(all.map((one) => one.seconds)), cpu: median(all.map((one) => one.cpu)), peak: Math.max(...all.map((one) => one.peak)), out: all[0].out }]));
}

const table = (head, lines) => [head, head.map((_name, at) => (at === 0 ? '---' : '--:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const fixed = (value, places = 2) => value.toFixed(places);

async function fullJob(folder, rows, rounds) {
  const python = join(folder, 'python.csv');
  const ours = join(folder, 'paycurve.csv');
  const jobs = new Map([
    ['paycurve run --format csv', [process.execPath, cli, 'run', folder, `--format=csv=${ours}`]],
    ['paycurve run --format csv --by component', [process.execPath, cli, 'run', folder, '--by', 'component', `--format=csv=${ours}.parts`]],
    ['csv-parse alone (arrays, stream events)', [process.execPath, join(here, 'parse-only.js'), join(folder, 'data/sales.csv')]],
  ]);
  if (spawnSync('python3', ['--version']).status === 0) jobs.set('Python, csv + Decimal, exact', ['python3', join(here, 'analyst.py'), folder, python]);
  const results = await alternate(jobs, rounds);
  const { seconds: base, cpu: baseCpu } = results.get('paycurve run --format csv');
  const lines = [...results].map(([name, { seconds, cpu, peak }]) => [name, fixed(seconds), fixed(seconds / base), cpu === 0 ? '–' : fixed(cpu), cpu === 0 ? '–' : fixed(cpu / baseCpu), Math.round(rows / seconds).toLocaleString('en'), peak === 0 ? '–' : Math.round(peak)]);
  process.stdout.write(`\n${table(['full job', 'seconds', '× paycurve', 'processor s', '× paycurve', 'rows/s', 'peak MiB'], lines)}\n`);
  const share = (results.get('csv-parse alone (arrays, stream events)').seconds / base) * 100;
  process.stdout.write(`\nThe whole job runs at ${Math.round(share)} % of the rate at which csv-parse alone reads the file.\n`);
  if (existsSync(python)) compare(python, ours);
}

/** Both programs must have paid everybody the same in every month, to the cent; speed of a wrong answer is no speed. */
function compare(python, ours) {
  const read = (file) => {
    const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(','));
    const [payee, period, total] = ['payee', 'period', 'total'].map((name) => head.indexOf(name));
    return new Map(lines.map((cells) => [`${cells[payee]} ${cells[period]}`, cells[total]]));
  };
  const [theirs, mine] = [read(python), read(ours)];
  const differing = [...theirs].filter(([key, amount]) => (mine.get(key) ?? '0.00') !== amount);
  const extra = [...mine.keys()].filter((key) => !theirs.has(key));
  if (differing.length + extra.length === 0) process.stdout.write(`\nBoth programs paid the same in all ${theirs.size.toLocaleString('en')} payee-months, to the cent.\n`);
  else {
    process.stdout.write(`\nTHE PAYOUTS DIFFER in ${differing.length + extra.length} payee-months; the first: ${differing[0] ?? extra[0]}\n`);
    process.exitCode = 1;
  }
}

if (!existsSync(join(root, 'dist/cli.js'))) {
  process.stderr.write('bench: dist/ is missing; run npm run build first\n');
  process.exitCode = 2;
} else {
  const [rows, people, rounds] = [option('rows', 1_000_000), option('people', 10_000), option('rounds', 5)];
  const folder = join(tmpdir(), `paycurve-bench-${rows}-${people}`);
  process.stderr.write(`bench: ${rows} rows, ${people} people, ${rounds} rounds\n`);
  await generate(folder, { rows, people });
  process.stdout.write(`${rows.toLocaleString('en')} rows, ${people.toLocaleString('en')} people, 12 months; node ${process.versions.node}, ${cpus().length} cores; medians of ${rounds} alternating rounds\n`);
  await fullJob(folder, rows, rounds);
  process.stdout.write(`\n${await startTable(rounds * 8)}`);
}
