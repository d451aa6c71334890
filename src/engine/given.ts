/** What a mechanic is handed for one component, person and period (see `Given` in the mechanic room). */
import type { Type } from '../expr/types.ts';
import type { Given, Slice, Words } from '../mechanic/mechanic.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import type { WindowName } from '../value/calendar.ts';
import type { Cell, Enrolment, Stretch } from './enrolment.ts';
import type { ComponentEnv } from './environment.ts';
import { wholeWindow } from './window.ts';

/** The parts of a settlement that do not depend on the component. */
export interface Moment {
  readonly enrolment: Enrolment;
  /** Index of the period being settled. */
  readonly period: number;
  readonly words: Words;
  /** Whether no later day of this person in the plan (any version) belongs to the window. */
  isLastOf(window: WindowName): boolean;
}

export class ComponentGiven implements Given {
  from = ZERO;
  amount = ZERO;

  constructor(
    private readonly moment: Moment,
    readonly on: string,
    readonly baseType: Type,
    readonly base: Exact,
    readonly env: ComponentEnv,
    private readonly accumulates: WindowName | undefined,
    private readonly cut: () => readonly Slice[],
    private readonly before: (window: WindowName) => Exact,
  ) {}

  get words(): Words {
    return this.moment.words;
  }

  slices(): readonly Slice[] {
    return this.cut();
  }

  earnedBefore(window: WindowName): Exact {
    return this.accumulates !== undefined && reach(this.accumulates) >= reach(window) ? ZERO : this.before(window);
  }

  prorated(what: 'cap' | 'floor', over?: WindowName): Exact {
    const { enrolment, period } = this.moment;
    if (!enrolment.version.plan.prorate.includes(what)) return ONE;
    const window = over ?? this.accumulates;
    const { calendar } = enrolment.version;
    const stretch: Stretch | undefined = window === undefined ? { first: period, last: period, own: true } : wholeWindow(calendar, period, window);
    if (stretch === undefined) return ONE;
    const inPlan = enrolment.cellsIn(stretch).reduce((sum, cell) => sum + daysOf(cell), 0);
    const days = calendar.periods[stretch.last]!.to - calendar.periods[stretch.first]!.from + 1;
    return Exact.of(inPlan, days);
  }

  isLastOf(window: WindowName): boolean {
    return this.moment.isLastOf(window);
  }
}

const LENGTHS: Record<WindowName, number> = { quarter: 1, half: 2, year: 3 };

function reach(window: WindowName): number {
  return LENGTHS[window];
}

function daysOf(cell: Cell): number {
  return cell.to - cell.from + 1;
}

