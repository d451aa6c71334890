/**
 * What is known of one measure of one person: value, quota and attainment over any stretch of periods. The formula, the
 * gates and the report of a payout ask for the same again and again, so the answers for the last stretch are kept. Rule:
 * calculation contract §5.
 */
import type { Instance } from '../diagnostic/diagnostic.ts';
import type { Known } from '../mechanic/mechanic.ts';
import type { Measure } from '../plan/model.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import type { BookFacts } from './book.ts';
import type { Cell, Enrolment, Stretch } from './enrolment.ts';
import { missingQuota } from './notice/missing-quota.ts';
import { missingRate } from './notice/missing-rate.ts';
import { QuotaBook, type PeriodQuota } from './quota.ts';
import { windowText } from './window.ts';

/** What helps where a record does not fit, by what the measure states. */
const MISFIT: Readonly<Record<Measure['quota']['phasing']['kind'], string>> = {
  exact: 'state `quota: { phasing: even }`, `days` or a list of weights in the measure',
  even: 'state `quota: { phasing: days }`, which cuts by days, or let the record begin and end with a period; `prorate: [quota]` then scales it for days that are not in the plan',
  weights: 'let the record begin and end with a period and cover as many periods as there are weights, or state `quota: { phasing: days }`, which cuts by days',
  days: 'write the record for whole days of the periods',
};

export class MeasureBook {
  readonly measure: Measure;
  private asked: Stretch | undefined;
  private value: Known | undefined;
  private quotaThere: Known | undefined;
  private quotas: QuotaBook | undefined;

  constructor(
    private readonly enrolment: Enrolment,
    readonly index: number,
    private readonly facts: BookFacts,
    private readonly byDays = false,
  ) {
    this.measure = enrolment.version.plan.measures[index]!;
  }

  /** The value of a base measure over a stretch. */
  over(stretch: Stretch): Known {
    this.turnTo(stretch);
    return (this.value ??= this.valueOver(stretch));
  }

  /** Nobody sold nothing in a year in which they were not there. */
  private valueOver(stretch: Stretch): Known {
    const cells = this.enrolment.cellsIn(stretch);
    return stretch.past && cells.every(({ late }) => late) ? { none: `${this.measure.name}: ${this.enrolment.person} was not there in ${this.where(stretch)}` } : this.overCells(cells);
  }

  /** The value over the cells; sums and counts without rows are zero, extremes are not applicable. */
  overCells(cells: readonly Cell[]): Known {
    const value = this.enrolment.version.tallies[this.index]!.over(cells);
    return value === undefined ? { none: `${this.measure.name} has no transactions` } : { value };
  }

  /** Credits counted, for reasons such as "no credits". */
  rows(stretch: Stretch): number {
    const tally = this.enrolment.version.tallies[this.index]!;
    return this.enrolment.cellsIn(stretch).reduce((sum, cell) => sum + tally.rows(cell.slot), 0);
  }

  quotaOf(period: number, own: boolean, past?: true): PeriodQuota {
    this.quotas ??= new QuotaBook(this.enrolment, this.measure, this.facts.quotas, this.enrolment.version.plan.planRates === true ? this.facts.planRates : this.facts.rates, this.facts, this.byDays);
    return this.quotas.of(period, own, past);
  }

  /** The quota over a stretch: the sum over the periods in which the person is in the plan. */
  quota(stretch: Stretch): Known {
    this.turnTo(stretch);
    return (this.quotaThere ??= this.sumOfQuotas(stretch));
  }

  /** Result ÷ quota, exact; the stated answer where there is no quota or a zero quota. */
  attainment(result: Known, stretch: Stretch, quota: Known = this.quota(stretch)): Known {
    if (result.value === undefined) return result;
    const { measure } = this;
    if (quota.value === undefined) return answer(measure.quota.missing, quota.none);
    if (!quota.value.isZero()) return { value: result.value.over(quota.value) };
    if (measure.quota.zero === 'error')
      this.facts.problems.error('R002', `the quota of ${this.enrolment.person} for ${measure.quota.measure} in ${this.where(stretch)} is zero`, {
        at: measure.quota.at,
        hint: 'state `quota: { zero: not-applicable }`, `0%` or `100%` in the measure',
      });
    return answer(measure.quota.zero, `the quota in ${this.where(stretch)} is zero`);
  }

  private turnTo(stretch: Stretch): void {
    const { asked } = this;
    if (asked === stretch || (asked !== undefined && asked.first === stretch.first && asked.last === stretch.last && asked.own === stretch.own && asked.past === stretch.past)) return;
    this.asked = stretch;
    this.value = undefined;
    this.quotaThere = undefined;
  }

  private sumOfQuotas(stretch: Stretch): Known {
    let sum: Exact | undefined;
    for (let period = stretch.first; period <= stretch.last; period++) {
      if (this.enrolment.ofPeriod(period, stretch.own, stretch.past).length === 0) continue;
      const quota = this.quotaOf(period, stretch.own, stretch.past);
      if (quota.kind !== 'known') return { none: this.refuse(quota, period) };
      sum = sum === undefined ? quota.amount : sum.plus(quota.amount);
    }
    return sum === undefined ? { none: `not in the plan in ${this.where(stretch)}` } : { value: sum };
  }

  /** Reports a quota that is not known, where that is an error, and says why there is none. */
  private refuse(quota: Exclude<PeriodQuota, { kind: 'known' }>, period: number): string {
    const { measure } = this;
    const { person, version } = this.enrolment;
    const { problems } = this.facts;
    const { id, from: order } = version.calendar.periods[period]!;
    const instance = (cause: string, say: (who: string, when: string) => string): Instance => ({ cause, who: person, when: id, order, say });
    switch (quota.kind) {
      case 'misfit': {
        const say = (who: string, when: string): string => `${measure.name} of ${who} in ${when}: ${quota.why}`;
        problems.error('R004', say(person, id), {
          instance: instance(measure.name, say),
          data: quota.data,
          hint: MISFIT[measure.quota.phasing.kind],
        });
        return 'the quota record does not fit the periods';
      }
      case 'no-rate': {
        const { from, to, day } = quota;
        const { planRates, convertAt } = version.plan;
        const words = convertAt.quota === 'record-start' || planRates === true ? 'the first day of' : 'for';
        const missing = (who: string): { message: string; hint: string } => missingRate(planRates === true ? this.facts.planRates : this.facts.rates, from, to, day, `, ${words} the quota of ${who} for ${measure.quota.measure}`);
        const { message, hint } = missing(person);
        problems.error('R003', message, { data: quota.data, hint, instance: instance(missing('').message, (who) => missing(who).message) });
        return `the quota cannot be converted to ${quota.to}`;
      }
      case 'missing': {
        if (measure.quota.missing === 'error') {
          const { message, ...rest } = missingQuota(person, measure.quota.measure, id, quota.gap, this.facts.quotas);
          const say = (who: string, when: string): string => missingQuota(who, measure.quota.measure, when, undefined, this.facts.quotas).message;
          problems.error('R001', message, { ...(rest.data === undefined ? { at: measure.quota.at } : {}), ...rest, ...(quota.gap === undefined ? { instance: instance(measure.quota.measure, say) } : {}) });
        }
        return quota.gap === undefined ? `no quota for ${measure.quota.measure} in ${id}` : `the quota for ${measure.quota.measure} covers only ${quota.gap.covered} of ${quota.gap.days} days in ${id}`;
      }
    }
  }

  private where(stretch: Stretch): string {
    return windowText(this.enrolment.version.calendar, stretch.first, stretch.last);
  }
}

function answer(stated: Measure['quota']['zero'], why: string): Known {
  if (stated === '0%') return { value: ZERO };
  if (stated === '100%') return { value: ONE };
  return { none: why };
}
