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

function daysFrom(span: Span, first: Serial, last: Serial): Serial[] {
  const days: Serial[] = [];
  for (let day = span.first; day <= span.last; day++) if (day >= first && day <= last) days.push(day);
  return days;
}

/** The days of a period on which the version holds. */
export const daysOf = ({ effective: [from, to] }: GroupPlan, span: Span): Serial[] => daysFrom(span, serial(from), serial(to));

/** The versions that the plan goes on from, itself the last of them. */
export function lineOf(world: GroupWorld, plan: GroupPlan): GroupPlan[] {
  const before = plan.continues ? world.plans.find(({ id, effective }) => id === plan.id && serial(effective[1]) === serial(plan.effective[0]) - 1) : undefined;
  return [...(before === undefined ? [] : lineOf(world, before)), plan];
}

/** The days of a period that a window counts: its own alone, or also those of the versions before. */
export const countedDays = (world: GroupWorld, plan: GroupPlan, span: Span, window: Window | null): Serial[] => (window === null || window === 'period' ? daysOf(plan, span) : daysFrom(span, serial(lineOf(world, plan)[0]!.effective[0]), serial(plan.effective[1])));

export function momentOf(world: GroupWorld, periods: readonly Span[], plan: GroupPlan, who: string, at: number): Moment | undefined {
  const days = daysOf(plan, periods[at]!).filter((day) => isIn(world, plan, who, day));
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
