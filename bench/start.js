/**
 * `npm run bench:start [-- --rounds 40]`: what a start costs against bare node, in alternating rounds. The smallest time of many
 * is the one other work has disturbed least; the median says what a person sees. Compiled code is kept after the first round
 * (bin/compiled.js); the rows "nothing kept" are a first run, or one that may not write.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(root, 'bin/paycurve.js');
const MANY = 1000;

/** A workspace with a thousand plans. */
async function manyPlans() {
  const folder = join(tmpdir(), 'paycurve-bench-start');
  await generate(folder, { rows: 1000, people: 100 });
  const many = join(folder, 'many');
  mkdirSync(join(many, 'plans'), { recursive: true });
  const plan = readFileSync(join(folder, 'plan.yaml'), 'utf8');
  for (let n = 0; n < MANY; n++) writeFileSync(join(many, `plans/plan-${n}.yaml`), plan.replace('plan: bench', `plan: bench-${n}`));
  writeFileSync(join(many, 'paycurve.yaml'), readFileSync(join(folder, 'paycurve.yaml'), 'utf8').replace('plans: plan.yaml', 'plans: plans/*.yaml'));
  cpSync(join(folder, 'data/people.csv'), join(many, 'data/people.csv'), { recursive: true });
  return many;
}

function seconds({ words, env = {} }) {
  const started = process.hrtime.bigint();
  const done = spawnSync(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '', ...env } });
  const taken = Number(process.hrtime.bigint() - started) / 1e9;
  if (done.status !== 0) throw new Error(`node ${words.join(' ')} ended with ${done.status}\n${done.stderr}${done.stdout}`);
  return taken;
}

/** A table of every start against bare node, of rounds in which each is done once. */
export async function startTable(rounds) {
  const one = join(root, 'examples/adventureworks/plans/sales-manager.yaml');
  const cold = { NODE_DISABLE_COMPILE_CACHE: '1' };
  const jobs = [
    { name: 'node -e 0', words: ['-e', '0'] },
    { name: 'paycurve --version', words: [cli, '--version'] },
    { name: 'paycurve --help', words: [cli, '--help'] },
    { name: 'paycurve validate, one plan', words: [cli, 'validate', one] },
    { name: 'paycurve validate, a workspace of two plans', words: [cli, 'validate', join(root, 'examples/adventureworks')] },
    { name: 'paycurve --help, nothing kept', words: [cli, '--help'], env: cold },
    { name: 'paycurve validate, one plan, nothing kept', words: [cli, 'validate', one], env: cold },
    { name: 'paycurve validate, 1,000 plans', words: [cli, 'validate', await manyPlans()], every: 8 },
  ].map((job) => ({ ...job, times: [] }));
  for (let round = 0; round < rounds; round++) for (const job of jobs) if (round % (job.every ?? 1) === 0) job.times.push(seconds(job));
  for (const job of jobs) job.times.sort((a, b) => a - b);
  const middle = ({ times }) => times[Math.trunc(times.length / 2)];
  const lines = jobs.map((job) => [job.name, (middle(job) * 1000).toFixed(0), (job.times[0] / jobs[0].times[0]).toFixed(2), (middle(job) / middle(jobs[0])).toFixed(2)]);
  return [['start-up', 'ms', '× node -e 0, smallest', 'median'], ['---', '--:', '--:', '--:'], ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--rounds');
  const rounds = at < 0 ? 40 : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error('--rounds wants a whole number above zero');
  process.stdout.write(`node ${process.versions.node}, ${rounds} alternating rounds\n\n${await startTable(rounds)}`);
}
