/** Laws of the books: what was written is read again; closing month by month pays what one run pays; calendars of two lengths close together. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { csvCells, csvLine, guarded, unguarded } from '../../src/record/csv.ts';
import { CREDITS, type CreditEntry } from '../../src/record/entries.ts';
import { transactionsOf } from '../../src/record/journal.ts';
import { readBooks } from '../../src/record/books.ts';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { sha256, shelfOf } from '../../src/cli/record-shelf.ts';
import { processDisk } from '../../src/cli/process-disk.ts';
import { exactOf, tableRows, tableText } from '../../src/record/table.ts';
import { exactText } from '../../src/value/display.ts';
import { Exact, total } from '../../src/value/exact.ts';
import type { World } from '../cli/world.ts';
import { booksWorld, edit, SELLER } from './world.ts';

vi.setConfig({ testTimeout: 60_000 });

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));
const fresh = (): World => {
  const world = booksWorld();
  worlds.push(world);
  return world;
};

describe('the files of a record', () => {
  it('law: any cells are read back as they were', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
      const text = rows.map((row) => csvLine(row.map(guarded))).join('');
      expect(csvCells(text)?.map((row) => row.map(unguarded))).toEqual(rows);
    }));
  });

  it('law: any number is read back exactly', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (n, d) => {
      const value = Exact.of(n, d);
      expect(exactOf(exactText(value))!.equals(value)).toBe(true);
    }));
  });

  it('law: rows come out the same whatever order they came in', () => {
    const row = fc.record({ payee: fc.string(), plan: fc.constant('p'), measure: fc.constant('m'), rule: fc.constantFrom('a', 'b'), source: fc.constant('s'), transaction: fc.string(), date: fc.integer({ min: 15_000, max: 25_000 }), share: fc.integer({ min: 0, max: 9 }).map((n) => Exact.of(n, 7)), value: fc.option(fc.integer().map((n) => Exact.of(n, 100)), { nil: undefined }), original: fc.constant(undefined), originalCurrency: fc.constant(undefined), exchangeRate: fc.constant(undefined) });
    fc.assert(fc.property(fc.array(row, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (rows, order) => {
      const shuffled = rows.map((one) => ({ one, at: order.next().value as number })).sort((a, b) => a.at - b.at).map(({ one }) => one);
      const text = tableText(CREDITS, rows);
      expect(tableText(CREDITS, shuffled)).toBe(text);
      const back = tableRows(CREDITS, text) as CreditEntry[];
      expect(tableText(CREDITS, back)).toBe(text);
      expect(back).toHaveLength(rows.length);
    }));
  });
});

const ADJUST = `adjust:
  - negative: floor-carry
  - draw: { recoverable: 120 per month, recover: 50% }
  - hold: { share: 10%, for: 2 }
  - instalments: { parts: 2, of: [bonus] }
`;

/** What `run` gives, without its last column: books know a reason more for a zero. */
const paid = async (world: World): Promise<string> => {
  const answer = await world.run('run --format csv -q');
  expect([answer.code, answer.err]).toEqual([0, '']);
  return answer.out.replace(/,("[^"]*"|[^,"\n]*)$/gm, '');
};

describe('closing month by month', () => {
  it('law: pays what one run over everything pays, with draws, holds, instalments and negative results carried on', async () => {
    const world = fresh();
    world.write('plans/seller.yaml', SELLER + ADJUST);
    world.write('data/sales-more.csv', 'id,date,seller,amount,currency\nA1,2026-04-30,ana,100.00,USD\nA2,2026-04-02,ben,-900.00,USD\nA3,2026-05-31,ben,2500.00,USD\nA4,2026-05-07,ana,3000.00,USD\nA5,2026-06-30,ana,50.00,USD\n');
    const expected = await paid(world);
    for (let month = 1; month <= 6; month++) {
      const answer = await world.run(`close 2026-0${month} --on 2026-0${month + 1}-03 --complete`);
      expect([month, answer.code, answer.err.includes('error')]).toEqual([month, 0, false]);
      expect(await paid(world), `after ${month}`).toBe(expected);
      expect((await world.run('adjustments')).out).toContain('Closed periods come out as they were recorded.');
    }
    const verified = await world.run('verify');
    // the hold keeps a share of the draw too, on purpose; nothing else is told
    expect([verified.code, ...[...verified.err.matchAll(/(?:error|warning|info)\[(\w+)\]/g)].map((match) => match[1])]).toEqual([0, 'P429']);
    const shelf = shelfOf({ cwd: world.folder, disk: processDisk } as never, world.folder, 'records');
    const books = (await readBooks({ ...shelf, digest: sha256 }, 'books', new Problems()))!;
    const transactions = transactionsOf(books);
    expect(transactions.length).toBeGreaterThan(12);
    for (const { postings } of transactions) expect(total(postings.map(({ amount }) => amount)).isZero()).toBe(true);
    expect(new Set(transactions.flatMap(({ postings }) => postings.map(({ side, account }) => `${side} ${account[0]}`)))).toEqual(new Set(['expenses commission', 'expenses bonus', 'liabilities commissions payable', 'assets negative', 'assets draw', 'liabilities hold', 'liabilities instalments']));
  });

  it('a difference goes through the payment rules of the open period, and balances follow', async () => {
    const world = fresh();
    world.write('plans/seller.yaml', SELLER + ADJUST);
    await world.run('close 2026-01 --on 2026-02-03');
    await world.run('close 2026-02 --on 2026-03-03');
    edit(world, 'data/sales.csv', 'J1,2026-01-10,ana,1000.00', 'J1,2026-01-10,ana,9000.00');
    const closed = await world.run('close 2026-03 --on 2026-04-03');
    expect(closed.code).toBe(0);
    expect(world.read('records/0003/adjustments.csv')).toContain('ana,seller,2026-01,component,commission,USD,100,900,800,changed-deal,J1 (2026-01-10) 1000 → 9000,');
    expect((await world.run('verify')).out).toContain("today's data give what was recorded");
  });

  it('months and quarters of two plans close side by side, in the order of their last days', async () => {
    const world = fresh();
    edit(world, 'plans/lead.yaml', 'title: Lead', 'title: Lead\ncalendar: quarters');
    for (const id of ['2026-01', '2026-02']) expect((await world.run(`close ${id} --on 2026-04-05`)).code).toBe(0);
    expect((await world.run('close 2026-Q1 --on 2026-04-05')).err).toContain('error[B009]: 2026-Q1 cannot be closed while 2026-03 is open');
    for (const id of ['2026-03', '2026-Q1']) expect((await world.run(`close ${id} --on 2026-04-05`)).code).toBe(0);
    expect(world.read('records/0003/payouts.csv')).not.toContain('cho');
    expect(world.read('records/0004/payouts.csv')).toContain('cho,lead,Lead,2026-01-01,2026-01-01,2026-03-31,USD,46.1,');
    world.write('data/sales-more.csv', 'id,date,seller,amount,currency\nL1,2026-02-02,ana,100.00,USD\nA1,2026-04-30,ana,100.00,USD\n');
    const lines = (await world.run('adjustments --format csv')).out.trimEnd().split('\n').slice(1).map((line) => line.split(',').slice(0, 5).join());
    expect(lines).toEqual(['2026-04,open,ana,seller,2026-02', '2026-Q2,open,cho,lead,2026-Q1']);
    expect((await world.run('close 2026-04 --on 2026-05-05')).code).toBe(0);
    expect(world.read('records/0005/adjustments.csv').trimEnd().split('\n').slice(1).map((line) => line.split(',')[0])).toEqual(['ana']);
  });

  it('a version that begins inside a closed month keeps both its payouts', async () => {
    const world = fresh();
    world.write('plans/seller.yaml', SELLER.replace('to 2026-12-31', 'to 2026-02-14').replace('{ phasing: exact }', '{ phasing: days }'));
    world.write('plans/seller-2.yaml', SELLER.replace('2026-01-01 to', '2026-02-15 to').replace('commission on: revenue', 'commission on: revenue').replace('100 per period', '80 per period').replace('{ phasing: exact }', '{ phasing: days }'));
    const expected = await paid(world);
    for (const [id, day] of [['2026-01', '2026-02-03'], ['2026-02', '2026-03-03']]) expect((await world.run(`close ${id} --on ${day}`)).err).not.toContain('error');
    expect(world.read('records/0002/payouts.csv').split('\n').filter((line) => line.startsWith('ana,'))).toHaveLength(2);
    expect(await paid(world)).toBe(expected);
    expect((await world.run('verify')).code).toBe(0);
    edit(world, 'plans/seller-2.yaml', '80 per period', '90 per period');
    const lines = (await world.run('adjustments --format csv')).out.trimEnd().split('\n').slice(1);
    expect(lines.every((line) => line.includes('changed-plan,plan changed: component bonus'))).toBe(true);
  });
});
