/** What a mechanic is handed for one component (or plan-level rule), person and period: see `Given` in the mechanic room. */
import type { Type } from '../expr/types.ts';
import { SILENT } from '../mechanic/silent.ts';
import type { Circle, Deal, EarnedByOthers, Given, PeriodEnv, Sharing, Slice, Time, Words } from '../mechanic/mechanic.ts';
import type { Component } from '../plan/model.ts';
import { bend } from '../value/moving.ts';
import type { WindowName } from '../value/calendar.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import type { Rounding } from '../value/rounding.ts';
import { circlesOf } from './circle.ts';
import { earnedByOthers } from './earned-by-others.ts';
import { ComponentEnv } from './environment.ts';
import { Moment } from './moment.ts';
import { Presence, shareIn } from './presence.ts';
import { rampRate } from './ramp.ts';
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
    return this.env.supposed === undefined ? this.moment.words : SILENT;
  }

  slices(): readonly Slice[] {
    const slices = this.component === undefined ? [] : slicesOf(this.component, this.moment, this.env);
    if (this.env.supposed === undefined) return slices;
    return slices.map((slice) => ({ ...slice, base: slices.length === 1 ? this.base : bend(this.base, 'the rate changes inside the time, and each stretch of days has its own') }));
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
    const { version, index, here, group, enrolment, book } = this.moment;
    const time = over ?? this.component?.accumulates ?? 'period';
    const { calendar } = version;
    const stretch = time === 'period' ? here : wholeWindow(calendar, index, time);
    if (stretch === undefined) return ONE;
    const [from, to] = [calendar.periods[stretch.first]!.from, calendar.periods[stretch.last]!.to];
    return shareIn(enrolment, time === 'period' ? [enrolment] : group, what, from, to, book.facts);
  }

  leaveDays(kinds: readonly string[] | undefined, open: boolean): Exact {
    const { presence, cells } = this.moment;
    return cells.reduce((sum, { from, to }) => sum.plus(presence.onLeave(from, to, kinds, open)), ZERO);
  }

  daysBefore(window: WindowName): Exact {
    const { version, period, group, book } = this.moment;
    const first = version.calendar.periods.find((each) => each[window] !== undefined && each[window] === period[window])?.from ?? period.from;
    return group.reduce((sum, enrolment) => {
      const presence = new Presence(enrolment, book.facts);
      return enrolment.spans.reduce((all, span) => (span.own ? all.plus(presence.count(Math.max(span.from, first), Math.min(span.to, period.from - 1))) : all), sum);
    }, ZERO);
  }

  rampRate(): Exact {
    return rampRate(this.moment.cells, this.moment.presence);
  }

  isLastOf(time: Time): boolean {
    return this.moment.isLastOf(time);
  }

  *earlier(): Generator<{ readonly id: string; readonly env: PeriodEnv }> {
    const { moment, component } = this;
    if (component === undefined) return;
    const { accumulates: _, ...alone } = component;
    for (let index = moment.index - 1; index >= 0; index--) {
      const cells = moment.enrolment.ofPeriod(index, false);
      if (cells.length === 0) continue;
      const then = new Moment(moment.book, index, cells, moment.group, moment.history, false);
      yield { id: then.period.id, env: new ComponentEnv(then, alone, [alone], then.record) };
    }
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
    if (this.env.supposed !== undefined) return;
    const { book, version } = this.moment;
    book.facts.problems.warning('R061', what, { at: this.component?.at ?? version.plan.at, hint });
  }

  refuse(what: string, hint: string): void {
    if (this.env.supposed !== undefined) return void bend(this.base, `${what}`);
    const { book, enrolment, period } = this.moment;
    book.facts.problems.error('R019', `${enrolment.person} in ${period.id}: ${what}`, { at: this.component?.at ?? this.moment.version.plan.at, hint });
  }
}
