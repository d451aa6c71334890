import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Cells } from '../../src/data/cells.ts';
import { PlainRecords } from '../../src/data/plain-records.ts';
import { QuotedRecords } from '../../src/data/quoted-records.ts';
import { Records } from '../../src/data/records.ts';
import type { RecordFault } from '../../src/data/record.ts';
import { pieces } from './memory-input.ts';

interface Outcome {
  records: { cells: string[]; line: number }[];
  fault: RecordFault | undefined;
  blankLines: number | undefined;
}

function read(road: 'plain' | 'quoted' | 'both', text: string, sizes: readonly number[], delimiter = ','): Outcome {
  const records: Outcome['records'] = [];
  const sink = (cells: Cells, line: number) => {
    // what readers see of a cell are its bytes: they must be its text
    for (let at = 0; at < cells.count; at++) expect(cells.bytes.toString('utf8', cells.marks[at], cells.marks[at + 1]! - 1)).toBe(cells.text(at));
    records.push({ cells: cells.list(), line });
  };
  let fault: RecordFault | undefined;
  const bytes = Buffer.from(text, 'utf8');
  if (road === 'plain') {
    const reader = new PlainRecords(delimiter, sink);
    // Characters are never cut: the UTF-8 door sees to that.
    for (const piece of pieces(bytes, sizes, true)) fault ??= reader.write(piece);
    fault ??= reader.end();
    return { records, fault, blankLines: fault ? undefined : reader.blankLines };
  }
  if (road === 'quoted') {
    const reader = new QuotedRecords(delimiter, 1, sink);
    for (const piece of pieces(bytes, sizes, false)) fault ??= reader.feed(piece);
    fault ??= bytes.length === 0 ? undefined : reader.finish();
    return { records, fault, blankLines: fault ? undefined : reader.blankLines };
  }
  const reader = new Records(delimiter, sink);
  for (const piece of pieces(bytes, sizes, true)) fault ??= reader.write(piece);
  fault ??= reader.end();
  return { records, fault, blankLines: fault ? undefined : reader.blankLines };
}

const plainText = fc
  .array(fc.constantFrom('a', 'b1', 'é', '漢', '🙂', ',', ',', ';', '\t', ' ', '\n', '\n', '\r\n', '\r\n', '\r', '0.5', 'long text of several words'), { maxLength: 60 })
  .map((parts) => parts.join(''));
const anyText = fc
  .array(fc.constantFrom('a', 'é', '🙂', ',', ',', ' ', '\n', '\r\n', '\r', '"', '"', '""', '"x"', '"a,b"', '"l1\nl2"', '"l1\r\nl2\rl3"', '12'), { maxLength: 60 })
  .map((parts) => parts.join(''));
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });

describe('the two roads through a CSV file', () => {
  it('give the same records, lines and blank lines for every file without quotes, however it is cut', () => {
    fc.assert(
      fc.property(plainText, sizes, sizes, fc.constantFrom(',', ';', '\t'), (text, one, other, delimiter) => {
        expect(read('plain', text, one, delimiter)).toEqual(read('quoted', text, other, delimiter));
      }),
      { numRuns: 4000 },
    );
  });

  it('give the same records, lines and faults when the quick road hands over at the first quote', () => {
    fc.assert(
      fc.property(anyText, sizes, sizes, (text, one, other) => {
        expect(read('both', text, one)).toEqual(read('quoted', text, other));
      }),
      { numRuns: 6000 },
    );
  });

  it('reads back what was written, cell by cell, with the line each record begins on', () => {
    const cell = fc.array(fc.constantFrom('a', 'é', ',', '"', '\n', '\r\n', '\r', ' ', '漢'), { maxLength: 5 }).map((parts) => parts.join(''));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), sizes, (rows, end, all, cuts) => {
        const line = (row: string[]) => row.map((text) => (all || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',');
        const text = rows.map((row) => line(row) + end).join('');
        let next = 1;
        const expected = rows.map((cells) => {
          const at = next;
          next += 1 + cells.join('|').split(/\r\n|\n|\r/).length - 1;
          return { cells, line: at };
        });
        expect(read('both', text, cuts)).toEqual({ records: expected, fault: undefined, blankLines: 0 });
      }),
      { numRuns: 3000 },
    );
  });

  it('cut at every single byte, a file with every kind of line end gives the same records', () => {
    const text = 'id,name\r\n1,Ångström\n\n2,漢字\r3,"two\r\nlines"\r\n\r\n4,🙂"';
    const whole = read('both', text, [1000]);
    for (let at = 1; at < Buffer.byteLength(text); at++) expect(read('both', text, [at, 1000])).toEqual(whole);
    expect(whole.fault).toEqual({ kind: 'stray-quote', line: 8, cell: 2, text: '🙂"' });
    expect(whole.records.map((record) => record.line)).toEqual([1, 2, 4, 5]);
  });

  it('refuses a record of more than 1 MiB on both roads, and takes one of exactly 1 MiB', () => {
    const fits = `${'a'.repeat(1_048_574)},b`;
    for (const road of ['plain', 'quoted'] as const) {
      expect(read(road, `x,y\n${fits}\nz,z\n`, [70_000]).records.length).toBe(3);
      expect(read(road, `x,y\n${fits}c\nz,z\n`, [70_000]).fault).toEqual({ kind: 'long', line: 2 });
    }
    expect(read('both', `x,y\n"${fits.replace(',', '","')}c"\n`, [70_000]).fault).toEqual({ kind: 'long', line: 2 });
  });
});

describe('broken quoting', () => {
  const cases: [string, string, RecordFault][] = [
    ['an open quote is reported where it opened, not at the end of the file', 'a,b\n1,x\n2,"open\n3,y\n4,z\n', { kind: 'unclosed', line: 3, opened: 3, cell: 2, text: '"open' }],
    ['an open quote that another quote closes by accident is reported with the line it opened', 'a,b\n2,"open\n3,"x"\n', { kind: 'after-quote', line: 3, opened: 2, cell: 2, next: 'x', text: '"open' }],
    ['a blank before a quote', 'a,b\n1, "x"\n', { kind: 'stray-quote', line: 2, cell: 2, text: ' "' }],
    ['a quote in the middle of a cell', 'a,b\n1,5" disk\n', { kind: 'stray-quote', line: 2, cell: 2, text: '5"' }],
    ['letters behind a closing quote', 'a,b\n1,"x"y\n', { kind: 'after-quote', line: 2, opened: 2, cell: 2, next: 'y', text: '"x"' }],
    ['a broken quote in the header', '"a,b\n1,2\n', { kind: 'unclosed', line: 1, opened: 1, cell: 1, text: '"a,b' }],
  ];
  it.each(cases)('%s', (_name, text, fault) => {
    const found = read('both', text, [5]).fault;
    expect({ ...found, text: found?.text?.slice(0, fault.text?.length) }).toEqual(fault);
  });
});
