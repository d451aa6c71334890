/**
 * The sales of one component and person, with what was earned on each and what returns have taken back of it: the memory
 * that a clawback looks at. The parts of a line sum to the line, in whole cents (RND-03), so nothing is taken back twice.
 */
import type { Value } from '../expr/types.ts';
import type { Period } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';
import { ONE, total, ZERO, type Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { allot } from '../value/share.ts';
import type { RoundingRule } from '../plan/model.ts';
import type { Line } from './component.ts';
import type { OrderedDeal, PaidDeal } from './deal.ts';

/** What the returns of a sale took of it that were settled in one window. */
export interface Claimed {
  /** How much of the sale they return; less where some of it is brought back. */
  readonly part: Exact;
  /** Before rounding, and rounded. */
  readonly exact: Exact;
  readonly taken: Exact;
}

/** Running sums of what was taken of one sale, by the window that the returns were settled in: one that is settled again to a later date replaces its own. */
export class Claims {
  private readonly byWindow = new Map<string, Claimed>();
  /** Of all windows. */
  sum: Claimed = NOTHING;

  add(window: string, claim: Claimed): void {
    this.byWindow.set(window, both(this.byWindow.get(window) ?? NOTHING, claim));
    this.sum = both(this.sum, claim);
  }

  forget(window: string): void {
    if (this.byWindow.delete(window)) this.sum = [...this.byWindow.values()].reduce(both, NOTHING);
  }
}

function both(a: Claimed, b: Claimed): Claimed {
  return { part: a.part.plus(b.part), exact: a.exact.plus(b.exact), taken: a.taken.plus(b.taken) };
}

const NOTHING: Claimed = { part: ZERO, exact: ZERO, taken: ZERO };

export interface Sold {
  readonly id: string;
  readonly day: Day;
  /** The size of the whole sale, before shares of credit. */
  readonly whole: Exact;
  readonly earned: Exact;
  readonly window: string;
  readonly period: Period;
  readonly currency: string;
  readonly column: (name: string) => Value;
  /** What the window of the sale earns when these parts of its sales are left out, by id. */
  readonly without: (parts: ReadonlyMap<string, Exact>) => Exact;
  readonly claims: Claims;
}

export class Register {
  readonly sales = new Map<string, Sold>();
  /** Returns that stand before their original in time. */
  readonly early = new Map<string, OrderedDeal>();

  /** Forgets what returns of this window took, which is about to be told again. */
  forget(window: string): void {
    for (const { claims } of this.sales.values()) claims.forget(window);
  }

  /** The parts of sales of one window that have been returned so far. */
  returnedIn(window: string): Map<string, Exact> {
    const parts = new Map<string, Exact>();
    for (const { id, window: home, claims } of this.sales.values()) if (home === window && !claims.sum.part.isZero()) parts.set(id, claims.sum.part);
    return parts;
  }
}

/** The size of the whole transaction behind a credit; of a return, that of its part for one sale. A credit cap does not change it. */
export function wholeOf({ value, share, refers, uncut }: OrderedDeal): Exact {
  if (share.isZero()) return ZERO;
  const whole = (uncut ?? value).over(share);
  return refers === undefined ? whole : whole.times(refers.part);
}

/**
 * What each sale earned of the line: whole cents by largest remainder. Beside rows that pay less than nothing each sale earned
 * its own pay, as multiplier, minimum and cap scaled the sum, to the cent below; the rounding of the sum is none of its pay.
 */
export function earnedParts(line: Pick<Line, 'amount' | 'rounded'>, paid: readonly PaidDeal[], rounding: RoundingRule): Exact[] {
  const pays = paid.map(({ rounded }) => rounded);
  const even = pays.every((pay) => pay.sign() >= 0);
  if (even && rounding.at !== 'payout') return line.rounded.sign() <= 0 ? pays.map(() => ZERO) : allot(line.rounded, paid.map(({ deal, rounded }) => ({ key: deal.id, weight: rounded })), rounding.to);
  const scale = scaleOf(line.amount, total(pays));
  return pays.map((pay) => {
    const part = pay.sign() <= 0 ? ZERO : pay.times(scale);
    return rounding.at === 'payout' ? part : roundTo(part, { to: rounding.to, mode: 'down' });
  });
}

/** What became of the sum of the deals; one that changed its sign was replaced and not scaled. */
function scaleOf(amount: Exact, sum: Exact): Exact {
  if (sum.isZero()) return amount.isZero() ? ONE : ZERO;
  return amount.sign() === sum.sign() ? amount.over(sum) : ZERO;
}
