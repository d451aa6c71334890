/** One person, one version of a plan and one period: the parts of a settlement that do not depend on the component. */
import type { Given, Time, Words } from '../mechanic/mechanic.ts';
import type { PersonRecord } from '../data/reference.ts';
import type { Period } from '../value/calendar.ts';
import { dayText } from '../value/day.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import type { Book } from './book.ts';
import type { Counted, Worked } from './component.ts';
import type { Cell, Enrolment, Stretch } from './enrolment.ts';
import type { Adjusted, EarnedPayout } from './payout.ts';
import type { History } from './history.ts';
import { Presence } from './presence.ts';
import { asValues } from './value-text.ts';
import { windowText } from './window.ts';
import type { Version } from './version.ts';

/** How far a payout is worked out: others may ask for a part of it before it is whole. */
export interface Making {
  readonly adjusted: Adjusted[];
  /** What is remembered of it: components, then what each rule left. */
  amounts: Exact[] | undefined;
  /** What is left of each component after the rules so far. */
  left: Map<string, Exact> | undefined;
  whole: EarnedPayout | undefined;
}

/** How a component with a credit cap or a rule on returns counts its measure. */
export interface Counting {
  /** What of the measure it does not count: cut off, or settled by the rule on returns. */
  leftOut: Exact | undefined;
  /** What its credit cap cut off. */
  cut: Given['cut'];
  counted: Counted | undefined;
}

/** What others may ask of a payout that has been told: its sum, and what each component earned and is paid, by place. */
export interface Told {
  readonly total: Exact;
  readonly components: readonly Pick<Worked, 'earned' | 'shown' | 'amount' | 'before'>[];
}

export class Moment {
  readonly enrolment: Enrolment;
  readonly version: Version;
  readonly period: Period;
  /** The period alone, under this very version. */
  readonly here: Stretch;
  /** The person's record on the last day in the plan. */
  readonly record: PersonRecord | undefined;
  /** The components, as far as they are worked out, by place in the plan. */
  readonly worked: Worked[];
  private known: Presence | undefined;
  told: Told | undefined;
  private counting: Map<string, Counting> | undefined;
  /** The rules of the plan, as far as they have acted. */
  made: Making = { adjusted: [], amounts: undefined, left: undefined, whole: undefined };

  constructor(
    readonly book: Book,
    /** Index of the period being settled. */
    readonly index: number,
    /** The person's days under this version in the period; none where the person has left and something is still paid. */
    readonly cells: readonly Cell[],
    /** The person's enrolments in all versions of the plan that go on one from another. */
    readonly group: readonly Enrolment[],
    readonly history: History,
    /** Only days under this very version; false for an earlier period that is looked back on. */
    own = true,
  ) {
    this.enrolment = book.enrolment;
    this.version = book.enrolment.version;
    this.period = this.version.calendar.periods[index]!;
    this.here = { first: index, last: index, own };
    this.worked = new Array<Worked>(this.version.components.length);
    // a period in which the person is not in the plan has no days: what was last known of them stands
    this.record = cells.length === 0 ? (this.enrolment.spans.findLast(({ from }) => from <= this.period.to) ?? this.enrolment.spans[0]!).record : cells[cells.length - 1]!.record;
  }

  /** The person has left, and only earlier sales are taken back or completed. */
  get late(): boolean {
    return this.cells[0]?.late === true;
  }

  get words(): Words {
    return this.version.words;
  }

  /** How the person's days count here. */
  get presence(): Presence {
    return (this.known ??= new Presence(this.enrolment, this.book.facts));
  }

  /** Whether the ramp, on the last day in the plan, leaves out better rates above quota. */
  get acceleratorsOff(): boolean {
    return this.presence.rampAt(this.cells.at(-1)!.to)?.accelerators === false;
  }

  /** What the component does not count of its measure; undefined where it counts all of it. */
  countingOf(component: string): Counting | undefined {
    return this.counting?.get(component);
  }

  /** The same, to be written to. */
  newCounting(component: string): Counting {
    this.counting ??= new Map();
    let counting = this.counting.get(component);
    if (counting === undefined) this.counting.set(component, (counting = { leftOut: undefined, cut: undefined, counted: undefined }));
    return counting;
  }

  /** Keeps of the payout what others may ask for, once it has been told. */
  forget({ components, total }: EarnedPayout): void {
    this.told = { total, components: components.map(({ earned, shown, amount, before }) => ({ earned, shown, amount, before })) };
    this.made = { ...this.made, whole: undefined, adjusted: [] };
    // what single deals earned may still be asked for
    if (!this.version.components.some(({ matched }) => matched)) this.worked.length = 0;
  }

  /** Whether the seat is without a person: it is worked out, and nobody is paid. */
  get vacant(): boolean {
    const { vacant } = this.book.facts;
    return vacant !== undefined && this.cells.some((cell) => cell.record?.values[vacant] === true);
  }

  /** What was earned under `key` in earlier periods of the time. */
  earnedBefore(key: string, time: Time): Exact {
    return time === 'period' ? ZERO : this.history.earned(key, this.period, time, this.version.group);
  }

  /** Whether no later day of this person in the plan belongs to the time. */
  isLastOf(window: Time): boolean {
    if (window === 'period') return true;
    const id = this.period[window];
    const end = this.cells.at(-1)!.to;
    return !this.group.some((other) =>
      other.version.calendar.periods.some((each) => each[window] === id && other.spans.some((span) => span.own && span.to > end && span.from <= each.to && span.to >= each.from && each.to > end)),
    );
  }

  /** Warns when a column that changed inside the stretch is read as one value. */
  readWhole(column: string, index: number, stretch: Stretch): void {
    const cells = stretch === this.here ? this.cells : this.enrolment.cellsIn(stretch);
    if (cells.length < 2) return;
    const values = asValues(cells.map((cell) => cell.record?.values[index]));
    if (values.length < 2) return;
    const last = cells.findLast((cell, at) => at === 0 || cells[at - 1]!.record !== cell.record)!;
    this.book.facts.problems.warning('R007', `${column} of ${this.enrolment.person} changed inside ${windowText(this.version.calendar, stretch.first, stretch.last)}; the value from ${dayText(last.from)} on, ${values.at(-1)}, is used for all of it`, {
      ...(last.record === undefined ? {} : { data: last.record.at }),
      hint: 'use the flat `rate`, which takes each day at its own value, or let the change begin with a period',
    });
  }
}
