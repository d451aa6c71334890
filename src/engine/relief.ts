/** What relief takes off a quota in one period: a share of what its days stand for, or an amount laid over its days. Rule: mechanics QTA-08. */
import type { Relief } from '../data/relief.ts';
import type { Words } from '../mechanic/mechanic.ts';
import type { Measure } from '../plan/model.ts';
import type { Calendar } from '../value/calendar.ts';
import { dayText, type Day } from '../value/day.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import type { Presence, Stay } from './presence.ts';
import type { QuotaPart } from './quota.ts';
import { LaidRecord } from './quota-record.ts';
import { wordsIn } from './words.ts';

export interface ReliefPart {
  readonly relief: Relief;
  /** In plan currency, above zero. */
  readonly amount: Exact;
}

/** A relief over the periods of a plan. */
export class LaidRelief {
  private readonly laid: LaidRecord | undefined;

  constructor(
    readonly relief: Relief,
    payee: string,
    measure: Measure,
    currency: string,
    private readonly calendar: Calendar,
  ) {
    const { off, from, to, at } = relief;
    this.laid = off.amount === undefined ? undefined : new LaidRecord({ payee, measure: measure.quota.measure, from, to, amount: off.amount, changes: [], at }, measure, currency, calendar);
  }

  /** What is taken off the parts of a period, before conversion. */
  in(index: number, parts: readonly QuotaPart[], stay: readonly Stay[], presence: Presence): Exact {
    const { off } = this.relief;
    return off.share === undefined ? this.amountIn(index, presence) : parts.reduce((sum, part) => sum.plus(this.ofPart(part, off.share, index, stay, presence)), ZERO);
  }

  /** By the phasing of the quota where the relief is of whole periods, else by its days. */
  private amountIn(index: number, presence: Presence): Exact {
    const period = this.calendar.periods[index]!;
    const { from, to, off } = this.relief;
    const share = this.laid!.in(index);
    if (typeof share !== 'string') return share;
    return off.amount!.times(presence.count(Math.max(from, period.from), Math.min(to, period.to)).over(presence.count(from, to)));
  }

  private ofPart({ record, amount }: QuotaPart, share: Exact, index: number, stay: readonly Stay[], presence: Presence): Exact {
    const period = this.calendar.periods[index]!;
    const [first, last] = [Math.max(record.from, period.from), Math.min(record.to, period.to)];
    const over = (from: Day, to: Day): Exact => stay.reduce((sum, each) => sum.plus(presence.weight('quota', each, from, to)), ZERO);
    const all = over(first, last);
    const relieved = over(Math.max(first, this.relief.from), Math.min(last, this.relief.to));
    return all.isZero() || relieved.isZero() ? ZERO : amount.times(share).times(relieved.over(all));
  }
}

/** `relief of 100 % from 2026-03-01 to 2026-03-31: parental leave, approved by bo`. */
export function reliefText({ off, from, to, reason, approver }: Relief, words: Words, measure: Measure): string {
  return `relief of ${off.share === undefined ? (off.currency === undefined ? words : wordsIn(off.currency)).amount(off.amount, measure.type) : words.percent(off.share)} from ${dayText(from)} to ${dayText(to)}: ${reason}, approved by ${approver}`;
}
