/**
 * Rows that become known after the period of their day was closed, where their source says that such rows count in the current
 * period: the row counts on the first day of the first open period of each plan, and stays there once that is closed. Rule: TIM-06.
 */
import type { Late, Row, SourceContract } from '../data/contract.ts';
import type { Period } from '../value/calendar.ts';
import { dayText, type Day } from '../value/day.ts';
import type { Version } from './version.ts';

/** What the books tell of late rows; records are named by their numbers, and Infinity stands for what is not closed yet. */
export interface LateFacts {
  /** The first closed period: what is dated before it was closed elsewhere. */
  readonly first: { readonly id: string; readonly from: Day; readonly to: Day };
  /** The record by which the period was closed; 0 where it was closed before the books. */
  closedBy(period: Pick<Period, 'id' | 'from' | 'to'>): number;
  /** The first record that holds the transaction. */
  knownSince(source: string, id: string): number;
  /** The first record that lists every row it knew of the source, also those dated before the books. */
  stockOf(source: string): number;
  /** Whether late rows of the source counted in the current period when the record was written. */
  wereCurrent(source: string, record: number): boolean;
}

/** Where a plan with its versions pays: its periods in order of time, each once, and the first day on which the plan holds in it. */
interface Line {
  readonly versions: readonly Version[];
  readonly stretches: readonly { readonly period: Period; readonly begins: Day }[];
  /** By day: the record by which it was closed. */
  readonly closed: Map<Day, number>;
}

export class LateRows {
  private readonly lines: readonly Line[];
  private readonly lineOf: ReadonlyMap<Version, Line>;
  /** Of the row at hand: where rules looked at it, and where somebody was credited with it. */
  readonly asked: Late[] = [];
  readonly credited: Late[] = [];
  private lastId: string | undefined;
  private lastKnown = Infinity;

  constructor(
    private readonly source: SourceContract,
    lines: readonly (readonly Version[])[],
    private readonly facts: LateFacts,
  ) {
    this.lines = lines.map((versions): Line => ({ versions, stretches: stretchesOf(versions), closed: new Map() }));
    this.lineOf = new Map(this.lines.flatMap((line) => line.versions.map((version): [Version, Line] => [version, line])));
  }

  begin(): void {
    if (this.asked.length > 0) this.asked.length = this.credited.length = 0;
  }

  /** The row as the version counts it. */
  of(version: Version, row: Row): Row {
    const late = this.lateIn(this.lineOf.get(version)!, row);
    return late === undefined ? row : { ...row, day: late.countsOn, late };
  }

  note(into: Late[], late: Late | undefined): void {
    if (late !== undefined && !into.some(({ period }) => period === late.period)) into.push(late);
  }

  /** Where the row counts, if not on its own day. */
  private lateIn(line: Line, { id, day }: Row): Late | undefined {
    const { source, facts } = this;
    const closed = this.closedOn(line, day);
    if (closed === Infinity) return undefined;
    const known = this.knownSince(id);
    const current = known === Infinity ? source.late === 'current-period' : facts.wereCurrent(source.name, known);
    if (!current || closed >= known) return undefined;
    // a record that lists only the rows of its own plans cannot tell a late row from one that others count and have not closed
    if (!facts.wereCurrent(source.name, closed) && this.lines.some((other) => other !== line && periodOn(other, day) !== undefined && this.closedOn(other, day) >= known)) return undefined;
    const there = line.stretches.find(({ period }) => facts.closedBy(period) >= known);
    if (there === undefined) return undefined;
    const own = day < facts.first.from ? undefined : periodOn(line, day);
    const why = own === undefined ? `dated ${dayText(day)}, before ${facts.first.id}, with which the books begin, and not known then` : `dated ${dayText(day)} in ${own.id}, which was closed without it`;
    return { dated: day, countsOn: there.begins, period: there.period.id, why: `${why}; late rows of ${source.name} count in the current period` };
  }

  /** Remembered for the row last asked about: each of its rules asks. */
  private knownSince(id: string): number {
    if (id !== this.lastId) {
      this.lastId = id;
      this.lastKnown = this.facts.knownSince(this.source.name, id);
    }
    return this.lastKnown;
  }

  private closedOn(line: Line, day: Day): number {
    let closed = line.closed.get(day);
    if (closed === undefined) line.closed.set(day, (closed = this.findClosed(line, day)));
    return closed;
  }

  /** Of a plan that began after the books did, no row before them is late. */
  private findClosed(line: Line, day: Day): number {
    const { first } = this.facts;
    if (day < first.from) return line.versions[0]!.plan.from <= first.to ? this.facts.stockOf(this.source.name) : Infinity;
    const period = periodOn(line, day);
    const closed = period === undefined ? 0 : this.facts.closedBy(period);
    return closed === 0 ? Infinity : closed;
  }
}

/** The late rows of a source; undefined where none can be. */
export function lateRowsOf(source: SourceContract, lines: readonly (readonly Version[])[], facts: LateFacts | undefined): LateRows | undefined {
  return facts === undefined || (source.late !== 'current-period' && facts.stockOf(source.name) === Infinity) ? undefined : new LateRows(source, lines, facts);
}

function periodOn({ versions }: Line, day: Day): Period | undefined {
  const version = versions.find(({ plan }) => day >= plan.from && day <= plan.to);
  return version?.calendar.periods[version.calendar.indexOf(day)];
}

function stretchesOf(versions: readonly Version[]): Line['stretches'] {
  const found = new Map<string, { period: Period; begins: Day }>();
  for (const { plan, calendar } of versions)
    for (const period of calendar.periods) if (period.to >= plan.from && period.from <= plan.to && !found.has(period.id)) found.set(period.id, { period, begins: Math.max(period.from, plan.from) });
  return [...found.values()].sort((a, b) => a.begins - b.begins);
}
