/** Installs what is missing and builds what is out of date; says nothing when there is nothing to do. Progress goes to stderr. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Time of the newest file or folder (a folder changes when a file in it is removed). What the build itself writes does not count. */
function newest(path) {
  if (path.endsWith('.generated.js')) return 0;
  const here = statSync(path, { throwIfNoEntry: false });
  if (here === undefined) return 0;
  if (!here.isDirectory()) return here.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return path === join('src', 'plan') ? Math.max(...inside) : Math.max(here.mtimeMs, ...inside);
}

/**
 * npm leaves out the bundler's native part on a Node before 20.19, for which its makers no longer vouch; it works there
 * (bin/old-node.mjs fills the two gaps), so npm is told of a newer one.
 */
function forNpm() {
  if (major > 20n || minor >= 19n) return process.env;
  return { ...process.env, NODE_OPTIONS: "--import=data:text/javascript,Object.defineProperty(process,'version',{value:'v20.19.0'})" };
}

function step(words, command, args, env = process.env) {
  process.stderr.write(`${words} …\n`);
  const done = spawnSync(command, args, { env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' && command === 'npm' });
  if (done.status === 0) return;
  process.stderr.write(`${command} ${args.join(' ')} failed${done.error ? `: ${done.error.message}` : ''}\n`);
  process.exitCode = 1;
}

const [major, minor] = process.versions.node.split('.').map(BigInt);
if (major < 20n || (major === 20n && minor < 12n)) {
  process.stderr.write(`paycurve needs Node 20.12 or newer; this is ${process.version}\n`);
  process.exitCode = 1;
} else {
  if (timeOf('node_modules/.package-lock.json') < timeOf('package-lock.json'))
    step('installing packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], forNpm());
  if (!process.exitCode && timeOf('dist/cli.js') < Math.max(newest('src'), newest('bin'), newest('package.json')))
    step('building', process.execPath, ['bin/build.mjs']);
}
