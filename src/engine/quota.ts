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
import { Exact, ZERO } from '../value/exact.ts';
import type { Cell, Enrolment } from './enrolment.ts';
import { gapIn, type QuotaGap } from './notice/missing-quota.ts';
import type { BookFacts } from './book.ts';
import { Presence, scalingText, type Scaling } from './presence.ts';
import { LaidRecord } from './quota-record.ts';
import { LaidRelief, type ReliefPart } from './relief.ts';
import { wordsIn } from './words.ts';

export interface QuotaPart {
  readonly amount: Exact;
  readonly record: QuotaRecord;
  /** What the record gives the period, in its own currency, before proration; and the rate that converted it. */
  readonly share: Exact;
  readonly found: FoundRate | undefined;
  /** The day whose rate was wanted. */
  readonly day?: Day;
  /** By what the record's part is scaled, where it is not all of it. */
  readonly scaled: Scaling | undefined;
}

export type PeriodQuota =
  | { readonly kind: 'known'; readonly amount: Exact; readonly parts: readonly QuotaPart[]; readonly relief: readonly ReliefPart[] }
  /** `gap`: records cover some of the days. */
  | { readonly kind: 'missing'; readonly gap?: QuotaGap | undefined }
  /** No exchange rate on the record's first day. */
  | { readonly kind: 'no-rate'; readonly from: string; readonly to: string; readonly day: Day; readonly data: DataPlace }
  /** The record cannot be laid on the period; `why` says so. */
  | { readonly kind: 'misfit'; readonly why: string; readonly data: DataPlace };

const NONE: readonly ReliefPart[] = [];
const NO_RATE = { found: undefined, day: 0 };

const MISSING: PeriodQuota = { kind: 'missing' };

/** The quotas of one person for one measure, by period index; computed when first asked for. */
export class QuotaBook {
  private readonly own: PeriodQuota[] = [];
  private readonly all: PeriodQuota[] = [];
  private readonly withPast: PeriodQuota[] = [];
  private readonly records: readonly LaidRecord[];
  private readonly prorates: boolean;
  private readonly presence: Presence;
  private readonly reliefs: readonly LaidRelief[];

  constructor(
    private readonly enrolment: Enrolment,
    private readonly measure: Measure,
    quotas: Quotas | undefined,
    private readonly rates: Rates | undefined,
    private readonly facts: BookFacts,
    /** Scaled by days whatever the plan says: the days of a member in a group. */
    byDays = false,
  ) {
    const { plan, calendar } = enrolment.version;
    this.prorates = byDays || plan.prorate.includes('quota');
    const presence = new Presence(enrolment, facts);
    this.presence = presence;
    const count = presence.plain ? undefined : (from: Day, to: Day): Exact => presence.count(from, to);
    this.records = (quotas?.of(enrolment.person, measure.quota.measure) ?? []).map((record) => new LaidRecord(record, measure, plan.currency, calendar, count));
    this.reliefs = (facts.reliefs?.of(enrolment.person, measure.quota.measure) ?? []).map((relief) => new LaidRelief(relief, enrolment.person, measure, plan.currency, calendar));
  }

  /** `own`: for the days under this very version only; `past`: also for those before it. */
  of(period: number, own: boolean, past?: true): PeriodQuota {
    const known = own ? this.own : past ? this.withPast : this.all;
    return (known[period] ??= this.lay(period, own, past));
  }

  private lay(index: number, own: boolean, past?: true): PeriodQuota {
    const { version } = this.enrolment;
    const period = version.calendar.periods[index]!;
    const stay = this.enrolment.ofPeriod(index, own, past);
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
      const { found, day } = foreign ? this.rateOf(record, record.currency, period) : NO_RATE;
      if (foreign && found === undefined) return { kind: 'no-rate', from: record.currency, to: version.plan.currency, day, data: record.at };
      const part = this.prorate(share, found, record, period, stay);
      parts[i] = found === undefined ? part : { ...part, day };
      sum = sum === undefined ? part.amount : sum.plus(part.amount);
    }
    if (sum === undefined) return MISSING;
    return this.reliefs.length === 0 ? { kind: 'known', amount: sum, parts, relief: NONE } : this.relieve(index, sum, parts, stay);
  }

  /** Takes the reliefs off, in order of days, as far as there is a quota. */
  private relieve(index: number, sum: Exact, parts: readonly QuotaPart[], stay: readonly Cell[]): PeriodQuota {
    const { person, version } = this.enrolment;
    const period = version.calendar.periods[index]!;
    const relief: ReliefPart[] = [];
    let left = sum;
    for (const laid of this.reliefs) {
      const { from, to, off, at } = laid.relief;
      if (from > period.to || to < period.from || !stay.some((cell) => cell.from <= to && cell.to >= from)) continue;
      const currency = off.share === undefined && this.measure.type === 'money' ? (off.currency ?? version.plan.currency) : version.plan.currency;
      const found = currency === version.plan.currency ? undefined : this.rates?.rate(currency, version.plan.currency, from);
      if (currency !== version.plan.currency && found === undefined) return { kind: 'no-rate', from: currency, to: version.plan.currency, day: from, data: at };
      const own = laid.in(index, parts, stay, this.presence);
      const amount = found === undefined ? own : own.times(found.rate);
      if (amount.isZero()) continue;
      const taken = left.lessThan(amount) ? left : amount;
      if (taken !== amount) {
        const { words } = version;
        this.facts.problems.warning('R063', `the quota relief of ${person} for ${this.measure.quota.measure} in ${period.id} is ${words.amount(amount, this.measure.type)}, and the quota ${words.amount(left, this.measure.type)}: it becomes zero, not less`, { data: at, hint: 'correct the relief, or the days it holds for' });
      }
      relief.push({ relief: laid.relief, amount: taken });
      left = left.minus(taken);
    }
    return { kind: 'known', amount: left, parts, relief };
  }

  /** The rate of the day that the plan names for quotas; plan rates are of the first day of the record. */
  private rateOf(record: QuotaRecord, from: string, period: Period): { readonly found: FoundRate | undefined; readonly day: Day } {
    const { plan } = this.enrolment.version;
    const { quota } = plan.convertAt;
    if (quota === 'average' && plan.planRates !== true) return { found: this.rates?.mean(from, plan.currency, period.from, period.to), day: period.to };
    const day = plan.planRates === true || quota === 'record-start' ? record.from : quota === 'period-start' ? period.from : period.to;
    return { found: this.rates?.rate(from, plan.currency, day), day };
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
    const scaled = this.scaling(stay, from, to);
    const amount = found === undefined ? share : share.times(found.rate);
    return { amount: scaled === undefined ? amount : amount.times(scaled.part.over(scaled.whole)), record, share, found, scaled };
  }

  /** What of a record's days counts; undefined where all of it does. */
  private scaling(stay: readonly Cell[], from: Day, to: Day, presence = this.presence): Scaling | undefined {
    const { prorates } = this;
    if (presence.plain && !prorates) return undefined;
    const part = presence.plain ? Exact.of(stay.reduce((sum, cell) => sum + overlap(cell.from, cell.to, from, to), 0)) : stay.reduce((sum, cell) => sum.plus(presence.weight('quota', cell, from, to, prorates)), ZERO);
    const whole = prorates ? presence.count(from, to) : stay.reduce((sum, cell) => sum.plus(presence.count(Math.max(cell.from, from), Math.min(cell.to, to))), ZERO);
    if (whole.isZero()) return presence.unit === 'days' ? undefined : this.scaling(stay, from, to, presence.inDays());
    return part.equals(whole) ? undefined : { part, whole, unit: presence.unit, by: presence.why('quota', stay, from, to) };
  }
}

/** Where a part comes from, in words; the amount of the record where the part is not all of it. */
export function quotaText({ record, share, found, scaled }: QuotaPart, words: Words): string {
  const all = record.changes.length === 0 && share.equals(record.amount) && scaled === undefined && found === undefined;
  const amount = all ? '' : ` of ${record.currency === undefined ? words.number(record.amount) : wordsIn(record.currency).money(record.amount)}`;
  const part = share.equals(record.amount) || (scaled === undefined && found === undefined) ? '' : `, of which ${record.currency === undefined ? words.number(share) : wordsIn(record.currency).money(share)} for this period`;
  const changes = record.changes.map((change) => `, changed on ${dayText(change.on)} to ${record.currency === undefined ? words.number(change.amount) : wordsIn(record.currency).money(change.amount)} (${change.method})`).join('');
  return `quota record ${dayText(record.from)} to ${dayText(record.to)}${amount}${changes}${part}${scaled === undefined ? '' : `, ${scalingText(scaled, words.number)}`}`;
}

function overlap(from: Day, to: Day, otherFrom: Day, otherTo: Day): number {
  return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom) + 1);
}
