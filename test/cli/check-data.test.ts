/** `validate` never opened the data and said `no problems`; a workspace without a single good row passed the check of CI. */
import { afterEach, expect, test } from 'vitest';
import { World } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

async function acme(...edits: readonly (readonly [file: string, find: string, replace: string])[]): Promise<World> {
  const world = await World.acme();
  worlds.push(world);
  for (const [file, find, replace] of edits) {
    expect(world.read(`acme/${file}`)).toContain(find);
    world.write(`acme/${file}`, world.read(`acme/${file}`).replace(find, replace));
  }
  return world;
}

const BROKEN = [
  ['data/sales.csv', '2026-01-29,ben', '2026-01-29,bne'],
  ['data/sales.csv', '1008,2026-04-21', '1008,21.4.2026'],
  ['data/quotas.csv', 'ben,new_business,2026-04-01,2026-06-30,40000\n', ''],
] as const;

const problems = (text: string): string[] => text.split('\n').filter((line) => /(error|warning)\[/.test(line));

test('without --data the last line says that data were not read', async () => {
  const world = await acme(...BROKEN);
  expect(await world.run('validate acme')).toEqual({ code: 0, err: '', out: '3 files checked: no problems\ndata files were not read: --data checks them too, and pays nobody\n' });
});

test('--data reports bad rows and unknown people as run does, all at once, and pays nobody', async () => {
  const world = await acme(...BROKEN);
  const checked = await world.run('validate acme --data');
  expect(checked.code).toBe(1);
  expect(checked.out).toContain('D205');
  expect(checked.out).toContain('D210');
  expect(checked.out).toContain('3 files and 3 data files checked: 2 errors');
  expect(problems(checked.out)).toEqual(problems((await world.run('run acme')).err));
  expect(checked.out).not.toContain('15,004');
});

test('--data reports missing quotas as run does', async () => {
  const world = await acme(BROKEN[2]);
  const checked = await world.run('validate acme --data');
  expect(problems(checked.out)).toEqual(problems((await world.run('run acme')).err));
  expect(problems(checked.out)[0]).toContain('ben has no quota for new_business in 2026-Q2');
});

test('--data on good data says how much was read', async () => {
  expect(await (await acme()).run('validate acme --data')).toEqual({ code: 0, err: '', out: '3 files and 3 data files checked: no problems\n' });
  expect(JSON.parse((await (await acme()).run('validate acme --data --format json')).out)).toMatchObject({ summary: { files: 3, data_files: 3 } });
});

test('a plan error does not hide the errors of the data', async () => {
  const world = await acme(BROKEN[0], ['plans/sales-manager.yaml', 'rate: 1.5%', 'rate: 15']);
  const { out } = await world.run('validate acme --data --format concise');
  expect(out).toMatch(/P300/);
  expect(out).toMatch(/D210/);
});

test('what is shared names no person: neither a missing quota, nor an unknown payee and the near name', async () => {
  const world = await acme(...BROKEN, ['data/people.csv', 'ben,Ben Okafor', 'benny,Ben Okafor']);
  for (const format of ['github', 'markdown', 'junit', 'sarif']) expect((await world.run(`validate acme --data --format ${format}`)).out).not.toMatch(/\b(ben|bne|benny)\b/);
  const quotas = await acme(BROKEN[2]);
  for (const format of ['github', 'markdown', 'junit', 'sarif']) {
    const { out } = await quotas.run(`validate acme --data --format ${format}`);
    expect(out).toContain('R001');
    expect(out).not.toMatch(/\bben\b/);
    expect((await quotas.run(`validate acme --data --format ${format} --no-redact`)).out).toMatch(/\bben\b/);
  }
});
