/**
 * What a component's formulas can ask about one person and period: measures over their windows, quotas, attainment, the
 * person's columns, the target incentive and the individual commission rate.
 */
import type { PersonRecord } from '../data/reference.ts';
import type { Value } from '../expr/types.ts';
import type { Known, PeriodEnv } from '../mechanic/mechanic.ts';
import type { Component, Measure, Window } from '../plan/model.ts';
import type { WindowName } from '../value/calendar.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import type { Book } from './book.ts';
import type { Stretch } from './enrolment.ts';
import { targetOver } from './target.ts';
import { toDate, windowOf } from './window.ts';

/** Where the people columns are, and whom to tell when one that changed inside the period is read as a single value. */
export interface PeopleColumns {
  readonly columns: ReadonlyMap<string, number>;
  readonly varies: ((column: string, index: number) => void) | undefined;
}

export class ComponentEnv implements PeriodEnv {
  private targetKnown: Known | undefined;

  constructor(
    private readonly book: Book,
    private readonly period: number,
    /** Undefined for a plan-level rule, whose target is the sum over `of`. */
    private readonly component: Component | undefined,
    private readonly of: readonly Component[],
    private readonly record: PersonRecord | undefined,
    private readonly people: PeopleColumns,
    private readonly payouts: ReadonlyMap<string, Exact>,
    /** The target is that of this whole window instead of the component's own. */
    private readonly targetOf?: WindowName,
  ) {}

  /** The same questions on a day with this record of the person. */
  as(record: PersonRecord | undefined): ComponentEnv {
    return new ComponentEnv(this.book, this.period, this.component, this.of, record, { ...this.people, varies: undefined }, this.payouts, this.targetOf);
  }

  over(window: WindowName): ComponentEnv {
    return new ComponentEnv(this.book, this.period, this.component, this.of, this.record, this.people, this.payouts, window);
  }

  /** The stretch a measure is read over here: its written window, else the one the component accumulates in. */
  stretch(measure: Measure): Stretch | undefined {
    return windowOf(this.book.enrolment.version.calendar, this.period, this.windowFor(measure));
  }

  private windowFor(measure: Measure): Window {
    const accumulates = this.component?.accumulates;
    return accumulates !== undefined && !measure.windowWritten ? toDate(accumulates) : measure.window;
  }

  measure(name: string): Known {
    return this.read(this.book.measureNamed(name));
  }

  /** The value of a measure over its stretch here. */
  read(measure: Measure): Known {
    const stretch = this.stretch(measure);
    if (stretch === undefined) return { none: `${measure.name}: its window lies outside the calendar` };
    if (measure.ratio === undefined) return this.book.over(measure, this.book.cellsIn(stretch));
    const [over, under] = this.sidesOf(measure).map((side) => this.read(side)) as [Known, Known];
    if (over.value === undefined) return over;
    if (under.value === undefined) return under;
    if (under.value.isZero()) return { none: `${measure.name} is undefined: ${measure.ratio.under} is zero` };
    return { value: over.value.over(under.value) };
  }

  /** The two measures of a ratio. A side follows the ratio's window when that was written and its own was not. */
  sidesOf(ratio: Measure): Measure[] {
    return [ratio.ratio!.over, ratio.ratio!.under].map((name) => {
      const side = this.book.measureNamed(name);
      return ratio.windowWritten && !side.windowWritten ? { ...side, window: ratio.window, windowWritten: true } : side;
    });
  }

  quota(name: string): Known {
    const measure = this.book.measureNamed(name);
    const stretch = this.stretch(measure);
    return stretch === undefined ? { none: `${name}: its window lies outside the calendar` } : this.book.quota(measure, stretch);
  }

  attainment(name: string): Known {
    const measure = this.book.measureNamed(name);
    const stretch = this.stretch(measure);
    if (stretch === undefined) return { none: `${name}: its window lies outside the calendar` };
    return this.book.attainment(measure, this.read(measure), stretch);
  }

  payout(name: string): Known {
    const value = this.payouts.get(name);
    return value === undefined ? { none: `${name} has not been calculated` } : { value };
  }

  person(column: string): Value {
    const index = this.people.columns.get(column);
    if (index === undefined) return undefined;
    this.people.varies?.(column, index);
    return this.record?.values[index];
  }

  target(): Known {
    return (this.targetKnown ??= this.sumOfTargets());
  }

  private sumOfTargets(): Known {
    let sum = ZERO;
    for (const component of this.of) {
      const target = targetOver(this.book, component, this.period, this.targetOf);
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
