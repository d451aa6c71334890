import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wantsColour, widthOf, type When } from '../../src/cli/colour.ts';
import { World } from './world.ts';

describe('colour', () => {
  it.each<[When, Record<string, string>, boolean, boolean]>([
    ['auto', {}, true, true],
    ['auto', {}, false, false],
    ['always', { NO_COLOR: '1', TERM: 'dumb' }, false, true],
    ['never', { FORCE_COLOR: '1' }, true, false],
    ['auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    ['auto', { FORCE_COLOR: '0' }, true, false],
    ['auto', { FORCE_COLOR: 'false', CLICOLOR_FORCE: '1' }, true, false],
    ['auto', { NO_COLOR: '1', CLICOLOR_FORCE: '1' }, true, false],
    ['auto', { NO_COLOR: '' }, true, true],
    ['auto', { CLICOLOR_FORCE: '1', TERM: 'dumb' }, false, true],
    ['auto', { CLICOLOR_FORCE: '0' }, false, false],
    ['auto', { TERM: 'dumb' }, true, false],
  ])('--color %s with %j on a terminal (%s) is %s', (when, env, terminal, wanted) => {
    expect(wantsColour(when, env, () => terminal)).toBe(wanted);
  });

  it('is as wide as the terminal, else COLUMNS, else 100', () => {
    expect(widthOf(72, { COLUMNS: '40' })).toBe(72);
    expect(widthOf(undefined, { COLUMNS: '140' })).toBe(140);
    expect(widthOf(undefined, {})).toBe(100);
    expect(widthOf(undefined, { COLUMNS: 'wide' })).toBe(100);
  });
});

describe('streams of a run', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.acme();
  });
  afterAll(() => world.remove());

  it.each(['run acme --format json', 'run acme --format csv', 'run acme --format markdown', 'validate acme --format json', 'validate acme --format sarif', 'validate acme --format junit', 'validate acme --format concise'])(
    '%s has the same bytes on a terminal with forced colours as in a pipe',
    async (line) => {
      const plain = await world.run(line);
      const forced = await world.run(`${line} --color always -v`, { terminal: true, columns: 40, env: { FORCE_COLOR: '1' } });
      expect(forced.out).toBe(plain.out);
      expect(plain.out).not.toContain('\u001b');
    },
  );

  it('has colours in text and explanations when asked for', async () => {
    world.write('acme/plans/odd.yaml', 'plan: odd\n');
    expect((await world.run('validate acme --color always')).out).toContain('\u001b[');
    expect((await world.run('validate acme')).out).not.toContain('\u001b[');
    expect((await world.run('explain ana acme/plans/account-executive.yaml --period 2026-Q1 --color always')).out).toContain('\u001b[1m');
  });

  it('becomes blocks of lines on a terminal that is too narrow for the table', async () => {
    const narrow = await world.run('run acme/plans/account-executive.yaml', { terminal: true, columns: 50 });
    expect(narrow.out).toContain('Person          ana  Ana Duarte\n');
    expect(narrow.out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});
