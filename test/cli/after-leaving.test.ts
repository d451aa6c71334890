/** What comes of a sale after its seller has left: a cancellation takes back, a payment of the customer makes due. */
import { afterEach, expect, test } from 'vitest';
import { World } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

const HEAD = `workspace: left
currency: USD
calendar: months
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/*.yaml
people:
  file: data/people.csv
  columns: { id: payee, name: text, end: date? }
  id: id
  end: end
data:
  sales:
    files: data/sales.csv
    id: id
    date: date
    columns: { id: text, date: date, seller: payee, orig: text?, amount: money }
    refers-to: orig
`;
const CLAWBACK = '    clawback: { takes: by elapsed time, term: 12 months, within: 12 months, rate: original, attainment: reverse, unmatched: error }\n';
const SALES = 'id,date,seller,orig,amount\nA1,2026-01-10,ana,,600\nB1,2026-02-10,bob,,1000\nR3,2026-05-10,bob,B1,-1000\nZ1,2026-06-30,ana,,1\n';

function workspace(clawback: string, { more = '', sales = SALES, accumulates = '', adjust = '', end = '2026-03-31' } = {}): World {
  const world = new World({
    'paycurve.yaml': HEAD + more,
    'plans/p.yaml': `plan: p\neffective: 2025-01-01 to 2026-12-31\ncredits: { own: { from: sales, to: seller } }\nmeasures: { ap: { sum: amount } }\ncomponents:\n  fyc:\n    commission on: ap\n    rate: 95%\n${accumulates}${clawback}${adjust}`,
    'data/sales.csv': sales,
    'data/people.csv': `id,name,end\nana,Ana,\nbob,Bob,${end}\n`,
  });
  worlds.push(world);
  return world;
}

async function totals(world: World, words: string, column = 'total'): Promise<string[]> {
  const { code, out, err } = await world.run(words);
  expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
  const [head, ...rows] = out.trimEnd().split('\n').map((row) => row.split(','));
  const at = (name: string): number => head!.indexOf(name);
  return rows.map((row) => `${row[at('period')]} ${row[at(column)]}`);
}

// by hand: 1,000 × 95 % = 950; cancelled after 3 of 12 months: 950 × 9/12 = 712.50 come back in May
const BOB = ['2026-02 950.00', '2026-03 0.00', '2026-05 -712.50'];

test('W4: a cancellation after the seller has left takes back what the sale earned', async () => {
  const world = workspace(CLAWBACK);
  expect((await totals(world, 'run --format csv --person bob')).slice(-3)).toEqual(BOB);
  expect((await totals(world, 'run --format csv --person bob --period 2026-05')).slice(-1)).toEqual(BOB.slice(-1));
  expect((await world.run('run')).out).not.toContain('excluded:');
  expect((await world.run('explain bob --period 2026-05')).out).toContain('R3');
});

test('W4: the same where the component accumulates over the year', async () => {
  expect((await totals(workspace(CLAWBACK, { accumulates: '    accumulates: year\n' }), 'run --format csv --person bob')).slice(-3)).toEqual(BOB);
});

test('W4: the same in the month in which they leave, and whatever the order of rows', async () => {
  const [head, ...rows] = SALES.trimEnd().split('\n');
  const reversed = `${[head, ...rows.reverse()].join('\n')}\n`;
  expect((await totals(workspace(CLAWBACK, { sales: reversed }), 'run --format csv --person bob')).slice(-3)).toEqual(BOB);
  expect((await totals(workspace(CLAWBACK, { end: '2026-05-05' }), 'run --format csv --person bob')).slice(-1)).toEqual(BOB.slice(-1));
});

test('W4: a guarantee or a floor is not paid because of a cancellation after leaving', async () => {
  const world = workspace(CLAWBACK, { adjust: 'adjust:\n  - floor: 100\n  - guarantee: { least: 500 per month }\n' });
  const rows = await totals(world, 'run --format csv --person bob', 'payable');
  expect(rows.slice(-3)).toEqual(['2026-02 950.00', '2026-03 500.00', '2026-05 -712.50']);
});

test('W4: without a clawback nothing is taken back, and the row is named', async () => {
  const { code, err } = await workspace('').run('run');
  expect([code, err]).toEqual([0, expect.stringMatching(/data\/sales.csv:4.*R066.*R3 \(B1 of bob\)/)]);
});

test('W4: what the customer pays after the seller has left is due and paid', async () => {
  const more = '  payments:\n    files: data/payments.csv\n    id: pid\n    date: date\n    columns: { pid: text, date: date, deal: text, seller: payee, amount: money }\n';
  const world = workspace('', { more });
  world.write('data/sales.csv', 'id,date,seller,orig,amount\nB1,2026-02-10,bob,,1000\n');
  world.write('data/payments.csv', 'pid,date,deal,seller,amount\nP1,2026-03-05,B1,bob,400\nP2,2026-06-05,B1,bob,600\n');
  world.write('plans/p.yaml', 'plan: p\neffective: 2026-01-01 to 2026-12-31\ncredits:\n  own: { from: sales, to: seller }\n  cash: { from: payments, to: seller }\nmeasures:\n  ap: { sum: amount, of: own }\n  paid: { sum: amount, of: cash }\ncomponents:\n  fyc:\n    commission on: ap\n    rate: 10%\n    by-event: { at-booking: 50%, events: [{ measure: paid, share: 50%, deal: deal }] }\n');
  // 100 earned: 50 at booking, 20 with 400 of 1,000, 30 with the other 600
  expect(await totals(world, 'run --format csv --person bob')).toEqual(['2026-02 50.00', '2026-03 20.00', '2026-06 30.00']);
});

test('M11: a component that is paid for earlier sales does not say that there is nothing to pay on, nor an id twice', async () => {
  const more = '  payments:\n    files: data/payments.csv\n    id: pid\n    date: date\n    columns: { pid: text, date: date, deal: text, seller: payee, amount: money }\n';
  const world = workspace('', { more });
  world.write('data/sales.csv', 'id,date,seller,orig,amount\nB1,2026-02-10,ana,,1000\n');
  world.write('data/payments.csv', 'pid,date,deal,seller,amount\nP0,2026-01-05,B1,ana,400\nP2,2026-06-05,B1,ana,600\n');
  world.write('plans/p.yaml', 'plan: p\neffective: 2026-01-01 to 2026-12-31\ncredits:\n  own: { from: sales, to: seller }\n  cash: { from: payments, to: seller }\nmeasures:\n  ap: { sum: amount, of: own }\n  paid: { sum: amount, of: cash }\ncomponents:\n  fyc:\n    commission on: ap\n    tiers: { read: marginal, rates: [{ to: 10_000, rate: 10% }, { rate: 12% }] }\n    by-event: { at-booking: 50%, events: [{ measure: paid, share: 50%, deal: deal }] }\n');
  const early = (await world.run('explain ana --period 2026-01')).out;
  expect(early).toContain('B1 has earned nothing so far; what covers it waits');
  expect(early).not.toContain('B1 B1');
  expect((await world.run('explain ana --period 2026-06')).out).toMatch(/fyc: 30\.00 USD is due/);
});

test('M15: an effective rate on the 1.00 that returns have left of the credited sales is not told', async () => {
  const { out } = await workspace(CLAWBACK, { sales: 'id,date,seller,orig,amount\nA1,2025-12-31,ana,,600\nR1,2026-06-30,ana,A1,-600\nZ1,2026-06-30,ana,,1\nB1,2025-12-31,bob,,1000\n' }).run('run --person ana');
  expect(out).toMatch(/\bn\/a\b/);
});

test('M16: a year of which only one month is known is said to be unfinished', async () => {
  const world = workspace(CLAWBACK);
  world.write('paycurve.yaml', HEAD.replace('calendar: months', 'calendar: years'));
  world.write('plans/p.yaml', world.read('plans/p.yaml').replace('2025-01-01 to', '2026-01-01 to'));
  world.write('data/sales.csv', 'id,date,seller,orig,amount\nA1,2026-02-01,ana,,600\n');
  expect((await world.run('run')).out).toContain('2026 is not over by the data, which end on 2026-02-01: what it pays may still change\n');
});

test('W4: a cancellation after leaving in a closed period is recorded, and verify agrees', async () => {
  const world = workspace(CLAWBACK);
  for (const month of ['01', '02', '03', '04', '05']) expect((await world.run(`close 2026-${month} --on 2026-12-01${month === '01' ? ' --begin' : ''}`)).code).toBe(0);
  expect(world.read('records/0005/payments.csv')).toContain('-712.5');
  expect((await world.run('verify')).code).toBe(0);
  // M1: a run that stops at an earlier closed period knows nothing of changes after it
  expect((await world.run('run --period 2026-02')).err).not.toContain('changed since');
});

test('W4: the cancellation of a sale that is earned by event takes back what had become due of it', async () => {
  const world = workspace('');
  const more = '  payments:\n    files: data/payments.csv\n    id: pid\n    date: date\n    columns: { pid: text, date: date, deal: text, seller: payee, amount: money }\n';
  world.write('paycurve.yaml', HEAD + more);
  world.write('data/payments.csv', 'pid,date,deal,seller,amount\nP1,2026-03-05,B1,bob,400\n');
  world.write('plans/p.yaml', 'plan: p\neffective: 2026-01-01 to 2026-12-31\ncredits:\n  own: { from: sales, to: seller }\n  cash: { from: payments, to: seller }\nmeasures:\n  ap: { sum: amount, of: own }\n  paid: { sum: amount, of: cash }\ncomponents:\n  fyc:\n    commission on: ap\n    rate: 10%\n    by-event: { at-booking: 50%, events: [{ measure: paid, share: 50%, deal: deal }] }\n');
  // 50 at booking and 20 with the payment; R3 cancels all of B1: 70 come back
  expect((await totals(world, 'run --format csv --person bob')).slice(-3)).toEqual(['2026-02 50.00', '2026-03 20.00', '2026-05 -70.00']);
});
