/**
 * What returns take back, settled one after another in order of time: the part of a sale that is returned, what was earned on
 * it, and what of that the plan takes. Shares nothing with `src/`.
 */
import { serial } from '../day.ts';
import { lesser, minus, NONE_AT_ALL, over, parse, plus, round, sign, sum, times, WHOLE, type Fraction } from '../fraction.ts';
import type { RoundingJson } from '../world.ts';
import type { Deal } from './deal.ts';
import { lastDayOf, notKept } from './elapsed.ts';
import type { ClawbackJson, RowJson } from './world.ts';

/** A sale as it was last told. */
export interface Sold {
  readonly row: RowJson;
  readonly window: string;
  readonly earned: Fraction;
  /** What its window earns with only these parts of its sales missing, by id. */
  readonly without: (parts: ReadonlyMap<string, Fraction>) => Fraction;
}

/** What one row took of a sale, and in which window. Parts are of the whole row; below zero: brought back. */
export interface Claim {
  readonly sale: string;
  readonly window: string;
  readonly part: Fraction;
  readonly exact: Fraction;
  readonly taken: Fraction;
}

export class Books {
  readonly sales = new Map<string, Sold>();
  claims: Claim[] = [];

  /** The window is told again to a later day, and so is what its returns take. */
  forget(window: string): void {
    this.claims = this.claims.filter((claim) => claim.window !== window);
  }

  of(sale: string): Claim[] {
    return this.claims.filter((claim) => claim.sale === sale);
  }

  returnedIn(window: string): Map<string, Fraction> {
    const parts = new Map<string, Fraction>();
    for (const [id, sold] of this.sales) if (sold.window === window) parts.set(id, sum(this.of(id).map(({ part }) => part)));
    return parts;
  }
}

/** Settles one row that names a known sale; gives what it takes, negative where it brings back. */
export function settleReturn(books: Books, deal: Deal, sale: RowJson, window: string, rule: ClawbackJson, rounding: RoundingJson): Fraction {
  const sold = books.sales.get(sale.id)!;
  const whole = parse(sale.amount);
  const claims = books.of(sale.id);
  const returned = sum(claims.map(({ part }) => part));
  if (sign(whole) <= 0 || sign(deal.whole) === 0) return NONE_AT_ALL;
  const back = sign(deal.whole) > 0;
  const size = back ? lesser(deal.whole, returned) : lesser(minus(NONE_AT_ALL, deal.whole), minus(whole, returned));
  if (sign(size) === 0) return NONE_AT_ALL;
  const part = back ? minus(NONE_AT_ALL, size) : size;
  const exact = back ? times(sum(claims.map((claim) => claim.exact)), over(part, returned)) : times(worth(books, sold, whole, size, rule), shareTaken(rule, sale, deal));
  const before = sum(claims.map(({ taken }) => taken));
  const together = plus(sum(claims.map((claim) => claim.exact)), exact);
  const taken = minus(rounding.at === 'payout' ? together : round(together, parse(rounding.to), rounding.mode), before);
  books.claims.push({ sale: sale.id, window, part, exact, taken });
  return taken;
}

function worth(books: Books, sold: Sold, whole: Fraction, size: Fraction, { rate }: ClawbackJson): Fraction {
  if (rate === 'original') return times(sold.earned, over(size, whole));
  const before = books.returnedIn(sold.window);
  const after = new Map(before).set(sold.row.id, plus(before.get(sold.row.id)!, size));
  return minus(sold.without(before), sold.without(after));
}

function shareTaken({ takes, term, within, except }: ClawbackJson, sale: RowJson, { day }: Deal): Fraction {
  const last = lastDayOf(within, sale);
  if (sale.customer === except || (last !== undefined && day > last)) return NONE_AT_ALL;
  if (takes === 'time') return notKept(term!, sale, Math.max(day, serial(sale.date)));
  return takes === 'all' ? WHOLE : parse(takes);
}
