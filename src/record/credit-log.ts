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

const EXAMPLES = 3;

export class CreditLog {
  readonly credits = new Map<string, Logged>();
  readonly excluded: ExcludedEntry[] = [];
  readonly listener: Listener = {
    credit: (credit) => this.credit(credit),
    exclude: (excluded) => this.exclude(excluded),
  };

  /** By period that is not logged: how many rows are credited in it, and a few of them. */
  readonly elsewhere = new Map<string, { rows: number; readonly examples: string[]; last: Row }>();

  constructor(
    private readonly periods: ReadonlySet<string>,
    private readonly days: (day: Day) => boolean,
  ) {}

  private credit(credit: Credit): void {
    if (!this.periods.has(credit.period)) return this.pass(credit);
    for (const added of credit.adds) this.keep({ ...entryOf(credit, added), period: credit.period });
  }

  /** The credits of one row come one after another. */
  private pass({ period, row }: Credit): void {
    const known = this.elsewhere.get(period);
    if (known === undefined) this.elsewhere.set(period, { rows: 1, examples: [row.id], last: row });
    else if (known.last !== row) {
      known.rows++;
      known.last = row;
      if (known.examples.length < EXAMPLES) known.examples.push(row.id);
    }
  }

  /** Two credits of one row under one rule, as when a split names its own payee, are one. */
  private keep(logged: Logged): void {
    const key = creditKey(logged);
    const known = this.credits.get(key);
    this.credits.set(key, known === undefined ? logged : { ...logged, share: known.share.plus(logged.share), value: sum(known.value, logged.value) });
  }

  private exclude({ source, row, reason }: ExcludedRow): void {
    if (reason !== 'repeat' && this.days(row.day)) this.excluded.push({ source, transaction: row.id, date: row.day, reason });
  }
}

function sum(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  return a === undefined ? b : b === undefined ? a : a.plus(b);
}

function entryOf({ payee, plan, rule, source, row, share, currency }: Credit, { measure, type, value, conversions }: Added): CreditEntry {
  const front = { payee, plan, measure, rule, source, transaction: row.id, date: row.day, share, value };
  if (value === undefined || type !== 'money' || share.isZero()) return { ...front, original: undefined, originalCurrency: undefined, exchangeRate: undefined };
  const whole = value.over(share);
  const [first] = conversions;
  if (first === undefined) return { ...front, original: whole, originalCurrency: currency, exchangeRate: undefined };
  const single = conversions.every((one) => one.from === first.from && one.found.rate.equals(first.found.rate)) && !first.found.rate.isZero();
  return single ? { ...front, original: whole.over(first.found.rate), originalCurrency: first.from, exchangeRate: first.found.rate } : { ...front, original: undefined, originalCurrency: undefined, exchangeRate: undefined };
}
