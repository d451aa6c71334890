/**
 * The quota of a person for each period: the records of the quota file that cover it, in plan currency, scaled by days in plan
 * when the plan prorates quotas. Missing and zero have stated answers. Rule: mechanics QTA-01…05.
 */
import type { FoundRate, QuotaRecord, Quotas, Rates } from '../data/reference.ts';
import type { DataPlace } from '../diagnostic/diagnostic.ts';
import type { Words } from '../mechanic/mechanic.ts';
import type { Measure } from '../plan/model.ts';
import type { Period } from '../value/calendar.ts';
import { dayText, type Day } from '../value/day.ts';
import { Exact } from '../value/exact.ts';
import type { Cell, Enrolment } from './enrolment.ts';
import { gapIn, type QuotaGap } from './notice/missing-quota.ts';
import { LaidRecord } from './quota-record.ts';
import { wordsIn } from './words.ts';

export interface QuotaPart {
  readonly amount: Exact;
  readonly record: QuotaRecord;
  /** What the record gives the period, in its own currency, before proration; and the rate that converted it. */
  readonly share: Exact;
  readonly found: FoundRate | undefined;
  /** Days of the record in the period, and those among them in the plan where that scales it. */
  readonly days: number;
  readonly inPlan: number;
}

export type PeriodQuota =
  | { readonly kind: 'known'; readonly amount: Exact; readonly parts: readonly QuotaPart[] }
  /** `gap`: records cover some of the days. */
  | { readonly kind: 'missing'; readonly gap?: QuotaGap | undefined }
  /** No exchange rate on the record's first day. */
  | { readonly kind: 'no-rate'; readonly from: string; readonly to: string; readonly day: Day; readonly data: DataPlace }
  /** The record cannot be laid on the period; `why` says so. */
  | { readonly kind: 'misfit'; readonly why: string; readonly data: DataPlace };

const MISSING: PeriodQuota = { kind: 'missing' };

/** The quotas of one person for one measure, by period index; computed when first asked for. */
export class QuotaBook {
  private readonly own: PeriodQuota[] = [];
  private readonly all: PeriodQuota[] = [];
  private readonly records: readonly LaidRecord[];
  private readonly prorates: boolean;

  constructor(
    private readonly enrolment: Enrolment,
    private readonly measure: Measure,
    quotas: Quotas | undefined,
    private readonly rates: Rates | undefined,
    /** Scaled by days whatever the plan says: the days of a member in a group. */
    byDays = false,
  ) {
    const { plan, calendar } = enrolment.version;
    this.records = (quotas?.of(enrolment.person, measure.quota.measure) ?? []).map((record) => new LaidRecord(record, measure, plan.currency, calendar));
    this.prorates = byDays || plan.prorate.includes('quota');
  }

  /** `own`: for the days under this very version only. */
  of(period: number, own: boolean): PeriodQuota {
    const known = own ? this.own : this.all;
    return (known[period] ??= this.lay(period, own));
  }

  private lay(index: number, own: boolean): PeriodQuota {
    const { version } = this.enrolment;
    const period = version.calendar.periods[index]!;
    const stay = this.enrolment.ofPeriod(index, own);
    if (stay.length === 0 || this.records.length === 0) return MISSING;
    if (!stay.every((cell) => this.covers(cell))) return { kind: 'missing', gap: gapIn(stay, this.records.map((laid) => laid.record)) };
    // a record of days outside the stay, under another plan say, is not this plan's; a single one that covers the stay is
    const touching = this.records.length === 1 ? this.records : this.records.filter(({ record }) => stay.some(({ from, to }) => record.from <= to && record.to >= from));
    const parts = new Array<QuotaPart>(touching.length);
    let sum: Exact | undefined;
    for (let i = 0; i < touching.length; i++) {
      const laid = touching[i]!;
      const { record } = laid;
      const share = laid.in(index);
      if (typeof share === 'string') return { kind: 'misfit', why: share, data: record.at };
      const foreign = record.currency !== undefined && record.currency !== version.plan.currency && this.measure.type === 'money';
      const found = foreign ? this.rates?.rate(record.currency, version.plan.currency, record.from) : undefined;
      if (foreign && found === undefined) return { kind: 'no-rate', from: record.currency, to: version.plan.currency, day: record.from, data: record.at };
      const part = this.prorate(share, found, record, period, stay);
      parts[i] = part;
      sum = sum === undefined ? part.amount : sum.plus(part.amount);
    }
    return sum === undefined ? MISSING : { kind: 'known', amount: sum, parts };
  }

  /** Whether the records, which are sorted by day, cover every day of the cell. */
  private covers({ from, to }: Cell): boolean {
    let day = from;
    for (const { record } of this.records) if (record.from <= day && record.to >= day) day = record.to + 1;
    return day > to;
  }

  private prorate(share: Exact, found: FoundRate | undefined, record: QuotaRecord, period: Period, stay: readonly Cell[]): QuotaPart {
    const from = Math.max(record.from, period.from);
    const to = Math.min(record.to, period.to);
    const days = to - from + 1;
    const inPlan = this.prorates ? stay.reduce((sum, cell) => sum + overlap(cell.from, cell.to, from, to), 0) : days;
    const amount = found === undefined ? share : share.times(found.rate);
    return { amount: inPlan === days ? amount : amount.times(Exact.of(inPlan, days)), record, share, found, days, inPlan };
  }
}

/** Where a part comes from, in words; the amount of the record where the part is not all of it. */
export function quotaText({ record, share, found, days, inPlan }: QuotaPart, words: Words): string {
  const all = share.equals(record.amount) && inPlan === days && found === undefined;
  const amount = all ? '' : ` of ${record.currency === undefined ? words.number(record.amount) : wordsIn(record.currency).money(record.amount)}`;
  const part = share.equals(record.amount) || (inPlan === days && found === undefined) ? '' : `, of which ${record.currency === undefined ? words.number(share) : wordsIn(record.currency).money(share)} for this period`;
  return `quota record ${dayText(record.from)} to ${dayText(record.to)}${amount}${part}${inPlan === days ? '' : `, ${inPlan} of ${days} days in the plan`}`;
}

function overlap(from: Day, to: Day, otherFrom: Day, otherTo: Day): number {
  return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom) + 1);
}
