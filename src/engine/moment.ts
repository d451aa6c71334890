/** One person, one version of a plan and one period: the parts of a settlement that do not depend on the component. */
import type { Time, Words } from '../mechanic/mechanic.ts';
import type { PersonRecord } from '../data/reference.ts';
import type { Period } from '../value/calendar.ts';
import { dayText } from '../value/day.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import type { Book } from './book.ts';
import type { Worked } from './component.ts';
import type { Cell, Enrolment, Stretch } from './enrolment.ts';
import type { History } from './history.ts';
import { Presence } from './presence.ts';
import { asValues } from './value-text.ts';
import { windowText } from './window.ts';
import type { Version } from './version.ts';

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
