/** Damaged files (T19): never an exception, never a lost row, the same answer however the file arrives in chunks. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readTransactions } from '../../src/data/transactions.ts';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { contractOf, problemText, tallyText, valueText } from './catalogue.ts';
import { memoryInput } from './memory-input.ts';

const contract = {
  ...contractOf({ columns: { id: 'text', day: 'date', seller: 'payee', amount: 'money(currency)', currency: 'text', kind: 'one of New, Renewal?', paid: 'yes/no?', note: 'text?' }, duplicates: 'ignore-identical' }),
};
const good = [
  'id,day,seller,amount,currency,kind,paid,note,extra',
  '1,2026-02-03,ana,5.00,USD,New,yes,,x',
  '2,2026-02-04,bob,-7.25,EUR,,no,"a, b",',
  '3,2026-02-05,Zoë,0.10,USD,Renewal,,plain,"line 1\nline 2"',
  '4,2026-02-06,ana,1200,USD,New,1,"say ""hi""",',
  '',
].join('\r\n');

type Edit = (bytes: Buffer) => Buffer;
const at = (bytes: Buffer, place: number): number => (bytes.length === 0 ? 0 : place % (bytes.length + 1));
const splice = (bytes: Buffer, start: number, drop: number, put: Uint8Array): Buffer => Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + drop)]);
const piece = fc.oneof(
  fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', ' ', '\t', ';', '\u0000', '\ufeff', '\u200b', 'Total', '2026-02-30', '1e5', '-', '%', '🙂', 'e\u0301').map((text) => Buffer.from(text)),
  fc.uint8Array({ minLength: 1, maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(600), piece).map(([place, put]): Edit => (bytes) => splice(bytes, at(bytes, place), 0, put)),
  fc.tuple(fc.nat(600), fc.nat(12)).map(([place, drop]): Edit => (bytes) => splice(bytes, at(bytes, place), drop, Buffer.alloc(0))),
  fc.tuple(fc.nat(600), piece).map(([place, put]): Edit => (bytes) => splice(bytes, at(bytes, place), put.length, put)),
  fc.tuple(fc.nat(600), fc.nat(90)).map(([place, length]): Edit => (bytes) => splice(bytes, at(bytes, place), 0, bytes.subarray(at(bytes, place), at(bytes, place) + length))),
  fc.nat(600).map((place): Edit => (bytes) => bytes.subarray(0, at(bytes, place))),
);

async function read(bytes: Buffer, sizes: readonly number[], policy: 'stop' | 'quarantine') {
  const problems = new Problems();
  const rows: string[] = [];
  let rejected = 0;
  const tally = await readTransactions({
    contract,
    inputs: [memoryInput('sales.csv', bytes, sizes)],
    policy,
    problems,
    onRow: (row) => void rows.push(row.values.map(valueText).join('|')),
    onRejected: (row) => {
      rejected++;
      expect(row.reasons.length).toBeGreaterThan(0);
    },
  });
  return { problems, rows, tally, rejected };
}

describe('a damaged CSV file', () => {
  it('never throws, accounts for every row and says what is wrong, in both policies and in any chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }), async (edits, sizes) => {
        const bytes = edits.reduce<Buffer>((file, change) => change(file), Buffer.from(good));
        const whole = await read(bytes, [1 << 16], 'stop');
        const cut = await read(bytes, sizes, 'stop');
        const aside = await read(bytes, sizes, 'quarantine');
        for (const { tally, rows, rejected, problems } of [whole, cut, aside]) {
          expect(tally.read).toBe(tally.delivered + tally.rejected + tally.ignored);
          expect([rows.length, rejected]).toEqual([tally.delivered, tally.rejected]);
          expect(tally.complete || problems.failed).toBe(true);
          for (const problem of problems.all) {
            expect(problem.hint).toBeTruthy();
            if (problem.code !== 'D303' && problem.code !== 'D304') expect(problem.data?.file).toBe('sales.csv');
          }
        }
        if (whole.tally.rejected > 0) expect(whole.problems.failed).toBe(true);
        expect(cut.problems.all.map(problemText)).toEqual(whole.problems.all.map(problemText));
        expect([cut.rows, tallyText(cut.tally)]).toEqual([whole.rows, tallyText(whole.tally)]);
        expect([aside.rows, tallyText(aside.tally)]).toEqual([whole.rows, tallyText(whole.tally)]);
      }),
      { numRuns: 3_400 },
    );
  });

  it('of any bytes at all is refused or read, never more than that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { tally, problems } = await read(Buffer.from(bytes), [64], 'stop');
        expect(tally.complete || problems.failed).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the shape of a file', () => {
  it('never changes what is read: column order, quotes, line ends, extra columns, splitting into files (T09)', async () => {
    const row = fc.record({ seller: fc.constantFrom('ana', 'bob', 'Zoë'), cents: fc.integer({ min: -99_999, max: 99_999 }), day: fc.integer({ min: 1, max: 28 }), note: fc.constantFrom('', 'x', 'a, b', '"q"') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 10 }),
        fc.shuffledSubarray(['id', 'day', 'seller', 'amount', 'currency', 'kind', 'paid', 'note', 'extra'], { minLength: 9 }),
        fc.record({ end: fc.constantFrom('\n', '\r\n', '\r'), all: fc.boolean(), split: fc.nat(10), mark: fc.boolean() }),
        async (rows, order, shape) => {
          const cells = rows.map(({ seller, cents, day, note }, index): Record<string, string> => ({
            id: `T${index}`, day: `2026-02-${String(day).padStart(2, '0')}`, seller, amount: `${cents}`, currency: 'USD', kind: 'New', paid: 'yes', note, extra: 'e',
          }));
          const write = (some: typeof cells, names: readonly string[], end: string, all: boolean): string =>
            [Object.fromEntries(names.map((name) => [name, name])), ...some].map((one) => names.map((name) => (all || /[",]/.test(one[name]!) ? `"${one[name]!.replaceAll('"', '""')}"` : one[name]!)).join(',') + end).join('');
          const plain = await read(Buffer.from(write(cells, Object.keys(cells[0]!), '\n', false)), [1 << 16], 'stop');
          const problems = new Problems();
          const found: string[] = [];
          const parts = [cells.slice(0, shape.split), cells.slice(shape.split)];
          await readTransactions({
            contract,
            inputs: parts.map((part, index) => memoryInput(`part-${index}.csv`, `${shape.mark ? '\ufeff' : ''}${write(part, order, shape.end, shape.all)}`, [40])),
            policy: 'stop',
            problems,
            onRow: (one) => void found.push(one.values.map(valueText).join('|')),
          });
          expect(problems.all.filter((problem) => problem.code !== 'D102')).toEqual([]);
          expect(found).toEqual(plain.rows);
        },
      ),
      { numRuns: 400 },
    );
  });
});
