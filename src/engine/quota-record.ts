/**
 * A record of the quota file laid over a calendar by the measure's phasing: its amount for each period. It is cut once, since
 * every period it covers asks. Rule: mechanics QTA-01…05.
 */
import type { QuotaRecord } from '../data/reference.ts';
import type { Measure } from '../plan/model.ts';
import type { Calendar, Period } from '../value/calendar.ts';
import { minorPlaces } from '../value/currency.ts';
import { dayText } from '../value/day.ts';
import { Exact, ONE, total } from '../value/exact.ts';
import { allot } from '../value/share.ts';

/** The parts of a record of whole periods, from the period `first` on. */
interface Cut {
  readonly first: number;
  readonly parts: readonly Exact[];
}

export class LaidRecord {
  /** A text: why the record cannot be cut. */
  private cut: Cut | string | undefined;

  constructor(
    readonly record: QuotaRecord,
    private readonly measure: Measure,
    private readonly currency: string,
    private readonly calendar: Calendar,
  ) {}

  /** The amount for a period that the record touches, before proration; a text when phasing cannot cut it. */
  in(index: number): Exact | string {
    const { record } = this;
    const period = this.calendar.periods[index]!;
    if (record.from >= period.from && record.to <= period.to) return record.amount;
    const { kind } = this.measure.quota.phasing;
    if (kind === 'days') {
      const days = Math.min(record.to, period.to) - Math.max(record.from, period.from) + 1;
      return record.amount.times(Exact.of(days, record.to - record.from + 1));
    }
    const cut = (this.cut ??= kind === 'exact' ? `, and the measure ${this.measure.name} states no phasing` : this.cutUp(kind));
    if (typeof cut !== 'string') return cut.parts[index - cut.first]!;
    return `the record runs ${dayText(record.from)} to ${dayText(record.to)}, the period ${period.id} ${dayText(period.from)} to ${dayText(period.to)}${cut}`;
  }

  /** The record's amount over its whole periods, in equal parts or by the stated weights. */
  private cutUp(kind: 'even' | 'weights'): Cut | string {
    const { periods } = this.calendar;
    const { amount, from, to } = this.record;
    const { phasing } = this.measure.quota;
    const first = this.calendar.indexOf(from);
    const last = this.calendar.indexOf(to);
    if (periods[first]?.from !== from || periods[last]?.to !== to) return `; phasing by ${kind === 'even' ? 'even parts' : 'weights'} needs records of whole periods`;
    const count = last - first + 1;
    if (phasing.kind === 'weights' && phasing.weights.length !== count) return `: it covers ${count} periods, and there are ${phasing.weights.length} weights`;
    const weights = phasing.kind === 'weights' ? phasing.weights : undefined;
    return { first, parts: this.allot(amount, periods.slice(first, last + 1), weights) };
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
