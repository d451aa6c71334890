/**
 * What is known about one person in one version of a plan: measures, quotas and attainment over any stretch of periods.
 * It answers questions; it decides no pay. Rule: calculation contract §5.
 */
import type { Quotas, Rates } from '../data/reference.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Known } from '../mechanic/mechanic.ts';
import type { Measure } from '../plan/model.ts';
import { dayText } from '../value/day.ts';
import { ONE, total, ZERO, type Exact } from '../value/exact.ts';
import type { Cell, Enrolment, Stretch } from './enrolment.ts';
import { QuotaBook, type PeriodQuota } from './quota.ts';
import { windowText } from './window.ts';

export class Book {
  private readonly quotaBooks = new Map<string, QuotaBook>();

  constructor(
    readonly enrolment: Enrolment,
    private readonly quotas: Quotas | undefined,
    private readonly rates: Rates | undefined,
    private readonly problems: Problems,
    /** Position of each people column in a person's record. */
    readonly people: ReadonlyMap<string, number>,
  ) {}

  measureNamed(name: string): Measure {
    return this.enrolment.version.plan.measures[this.enrolment.version.measures.get(name)!]!;
  }

  cellsIn(stretch: Stretch): readonly Cell[] {
    return this.enrolment.cellsIn(stretch);
  }

  /** The value of a base measure over the cells; sums and counts without rows are zero, extremes are not applicable. */
  over(measure: Measure, cells: readonly Cell[]): Known {
    const index = this.enrolment.version.measures.get(measure.name)!;
    const value = this.enrolment.version.tallies[index]!.over(cells);
    return value === undefined ? { none: `${measure.name} has no transactions` } : { value };
  }

  /** Credits counted by a measure, for reasons such as "no credits". */
  rows(measure: Measure, stretch: Stretch): number {
    const index = this.enrolment.version.measures.get(measure.name)!;
    return this.cellsIn(stretch).reduce((sum, cell) => sum + this.enrolment.version.tallies[index]!.rows(cell.slot), 0);
  }

  quotaOf(measure: Measure, period: number, own: boolean): PeriodQuota {
    let book = this.quotaBooks.get(measure.name);
    if (book === undefined) this.quotaBooks.set(measure.name, (book = new QuotaBook(this.enrolment, measure, this.quotas, this.rates)));
    return book.of(period, own);
  }

  /** The quota over a stretch: the sum over the periods in which the person is in the plan. */
  quota(measure: Measure, stretch: Stretch): Known {
    const { version, person } = this.enrolment;
    const amounts: Exact[] = [];
    const periods = new Set(this.cellsIn(stretch).map((cell) => cell.period));
    for (const period of periods) {
      const quota = this.quotaOf(measure, period, stretch.own);
      const { id } = version.calendar.periods[period]!;
      if (quota.kind === 'known') amounts.push(quota.amount);
      else if (quota.kind === 'misfit') {
        this.problems.error('R004', `${measure.name} of ${person} in ${id}: ${quota.why}`, {
          data: quota.data,
          hint: 'state `quota: { phasing: even }`, `days` or a list of weights in the measure',
        });
        return { none: 'the quota record does not fit the periods' };
      } else if (quota.kind === 'no-rate') {
        this.problems.error('R003', `no exchange rate from ${quota.from} to ${quota.to} on ${dayText(quota.day)}, the first day of the quota of ${person} for ${measure.quota.measure}`, {
          data: quota.data,
          hint: 'add the rate to the exchange-rates file, or state `invert: true` or `reach-back: DAYS` there',
        });
        return { none: `the quota cannot be converted to ${quota.to}` };
      } else {
        if (measure.quota.missing === 'error') this.reportMissing(measure, id);
        return { none: `no quota for ${measure.quota.measure} in ${id}` };
      }
    }
    if (amounts.length === 0) return { none: `not in the plan in ${windowText(version.calendar, stretch.first, stretch.last)}` };
    return { value: total(amounts) };
  }

  /** Result ÷ quota, exact; the stated answer where there is no quota or a zero quota. */
  attainment(measure: Measure, result: Known, stretch: Stretch): Known {
    if (result.value === undefined) return result;
    const quota = this.quota(measure, stretch);
    if (quota.value === undefined) return answer(measure.quota.missing, quota.none);
    if (!quota.value.isZero()) return { value: result.value.over(quota.value) };
    if (measure.quota.zero === 'error')
      this.problems.error('R002', `the quota of ${this.enrolment.person} for ${measure.quota.measure} in ${this.where(stretch)} is zero`, {
        at: measure.quota.at,
        hint: 'state `quota: { zero: not-applicable }`, `0%` or `100%` in the measure',
      });
    return answer(measure.quota.zero, `the quota in ${this.where(stretch)} is zero`);
  }

  private where(stretch: Stretch): string {
    return windowText(this.enrolment.version.calendar, stretch.first, stretch.last);
  }

  private reportMissing(measure: Measure, period: string): void {
    this.problems.error('R001', `${this.enrolment.person} has no quota for ${measure.quota.measure} in ${period}`, {
      at: measure.quota.at,
      hint: 'add the record to the quota file, or state `quota: { missing: not-applicable }`, `0%` or `100%` in the measure',
    });
  }
}

function answer(stated: Measure['quota']['zero'], why: string): Known {
  if (stated === '0%') return { value: ZERO };
  if (stated === '100%') return { value: ONE };
  return { none: why };
}

