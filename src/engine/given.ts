/** What a mechanic is handed for one component (or plan-level rule), person and period: see `Given` in the mechanic room. */
import type { Type } from '../expr/types.ts';
import type { Given, Slice, Words } from '../mechanic/mechanic.ts';
import type { Component } from '../plan/model.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import type { WindowName } from '../value/calendar.ts';
import type { Stretch } from './enrolment.ts';
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

  earnedBefore(window: WindowName): Exact {
    const accumulates = this.component?.accumulates;
    return accumulates !== undefined && LENGTHS[accumulates] >= LENGTHS[window] ? ZERO : this.moment.earnedBefore(this.key, window);
  }

  prorated(what: 'cap' | 'floor', over?: WindowName): Exact {
    const { enrolment, version, index } = this.moment;
    if (!version.plan.prorate.includes(what)) return ONE;
    const window = over ?? this.component?.accumulates;
    const { calendar } = version;
    const stretch: Stretch | undefined = window === undefined ? this.moment.here : wholeWindow(calendar, index, window);
    if (stretch === undefined) return ONE;
    const inPlan = enrolment.cellsIn(stretch).reduce((sum, cell) => sum + cell.to - cell.from + 1, 0);
    const days = calendar.periods[stretch.last]!.to - calendar.periods[stretch.first]!.from + 1;
    return Exact.of(inPlan, days);
  }

  isLastOf(window: WindowName): boolean {
    return this.moment.isLastOf(window);
  }
}

const LENGTHS: Record<WindowName, number> = { quarter: 1, half: 2, year: 3 };
