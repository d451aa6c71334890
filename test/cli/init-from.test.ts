/** A copied ready-made plan named a schema outside its folder, so the editor helped with nothing, and no command copied one. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { READY_MADE } from '../../src/cli/init.ts';
import { ROOT } from '../payout-run.ts';
import { World } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

function world(): World {
  worlds.push(new World());
  return worlds.at(-1)!;
}

test('every folder of plans/ can be copied, and no other name', () => {
  expect([...READY_MADE]).toEqual(readdirSync(join(ROOT, 'plans'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort());
});

test.each(READY_MADE)('%s: the copy names schemas that are there, has the name of its folder, validates and runs', async (name) => {
  const here = world();
  expect(await here.run(['init', 'my plan', '--from', name])).toMatchObject({ code: 0 });
  const yaml = ['paycurve.yaml', ...here.list('my plan/plans').map((file) => `plans/${file}`)];
  for (const file of yaml) {
    const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(here.read(`my plan/${file}`))?.[1];
    expect(here.has(join('my plan', dirname(file), schema!)), `${file} names ${schema}`).toBe(true);
  }
  expect(here.read('my plan/paycurve.yaml')).toContain('workspace: my-plan\n');
  expect(await here.run(['test', 'my plan'])).toMatchObject({ code: 0 });
  expect(await here.run(['validate', 'my plan', '--data', '--max-warnings', '0'])).toMatchObject({ code: 0 });
}, 60_000);

test('another name is answered with the near one, and the page lists them all', async () => {
  const { code, err } = await world().run('init acme --from saas-acount-executive');
  expect(code).toBe(2);
  expect(err).toContain('did you mean saas-account-executive?');
  const page = (await world().run('init --help')).out;
  for (const name of READY_MADE) expect(page).toContain(name);
  expect(page.split('\n').filter((line) => line.length > 110)).toEqual([]);
});

test.skipIf(!existsSync(join(ROOT, 'dist/cli.js')))('the program as it is built finds its plans too', () => {
  const here = world();
  const ran = spawnSync(process.execPath, [join(ROOT, 'bin/paycurve.js'), 'init', 'acme', '--from', 'retail-store'], { cwd: here.folder, encoding: 'utf8' });
  expect([ran.status, here.has('acme/plans/store-manager.yaml')]).toEqual([0, true]);
}, 60_000);
