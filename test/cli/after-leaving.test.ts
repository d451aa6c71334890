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

test('W4: a cancellation after leaving in a closed period is recorded, and verify agrees', async () => {
  const world = workspace(CLAWBACK);
  for (const month of ['01', '02', '03', '04', '05']) expect((await world.run(`close 2026-${month} --on 2026-12-01${month === '01' ? ' --begin' : ''}`)).code).toBe(0);
  expect(world.read('records/0005/payments.csv')).toContain('-712.5');
  expect((await world.run('verify')).code).toBe(0);
});
