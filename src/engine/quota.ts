/**
 * The quota of a person for each period: records of the quota file laid over the calendar by the measure's phasing, then
 * scaled by days in plan when the plan prorates quotas. Rule: mechanics QTA-01…05; missing and zero have stated answers.
 */
import type { QuotaRecord, Quotas, Rates } from '../data/reference.ts';
import type { DataPlace } from '../diagnostic/diagnostic.ts';
import type { Measure } from '../plan/model.ts';
import type { Period } from '../value/calendar.ts';
import { minorPlaces } from '../value/currency.ts';
import { dayText, type Day } from '../value/day.ts';
import { Exact, ONE, tenTo, total } from '../value/exact.ts';
import { allot } from '../value/share.ts';
import type { Cell, Enrolment } from './enrolment.ts';

export interface QuotaPart {
  readonly amount: Exact;
  readonly text: string;
  readonly data: DataPlace;
}

export type PeriodQuota =
  | { readonly kind: 'known'; readonly amount: Exact; readonly parts: readonly QuotaPart[] }
  | { readonly kind: 'missing' }
  /** No exchange rate on the record's first day. */
  | { readonly kind: 'no-rate'; readonly from: string; readonly to: string; readonly day: Day; readonly data: DataPlace }
  /** The record cannot be laid on the period; `why` says so. */
  | { readonly kind: 'misfit'; readonly why: string; readonly data: DataPlace };

/** The quotas of one person for one measure, by period index; computed when first asked for. */
export class QuotaBook {
  private readonly known = new Map<number, PeriodQuota>();
  private readonly cuts = new Map<QuotaRecord, readonly Exact[]>();
  private readonly records: readonly QuotaRecord[];

  constructor(
    private readonly enrolment: Enrolment,
    private readonly measure: Measure,
    quotas: Quotas | undefined,
    private readonly rates: Rates | undefined,
  ) {
    this.records = quotas?.of(enrolment.person, measure.quota.measure) ?? [];
  }

  /** `own`: for the days under this very version only. */
  of(period: number, own: boolean): PeriodQuota {
    const key = own ? period : -1 - period;
    let quota = this.known.get(key);
    if (quota === undefined) this.known.set(key, (quota = this.lay(period, own)));
    return quota;
  }

  private lay(index: number, own: boolean): PeriodQuota {
    const { version } = this.enrolment;
    const period = version.calendar.periods[index]!;
    const stay = this.enrolment.ofPeriod(index, own);
    const touching = this.records.filter((record) => record.from <= period.to && record.to >= period.from);
    const needed = stay.some((cell) => !covered(cell.from, cell.to, touching));
    if (touching.length === 0 || needed) return { kind: 'missing' };
    const parts: QuotaPart[] = [];
    for (const record of touching) {
      const share = this.share(record, index);
      if (typeof share === 'string') return { kind: 'misfit', why: share, data: record.at };
      const amount = this.inPlanCurrency(share, record);
      if (amount === undefined)
        return { kind: 'no-rate', from: record.currency!, to: version.plan.currency, day: record.from, data: record.at };
      parts.push(this.prorate(amount, record, period, stay));
    }
    return { kind: 'known', amount: total(parts.map((part) => part.amount)), parts };
  }

  /** The record's amount for the period, before proration; a text when phasing cannot cut it. */
  private share(record: QuotaRecord, index: number): Exact | string {
    const { periods } = this.enrolment.version.calendar;
    const period = periods[index]!;
    const { phasing } = this.measure.quota;
    if (record.from >= period.from && record.to <= period.to) return record.amount;
    if (phasing.kind === 'days') {
      const days = Math.min(record.to, period.to) - Math.max(record.from, period.from) + 1;
      return record.amount.times(Exact.of(days, record.to - record.from + 1));
    }
    const dates = `the record runs ${dayText(record.from)} to ${dayText(record.to)}, the period ${period.id} ${dayText(period.from)} to ${dayText(period.to)}`;
    if (phasing.kind === 'exact') return `${dates}, and the measure ${this.measure.name} states no phasing`;
    const first = periods.findIndex((each) => each.from === record.from);
    const last = periods.findIndex((each) => each.to === record.to);
    if (first < 0 || last < first) return `${dates}; phasing by ${phasing.kind === 'even' ? 'even parts' : 'weights'} needs records of whole periods`;
    const count = last - first + 1;
    if (phasing.kind === 'weights' && phasing.weights.length !== count) return `${dates}: it covers ${count} periods, and there are ${phasing.weights.length} weights`;
    let cut = this.cuts.get(record);
    if (cut === undefined) this.cuts.set(record, (cut = this.cutInto(record.amount, periods.slice(first, last + 1))));
    return cut[index - first]!;
  }

  /** The record's amount over its whole periods, in equal parts or by the stated weights. */
  private cutInto(amount: Exact, periods: readonly Period[]): Exact[] {
    const { phasing } = this.measure.quota;
    const parts = periods.map((each, i) => ({ key: each.id, weight: phasing.kind === 'weights' ? phasing.weights[i]! : ONE }));
    const unit = this.unit(amount);
    if (unit !== undefined) return allot(amount, parts, unit);
    const sum = total(parts.map((part) => part.weight));
    return parts.map((part) => amount.times(part.weight).over(sum));
  }

  /** Money is cut to whole minor units; a quota of units, or one with finer digits, is cut exactly. */
  private unit(amount: Exact): Exact | undefined {
    if (this.measure.type !== 'money') return undefined;
    const places = minorPlaces(this.enrolment.version.plan.currency);
    return (amount.n * tenTo(places)) % amount.d === 0n ? Exact.of(1, tenTo(places)) : undefined;
  }

  private inPlanCurrency(amount: Exact, record: QuotaRecord): Exact | undefined {
    const { currency } = this.enrolment.version.plan;
    if (record.currency === undefined || record.currency === currency || this.measure.type !== 'money') return amount;
    const found = this.rates?.rate(record.currency, currency, record.from);
    return found === undefined ? undefined : amount.times(found.rate);
  }

  private prorate(amount: Exact, record: QuotaRecord, period: Period, stay: readonly Cell[]): QuotaPart {
    const from = Math.max(record.from, period.from);
    const to = Math.min(record.to, period.to);
    const days = to - from + 1;
    const inPlan = stay.reduce((sum, cell) => sum + overlap(cell.from, cell.to, from, to), 0);
    const text = `quota record ${dayText(record.from)} to ${dayText(record.to)}`;
    if (inPlan === days || !this.enrolment.version.plan.prorate.includes('quota')) return { amount, text, data: record.at };
    return { amount: amount.times(Exact.of(inPlan, days)), text: `${text}, ${inPlan} of ${days} days in the plan`, data: record.at };
  }
}

function overlap(from: Day, to: Day, otherFrom: Day, otherTo: Day): number {
  return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom) + 1);
}

/** Whether the records, sorted by day, cover every day of the stretch. */
function covered(from: Day, to: Day, records: readonly QuotaRecord[]): boolean {
  let day = from;
  for (const record of records) if (record.from <= day && record.to >= day) day = record.to + 1;
  return day > to;
}
