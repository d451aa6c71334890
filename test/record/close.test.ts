/** Closing: what is recorded, what is refused, and that the same facts give the same bytes. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { World } from '../cli/world.ts';
import { booksWorld, closeMonths, edit, SALES } from './world.ts';

vi.setConfig({ testTimeout: 60_000 });

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));
const fresh = (): World => {
  const world = booksWorld();
  worlds.push(world);
  return world;
};
const filesOf = (world: World, record: string): Record<string, string> => Object.fromEntries(world.list(`records/${record}`).map((name) => [name, world.read(`records/${record}/${name}`)]));

describe('close', () => {
  it('records payouts, lines, payments, credits, people and totals, exactly', async () => {
    const world = fresh();
    const answer = await world.run('close 2026-01 --on 2026-02-05');
    expect([answer.code, answer.err]).toEqual([0, 'next: keep records/0001 where it cannot be lost, such as in the repository\n']);
    expect(answer.out.split('\n').slice(0, 5)).toEqual([
      'books · 2026-01 (2026-01-01 to 2026-01-31) is closed, on 2026-02-05',
      '',
      'USD: 0.00 opening + 277.10 earned − 277.10 paid = 0.00 closing',
      '4 people, 4 payouts, 6 credits, 0 adjustments for closed periods',
      'written to records/0001',
    ]);
    expect(world.read('records/0001/lines.csv').split('\n').slice(1, 4)).toEqual([
      'ana,seller,2026-01-01,component,bonus,Bonus,bonus,revenue,money,1000,1000,1,100,',
      'ana,seller,2026-01-01,component,commission,Commission,commission,revenue,money,1000,,,100,',
      'ben,seller,2026-01-01,component,bonus,Bonus,bonus,revenue,money,610,1000,0.61,0,0.00 USD: below the first band',
    ].map((line, at) => (at === 2 ? expect.stringMatching(/^ben,seller,2026-01-01,component,bonus,Bonus,bonus,revenue,money,610,1000,0\.61,0,.+/) : line)));
    expect(world.read('records/0001/credits.csv')).toContain('ben,seller,revenue,own,sales,J3,2026-01-20,1,110,100,EUR,1.1\n');
    const head = JSON.parse(world.read('records/0001/record.json')) as { totals: object[]; previous: null; files: { name: string; sha256: string; rows: number }[]; inputs: { data: { name: string }[] } };
    expect(head.totals).toEqual([{ currency: 'USD', people: 4, opening: '0', components: '277.1', other: '0', prior: '0', earned: '277.1', paid: '277.1', closing: '0' }]);
    expect(head.inputs.data.map(({ name }) => name)).toEqual(['data/people.csv', 'data/quotas.csv', 'data/rates.csv', 'data/sales.csv']);
    for (const { name, sha256 } of head.files) expect(createHash('sha256').update(world.read(`records/0001/${name}`)).digest('hex')).toBe(sha256);
  });

  it('gives the same bytes whatever the order of rows, the folder it is run from, and the plan files\' layout are', async () => {
    const [one, other] = [fresh(), fresh()];
    await one.run('close 2026-01 --on 2026-02-05');
    const expected = filesOf(one, '0001');
    const elsewhere = other.folder;
    mkdirSync(join(elsewhere, 'deep/er'), { recursive: true });
    await (await import('../cli/world.ts')).runIn(join(elsewhere, 'deep/er'), ['close', '2026-01', '../..', '--on', '2026-02-05']);
    expect(filesOf(other, '0001')).toEqual(expected);
    const third = fresh();
    const [head, ...rows] = SALES.trimEnd().split('\n');
    third.write('data/sales.csv', `${[head, ...rows.reverse()].join('\n')}\n`);
    await third.run('close 2026-01 --on 2026-02-05');
    const again = filesOf(third, '0001');
    for (const name of Object.keys(expected)) if (name !== 'record.json') expect(again[name], name).toBe(expected[name]);
  });

  it('takes the day from the clock unless told', async () => {
    const world = fresh();
    // the clock of the tests stands on 2026-01-01
    expect((await world.run('close 2026-01')).err).toContain('error[B010]: 2026-01 is not over on 2026-01-01: its last day is 2026-01-31');
  });

  it('writes nothing with --dry-run, and says the seal it would have', async () => {
    const world = fresh();
    const dry = await world.run('close 2026-01 --on 2026-02-05 --dry-run --format json');
    expect(world.has('records')).toBe(false);
    const said = JSON.parse(dry.out) as { written: boolean; seal: string; kind: string };
    expect([said.kind, said.written]).toEqual(['close', false]);
    const real = JSON.parse((await world.run('close 2026-01 --on 2026-02-05 --format json')).out) as { written: boolean; seal: string };
    expect([real.written, real.seal]).toEqual([true, said.seal]);
  });

  it.each([
    ['an unknown period', 'close 2026-13 --on 2027-02-01', 2, 'U011', 'there is no period "2026-13"'],
    ['a period that is not over', 'close 2026-01 --on 2026-01-31', 1, 'B010', '2026-01 is not over on 2026-01-31'],
    ['a gap', 'close 2026-02 --on 2026-03-05 --complete', 1, 'B009', '2026-02 cannot be closed while 2026-01 is open'],
    ['data that end early', 'close 2026-04 --on 2026-05-05 --begin', 1, 'B011', 'no transaction is of 2026-04 or later: the last is of 2026-03-31'],
    ['no day', 'close 2026-01 --on 2026-02-30', 2, 'U003', '--on cannot be "2026-02-30"'],
    ['two workspaces', 'close 2026-01 . other --on 2026-02-05', 2, 'U004', 'one workspace at a time, found 2'],
    ['no workspace', 'close 2026-01 nowhere --on 2026-02-05', 2, 'U005', 'nowhere'],
    ['no period', 'close', 2, 'U004', 'PERIOD'],
    ['single plans', 'close 2026-01 plans/seller.yaml --on 2026-02-05', 2, 'B018', 'closed periods are of all plans of books'],
  ])('refuses %s', async (_, words, code, problem, message) => {
    const world = fresh();
    world.write('other/paycurve.yaml', world.read('paycurve.yaml'));
    const answer = await world.run(words);
    expect([answer.code, answer.out, world.has('records')]).toEqual([code, '', false]);
    expect(answer.err).toContain(`error[${problem}]`);
    expect(answer.err).toContain(message);
  });

  it('refuses what is closed, and data with errors', async () => {
    const world = fresh();
    await closeMonths(world, 1);
    const before = filesOf(world, '0001');
    const twice = await world.run('close 2026-01 --on 2026-02-06');
    expect([twice.code, twice.out]).toEqual([1, '']);
    expect(twice.err).toContain('records/0001/record.json: error[B008]: 2026-01 was closed on 2026-02-05');
    expect((await world.run('close 2026-02 --on 2026-02-04 --complete')).err).toContain('B010');
    expect((await world.run('close 2026-02 --on 2026-03-05 --begin')).err).toContain('error[B009]: the books began with 2026-01');
    world.write('data/sales.csv', `${SALES}X,2026-02-30,ana,1,USD\n`);
    const bad = await world.run('close 2026-02 --on 2026-03-05 --complete');
    expect([bad.code, bad.out]).toEqual([1, '']);
    expect(bad.err).toContain('error[D');
    expect(world.list('records')).toEqual(['0001']);
    expect(filesOf(world, '0001')).toEqual(before);
  });

  it('lets the books begin in the middle of the year, once', async () => {
    const world = fresh();
    expect((await world.run('close 2026-02 --on 2026-03-05 --begin')).code).toBe(0);
    const early = await world.run('close 2026-01 --on 2026-03-06');
    expect(early.err).toContain('error[B009]: 2026-01 is before 2026-02, with which the books begin');
    expect((await world.run('close 2026-03 --on 2026-04-05')).code).toBe(0);
    expect((await world.run('run -q --format csv')).out).not.toContain('2026-01,');
    world.write('data/sales-late.csv', 'id,date,seller,amount,currency\nJ9,2026-02-15,ana,400.00,USD\nJ8,2026-01-15,ana,400.00,USD\n');
    const lines = (await world.run('adjustments --format csv')).out.trimEnd().split('\n').slice(1);
    expect(lines.map((line) => line.split(',').slice(2, 5).join())).toEqual(['ana,seller,2026-02', 'cho,lead,2026-02']);
  });

  it('reopen says that there is none', async () => {
    const answer = await fresh().run('reopen 2026-01');
    expect([answer.code, answer.out]).toEqual([2, '']);
    expect(answer.err).toMatch(/error\[B013\]: 2026-01 is not opened again[\s\S]*paycurve adjustments says why/);
  });
});

describe('verify', () => {
  it('finds and names one flipped byte, wherever it is', async () => {
    const world = fresh();
    world.write('data/sales-late.csv', 'id,date,seller,amount,currency\nX1,2026-01-12,zoe,5.00,USD\n');
    edit(world, 'data/people.csv', 'dan,Dan', 'zoe,Zoe,Other,,0%\ndan,Dan');
    await closeMonths(world, 2);
    for (const record of ['0001', '0002'])
      for (const name of world.list(`records/${record}`)) {
        const file = `records/${record}/${name}`;
        const text = Buffer.from(world.read(file));
        const every = name === 'record.json' ? 97 : 41;
        for (let at = 0; at < text.length; at += every) {
          const flipped = Buffer.from(text);
          flipped[at]! ^= 1 << (at % 8);
          world.write(file, flipped);
          const answer = await world.run('verify --records-only');
          expect([answer.code, answer.out], `${file} byte ${at}`).toEqual([1, '']);
          expect(answer.err, `${file} byte ${at}`).toContain(`${file}: error[B00`);
        }
        for (const at of [text.length - 1, text.length - 2, text.length - 5]) {
          const flipped = Buffer.from(text);
          flipped[at]! ^= 1;
          world.write(file, flipped);
          expect((await world.run('verify --records-only')).err, `${file} byte ${at}`).toContain(`${file}: error[B00`);
        }
        world.write(file, text);
      }
    expect((await world.run('verify --records-only')).code).toBe(0);
  });

  it('names what was edited, is missing, was cut off, was added or does not belong', async () => {
    const world = fresh();
    await closeMonths(world, 3);
    const attempt = async (change: () => void, undo: () => void, code: string, words: string): Promise<void> => {
      change();
      for (const command of ['verify', 'run -q', 'balances', 'adjustments', 'journal', 'close 2026-04 --on 2026-05-05 --complete', 'explain ana --period 2026-01', 'run --as-known 2026-12-31']) {
        const answer = await world.run(command);
        expect([answer.code, answer.out], `${command}: ${words}`).toEqual([1, '']);
        expect(answer.err, command).toContain(`error[${code}]`);
        expect(answer.err, command).toContain(words);
      }
      undo();
      expect((await world.run('verify')).code, words).toBe(0);
    };
    const at = (name: string): string => join(world.folder, name);
    const text = world.read('records/0002/payouts.csv');
    await attempt(() => edit(world, 'records/0002/payouts.csv', ',300,', ',999,'), () => world.write('records/0002/payouts.csv', text), 'B001', 'records/0002/payouts.csv was altered: it is not what was recorded');
    await attempt(() => world.write('records/0002/payouts.csv', text.slice(0, 100)), () => world.write('records/0002/payouts.csv', text), 'B001', 'records/0002/payouts.csv was altered: 100 bytes, and');
    await attempt(() => renameSync(at('records/0002/credits.csv'), at('credits.csv')), () => renameSync(at('credits.csv'), at('records/0002/credits.csv')), 'B002', 'records/0002/credits.csv is missing');
    await attempt(() => renameSync(at('records/0002/record.json'), at('r.json')), () => renameSync(at('r.json'), at('records/0002/record.json')), 'B002', 'records/0002/record.json is missing');
    await attempt(() => renameSync(at('records/0002'), at('away')), () => renameSync(at('away'), at('records/0002')), 'B003', 'record 0002 is missing from records');
    await attempt(() => world.write('records/0002/notes.txt', 'x'), () => rmSync(at('records/0002/notes.txt')), 'B003', 'records/0002/notes.txt does not belong to the record');
    await attempt(() => world.write('records/notes.txt', 'x'), () => rmSync(at('records/notes.txt')), 'B003', 'records/notes.txt is no record');
    await attempt(() => cpSync(at('records/0003'), at('records/0004'), { recursive: true }), () => rmSync(at('records/0004'), { recursive: true }), 'B003', 'records/0004/record.json does not follow record 0003');
    await attempt(() => edit(world, 'paycurve.yaml', 'workspace: books', 'workspace: other'), () => edit(world, 'paycurve.yaml', 'workspace: other', 'workspace: books'), 'B004', 'is a record of workspace books, and this workspace is other');
    const third = world.read('records/0003/record.json');
    const later = third.replace('"format_version": "1.0"', '"format_version": "9.0"');
    const seal = createHash('sha256').update(later.replace(/[0-9a-f]{64}("\n\}\n)$/, `${'0'.repeat(64)}$1`)).digest('hex');
    await attempt(() => world.write('records/0003/record.json', later.replace(/[0-9a-f]{64}("\n\}\n)$/, `${seal}$1`)), () => world.write('records/0003/record.json', third), 'B005', 'it has format 9.0, and this paycurve reads 1.0');
  });

  it('tells of another release as such, not as tampering', async () => {
    const world = fresh();
    await closeMonths(world, 1);
    const old = world.read('records/0001/record.json').replace('"version": "0.1.0"', '"version": "0.0.9"');
    const seal = createHash('sha256').update(old.replace(/[0-9a-f]{64}("\n\}\n)$/, `${'0'.repeat(64)}$1`)).digest('hex');
    world.write('records/0001/record.json', old.replace(/[0-9a-f]{64}("\n\}\n)$/, `${seal}$1`));
    const answer = await world.run('verify');
    expect([answer.code, answer.err]).toEqual([0, '']);
    expect(answer.out).toMatch(/written by paycurve 0\.0\.9; this is/);
  });

  it('knows a seal that was noted, and misses one that is gone', async () => {
    const world = fresh();
    await closeMonths(world, 2);
    const seal = /"seal": "([0-9a-f]{64})"/.exec(world.read('records/0002/record.json'))![1]!;
    expect((await world.run(`verify --seal ${seal.slice(0, 12)}`)).code).toBe(0);
    rmSync(join(world.folder, 'records/0002'), { recursive: true });
    // a chain cannot know that its end was cut off: the seal does
    expect((await world.run('verify')).code).toBe(0);
    const answer = await world.run(`verify --seal ${seal}`);
    expect(answer.code).toBe(1);
    expect(answer.err).toContain('error[B017]');
    expect((await world.run('verify --seal xyz')).code).toBe(2);
  });

  it('computes again and names what differs, as information', async () => {
    const world = fresh();
    await closeMonths(world, 2);
    edit(world, 'data/sales.csv', 'J1,2026-01-10,ana,1000.00', 'J1,2026-01-10,ana,1100.00');
    const answer = await world.run('verify');
    expect(answer.code).toBe(0);
    expect(answer.err).toContain('records/0001/lines.csv: info[B014]: 2026-01, ana, seller, commission: 100.00 USD recorded, 110.00 USD today (changed-deal: J1 (2026-01-10) 1000 → 1100)');
    expect(answer.out).toContain("today's data give something else in 2 lines");
    expect((await world.run('verify --records-only')).err).toBe('');
    const json = JSON.parse((await world.run('verify --format json -q')).out) as { differences: { amount: string; reason: string }[] };
    expect(json.differences.map(({ amount, reason }) => `${amount} ${reason}`)).toEqual(['10 changed-deal', '1 changed-deal']);
  });

  it('needs something to verify', async () => {
    const answer = await fresh().run('verify');
    expect(answer.code).toBe(2);
    expect(answer.err).toContain('error[B016]: no period of books is closed');
  });
});

describe('later runs', () => {
  it('show closed periods as recorded, whatever happened since, and pay the difference in the open one', async () => {
    const world = fresh();
    await closeMonths(world, 2);
    const before = (await world.run('run --period 2026-01 --period 2026-02 --format csv')).out;
    world.write('data/sales-late.csv', 'id,date,seller,amount,currency\nJ9,2026-01-15,ana,400.00,USD\n');
    edit(world, 'data/quotas.csv', 'ben,revenue,2026-01-01,2026-01-31,1000', 'ben,revenue,2026-01-01,2026-01-31,600');
    edit(world, 'plans/seller.yaml', 'target: 100 per period', 'target: 150 per period');
    expect((await world.run('run --period 2026-01 --period 2026-02 --format csv')).out).toBe(before);
    const json = JSON.parse((await world.run('run --period 2026-03 --format json')).out) as { payouts: { payee: string; total: string; paid: { amount: string } }[] };
    expect(json.payouts.map(({ payee, total, paid }) => [payee, total, paid.amount].join(' '))).toEqual(['ana 30.00 170.00', 'ben 0.00 150.00', 'cho 3.00 7.00', 'dan 0.00 0.00']);
    const explained = await world.run('explain ana --period 2026-03');
    expect(explained.out).toContain('prior-period: 2026-01: commission: late: J9 (2026-01-15) 400');
    const old = await world.run('explain ana --period 2026-01');
    expect(old.out).toContain('Commission: as recorded');
    expect(old.out).not.toContain('J9');
  });

  it('try out a named plan as if nothing were closed', async () => {
    const world = fresh();
    const expected = (await world.run('run plans/seller.yaml --format csv')).out;
    await closeMonths(world, 1);
    const answer = await world.run('run plans/seller.yaml --format csv');
    expect([answer.code, answer.out]).toEqual([0, expected]);
    expect(answer.err).toContain('plan files were named: closed periods are computed as if they were open');
    for (const command of ['adjustments', 'verify']) expect((await world.run(`${command} plans/seller.yaml`)).code, command).toBe(2);
  });

  it('write a folder of results in which closed periods are as recorded', async () => {
    const world = fresh();
    await closeMonths(world, 2);
    edit(world, 'data/sales.csv', 'J1,2026-01-10,ana,1000.00', 'J1,2026-01-10,ana,1100.00');
    expect((await world.run('run --out results')).code).toBe(0);
    expect(world.read('results/payouts.csv')).toContain('ana,Ana,seller,2026-01,2026-01-01,2026-01-31,USD,200.00');
    expect(world.read('results/ledger.jsonl')).toContain('closed on 2026-02-05, record 0001');
  });

  it('print what was known on a day', async () => {
    const world = fresh();
    await closeMonths(world, 1);
    const then = (await world.run('run --format csv --period 2026-01')).out;
    edit(world, 'data/sales.csv', 'J1,2026-01-10,ana,1000.00', 'J1,2026-01-10,ana,1100.00');
    await world.run('close 2026-02 --on 2026-03-05');
    rmSync(join(world.folder, 'data'), { recursive: true });
    expect((await world.run('run --as-known 2026-02-05 --format csv')).out).toBe(then);
    expect((await world.run('run --as-known 2026-03-04 --format csv')).out).toBe(then);
    const all = (await world.run('run --as-known 2026-03-05 --format csv')).out;
    expect(all.split('\n').filter((line) => line.startsWith('ana,')).length).toBe(2);
    expect((await world.run('run --as-known 2026-02-04')).err).toContain('error[B016]: no period of books was closed by 2026-02-04');
    expect((await world.run('run --as-known 2026-02-05 --period 2026-02')).err).toContain('error[U011]');
    expect((await world.run('run --as-known 2026-02-05 --out x')).err).toContain('error[U018]');
    expect((await world.run('run --as-known 5.2.2026')).code).toBe(2);
  });

  it('know balances and journals of closed periods only', async () => {
    const world = fresh();
    for (const command of ['balances', 'journal', 'adjustments']) expect((await world.run(command)).err, command).toContain('error[B016]');
    await closeMonths(world, 2);
    expect((await world.run('balances --person nobody')).code).toBe(2);
    const csv = (await world.run('balances --all --format csv')).out.split('\n');
    expect(csv[0]).toBe('period,payee,plan,account,currency,opening,earned,paid,closing');
    expect(csv[1]).toBe('2026-01,ana,seller,,USD,0.00,200.00,200.00,0.00');
    expect((await world.run('journal --period 2026-02')).out).toContain(['2026-02-28 * (0002) ana | 2026-02 seller', '    expenses:bonus:seller:bonus            100.00 USD', '    expenses:commission:seller:commission  200.00 USD', '    liabilities:commissions payable:ana    -300.00 USD'].join('\n'));
    expect((await world.run('journal --period 2026-03')).code).toBe(2);
  });
});
