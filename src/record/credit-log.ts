/** Credits as a record holds them, gathered while rows are credited: those of some periods, and the rows that nobody was credited for. */
import type { Row } from '../data/contract.ts';
import type { Credit, ExcludedRow, Listener } from '../engine/index.ts';
import type { Added } from '../engine/listener.ts';
import type { Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';
import type { CreditEntry, ExcludedEntry } from './entries.ts';

/** A credit with the period it counts in. */
export interface Logged extends CreditEntry {
  readonly period: string;
}

export function creditKey({ payee, plan, period, measure, rule, source, transaction }: Logged): string {
  return JSON.stringify([payee, plan, period, measure, rule, source, transaction]);
}

export function transactionKey({ source, transaction }: { readonly source: string; readonly transaction: string }): string {
  return JSON.stringify([source, transaction]);
}

/** Why a row is listed as known though nobody is credited in the period: it counts in another one, or before the books. */
export const ELSEWHERE = 'elsewhere';

const EXAMPLES = 3;

export class CreditLog {
  readonly credits = new Map<string, Logged>();
  readonly excluded: ExcludedEntry[] = [];
  readonly listener: Listener = {
    credit: (credit) => this.credit(credit),
    exclude: (excluded) => this.exclude(excluded),
  };

  /** By period that is not logged: how many rows are credited in it, and a few of them. */
  readonly elsewhere = new Map<string, { rows: number; readonly examples: string[]; last: string }>();
  /** Rows credited in a period that is not logged, where a record has to know them. */
  private readonly passed = new Map<string, ExcludedEntry>();

  constructor(
    private readonly periods: ReadonlySet<string>,
    private readonly days: (day: Day) => boolean,
    /** Whether the rows of the source are listed, wherever they count. */
    private readonly listed: (source: string) => boolean = () => false,
  ) {}

  private credit(credit: Credit): void {
    if (!this.periods.has(credit.period)) return this.pass(credit);
    for (const added of credit.adds) this.keep({ ...entryOf(credit, added), period: credit.period });
  }

  /** The credits of one row come one after another. */
  private pass({ period, source, row }: Credit): void {
    const key = transactionKey({ source, transaction: row.id });
    if (this.listed(source)) this.passed.set(key, { source, transaction: row.id, date: datedOf(row), reason: ELSEWHERE });
    const known = this.elsewhere.get(period);
    if (known === undefined) this.elsewhere.set(period, { rows: 1, examples: [row.id], last: key });
    else if (known.last !== key) {
      known.rows++;
      known.last = key;
      if (known.examples.length < EXAMPLES) known.examples.push(row.id);
    }
  }

  /** Two credits of one row under one rule, as when a split names its own payee, are one. */
  private keep(logged: Logged): void {
    const key = creditKey(logged);
    const known = this.credits.get(key);
    this.credits.set(key, known === undefined ? logged : { ...logged, share: known.share.plus(logged.share), value: sum(known.value, logged.value) });
  }

  /** The rows of the period that is closed which nobody was credited for in it, and every other row up to its end that no record `knows` yet. */
  excludedIn(from: Day, to: Day, knows: (source: string, transaction: string) => boolean): ExcludedEntry[] {
    const credited = new Set([...this.credits.values()].map(transactionKey));
    const excluded = this.excluded.filter(({ date, source, transaction }) => (date >= from && date <= to) || (this.listed(source) && date <= to && !knows(source, transaction)));
    const there = new Set(excluded.map(transactionKey));
    return [...excluded, ...[...this.passed].filter(([key, { date, source, transaction }]) => date <= to && !credited.has(key) && !there.has(key) && !knows(source, transaction)).map(([, row]) => row)];
  }

  private exclude({ source, row, reason }: ExcludedRow): void {
    if (reason !== 'repeat' && this.days(datedOf(row))) this.excluded.push({ source, transaction: row.id, date: datedOf(row), reason });
  }
}

/** The row's own day, wherever it counts. */
function datedOf({ day, late }: Row): Day {
  return late?.dated ?? day;
}

function sum(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  return a === undefined ? b : b === undefined ? a : a.plus(b);
}

function entryOf({ payee, plan, rule, source, row, share, currency }: Credit, { measure, type, value, conversions }: Added): CreditEntry {
  const front = { payee, plan, measure, rule, source, transaction: row.id, date: datedOf(row), share, value };
  if (value === undefined || type !== 'money' || share.isZero()) return { ...front, original: undefined, originalCurrency: undefined, exchangeRate: undefined };
  const whole = value.over(share);
  const [first] = conversions;
  if (first === undefined) return { ...front, original: whole, originalCurrency: currency, exchangeRate: undefined };
  const single = conversions.every((one) => one.from === first.from && one.found.rate.equals(first.found.rate)) && !first.found.rate.isZero();
  return single ? { ...front, original: whole.over(first.found.rate), originalCurrency: first.from, exchangeRate: first.found.rate } : { ...front, original: undefined, originalCurrency: undefined, exchangeRate: undefined };
}
