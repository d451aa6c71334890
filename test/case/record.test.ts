/** A recorded case holds: what was cut out of a workspace pays what the whole workspace paid. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runIn, World } from '../cli/world.ts';
import { ROOT } from '../payout-run.ts';
import { acme } from './world.ts';

vi.setConfig({ testTimeout: 60_000 });

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

const SALES = `id,day,seller,partner,amount,margin,type,note
1,2026-01-10,ana,,4000.00,50%,New,"a, b"
2,2026-03-10,ben,ana,10000.00,50%,New,c
3,2026-03-11,ben,,500.00,50%,New,d
4,2026-04-11,ana,,500.00,50%,Renewal,e
`;

test('what is written: rows credited to the person, with those they name, and every figure', async () => {
  const world = acme();
  worlds.push(world);
  world.write('data/sales.csv', SALES);
  const { code, out, err } = await world.run('test --record . --person ana --period 2026-Q1');
  expect([code, err]).toEqual([0, 'next: keep it as NAME.test.yaml in ., or in a folder below\n']);
  expect(out).toBe(`# Recorded by paycurve test --record: what was paid, and the lines it was paid for. These are data of real people.
cases:
  - name: "ana in 2026-Q1"
    only: [ana]
    people: |
      id,name
      ana,Ana
      ben,Ben
    quotas: |
      payee,measure,from,to,amount
      ana,new,2026-01-01,2026-03-31,10000
    rows:
      sales: |
        id,day,seller,partner,amount,margin,type
        1,2026-01-10,ana,,4000.00,50%,New
        2,2026-03-10,ben,ana,10000.00,50%,New
    expect:
      - { payee: ana, period: 2026-Q1, component: new_business, earned: "640.00", base: "8,000.00", quota: "10,000.00", attainment: "80%" }
      - { payee: ana, period: 2026-Q1, component: renewals, earned: "0.00", base: "0.00" }
      - { payee: ana, period: 2026-Q1, total: "640.00" }
`);
  world.write('plans/ana.test.yaml', out);
  world.write('data/sales.csv', SALES.replace('4000.00', '1.00'));
  expect(await world.run('test -q')).toEqual({ code: 0, out: '1 case in 1 file: it holds\n', err: '' });
  world.write('plans/plan.yaml', world.read('plans/plan.yaml').replace('8%', '9%'));
  expect((await world.run('test -q')).out).toContain('expected 640.00\n          found    720.00\n');
});

test('the rows of the year before come along, or growth would have no baseline', async () => {
  const world = acme();
  worlds.push(world);
  world.write('data/sales.csv', `${SALES}5,2025-01-10,ana,,3000.00,50%,New,e\n`);
  world.write('plans/plan.yaml', world.read('plans/plan.yaml').replace('components:\n', "  before: { sum: amount, of: own, where: type == 'New', window: previous-year }\ncomponents:\n  more: { bonus on: new, amount: 10% * (new - before) }\n"));
  const { code, out } = await world.run('test --record . --person ana --period 2026-Q1');
  expect(code).toBe(0);
  expect(out).toContain('5,2025-01-10,ana,,3000.00,50%,New\n');
  expect(out).toContain('component: more, earned: "500.00"');
});

describe('in every ready-made plan', () => {
  const names = readdirSync(join(ROOT, 'plans'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  test.each(names)('%s: everybody paid in the last period can be recorded', async (name) => {
    const { payouts } = JSON.parse((await runIn(ROOT, ['run', `plans/${name}`, '--format', 'json', '-q'])).out) as { payouts: { payee: string; period: string }[] };
    const last = payouts.map(({ period }) => period).sort((a, b) => (a < b ? -1 : 1)).at(-1)!;
    const people = [...new Set(payouts.filter(({ period }) => period === last).map(({ payee }) => payee))];
    const answer = await runIn(ROOT, ['test', '--record', `plans/${name}`, '--period', last, ...people.flatMap((person) => ['--person', person])]);
    expect([answer.code, answer.err]).toEqual([0, `next: keep it as NAME.test.yaml in plans/${name}, or in a folder below\n`]);
    expect(answer.out.match(/^ {2}- name:/gm)).toHaveLength(people.length);
  });
});

test('orders that lines are looked up in are cut with them (AdventureWorks)', async () => {
  const { code, out } = await runIn(ROOT, ['test', '--record', 'examples/adventureworks', '--person', '274', '--period', 'FY2012-Q1', '-q']);
  expect(code).toBe(0);
  expect(out).toMatch(/^ {4}tables:\n {6}\w+: \|\n {8}SalesOrderID/m);
});

describe('is refused', () => {
  test.each([
    ['test --record . --person ana', 'U003'],
    ['test --record . --period 2026-Q1', 'U003'],
    ['test --record . --person anna --period 2026-Q1', 'U011'],
    ['test --record . --person ana --period 2026-Q9', 'U011'],
    ['test --record . --person ana --period 2026-Q1 --format json', 'U018'],
    ['test --record . --person ana --period 2026-Q1 --coverage', 'U018'],
    ['test . --person ana', 'U018'],
  ])('%s', async (line, code) => {
    const world = acme();
    worlds.push(world);
    const answer = await world.run(line);
    expect([answer.code, answer.out]).toEqual([2, '']);
    expect(answer.err).toContain(`error[${code}]`);
  });
});
