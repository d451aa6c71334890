/**
 * Who is in which version of a plan, on which days. A person's days are cut where a period ends and where a dated people
 * record changes; each stretch is a cell that gathers the person's credits. Rule: calculation contract §3.
 */
import { serviceFrom, type Person, type PersonRecord, type Service } from '../data/reference.ts';
import type { Value } from '../expr/types.ts';
import type { Deal } from '../mechanic/mechanic.ts';
import type { DataPlace } from '../diagnostic/diagnostic.ts';
import type { Plan } from '../plan/model.ts';
import type { Period } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';
import type { ReturnedCredit } from './aside.ts';
import type { Conversion } from './conversion.ts';
import type { Version } from './version.ts';

/** A deal as it is kept until its person is settled. */
export interface KeptDeal extends Omit<Deal, 'env' | 'column'> {
  /** The values of the version's `dealColumns` for its measure. */
  readonly kept: readonly Value[];
  readonly data: DataPlace;
  /** The sale it takes back, with its day; a day that is not known means that the sale is not in the data. `part` of the row is meant for it, and `theirs` says that it was credited to the same person. */
  readonly refers?: { readonly id: string; readonly day: Day | undefined; readonly part: Exact; readonly kept?: readonly Value[]; readonly theirs?: boolean };
}

/** A credit kept for explanation, only for people somebody asked about. */
export interface KeptCredit {
  readonly rule: string;
  readonly id: string;
  readonly day: Day;
  readonly value: Exact | undefined;
  readonly share: Exact;
  /** The amounts that were converted for it. */
  readonly conversions: readonly Conversion[];
  readonly data: DataPlace;
  /** Its own day, where it counts on a later one. */
  readonly dated?: Day;
  /** The id of the sale it takes back. */
  readonly returns?: string;
}

export interface Cell {
  readonly from: Day;
  readonly to: Day;
  /** Index into the version's calendar. */
  readonly period: number;
  readonly record: PersonRecord | undefined;
  /** False for days under an earlier version that this version's windows still count. */
  readonly own: boolean;
  /** Days before the version that only windows of the year before look at. */
  readonly past: boolean;
  /** After the person has left: only what takes back or completes earlier sales. */
  readonly late?: true;
  /** Some of it is of days on which they were in another plan that credits from the source. */
  moved?: boolean;
  /** Where the version's tallies keep what is gathered here. */
  readonly slot: number;
  /** By measure index; made when the first deal or credit is kept. */
  deals: (KeptDeal[] | undefined)[] | undefined;
  credits: (KeptCredit[] | undefined)[] | undefined;
  /** By measure index: what returns added, where some component may not count them. */
  returned?: (ReturnedCredit[] | undefined)[];
}

/** First and last period index, both included; `own`: only days under this very version, not those it accumulates on. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly own: boolean;
  /** Also days before the version, whoever the person's plan was: the year before. */
  readonly past?: true;
}

/** Days of one person under one version of a plan. */
export class Enrolment {
  /** By measure index: the last row seen, to notice a second credit of one row. */
  readonly lastRow: number[] = [];
  /** Counted from the first period of the first span, so that the array stays dense. */
  private readonly byPeriod: (readonly Cell[] | undefined)[] = [];
  private readonly first: number;
  /** By period: what came of earlier sales when the person was not in the plan any more. */
  private readonly after = new Map<number, Cell>();
  /** A single stretch under this version, in few enough periods, has its slots side by side: no cell is needed to add a row. */
  private readonly slotBase: number;
  /** First and last day of all spans. */
  readonly from: Day;
  readonly to: Day;
  /** Some days are under an earlier version. */
  private readonly mixed: boolean;

  constructor(
    readonly person: string,
    readonly version: Version,
    /** Sorted by day, without overlap. */
    readonly spans: readonly Span[],
    /** Keep every credit, for explanation. */
    readonly watched: boolean,
    private readonly services: readonly Service[] = [],
  ) {
    const { calendar } = version;
    this.first = calendar.firstOn(spans[0]!.from);
    this.from = spans[0]!.from;
    this.to = spans.at(-1)!.to;
    this.mixed = spans.some((span) => !span.own);
    const periods = calendar.firstOn(this.to) - this.first + 1;
    const simple = spans.length === 1 && spans[0]!.own && this.first >= 0 && periods > 0 && periods <= SIDE_BY_SIDE;
    this.slotBase = simple ? version.slots : -1;
    if (simple) version.slots += periods;
  }

  /** The first day of the service that holds the day, where the people file says it. */
  since(day: Day): Day | undefined {
    return serviceFrom(this.services, day);
  }

  /** The slot of the day in `period`, where the person's time is one stretch; −1 where the cell must be asked. */
  slotAt(period: number, day: Day): number {
    return this.slotBase >= 0 && day >= this.from && day <= this.to ? this.slotBase + period - this.first : -1;
  }

  /** The person's cells in a period, in order of days; usually one. */
  cellsOf(period: number): readonly Cell[] {
    const index = period - this.first;
    return index < 0 || this.first < 0 ? NONE : (this.byPeriod[index] ??= this.cut(period));
  }

  /** All cells of the stretch, with what came of earlier sales in its periods: measures, deals and explanations read the same. */
  cellsIn(stretch: Stretch): readonly Cell[] {
    if (stretch.first === stretch.last && this.after.size === 0) return this.ofPeriod(stretch.first, stretch.own, stretch.past);
    const cells: Cell[] = [];
    for (let period = stretch.first; period <= stretch.last; period++) {
      cells.push(...this.ofPeriod(period, stretch.own, stretch.past));
      const late = this.after.get(period);
      if (late !== undefined) cells.push(late);
    }
    return cells;
  }

  /** The cells of a period that count, or only those under this very version; `past`: also those before it. */
  ofPeriod(period: number, own: boolean, past?: true): readonly Cell[] {
    const cells = this.cellsOf(period);
    return !this.mixed || (past && !own) ? cells : cells.filter((cell) => (own ? cell.own : !cell.past));
  }

  /** The cell that holds the day, which lies in `period`. */
  cellAt(period: number, day: Day): Cell | undefined {
    const cells = this.cellsOf(period);
    for (let i = 0; i < cells.length; i++) if (day >= cells[i]!.from && day <= cells[i]!.to) return cells[i];
    return undefined;
  }

  /** Where what takes back or completes an earlier sale goes on a day on which the person is not there: their last days of the period, or days of nobody. */
  lateCell(index: number, moved: boolean): Cell {
    const known = this.ofPeriod(index, true).at(-1) ?? this.after.get(index);
    if (known !== undefined) {
      if (moved && known.late === true) known.moved = true;
      return known;
    }
    const { from, to } = this.version.calendar.periods[index]!;
    const record = (this.spans.findLast((span) => span.own && span.from <= to) ?? this.spans.at(-1)!).record;
    const cell: Cell = { from, to, period: index, record, own: true, past: false, late: true, moved, slot: this.version.slots++, deals: undefined, credits: undefined };
    this.after.set(index, cell);
    return cell;
  }

  /** Late cells between two periods, in order of time. */
  lateIn(first: number, last: number): readonly Cell[] {
    return this.after.size === 0 ? NONE : [...this.after.values()].filter(({ period }) => period >= first && period <= last).sort((a, b) => a.period - b.period);
  }

  private cut(index: number): readonly Cell[] {
    const period = this.version.calendar.periods[index]!;
    const { spans } = this;
    if (spans.length === 1) return touches(spans[0]!, period) ? [this.cell(spans[0]!, index, period)] : NONE;
    return spans.filter((span) => touches(span, period)).map((span) => this.cell(span, index, period));
  }

  private cell(span: Span, index: number, period: Period): Cell {
    const from = period.from > span.from ? period.from : span.from;
    const to = period.to < span.to ? period.to : span.to;
    return { from, to, period: index, record: span.record, own: span.own, past: span.past === true, slot: this.slotBase >= 0 ? this.slotBase + index - this.first : this.version.slots++, deals: undefined, credits: undefined };
  }
}

const NONE: readonly Cell[] = [];

function touches(span: Span, period: Period): boolean {
  return span.to >= period.from && span.from <= period.to;
}

/** At most this many periods of one person are reserved ahead: five years of months. */
const SIDE_BY_SIDE = 60;

export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly record: PersonRecord | undefined;
  /** See `Cell.own`. */
  readonly own: boolean;
  /** See `Cell.past`. */
  readonly past?: true;
}

/**
 * The days of a person under `plan`, cut where the people record changes. `person` is undefined where the workspace has no
 * people file: then whoever is credited is in every plan. Days under `earlier` versions count when the plan accumulates;
 * days of service from `since` on are remembered for windows of the year before.
 */
export function spansOf(person: Person | undefined, plan: Plan, earlier: readonly Enrolment[], since?: Day): Span[] {
  const before = earlier.flatMap((enrolment) => enrolment.spans.filter((span) => span.own).map((span) => ({ ...span, own: false })));
  const own = ownSpans(person, plan);
  const past = since === undefined || own.length === 0 ? [] : pastSpans(person, since, plan.from - 1, before);
  return [...past, ...before, ...own].sort((a, b) => a.from - b.from);
}

/** Days of service that no counted version holds, whatever the person did then. */
function pastSpans(person: Person | undefined, since: Day, last: Day, counted: readonly Span[]): Span[] {
  const served = person?.records ?? [{ from: since, to: last }];
  let left: Span[] = served.flatMap((record): Span[] => {
    const [from, to] = [Math.max(record.from, since), Math.min(record.to, last)];
    return from > to ? [] : [{ from, to, record: 'at' in record ? record : undefined, own: false, past: true }];
  });
  for (const taken of counted) left = left.flatMap((span) => without(span, taken));
  return left;
}

function without(span: Span, { from, to }: Span): Span[] {
  if (to < span.from || from > span.to) return [span];
  return [...(span.from < from ? [{ ...span, to: from - 1 }] : []), ...(span.to > to ? [{ ...span, from: to + 1 }] : [])];
}

function ownSpans(person: Person | undefined, plan: Plan): Span[] {
  if (person === undefined) return plan.appliesTo === undefined ? [{ from: plan.from, to: plan.to, record: undefined, own: true }] : [];
  const spans: Span[] = [];
  for (const record of person.records) {
    if (plan.appliesTo !== undefined && plan.appliesTo.evaluate(record) !== true) continue;
    const from = record.from > plan.from ? record.from : plan.from;
    const to = record.to < plan.to ? record.to : plan.to;
    if (from <= to) spans.push({ from, to, record, own: true });
  }
  return spans;
}
