/** A quota that is not there, in words: none at all, one that covers part of the days, or one under a name that is nearly right. */
import type { QuotaRecord, Quotas } from '../../data/reference.ts';
import type { DataPlace } from '../../diagnostic/diagnostic.ts';
import { suggest } from '../../diagnostic/suggest.ts';
import { dayText, type Day } from '../../value/day.ts';

/** Days of a person in a period that records cover in part. */
export interface QuotaGap {
  readonly covered: number;
  readonly days: number;
  /** The first day without a quota, and the record beside it. */
  readonly from: Day;
  readonly beside: QuotaRecord;
}

export interface MissingQuota {
  readonly message: string;
  readonly hint: string;
  readonly data?: DataPlace;
}

const OTHERWISE = 'or state `quota: { missing: not-applicable }`, `0%` or `100%` in the measure';

export function missingQuota(person: string, measure: string, period: string, gap: QuotaGap | undefined, quotas: Quotas | undefined): MissingQuota {
  if (gap !== undefined) {
    const { covered, days, from, beside } = gap;
    return {
      message: `${person} has a quota for ${measure} on only ${covered} of ${days} days in ${period}: no record covers ${dayText(from)}`,
      data: beside.at,
      hint: `the record here runs ${dayText(beside.from)} to ${dayText(beside.to)}: correct its days or add the next record, ${OTHERWISE}`,
    };
  }
  const message = `${person} has no quota for ${measure} in ${period}`;
  const near = suggest(measure, quotas?.measures.keys() ?? []).flatMap((name) => quotas!.of(person, name).slice(0, 1))[0];
  if (near === undefined) return { message, hint: `add the record to the quota file, ${OTHERWISE}` };
  return { message, data: near.at, hint: `the record here is for "${near.measure}"; did you mean ${measure}?` };
}

/** What the days of a stay lack, when records touch it and leave a gap. */
export function gapIn(stay: readonly { readonly from: Day; readonly to: Day }[], records: readonly QuotaRecord[]): QuotaGap | undefined {
  let covered = 0;
  let days = 0;
  let from: Day | undefined;
  for (const cell of stay) {
    days += cell.to - cell.from + 1;
    let day = cell.from;
    for (const record of records) {
      if (record.from > cell.to || record.to < cell.from) continue;
      covered += Math.min(record.to, cell.to) - Math.max(record.from, cell.from) + 1;
      if (record.from <= day) day = Math.max(day, record.to + 1);
    }
    if (day <= cell.to) from ??= day;
  }
  if (covered === 0 || from === undefined) return undefined;
  const gapAt = from;
  const beside = records.findLast((record) => record.from < gapAt) ?? records[0]!;
  return { covered, days, from, beside };
}
