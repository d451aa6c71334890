import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../cli/world.ts';

interface RunJson {
  readonly payouts: readonly { readonly payee: string; readonly period: string; readonly currency: string; readonly total: string; readonly components: readonly { readonly earned: string }[]; readonly adjustments: readonly { readonly change: string }[]; readonly effective_rate: string | null }[];
  readonly rows: readonly { readonly source: string; readonly read: number; readonly credited: number; readonly excluded: readonly { readonly rows: number }[]; readonly rejected: number }[];
  readonly summary: { readonly totals: readonly { readonly currency: string; readonly total: string }[] };
}

/** Hundredths as a whole number: the test adds exactly, with other means than the program. */
const cents = (text: string): bigint => {
  const [whole, behind = ''] = text.split('.') as [string, string | undefined];
  return BigInt(whole + behind.padEnd(2, '0'));
};

let world: World;
let json: RunJson;
beforeAll(async () => {
  world = await World.acme();
  world.write('acme/data/sales.csv', `${world.read('acme/data/sales.csv')}1012,2026-02-03,cho,70.00,New\n`);
  json = JSON.parse((await world.run('run acme --format json')).out) as RunJson;
});
afterAll(() => world.remove());

describe('a run as JSON', () => {
  it('has the shape that schema/run.schema.json publishes', async () => {
    const check = new Ajv({ allErrors: true, allowUnionTypes: true, strict: false }).compile(JSON.parse(readFileSync('schema/run.schema.json', 'utf8')) as object);
    for (const line of ['run acme', 'run acme --period 2026-Q1 --person ana', 'run acme --person cho --plan account-executive']) {
      const document = JSON.parse((await world.run(`${line} --format json`)).out) as unknown;
      expect(check(document), JSON.stringify(check.errors)).toBe(true);
    }
  });

  it('adds up: components and adjustments to payouts, payouts to totals, rows to rows read', () => {
    for (const payout of json.payouts) {
      const parts = [...payout.components.map((one) => one.earned), ...payout.adjustments.map((one) => one.change)];
      expect(parts.reduce((sum, text) => sum + cents(text), 0n)).toBe(cents(payout.total));
    }
    for (const { currency, total } of json.summary.totals) expect(json.payouts.filter((one) => one.currency === currency).reduce((sum, one) => sum + cents(one.total), 0n)).toBe(cents(total));
    for (const { read, credited, excluded, rejected } of json.rows) expect(credited + excluded.reduce((sum, one) => sum + one.rows, 0) + rejected).toBe(read);
  });

  it('says why where nothing is paid, and null only with a reason', () => {
    const text = JSON.stringify(json);
    expect(text).not.toMatch(/"(\w+)":null,(?!"\1_reason")/);
    for (const payout of json.payouts) if (cents(payout.total) === 0n) expect(payout).toHaveProperty('zero_because');
  });
});

describe('the same run in other formats', () => {
  it('has the same total in the table, in CSV and in the ledger', async () => {
    const total = json.summary.totals[0]!.total;
    const [whole, behind] = total.split('.') as [string, string];
    expect((await world.run('run acme')).out).toContain(`Total ${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${behind} USD`);
    const csv = (await world.run('run acme --format csv')).out.trim().split('\n').slice(1);
    expect(csv.reduce((sum, line) => sum + cents(line.split(',')[7]!), 0n)).toBe(cents(total));
    await world.run('run acme --out results');
    const ledger = world.read('results/ledger.jsonl').trim().split('\n').map((line) => JSON.parse(line) as { entry: string; amount?: string });
    expect(ledger.filter((one) => one.entry === 'payout').reduce((sum, one) => sum + cents(one.amount!), 0n)).toBe(cents(total));
    expect(ledger.filter((one) => one.entry === 'credit').length).toBeGreaterThan(0);
  });

  it('counts what --top leaves out and keeps the totals complete', async () => {
    const { out } = await world.run('run acme/plans/account-executive.yaml --top 1');
    const whole = await world.run('run acme/plans/account-executive.yaml');
    expect(out).toContain('Total of 2, 1 not shown');
    const total = (text: string): string => /^Total [\d,.]+ USD$/m.exec(text)![0];
    expect(total(out)).toBe(total(whole.out));
  });

  it('shows periods, components and plans as lines when asked to', async () => {
    expect((await world.run('run acme --by period')).out).toMatch(/^2026-Q1 /m);
    expect((await world.run('run acme --by component')).out).toMatch(/^Account executive 2026 +New business +USD/m);
    expect((await world.run('run acme --by plan')).out).toMatch(/^Sales manager 2026 +1 +USD/m);
  });

  it('says which filters were in force, and that nobody is paid', async () => {
    expect((await world.run('run acme --person ana --period 2026-Q1')).out).toContain('only person ana, period 2026-Q1');
    expect((await world.run('run acme --person cho --plan account-executive')).out).toContain('Nobody is paid');
  });

  it('accounts for the rows that gave nothing, with the reason and their ids', async () => {
    const { out } = await world.run('run acme/plans/account-executive.yaml');
    expect(out).toContain('12 rows read = 11 credited + 1 excluded + 0 rejected\n    1 no-plan: the payee is in no plan on that day (1012)');
  });
});

describe('explain', () => {
  it('goes from the payout down to the lines of the data and of the plan', async () => {
    const { out } = await world.run('explain ana acme --period 2026-Q1');
    expect(out).toMatch(/^Payout +5,092\.02 USD/m);
    expect(out).toMatch(/1004: .* 27,500\.00 +data\/sales\.csv:5$/m);
    expect(out).toMatch(/tier 2, from 100 %: 7,500\.00 USD × 12 % = 900\.00 USD +900\.00 +plans\/account-executive\.yaml:23$/m);
    expect(out).toContain('192.015');
  });

  it('says who got what for a transaction, and why nobody did', async () => {
    expect((await world.run('explain --transaction 1004 acme')).out).toMatch(/^ana +account-executive +own +2026-Q1 +100 % +new_business 27,500.00 USD$/m);
    const nobody = (await world.run('explain --transaction 1012 acme')).out;
    expect(nobody).toContain('Nobody was credited.');
    expect(nobody).toContain('account-executive, rule own: cho is not in this plan on that day');
  });
});

describe('warnings of a run', () => {
  it('are said on standard error and counted in the report, unless they are silenced with a reason', async () => {
    const own = await World.acme();
    own.write('acme/data/people.csv', 'id,name,role,manager,end\nana,Ana,AE,cho,2026-02-28\nben,Ben,AE,cho,\ncho,Cho,Manager,,\n');
    own.write('acme/paycurve.yaml', own.read('acme/paycurve.yaml').replace('manager: payee? }', 'manager: payee?, end: date? }'));
    own.write('acme/data/sales.csv', own.read('acme/data/sales.csv').split('\n').filter((line) => !line.includes(',ana,') || line < '1005').join('\n'));
    const warned = await own.run('run acme');
    expect(warned.code, warned.err).toBe(0);
    expect(warned.err).toContain('warning[R005]');
    expect(warned.out).toContain('1 warning on standard error');
    // A43: with -q nothing is said there, so that must not be promised
    expect((await own.run('run acme -q')).out).toContain('1 warning, not shown with -q');
    const plan = own.read('acme/plans/account-executive.yaml');
    own.write('acme/plans/account-executive.yaml', plan.replace('effective:', '# paycurve-ignore R005: leavers are paid on whole quotas\neffective:'));
    expect(await own.run('run acme')).toMatchObject({ code: 0, err: '' });
    own.remove();
  });
});
