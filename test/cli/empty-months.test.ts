/** Months in which nobody sold anything are the ones a draw is for; held money is due after the last deal as well. */
import { afterEach, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { World } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

const WORKSPACE = `workspace: empty
currency: USD
calendar: months
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/*.yaml
data:
  sales:
    files: data/sales.csv
    id: id
    date: date
    columns: { id: text, date: date, seller: payee, amount: money }
people:
  file: data/people.csv
  columns: { id: payee, name: text }
  id: id
`;

function workspace(adjust: string, sales: string, more: Readonly<Record<string, string>> = {}, component = 'rate: 10%'): World {
  const world = new World({
    'paycurve.yaml': WORKSPACE,
    'plans/p.yaml': `plan: p\neffective: 2026-01-01 to 2026-12-31\ncredits: { own: { from: sales, to: seller } }\nmeasures: { revenue: { sum: amount } }\ncomponents:\n  c: { commission on: revenue, ${component} }\n${adjust}`,
    'data/sales.csv': `id,date,seller,amount\n${sales}`,
    'data/people.csv': 'id,name\nana,Ana\nbob,Bob\n',
    ...more,
  });
  worlds.push(world);
  return world;
}

/** Payee, period, what is paid and the balance left. */
async function paid(world: World, words: string): Promise<string[]> {
  const { code, out, err } = await world.run(words);
  expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
  const [head, ...rows] = parse(out) as string[][];
  const at = (name: string): number => head!.indexOf(name);
  return [...new Set(rows.map((cells) => [cells[at('period')], cells[at('payee')], cells[at('payable')]].join(' ')))];
}

const SALES = 'T1,2026-03-10,ana,5000\nT2,2026-05-10,ana,30000\n';
const DRAW = 'adjust:\n  - draw: { recoverable: 1_000 per month }\n';

test('W2: the draws of months before the first sale are paid', async () => {
  // by hand: 1,000 each in January and February, and 500 on top of 500 in March, 1,000 in April; May: 3,000 less 2,000 recovered
  const rows = await paid(workspace(DRAW, SALES), 'run --format csv');
  expect(rows.filter((row) => row.includes('ana'))).toEqual(['2026-01 ana 1000.00', '2026-02 ana 1000.00', '2026-03 ana 1000.00', '2026-04 ana 1000.00', '2026-05 ana 1000.00']);
  expect(rows).toContain('2026-01 bob 1000.00');
});

test('W2: a plan without payment rules shows no periods that the data do not reach', async () => {
  expect(await paid(workspace('', SALES), 'run --format csv --person ana')).toEqual(['2026-03 ana 500.00', '2026-04 ana 0.00', '2026-05 ana 3000.00']);
});

test('W2: closing a month before the first sale, and an empty one after the last, records the draws', async () => {
  const world = workspace(DRAW, SALES);
  expect((await world.run('close 2026-03 --on 2026-12-01')).err).toContain('2026-03 cannot be closed while 2026-01 and 2026-02 are open');
  for (const month of ['01', '02', '03', '04']) expect((await world.run(`close 2026-${month} --on 2026-12-01`)).out).toContain('2,000.00 paid');
  expect((await world.run('close 2026-05 --on 2026-12-01 --complete')).out).toContain('2,000.00 paid');
  const refused = await world.run('close 2026-06 --on 2026-12-01');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('if nothing was sold in it, say so: --complete')]);
  expect((await world.run('close 2026-06 --on 2026-12-01 --complete')).out).toContain('2,000.00 paid');
  const verified = await world.run('verify');
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining("today's data give what was recorded")]);
  expect((await world.run('adjustments')).out).toContain('0 adjustments');
  expect(await paid(world, 'run --period 2026-07 --format csv')).toEqual(['2026-07 ana 1000.00', '2026-07 bob 1000.00']);
});

test('W2: a workspace without a single sale pays the draws of the period asked for', async () => {
  expect(await paid(workspace(DRAW, ''), 'run --period 2026-02 --format csv')).toEqual(['2026-02 ana 1000.00', '2026-02 bob 1000.00']);
});

test('W2: held money is released in the period that is asked for, after the last sale too; nothing is foretold', async () => {
  const world = workspace('adjust:\n  - draw: { recoverable: 50 per month }\n  - hold: { share: 25%, of: c, for: 3 }\n', 'T1,2026-01-10,ana,6000\n');
  // 600 earned, 150 held in January; three months later it is due
  expect(await paid(world, 'run --format csv --person ana')).toEqual(['2026-01 ana 450.00']);
  expect(await paid(world, 'run --period 2026-04 --format csv --person ana')).toEqual(['2026-04 ana 200.00']);
});

test('a fixed amount that is always due is paid from the first day of the plan, whoever sells first', async () => {
  const always = 'rate-plus-fixed: { rate: 1%, fixed: 100, due: always }';
  const rows = await paid(workspace('', 'T1,2026-03-10,ana,1000\n', {}, always), 'run --format csv');
  expect(rows).toEqual(['2026-01 ana 100.00', '2026-02 ana 100.00', '2026-03 ana 110.00', '2026-01 bob 100.00', '2026-02 bob 100.00', '2026-03 bob 100.00']);
  // bob's pay does not hang on a row of ana
  expect(await paid(workspace('', 'T0,2026-01-05,ana,0.01\nT1,2026-03-10,ana,1000\n', {}, always), 'run --format csv --person bob')).toEqual(['2026-01 bob 100.00', '2026-02 bob 100.00', '2026-03 bob 100.00']);
  expect(await paid(workspace('', 'T1,2026-03-10,ana,1000\n', {}, always), 'run --period 2026-05 --format csv')).toEqual(['2026-05 ana 100.00', '2026-05 bob 100.00']);
});

test('a manual entry before the first row is paid whatever other plans lie beside', async () => {
  const entries = { 'paycurve.yaml': `${WORKSPACE}adjustments:\n  file: data/adjustments.csv\n  columns: { id: text, payee: payee, date: date, plan: text?, amount: money, reason: text, author: text }\n`, 'data/adjustments.csv': 'id,payee,date,plan,amount,reason,author\nE1,ana,2026-01-15,p,500,spot,hr\n' };
  const group = { ...entries, 'plans/q.yaml': 'plan: q\nfor: name == \'Nobody\'\neffective: 2026-01-01 to 2026-12-31\ncredits: { own: { from: sales, to: seller } }\nmeasures: { revenue: { sum: amount } }\ncomponents:\n  c: { commission on: revenue, rate: 10%, shared-cap: { at: 5, across: plan } }\n' };
  for (const files of [entries, group]) {
    const rows = await paid(workspace('', 'T1,2026-03-10,ana,1000\n', files), 'run -q --format csv --person ana');
    expect(rows).toEqual(['2026-01 ana 500.00', '2026-02 ana 0.00', '2026-03 ana 100.00']);
  }
});
