/** One person in one period of one plan, and the periods of a world. Shares nothing with `src/`. */
import { periodsOf, type Span } from '../calendar.ts';
import { serial, type Serial } from '../day.ts';
import { isIn, recordOn } from './people.ts';
import type { GroupPlan, GroupWorld, PersonRow, Window } from './world.ts';

export interface Moment {
  readonly plan: GroupPlan;
  readonly who: string;
  /** Index into the periods. */
  readonly at: number;
  /** Days in the plan in the period; never none. */
  readonly days: readonly Serial[];
  /** On the last of them. */
  readonly record: PersonRow;
}

/** The periods in which the plans hold. */
export function periodsIn(world: GroupWorld): Span[] {
  const [first, last] = world.effective.map(serial) as [Serial, Serial];
  return periodsOf({ kind: 'months', starts: '01-01' }, ...world.effective).filter((span) => span.last >= first && span.first <= last);
}

/** The days of a period on which the plans hold. */
export function daysOf(world: GroupWorld, span: Span): Serial[] {
  const [first, last] = world.effective.map(serial) as [Serial, Serial];
  const days: Serial[] = [];
  for (let day = span.first; day <= span.last; day++) if (day >= first && day <= last) days.push(day);
  return days;
}

export function momentOf(world: GroupWorld, periods: readonly Span[], plan: GroupPlan, who: string, at: number): Moment | undefined {
  const days = daysOf(world, periods[at]!).filter((day) => isIn(world, plan, who, day));
  return days.length === 0 ? undefined : { plan, who, at, days, record: recordOn(world, who, days.at(-1)!)! };
}

/** Indices of the periods that a window reads, seen from one of them. */
export function reach(periods: readonly Span[], at: number, window: Window | null): number[] {
  if (window === null || window === 'period') return [at];
  if (window === 'previous') return at === 0 ? [] : [at - 1];
  const word = window === 'quarter-to-date' ? 'quarter' : 'year';
  return periods.flatMap((period, index) => (index <= at && period[word] === periods[at]![word] ? [index] : []));
}

export const idsOf = (world: GroupWorld): string[] => [...new Set(world.people.map(({ id }) => id))].sort((a, b) => (a < b ? -1 : 1));
