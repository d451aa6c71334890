/** A draw that comes with a person into another plan (balances-from), in books that are closed month by month. */
import { afterEach, describe, expect, it } from 'vitest';
import { transactionsOf } from '../../src/record/journal.ts';
import { readBooks } from '../../src/record/books.ts';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { processDisk } from '../../src/cli/process-disk.ts';
import { sha256, shelfOf } from '../../src/cli/record-shelf.ts';
import { exactText } from '../../src/value/display.ts';
import { total } from '../../src/value/exact.ts';
import { World } from '../cli/world.ts';
import { close } from './late-world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

const RULES = 'adjust:\n  - draw: { recoverable: 1_000 per month, on-leaving: forgive }\n  - hold: { share: 10%, of: c, for: 2, on-leaving: release }\n';
const PROMOTED = 'id,role,from\nana,AE,2026-01-01\nana,SR,2026-03-16\nana,AE,2026-05-01\nbo,AE,2026-01-01\n';

function fresh(people = PROMOTED): World {
  const plan = (id: string, role: string, rate: string, head: string): string => `plan: ${id}\neffective: 2026-01-01 to 2026-12-31\nfor: role == '${role}'\n${head}credits: { own: { from: sales, to: seller } }\nmeasures: { revenue: { sum: amount } }\ncomponents:\n  c: { commission on: revenue, rate: ${rate} }\n${RULES}`;
  const world = new World({
    'paycurve.yaml': `workspace: moves
currency: USD
calendar: months
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/*.yaml
data:
  sales:
    files: data/sales*.csv
    id: id
    date: date
    columns: { id: text, date: date, seller: payee, amount: money }
people:
  file: data/people.csv
  columns: { id: payee, role: text, from: date? }
`,
    'plans/ae.yaml': plan('ae', 'AE', '10%', 'balances-from: [sr]\n'),
    'plans/sr.yaml': plan('sr', 'SR', '15%', 'balances-from: [ae]\n'),
    'data/people.csv': people,
    'data/sales.csv': 'id,date,seller,amount\nT1,2026-01-31,ana,1000\nT2,2026-02-28,ana,2000\nT3,2026-03-10,ana,3000\nT4,2026-03-31,ana,8000\nT5,2026-04-30,ana,12000\nT6,2026-05-31,ana,9000\nT7,2026-06-30,bo,500\n',
  });
  worlds.push(world);
  return world;
}

/** What `run` gives, without its last column: books know a reason more for a zero. */
async function paid(world: World): Promise<string> {
  const answer = await world.run('run --format csv -q');
  expect([answer.code, answer.err]).toEqual([0, '']);
  return answer.out.replace(/,("[^"]*"|[^,"\n]*)$/gm, '');
}

async function booksOf(world: World): Promise<NonNullable<Awaited<ReturnType<typeof readBooks>>>> {
  const shelf = shelfOf({ cwd: world.folder, disk: processDisk } as never, world.folder, 'records');
  return (await readBooks({ ...shelf, digest: sha256 }, 'moves', new Problems()))!;
}

describe('balances that come with the person', () => {
  it('law: closing month by month pays what one run over everything pays, there and back', async () => {
    const world = fresh();
    const expected = await paid(world);
    for (let month = 1; month <= 6; month++) {
      await close(world, month, month);
      expect(await paid(world), `after ${month}`).toBe(expected);
      expect((await world.run('adjustments')).out).toContain('Closed periods come out as they were recorded.');
    }
    const verified = await world.run('verify');
    expect([verified.code, [...verified.err.matchAll(/(?:error|warning|info)\[(\w+)\]/g)].map((match) => match[1])]).toEqual([0, []]);
    const books = await booksOf(world);
    const march = books.records[2]!;
    // ana: January 100 and February 200, each less a tenth held, and topped up to 1,000; March 300 + 700, so that 2,400 are owed; then of 1,200 the 200 above the draw recover
    expect(march.payments.filter(({ payee }) => payee === 'ana').map(({ plan, opening, earned, paid: payable, closing }) => [plan, ...[opening, earned, payable, closing].map(exactText)].join(' '))).toEqual(['ae -1670 2650 980 0', 'sr 0 -1150 880 -2030']);
    expect(march.steps.filter(({ name }) => name.includes('-')).map(({ plan, name, account, cost, change }) => [plan, name, account, exactText(cost), exactText(change)].join(' '))).toEqual(['ae passes-to draw 2400 0', 'ae passes-to hold -50 0', 'sr comes-from draw -2400 0', 'sr comes-from hold 50 0']);
    const transactions = transactionsOf(books);
    for (const { postings } of transactions) expect(exactText(total(postings.map(({ amount }) => amount)))).toBe('0');
    const moved = transactions.flatMap(({ period, plan, postings }) => postings.filter(({ account }) => account[0] === 'balances between plans').map(({ amount }) => [period, plan, exactText(amount)].join(' ')));
    // what leaves the one plan's books comes into the other's: in sum nothing was earned by it
    // March 2,400 − 50; April under sr: 1,800, of which 800 recover of 2,200, and 170 held + 180 − the 20 of February: May 1,400 − 330
    expect(moved).toEqual(['2026-03 ae 2350', '2026-03 sr -2350', '2026-05 ae -1070', '2026-05 sr 1070']);
  });

  it('a promotion that is known after its month was closed: the balance passes in the first open period', async () => {
    const world = fresh('id,role,from\nana,AE,2026-01-01\nbo,AE,2026-01-01\n');
    await close(world, 1, 3);
    world.write('data/people.csv', 'id,role,from\nana,AE,2026-01-01\nana,SR,2026-03-16\nbo,AE,2026-01-01\n');
    await close(world, 4, 4);
    expect((await world.run('verify')).code).toBe(0);
    const { records } = await booksOf(world);
    const own = (at: number): string[] => records[at]!.balances.filter(({ payee }) => payee === 'ana').map(({ plan, account, opening, closing }) => [plan, account, exactText(opening), exactText(closing)].join(' '));
    // January −900 draw, February −800; March 11,000 × 10 % = 1,100: 100 recovered; held 10, 20, 110, of which 10 came out
    expect(own(2)).toEqual(['ae draw -1700 -1600', 'ae hold 30 130']);
    // April: the 800 that ae takes back are paid there; the balances pass. sr: 1,200 that came late, 1,800 of April
    // of the 3,000 due in sr 1,600 recover at once; held 130 + 180 of April − the 20 of February
    expect(own(3)).toEqual(['ae draw -1600 0', 'ae hold 130 0', 'sr hold 0 290']);
    const sum = (name: 'earned' | 'paid'): string => exactText(total(records[3]!.payments.filter(({ payee }) => payee === 'ana').map((one) => one[name])));
    // 1,800 of April, and 1,200 − 800 for March
    expect(sum('earned')).toBe('2200');
  });

  it('a late sale of the old job in a closed month is posted in the old plan, and no balance moves twice', async () => {
    const world = fresh();
    await close(world, 1, 3);
    world.write('data/sales-late.csv', 'id,date,seller,amount\nL1,2026-02-02,ana,100\n');
    await close(world, 4, 4);
    const { records } = await booksOf(world);
    expect(records[3]!.steps.filter(({ name, payee }) => payee === 'ana' && name.includes('-')).map(({ plan, name, cost }) => [plan, name, exactText(cost)].join(' '))).toEqual(['ae prior-period 10']);
    expect((await world.run('verify')).code).toBe(0);
  });
});
