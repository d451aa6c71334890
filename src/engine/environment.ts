/**
 * What a component's formulas can ask about one person and period: measures over their windows, quotas, attainment, the
 * person's columns, the target incentive and the individual commission rate.
 */
import type { PersonRecord } from '../data/reference.ts';
import type { Value } from '../expr/types.ts';
import type { Known, PeriodEnv, Time } from '../mechanic/mechanic.ts';
import { planRateName } from '../plan/convert.ts';
import type { Component, Measure } from '../plan/model.ts';
import { Exact, ZERO } from '../value/exact.ts';
import { monthNumber } from '../value/day-count.ts';
import { bend } from '../value/moving.ts';
import { asideOf } from './aside.ts';
import type { Stretch } from './enrolment.ts';
import type { MeasureBook } from './measure-book.ts';
import type { Moment } from './moment.ts';
import { movesWith } from './moves-with.ts';
import { earnedOne } from './payout.ts';
import { quotaOfGroup, readGroup } from './read-group.ts';
import { targetOver, type LimitOf } from './target.ts';
import { toDate, wholeWindow, windowOf } from './window.ts';

/** What if the result paid on were another: everything else stays as it is. */
export interface Supposed {
  /** The measure. */
  readonly on: string;
  readonly base: Exact;
}

export class ComponentEnv implements PeriodEnv {
  private targetKnown: Known | undefined;

  constructor(
    private readonly moment: Moment,
    /** Undefined for a plan-level rule, whose target is the sum over `of`. */
    private readonly component: Component | undefined,
    private readonly of: readonly Component[],
    private readonly record: PersonRecord | undefined,
    /** The record is that of a day, not the one that stands for the whole period. */
    private readonly dated = false,
    /** The target is that of a limit's time instead of the component's own. */
    private readonly limitOf?: LimitOf,
    readonly supposed?: Supposed,
  ) {}

  /** The same questions on a day with this record of the person. */
  as(record: PersonRecord | undefined): ComponentEnv {
    return new ComponentEnv(this.moment, this.component, this.of, record, true, this.limitOf, this.supposed);
  }

  /** The same questions as a limit asks them. A rule of the plan holds for the period where it does not say. */
  limit(what: LimitOf['what'], over: Time | undefined): ComponentEnv {
    return new ComponentEnv(this.moment, this.component, this.of, this.record, this.dated, { what, over: over ?? (this.component === undefined ? 'period' : undefined) }, this.supposed);
  }

  /** The same questions with another result of the measure paid on. */
  suppose(supposed: Supposed): ComponentEnv {
    return new ComponentEnv(this.moment, this.component, this.of, this.record, this.dated, this.limitOf, supposed);
  }

  /** The stretch a measure is read over here: its written window, else the one the component accumulates in. */
  stretch(measure: Measure): Stretch | undefined {
    const { here, index, version } = this.moment;
    const accumulates = this.component?.accumulates;
    if (accumulates !== undefined && !measure.windowWritten) return windowOf(version.calendar, index, toDate(accumulates));
    return measure.window.kind === 'period' ? here : windowOf(version.calendar, index, measure.window);
  }

  /** What the component pays for: the period, or all of its window to date. */
  private paidStretch(): Stretch {
    const { here, index, version } = this.moment;
    const accumulates = this.component?.accumulates;
    return (accumulates === undefined ? undefined : windowOf(version.calendar, index, toDate(accumulates))) ?? here;
  }

  measure(name: string): Known {
    return this.read(this.moment.book.measureNamed(name));
  }

  /** The value of a measure over its stretch here. */
  read(measure: Measure): Known {
    const stretch = this.stretch(measure);
    if (stretch === undefined) return outside(measure);
    if (this.supposed?.on === measure.name) return { value: this.supposed.base };
    if (measure.across !== undefined) return readGroup(measure, stretch, this.moment, this.record);
    if (measure.ratio === undefined) {
      const value = this.moment.book.named(measure.name).over(stretch);
      const leftOut = value.value === undefined ? undefined : this.leftOut(measure, stretch);
      return this.meanOf(measure, stretch, leftOut === undefined ? value : { value: value.value!.minus(leftOut) });
    }
    const [over, under] = this.sidesOf(measure).map((side) => this.read(side)) as [Known, Known];
    if (over.value === undefined) return over;
    if (under.value === undefined) return under;
    if (under.value.isZero()) return { none: `${measure.name} is undefined: ${measure.ratio.under} is zero` };
    return { value: over.value.over(under.value) };
  }

  /** What of a measure does not count here: cut off by the credit cap, or of returns that the clawback settles. */
  private leftOut(measure: Measure, stretch: Stretch): Exact | undefined {
    const { component, moment } = this;
    if (component === undefined) return undefined;
    const counting = measure.name === component.on ? moment.countingOf(component.name) : undefined;
    const own = counting === undefined ? undefined : this.stretch(moment.book.measureNamed(component.on));
    if (counting?.leftOut !== undefined && own?.first === stretch.first && own.last === stretch.last) return counting.leftOut;
    const aside = asideOf(component, moment, measure, stretch)?.sum;
    const excess = counting?.cut?.excess;
    return aside === undefined ? excess : aside.plus(excess ?? ZERO);
  }

  /** Returns that do not count in the measure here, by id. */
  setAside(measure: Measure, stretch: Stretch): ReadonlySet<string> | undefined {
    return this.component === undefined ? undefined : asideOf(this.component, this.moment, measure, stretch)?.ids;
  }

  /** A rolling mean: the sum by all periods of the window, or by those in which the person is in the plan. */
  private meanOf(measure: Measure, stretch: Stretch, sum: Known): Known {
    const { window } = measure;
    if (window.kind !== 'rolling' || window.mean === undefined || sum.value === undefined) return sum;
    let periods = window.periods;
    if (window.mean === 'present') {
      periods = 0;
      for (let period = stretch.first; period <= stretch.last; period++) if (this.moment.enrolment.ofPeriod(period, stretch.own, stretch.past).length > 0) periods++;
    }
    return periods === 0 ? { none: `${measure.name}: not in the plan in any period of its window` } : { value: sum.value.over(Exact.of(periods)) };
  }

  /** The two measures of a ratio. A side follows the ratio's window when that was written and its own was not. */
  sidesOf(ratio: Measure): Measure[] {
    return [ratio.ratio!.over, ratio.ratio!.under].map((name) => {
      const side = this.moment.book.measureNamed(name);
      return ratio.windowWritten && !side.windowWritten ? { ...side, window: ratio.window, windowWritten: true } : side;
    });
  }

  quota(name: string): Known {
    const book = this.moment.book.named(name);
    const stretch = this.stretch(book.measure);
    return stretch === undefined ? outside(book.measure) : this.quotaOver(book, stretch);
  }

  attainment(name: string): Known {
    const book = this.moment.book.named(name);
    const stretch = this.stretch(book.measure);
    if (stretch === undefined) return outside(book.measure);
    if (this.supposed !== undefined && this.otherScale(name)) bend(this.supposed.base, `attainment of ${name} is at plan rates`);
    const result = this.read(this.otherScale(name) ? this.moment.book.measureNamed(planRateName(name)) : book.measure);
    return result.value === undefined ? result : book.attainment(result, stretch, this.quotaOver(book, stretch));
  }

  /** The periods whose quota counts: of results to date, where the measure says so, also those to come. */
  heldAgainst(measure: Measure, stretch: Stretch): Stretch {
    const { version, index } = this.moment;
    const time = measure.quota.whole !== true ? undefined : measure.window.kind === 'to-date' ? measure.window.in : measure.windowWritten ? undefined : this.component?.accumulates;
    return (time === undefined ? undefined : wholeWindow(version.calendar, index, time)) ?? stretch;
  }

  /** The month of service of the last day in the plan here; month 1 is that of the first day. */
  service(): Known {
    const { enrolment, cells, period } = this.moment;
    const day = cells.at(-1)?.to ?? period.to;
    const since = enrolment.since(day);
    return since === undefined ? { none: 'the first day of service is not known' } : { value: Exact.of(monthNumber(since, day)) };
  }

  otherScale(name: string): boolean {
    const { version } = this.moment;
    return version.plan.planRates === true && version.measures.has(planRateName(name));
  }

  private quotaOver(book: MeasureBook, stretch: Stretch): Known {
    const { measure } = book;
    return measure.across === undefined ? this.meanOf(measure, stretch, book.quota(this.heldAgainst(measure, stretch))) : quotaOfGroup(measure, this.heldAgainst(measure, stretch), this.moment, this.record);
  }

  payout(name: string): Known {
    const { version, worked, told } = this.moment;
    const place = version.places.get(name)!;
    if (this.supposed !== undefined && movesWith(version.plan, name, this.supposed.on)) bend(this.supposed.base, `the payout of ${name} moves with it`);
    const one = told?.components[place] ?? worked[place] ?? (this.moment.book.facts.peers === undefined ? undefined : earnedOne(place, this.moment));
    return one === undefined ? { none: `${name} has not been calculated` } : { value: one.amount.minus(one.before) };
  }

  person(column: string): Value {
    const index = this.moment.book.facts.people.get(column);
    if (index === undefined) return undefined;
    if (!this.dated && this.supposed === undefined) this.moment.readWhole(column, index, this.paidStretch());
    return this.record?.values[index];
  }

  target(): Known {
    return (this.targetKnown ??= this.sumOfTargets());
  }

  private sumOfTargets(): Known {
    let sum = ZERO;
    for (const component of this.of) {
      const target = targetOver(this.moment, component, this.limitOf);
      if (target.value === undefined) return target;
      sum = sum.plus(target.value);
    }
    return { value: sum };
  }

  icr(): Known {
    if (this.component === undefined) return { none: 'a plan-level rule has no rate' };
    const target = this.target();
    if (target.value === undefined) return target;
    const quota = this.quota(this.component.on);
    if (quota.value === undefined) return quota;
    if (quota.value.isZero()) return { none: `the quota of ${this.component.on} is zero` };
    return { value: target.value.over(quota.value) };
  }
}

function outside(measure: Measure): Known {
  return { none: `${measure.name}: its window lies outside the calendar` };
}
