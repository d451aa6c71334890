/** Published limits at n − 1, n, n + 1 (T24), and what is kept in memory. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kept } from '../../src/data/kept.ts';
import { lookAlike } from '../../src/data/look-alike.ts';
import { Fingerprint, SeenIds } from '../../src/data/seen-ids.ts';
import { runCase, type FileCase } from './catalogue.ts';

const codes = async (one: Omit<FileCase, 'name' | 'rows'>): Promise<string[]> => (await runCase({ name: '', rows: [], ...one })).problems.map((text) => text.slice(0, 4));

describe('limits', () => {
  it('512 columns are read, 513 refused', async () => {
    const wide = (columns: number): string => {
      const more = Array.from({ length: columns - 4 }, (_one, at) => `c${at}`);
      return `id,day,seller,amount,${more.join(',')}\n1,2026-02-03,ana,5,${more.map(() => '').join(',')}\n`;
    };
    expect([await codes({ csv: wide(511) }), await codes({ csv: wide(512) }), await codes({ csv: wide(513) })]).toEqual([[], [], ['D125']]);
  });

  it('a header has at most 256 characters', async () => {
    const long = (length: number): string => `id,day,seller,amount,${'h'.repeat(length)}\n1,2026-02-03,ana,5,\n`;
    expect([await codes({ csv: long(255) }), await codes({ csv: long(256) }), await codes({ csv: long(257) })]).toEqual([[], [], ['D124']]);
  });

  it('an id has at most 128 characters, a payee too', async () => {
    const long = (length: number): string => `id,day,seller,amount\n${'i'.repeat(length)},2026-02-03,${'p'.repeat(length)},5\n`;
    expect([await codes({ csv: long(127) }), await codes({ csv: long(128) }), await codes({ csv: long(129) })]).toEqual([[], [], ['D213', 'D213']]);
  });

  it('a record has at most 1 MiB of characters', async () => {
    const long = (length: number): string => {
      const rest = '1,2026-02-03,ana,5,';
      return `id,day,seller,amount,note\n${rest}${'ü'.repeat(length - rest.length)}\n`;
    };
    expect([await codes({ csv: long(1_048_575) }), await codes({ csv: long(1_048_576) }), await codes({ csv: long(1_048_577) })]).toEqual([[], [], ['D106']]);
  });

  it('a record without any line end is refused early, not after the whole file', async () => {
    const { tally } = await runCase({ name: '', rows: [], csv: `id,day,seller,amount\n${'x'.repeat(20_000_000)}` });
    expect(tally.files[0]!.bytes).toBeLessThan(2_500_000);
  });

  it('an open quote is refused after 3 MiB at most', async () => {
    const ran = await runCase({ name: '', rows: [], csv: `id,day,seller,amount\n1,2026-02-03,"${'x\n'.repeat(10_000_000)}` });
    expect(ran.tally.files[0]!.bytes).toBeLessThan(4_000_000);
    expect(ran.problems[0]).toBe('D107 sales.csv:2 column 3 seller: the quote that opens here is never closed: "x = close it, or write a quote inside a quoted cell twice');
  });
});

describe('ids already seen', () => {
  const print = new Fingerprint();
  const of = (...parts: string[]): Fingerprint => {
    print.begin();
    for (const part of parts) print.add(part);
    return print.end();
  };

  it('are found again, with file and line, through many growths of the table', () => {
    const seen = new SeenIds(false);
    let repeats = 0;
    for (let at = 0; at < 200_000; at++) if (seen.see(`SO-${at}`, of(`SO-${at}`), undefined, at % 7, at + 2) !== undefined) repeats++;
    expect(repeats).toBe(0);
    for (let at = 0; at < 200_000; at += 37) expect(seen.see(`SO-${at}`, of(`SO-${at}`), undefined, 0, 1)).toEqual({ file: at % 7, line: at + 2, same: undefined });
    expect(seen.size).toBe(200_000);
  });

  it('law: in any order, ascending first or not, just the repeats are found, each with its first place', () => {
    const ids = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 }).chain((all) => fc.integer({ min: 0, max: all.length }).map((ascending) => [...new Set(all.slice(0, ascending))].sort((a, b) => a - b).concat(all.slice(ascending))));
    fc.assert(
      fc.property(ids, (numbers) => {
        const seen = new SeenIds(false);
        const first = new Map<string, number>();
        numbers.forEach((number, at) => {
          const id = `SO-${String(number).padStart(3, '0')}`;
          expect(seen.see(id, of(id), undefined, 1, at)).toEqual(first.has(id) ? { file: 1, line: first.get(id), same: undefined } : undefined);
          if (!first.has(id)) first.set(id, at);
        });
        expect(seen.size).toBe(first.size);
      }),
    );
  });

  it('tell identical rows from others', () => {
    const seen = new SeenIds(true);
    const contents = new Fingerprint();
    const rest = (text: string): Fingerprint => contents.begin().add(text).end();
    seen.see('1', of('1'), rest('a'), 0, 2);
    expect(seen.see('1', of('1'), rest('a'), 0, 3)?.same).toBe(true);
    expect(seen.see('1', of('1'), rest('b'), 0, 4)?.same).toBe(false);
  });

  it('have fingerprints of which already one third tells half a million similar ids apart as well as chance would', () => {
    for (const lane of ['a', 'b', 'c'] as const) {
      const values = new Uint32Array(500_000);
      for (let at = 0; at < values.length; at++) values[at] = of(`2026-${String(at).padStart(9, '0')}`)[lane];
      values.sort();
      let equal = 0;
      for (let at = 1; at < values.length; at++) if (values[at] === values[at - 1]) equal++;
      // Chance gives n² ÷ 2³³ ≈ 29 equal pairs.
      expect(equal).toBeLessThan(80);
    }
  });

  it('differ when the border between parts moves', () => {
    const one = { ...of('ab', 'c') };
    const other = { ...of('a', 'bc') };
    expect([one.a, one.b, one.c]).not.toEqual([other.a, other.b, other.c]);
  });
});

describe('texts', () => {
  it('are kept unchanged', () => {
    for (const text of ['', 'x', 'exactly 13 ch', ' starts with a blank', '漢字'.repeat(20)]) expect(kept(text)).toBe(text);
  });

  it('look alike when case, width or alphabet is all that differs', () => {
    for (const [one, other] of [['ana', 'ANA'], ['ana', 'аna'], ['ana', 'ａｎａ'], ['Top', 'Тор'], ['x', 'χ']]) expect(lookAlike(one!)).toBe(lookAlike(other!));
    for (const [one, other] of [['ana', 'anna'], ['a-b', 'ab'], ['é', 'e']]) expect(lookAlike(one!)).not.toBe(lookAlike(other!));
  });
});
