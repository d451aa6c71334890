/**
 * The year of closes of examples/closing-year computed a second time, from the words of its plans: plain whole numbers, no code of
 * the program. Amounts are in ten-thousandths, as the order file has them; results in cents.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Year {
  /** `period,payee,opening,earned,paid,closing` in cents, for whoever has a payment in the period. */
  readonly payments: string[];
  /** `posted in,payee,for,line,amount` in cents. */
  readonly adjustments: string[];
}

type Row = Record<string, string>;

const MONTHS = Array.from({ length: 12 }, (_, at) => `2013-${`${at + 1}`.padStart(2, '0')}`);
const SELLERS = ['276', '279', '280', '283', '284'];
const DRAW = 150_000n;

/** Half away from zero, of a number in 1/unit cents. */
function rounded(value: bigint, unit: bigint): bigint {
  const size = value < 0n ? -value : value;
  const cents = (2n * size + unit) / (2n * unit);
  return value < 0n ? -cents : cents;
}

function scaled(text: string, places: number): bigint {
  const [, sign, whole, behind = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  return BigInt(`${sign}${whole}${behind.padEnd(places, '0')}`);
}

function csv(text: string): Row[] {
  const [head, ...lines] = text.trimEnd().split('\n').map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head!.map((name, at) => [name, cells[at]!])));
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export function closingYear(folder: string): Year {
  /** Files by name: what arrives replaces what had the name. */
  const files = new Map<string, Row[]>();
  /** Recorded with all adjustments since, by `payee month line`. */
  const books = new Map<string, bigint>();
  const owed = new Map<string, bigint>();
  const year: Year = { payments: [], adjustments: [] };
  MONTHS.forEach((month, now) => {
    for (const name of readdirSync(join(folder, 'arrivals', month))) files.set(name, csv(readFileSync(join(folder, 'arrivals', month, name), 'utf8')));
    const lines = earnedBy(files, now);
    const prior = new Map<string, bigint>();
    for (const [key, amount] of lines) {
      const [payee, of, line] = key.split(' ') as [string, string, string];
      const before = books.get(key) ?? 0n;
      books.set(key, amount);
      if (of === month || before === amount) continue;
      prior.set(payee, (prior.get(payee) ?? 0n) + amount - before);
      year.adjustments.push([month, payee, of, line, amount - before].join(','));
    }
    const entries = (files.get('adjustments.csv') ?? []).filter(({ date }) => date!.startsWith(month));
    const forgiven = new Set(entries.filter(({ kind }) => kind === 'forgive').map(({ payee }) => payee!));
    for (const payee of ['274', ...SELLERS]) {
      const earned = [...lines].filter(([key]) => key.startsWith(`${payee} ${month} `)).reduce((sum, [, amount]) => sum + amount, 0n) + (prior.get(payee) ?? 0n);
      const opening = owed.get(payee) ?? 0n;
      const leaving = leavesIn(files, payee);
      if (leaving !== undefined && month > leaving) {
        const cost = forgiven.has(payee) ? -opening : 0n;
        owed.set(payee, opening + cost);
        if (opening !== 0n) year.payments.push([month, payee, opening, cost, 0n, opening + cost].join(','));
        continue;
      }
      // what is decided by hand is earned and paid after the draw
      const byHand = entries.filter((entry) => entry['payee'] === payee && entry['kind'] === 'pay').reduce((sum, entry) => sum + scaled(entry['amount']!, 2), 0n);
      const paid = payee === '274' ? earned : drawn(earned, -opening, leaving === month);
      owed.set(payee, opening + earned - paid);
      year.payments.push([month, payee, opening, earned + byHand, paid + byHand, opening + earned - paid].join(','));
    }
  });
  return { payments: year.payments, adjustments: year.adjustments.sort((a, b) => (a < b ? -1 : 1)) };
}

/** A draw of 1,500 a month, recovered by half of what exceeds it; who leaves gives up the last pay for what is owed. */
function drawn(earned: bigint, owes: bigint, leaves: boolean): bigint {
  if (earned < DRAW) {
    const left = owes + DRAW - earned;
    return leaves ? DRAW - min(left, DRAW) : DRAW;
  }
  const recovered = min(owes, rounded(earned - DRAW, 2n));
  const due = earned - recovered;
  return leaves ? due - min(owes - recovered, due) : due;
}

function leavesIn(files: ReadonlyMap<string, Row[]>, payee: string): string | undefined {
  const end = files.get('people.csv')!.find(({ id }) => id === payee)!['end'];
  return end === '' ? undefined : end!.slice(0, 7);
}

/** Every line of every month up to `now`, with the data of now. */
function earnedBy(files: ReadonlyMap<string, Row[]>, now: number): Map<string, bigint> {
  const orders = [...files].filter(([name]) => name.startsWith('orders-')).flatMap(([, rows]) => rows);
  const people = files.get('people.csv')!;
  const lines = new Map<string, bigint>();
  const sold = (payee: string, month: string): bigint => orders.filter((row) => row['SalesPersonID'] === payee && row['OrderDate']!.startsWith(month)).reduce((sum, row) => sum + scaled(row['SubTotal']!, 4), 0n);
  for (let at = 0; at <= now; at++) {
    const month = MONTHS[at]!;
    const there = SELLERS.filter((payee) => month <= (leavesIn(files, payee) ?? '9999'));
    const team = there.reduce((sum, payee) => sum + sold(payee, month), 0n);
    lines.set(`274 ${month} override`, rounded(team * 2n, 100_000n)); // 0.2 % of ten-thousandths, in cents
    for (const payee of there) {
      const rate = scaled(people.find(({ id }) => id === payee)!['commission_rate']!, 4);
      lines.set(`${payee} ${month} commission`, rounded(sold(payee, month) * rate, 1_000_000n));
      lines.set(`${payee} ${month} overachievement`, beyond(files, payee, at, sold) - beyond(files, payee, at - 1, sold));
    }
  }
  return lines;
}

/** 1 % of what the year to date has beyond its part of the quota, rounded. The cents of the quota's twelfths go to the first months. */
function beyond(files: ReadonlyMap<string, Row[]>, payee: string, at: number, sold: (payee: string, month: string) => bigint): bigint {
  if (at < 0) return 0n;
  const quota = scaled(files.get('quotas.csv')!.find((row) => row['payee'] === payee)!['amount']!, 2);
  const months = BigInt(at + 1);
  const toDate = (quota / 12n) * months + min(months, quota % 12n);
  const sales = MONTHS.slice(0, at + 1).reduce((sum, month) => sum + sold(payee, month), 0n);
  return rounded(max(0n, sales - toDate * 100n), 10_000n);
}
