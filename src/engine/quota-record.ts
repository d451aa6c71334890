/**
 * A record of the quota file laid over a calendar by the measure's phasing: its amount for each period. It is cut once, since
 * every period it covers asks. Rule: mechanics QTA-01…05, QTA-12.
 */
import type { QuotaChange, QuotaRecord } from '../data/reference.ts';
import type { Measure } from '../plan/model.ts';
import type { Calendar, Period } from '../value/calendar.ts';
import { minorPlaces } from '../value/currency.ts';
import { dayText, type Day } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import { Exact, ONE, total, ZERO } from '../value/exact.ts';
import { allot } from '../value/share.ts';

/** The parts of a record of whole periods, from the period `first` on. */
interface Cut {
  readonly first: number;
  readonly parts: readonly Exact[];
}

/** An amount spread over its days. */
interface Spread {
  readonly from: Day;
  readonly to: Day;
  readonly amount: Exact;
}

export class LaidRecord {
  /** A text: why the record cannot be cut. */
  private cut: Cut | string | undefined;
  private spread: readonly Spread[] | string | undefined;

  constructor(
    readonly record: QuotaRecord,
    private readonly measure: Measure,
    private readonly currency: string,
    private readonly calendar: Calendar,
    /** How the plan counts days. */
    private readonly count: (from: Day, to: Day) => Exact = (from, to) => Exact.of(to - from + 1),
  ) {}

  /** The amount for a period that the record touches, before proration; a text when phasing cannot cut it. */
  in(index: number): Exact | string {
    const { record } = this;
    const period = this.calendar.periods[index]!;
    const inside = record.from >= period.from && record.to <= period.to;
    if (inside && record.changes.length === 0) return record.amount;
    const { kind } = this.measure.quota.phasing;
    if (inside || kind === 'days') {
      const spread = (this.spread ??= this.spreadOut());
      return typeof spread === 'string' ? this.misfit(index, spread) : total(spread.map((each) => this.ofDays(each, period.from, period.to)));
    }
    const cut = (this.cut ??= kind === 'exact' ? `, and the measure ${this.measure.name} states no phasing` : this.cutUp(kind));
    return typeof cut === 'string' ? this.misfit(index, cut) : cut.parts[index - cut.first]!;
  }

  private misfit(index: number, why: string): string {
    const period = this.calendar.periods[index]!;
    return `the record runs ${dayText(this.record.from)} to ${dayText(this.record.to)}, the period ${period.id} ${dayText(period.from)} to ${dayText(period.to)}${why}`;
  }

  /** The amount over the days of the record, change after change. */
  private spreadOut(): readonly Spread[] | string {
    const { from, to, amount, changes } = this.record;
    let all: readonly Spread[] = [{ from, to, amount }];
    for (const change of changes) {
      const whole: Spread = { from, to, amount: change.amount };
      const kept = all.flatMap((each) => (each.from >= change.on ? [] : each.to < change.on ? [each] : [{ from: each.from, to: change.on - 1, amount: this.ofDays(each, each.from, change.on - 1) }]));
      const rest = change.method === 'replace' ? change.amount.minus(total(kept.map((each) => each.amount))) : this.ofDays(whole, change.on, to);
      if (rest.sign() < 0) return tooLittle(change);
      all = change.method === 'restate' ? [whole] : [...kept, { from: change.on, to, amount: rest }];
    }
    return all;
  }

  /** The part of an amount that falls on some days. */
  private ofDays({ from, to, amount }: Spread, first: Day, last: Day): Exact {
    const [a, b] = [Math.max(from, first), Math.min(to, last)];
    if (b < a) return ZERO;
    if (a === from && b === to) return amount;
    const whole = this.count(from, to);
    return whole.isZero() ? amount.times(Exact.of(b - a + 1, to - from + 1)) : amount.times(this.count(a, b).over(whole));
  }

  /** The record's amount over its whole periods, in equal parts or by the stated weights, change after change. */
  private cutUp(kind: 'even' | 'weights'): Cut | string {
    const { periods } = this.calendar;
    const { amount, from, to, changes } = this.record;
    const { phasing } = this.measure.quota;
    const first = this.calendar.indexOf(from);
    const last = this.calendar.indexOf(to);
    if (periods[first]?.from !== from || periods[last]?.to !== to) return `; phasing by ${kind === 'even' ? 'even parts' : 'weights'} needs records of whole periods`;
    const count = last - first + 1;
    if (phasing.kind === 'weights' && phasing.weights.length !== count) return `: it covers ${count} periods, and there are ${phasing.weights.length} weights`;
    const weights = phasing.kind === 'weights' ? phasing.weights : undefined;
    const covered = periods.slice(first, last + 1);
    let parts = this.allot(amount, covered, weights);
    for (const change of changes) {
      const at = covered.findIndex((period) => period.to >= change.on);
      const next = this.changed(parts, change, at, covered, weights);
      if (typeof next === 'string') return next;
      parts = next;
    }
    return { first, parts };
  }

  private changed(parts: readonly Exact[], change: QuotaChange, at: number, periods: readonly Period[], weights: readonly Exact[] | undefined): readonly Exact[] | string {
    const fresh = this.allot(change.amount, periods, weights);
    const period = periods[at]!;
    const cut = change.on > period.from;
    if (change.method === 'restate') return fresh;
    if (change.method === 'replace') {
      if (cut) return `; a quota that is replaced on ${dayText(change.on)}, inside a period, needs phasing by days`;
      const rest = change.amount.minus(total(parts.slice(0, at)));
      return rest.sign() < 0 ? tooLittle(change) : [...parts.slice(0, at), ...this.allot(rest, periods.slice(at), weights?.slice(at))];
    }
    // the period of the change has both paces, each for its days
    const blend = cut ? this.ofDays({ ...period, amount: parts[at]! }, period.from, change.on - 1).plus(this.ofDays({ ...period, amount: fresh[at]! }, change.on, period.to)) : fresh[at]!;
    return [...parts.slice(0, at), blend, ...fresh.slice(at + 1)];
  }

  private allot(amount: Exact, periods: readonly Period[], weights: readonly Exact[] | undefined): readonly Exact[] {
    const parts = periods.map((each, i) => ({ key: each.id, weight: weights?.[i] ?? ONE }));
    const unit = this.unit(amount);
    if (unit !== undefined) return allot(amount, parts, unit);
    const sum = total(parts.map((part) => part.weight));
    return parts.map((part) => amount.times(part.weight).over(sum));
  }

  /** Money is cut to whole minor units; a quota of units, or one with finer digits, is cut exactly. */
  private unit(amount: Exact): Exact | undefined {
    if (this.measure.type !== 'money') return undefined;
    const unit = Exact.scaled(1, minorPlaces(this.currency));
    return amount.stepsOf(unit).cut ? undefined : unit;
  }
}

function tooLittle({ on, amount }: QuotaChange): string {
  return `; the change on ${dayText(on)} to ${exactText(amount)} is less than the days before it already hold`;
}
