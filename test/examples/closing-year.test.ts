/** A year of closes: the files arrive month by month, every month is closed, and a second computation gives every cent. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runIn } from '../cli/world.ts';
import { closingYear } from '../oracle/closing-year.ts';
import { ROOT } from '../payout-run.ts';
import { readTurns, seen } from '../transcript.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const FOLDER = join(ROOT, 'examples/closing-year');
const UPDATE = process.env['UPDATE'] === '1';
const year = mkdtempSync(join(tmpdir(), 'paycurve-year-'));
afterAll(() => rmSync(year, { recursive: true, force: true }));

/** `cp arrivals/2013-05/* data` is the only command of a shell in year.txt. */
async function turn(command: string): Promise<string> {
  const month = /^cp arrivals\/(\d{4}-\d{2})\/\* data$/.exec(command)?.[1];
  if (month === undefined) return seen(command, year);
  cpSync(join(year, 'arrivals', month), join(year, 'data'), { recursive: true });
  return '';
}

beforeAll(() => {
  for (const name of ['paycurve.yaml', 'plans', 'arrivals']) cpSync(join(FOLDER, name), join(year, name), { recursive: true });
  mkdirSync(join(year, 'data'));
});

const rows = (path: string): string[][] => readFileSync(path, 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split(','));
const cents = (text: string): string => {
  const [, sign, whole, behind = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text)!;
  return `${BigInt(`${sign}${whole}${behind.padEnd(2, '0')}`)}`;
};

describe('the closing-year example', () => {
  it('is what the program prints, month by month', async () => {
    const text = readFileSync(join(FOLDER, 'year.txt'), 'utf8');
    const printed: string[] = [];
    for (const { command } of readTurns(text)) printed.push(`$ ${command}\n${await turn(command)}`.trimEnd());
    const now = `${text.slice(0, text.search(/^\$ /m))}${printed.join('\n')}\n`;
    if (UPDATE) {
      writeFileSync(join(FOLDER, 'year.txt'), now);
      for (const name of ['data', 'records']) {
        rmSync(join(FOLDER, name), { recursive: true, force: true });
        cpSync(join(year, name), join(FOLDER, name), { recursive: true });
      }
    } else expect(now).toBe(text);
  });

  it('leaves the records that are kept beside it, byte by byte', () => {
    for (const name of ['data', 'records'])
      for (const entry of readdirSync(join(year, name), { recursive: true, encoding: 'utf8' })) {
        const path = join(FOLDER, name, entry);
        expect(existsSync(path), path).toBe(true);
        if (/\.\w+$/.test(entry)) expect(readFileSync(path, 'utf8'), path).toBe(readFileSync(join(year, name, entry), 'utf8'));
      }
    expect(readdirSync(join(FOLDER, 'records'))).toHaveLength(12);
  });

  it('pays, carries and adjusts what the second computation says, to the cent', () => {
    const expected = closingYear(FOLDER);
    const periods = readdirSync(join(FOLDER, 'records')).map((name) => ({ name, id: (JSON.parse(readFileSync(join(FOLDER, 'records', name, 'record.json'), 'utf8')) as { period: { id: string } }).period.id }));
    const payments = periods.flatMap(({ name, id }) => rows(join(FOLDER, 'records', name, 'payments.csv')).map(([payee, , , , opening, earned, paid, closing]) => [id, payee, cents(opening!), cents(earned!), cents(paid!), cents(closing!)].join(',')));
    expect(payments).toEqual(expected.payments);
    const adjustments = periods.flatMap(({ name, id }) => rows(join(FOLDER, 'records', name, 'adjustments.csv')).map(([payee, , of, , line, , , , amount]) => [id, payee, of, line, cents(amount!)].join(',')));
    expect(adjustments.sort((a, b) => (a < b ? -1 : 1))).toEqual(expected.adjustments);
    expect(adjustments).toHaveLength(10);
  });

  it('takes back exactly what the late file had brought when the file is gone again', async () => {
    const again = mkdtempSync(join(tmpdir(), 'paycurve-year-'));
    try {
      for (const name of ['paycurve.yaml', 'plans', 'data', 'records']) cpSync(join(FOLDER, name), join(again, name), { recursive: true });
      rmSync(join(again, 'data/orders-2013-03-late.csv'));
      const answer = await runIn(again, ['adjustments', '--format', 'csv']);
      const open = answer.out.trimEnd().split('\n').filter((line) => line.includes(',open,')).map((line) => line.split(','));
      expect(open.map((cells) => [cells[2], cells[4], cells[6], cells[10], cells[11]].join())).toEqual([
        '274,2013-03,override,-119.67,changed-deal',
        '283,2013-03,commission,-718.04,changed-deal',
        // 59,836.4792 less in the year to date: each month's true-up shifts, in sum 1 % of what was beyond the quota
        '283,2013-07,overachievement,-402.04,changed-deal',
        '283,2013-08,overachievement,-94.09,changed-deal',
        '283,2013-09,overachievement,19.53,changed-deal',
        '283,2013-10,overachievement,-121.76,changed-deal',
        '283,2013-11,overachievement,-0.01,changed-deal',
        '283,2013-12,overachievement,84.15,changed-deal',
      ]);
      expect(open.every((cells) => cells[0] === 'next' && cells[12]!.includes('50206 (2013-03-30) 59836.4792 is in the data no longer'))).toBe(true);
    } finally {
      rmSync(again, { recursive: true, force: true });
    }
  });
});
