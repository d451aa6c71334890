import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn, World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await World.acme();
  world.write('bad/paycurve.yaml', world.read('acme/paycurve.yaml'));
  world.write('bad/plans/ae.yaml', world.read('acme/plans/account-executive.yaml').replace('amount, of: own, where: type', 'amont, of: own, where: type'));
  for (const name of ['people', 'quotas', 'sales']) world.write(`bad/data/${name}.csv`, world.read(`acme/data/${name}.csv`));
  world.write('rows/paycurve.yaml', world.read('acme/paycurve.yaml'));
  world.write('rows/plans/ae.yaml', world.read('acme/plans/account-executive.yaml'));
  for (const name of ['people', 'quotas']) world.write(`rows/data/${name}.csv`, world.read(`acme/data/${name}.csv`));
  world.write('rows/data/sales.csv', `${world.read('acme/data/sales.csv')}1012,2026-02-30,ana,5.00,New\n`);
  world.write('lonely/plan.yaml', world.read('acme/plans/account-executive.yaml'));
  world.write('void/readme.txt', 'nothing here');
  world.write('broken.yaml', 'plan: [');
  world.write('wrong/paycurve.yaml', world.read('acme/paycurve.yaml'));
  world.write('wrong/plans/ae.yaml', world.read('acme/plans/account-executive.yaml').replace('rate: 12%', 'rate: 13%'));
  world.write('wrong/plans/ae.test.yaml', world.read('acme/plans/account-executive.test.yaml'));
  world.write('malformed.test.yaml', 'workspace: acme\ncases: [{ name: a }]\n');
  world.write('homeless.test.yaml', 'workspace: void\ncases: [{ name: a, expect: [] }]\n');
  mkdirSync(join(world.folder, 'acme/folder.yaml'));
});
afterAll(() => world.remove());

/** Command line → exit code. Scripts rely on every line of this table. */
const TABLE: readonly (readonly [string, number])[] = [
  ['--help', 0],
  ['-h', 0],
  ['--version', 0],
  ['', 2],
  ['nonsense', 2],
  ['--nonsense', 2],
  ['close', 2],
  ['close 2026-Q1', 2],
  ['close 2026-Q1 acme --on 2026-02-01', 1],
  ['close 2026-Q1 acme --on 2026-04-05 --dry-run', 0],
  ['close 2026-Q9 acme --on 2026-04-05', 2],
  ['adjustments acme', 2],
  ['balances acme', 2],
  ['verify acme', 2],
  ['journal acme', 2],
  ['journal acme --format gnucash', 2],
  ['reopen 2026-Q1 acme', 2],
  ['run acme --as-known 2026-01-01', 2],
  ['validate --help', 0],
  ['validate acme', 0],
  ['validate acme/paycurve.yaml', 0],
  ['validate acme/plans', 0],
  ['validate acme/plans/sales-manager.yaml', 0],
  ['validate acme/plans/*.yaml', 0],
  ['validate acme/{plans,none}/*.yaml', 0],
  ['validate .', 1],
  ['validate bad', 1],
  ['validate bad --format json', 1],
  ['validate acme bad', 1],
  ['validate missing.yaml', 2],
  ['validate acme missing.yaml', 2],
  ['validate void', 2],
  ['validate void --allow-empty', 0],
  ['validate acme/*.yml', 2],
  ['validate acme/{plans/*.yaml', 2],
  ['validate acme --format xml', 2],
  ['validate acme --fromat json', 2],
  ['validate acme --format json --format sarif', 2],
  ['validate acme --format json=', 2],
  ['validate acme --max-warnings x', 2],
  ['validate acme --fail-on warning', 0],
  ['validate lonely', 1],
  ['validate broken.yaml', 1],
  ['test acme', 0],
  ['test acme/plans', 0],
  ['test acme/plans/*.test.yaml', 0],
  ['test acme/plans/account-executive.test.yaml --format json', 0],
  ['test wrong', 1],
  ['test acme --min-coverage 50', 0],
  ['test acme --min-coverage 100', 1],
  ['test acme --min-mutation 10', 0],
  ['test acme --min-mutation 100', 1],
  ['test acme --min-coverage x', 2],
  ['test --record acme --person ana --period 2026-Q1', 0],
  ['test --record acme --person nobody --period 2026-Q1', 2],
  ['test acme wrong --format junit', 1],
  ['test malformed.test.yaml', 1],
  ['test bad', 2],
  ['test void', 2],
  ['test void --allow-empty', 0],
  ['test missing', 2],
  ['test acme missing', 2],
  ['test acme/plans/account-executive.yaml', 2],
  ['test acme/{plans/*.test.yaml', 2],
  ['test acme --format xml', 2],
  ['test acme --format json --format junit', 2],
  ['run acme', 0],
  ['run acme --format json', 0],
  ['run acme/plans/sales-manager.yaml', 0],
  ['run bad', 1],
  ['run rows', 1],
  ['run rows --on-bad-row quarantine', 0],
  ['run missing', 2],
  ['run void', 2],
  ['run acme bad', 2],
  ['run acme --person nobody', 2],
  ['run acme --person ana', 0],
  ['run acme --period 2026-Q9', 2],
  ['run acme --period 2026-Q1', 0],
  ['run acme --plan none', 2],
  ['run acme --data sales=none.csv', 2],
  ['run acme --data nothing=acme/data/sales.csv', 2],
  ['run acme --data acme/data/sales.csv', 2],
  ['run acme --top none', 2],
  ['run acme --by nobody', 2],
  ['run acme --period', 2],
  ['explain P301', 0],
  ['explain p301', 0],
  ['explain P999', 2],
  ['explain', 0],
  ['explain ana acme --period 2026-Q1', 0],
  ['explain ana acme', 2],
  ['explain anna acme --period 2026-Q1', 2],
  ['explain --transaction 1004 acme', 0],
  ['explain --transaction 9999 acme', 2],
  ['mechanics', 0],
  ['mechanics tiers', 0],
  ['mechanics teirs', 2],
  ['mechanics tiers cap', 2],
  ['schema plan', 0],
  ['schema workspace', 0],
  ['schema run', 0],
  ['schema cases', 0],
  ['schema test', 0],
  ['schema', 2],
  ['schema plans', 2],
  ['help', 0],
  ['help order', 0],
  ['help run', 0],
  ['help ordre', 2],
  ['init acme', 2],
  ['init acme/data/sales.csv', 2],
];

describe('exit codes', () => {
  it.each(TABLE)('paycurve %s exits with %i', async (line, code) => {
    const words = line === '' ? [] : line.split(' ');
    const answer = await world.run(words);
    expect(answer.code, answer.out + answer.err).toBe(code);
    // What could not be done is said, and only on standard error.
    if (code === 2) expect(answer.out).toBe('');
    if (code === 2) expect(answer.err).not.toBe('');
  });

  it('is 2 with a suggestion for a misspelt command, option, value, person and mechanic', async () => {
    expect((await world.run('validte acme')).err).toContain('did you mean validate?');
    expect((await world.run('run acme --fromat csv')).err).toContain('did you mean --format?');
    expect((await world.run('run acme --format cvs')).err).toContain('did you mean csv?');
    expect((await world.run('run acme --person anna')).err).toContain('did you mean ana?');
    expect((await world.run('mechanics teirs')).err).toContain('did you mean tiers');
    expect((await world.run('run acme --period 2026-1Q')).err).toContain('did you mean 2026-Q1');
  });

  it.each([
    ['run acme --format csv --by period', '--by period does nothing with --format csv'],
    ['run acme --format json --by component', '--by component does nothing with --format json'],
    ['run acme --format json --top 3', '--top does nothing with --format json'],
    ['run acme --csv-raw', '--csv-raw does nothing with a run that writes no CSV'],
    ['run acme --no-redact', '--no-redact does nothing with a run without --format markdown'],
    ['explain --transaction 1004 acme --period 2026-Q1', '--period does nothing with --transaction'],
    ['test acme --no-redact', '--no-redact does nothing without --format junit'],
    ['explain --all', '--all does nothing with the list of codes'],
  ])('A11: is 2 for an option that would do nothing: %s', async (line, message) => {
    const { code, out, err } = await world.run(line);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`error[U018]: ${message}`);
  });

  it('is 0 where one of several formats heeds the option', async () => {
    expect((await world.run(`run acme --by period --top 1 --format table --format csv=all.csv --csv-raw`)).code).toBe(0);
    expect((await world.run('run acme --by component --format csv')).code).toBe(0);
  });

  it('A43: names a path as it was written, also from the root folder', async () => {
    expect((await runIn('/', ['run', '/no/such/folder'])).err).toContain('U005]: /no/such/folder: there is no such file or folder');
  });

  it('is only the exit code with -qq', async () => {
    expect(await world.run('validate bad -qq')).toEqual({ code: 1, out: '', err: '' });
    expect(await world.run('run rows -qq')).toEqual({ code: 1, out: '', err: '' });
  });

  it('is 3 for a bug, in one line, with the stack only when asked for', async () => {
    const broken = { write: () => Promise.reject(new TypeError('a bug')) };
    const calm = await world.run('help', { stdout: broken });
    expect(calm.code).toBe(3);
    expect(calm.err.trimEnd().split('\n')).toHaveLength(1);
    const loud = await world.run('help --debug', { stdout: broken });
    expect(loud.err).toContain('    at ');
  });
});
