/** What a mechanic is handed for one component (or plan-level rule), person and period: see `Given` in the mechanic room. */
import type { Type } from '../expr/types.ts';
import type { Circle, Deal, EarnedByOthers, Given, PeriodEnv, Sharing, Slice, Time, Words } from '../mechanic/mechanic.ts';
import type { Component } from '../plan/model.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import type { Rounding } from '../value/rounding.ts';
import { circlesOf } from './circle.ts';
import { earnedByOthers } from './earned-by-others.ts';
import { daysIn } from './enrolment.ts';
import type { ComponentEnv } from './environment.ts';
import type { Moment } from './moment.ts';
import { slicesOf } from './slice.ts';
import { wholeWindow } from './window.ts';

export class ComponentGiven implements Given {
  from = ZERO;
  amount = ZERO;

  constructor(
    private readonly moment: Moment,
    /** Undefined for a plan-level rule. */
    private readonly component: Component | undefined,
    /** What its earnings are remembered under. */
    private readonly key: string,
    readonly baseType: Type,
    readonly base: Exact,
    readonly env: ComponentEnv,
  ) {}

  get on(): string {
    return this.component?.on ?? '';
  }

  get words(): Words {
    return this.moment.words;
  }

  slices(): readonly Slice[] {
    return this.component === undefined ? [] : slicesOf(this.component, this.moment, this.env);
  }

  get taken(): Exact {
    const accumulates = this.component?.accumulates;
    return accumulates === undefined ? ZERO : this.moment.earnedBefore(this.key, accumulates);
  }

  get cut(): Given['cut'] {
    return this.moment.countingOf(this.key)?.cut;
  }

  earnedBefore(time: Time): Exact {
    return this.moment.earnedBefore(this.key, time);
  }

  limitEnv(what: 'cap' | 'floor', over: Time | undefined): PeriodEnv {
    return this.env.limit(what, over);
  }

  prorated(what: 'cap' | 'floor', over: Time | undefined): Exact {
    const { version, index, here, group, enrolment } = this.moment;
    if (!version.plan.prorate.includes(what)) return ONE;
    const time = over ?? this.component?.accumulates ?? 'period';
    const { calendar } = version;
    const stretch = time === 'period' ? here : wholeWindow(calendar, index, time);
    if (stretch === undefined) return ONE;
    const [from, to] = [calendar.periods[stretch.first]!.from, calendar.periods[stretch.last]!.to];
    return Exact.of(daysIn(time === 'period' ? [enrolment] : group, from, to), to - from + 1);
  }

  isLastOf(time: Time): boolean {
    return this.moment.isLastOf(time);
  }

  get rounding(): Rounding {
    return this.component?.rounding ?? this.moment.version.plan.rounding;
  }

  together(sharing: Sharing, key: string): readonly Circle[] {
    return circlesOf(sharing, { key: this.key, mechanic: key, component: this.component }, this.moment);
  }

  earnedByOthers(component: string, deal: Deal): EarnedByOthers | undefined {
    return earnedByOthers(component, deal.id, this.moment);
  }

  remark(what: string, hint: string): void {
    const { book, version } = this.moment;
    book.facts.problems.warning('R061', what, { at: this.component?.at ?? version.plan.at, hint });
  }

  refuse(what: string, hint: string): void {
    const { book, enrolment, period } = this.moment;
    book.facts.problems.error('R019', `${enrolment.person} in ${period.id}: ${what}`, { at: this.component?.at ?? this.moment.version.plan.at, hint });
  }
}
