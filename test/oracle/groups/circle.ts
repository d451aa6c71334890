/** Those who share something in one period of a plan: who is a member, in which group, for how many days. Shares nothing with `src/`. */
import { momentOf, daysOf, idsOf, type Moment } from './moment.ts';
import { groupAskedBy, recordOn } from './people.ts';
import type { Span } from '../calendar.ts';
import type { GroupPlan, GroupWorld, Members, PersonRow, SharedAcross } from './world.ts';

export interface Member {
  readonly moment: Moment;
  /** The one by which they are in this group, with the group's own value in its column. */
  readonly record: PersonRow;
  readonly days: number;
}

export interface Circle {
  readonly key: string;
  readonly at: number;
  readonly members: readonly Member[];
}

/** All groups of a period; a person without a value in the column is in none. */
export function circlesIn(world: GroupWorld, periods: readonly Span[], plan: GroupPlan, at: number, across: SharedAcross, rule: Members): Circle[] {
  const last = daysOf(plan, periods[at]!).at(-1);
  const groups = new Map<string, Member[]>();
  const add = (record: PersonRow, member: Omit<Member, 'record'>): void => {
    const key = groupAskedBy(record, across);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), { ...member, record }]);
  };
  for (const id of idsOf(world)) {
    const moment = momentOf(world, periods, plan, id, at);
    if (moment === undefined) continue;
    if (rule === 'last-day' && moment.days.at(-1) !== last) continue;
    if (rule !== 'days') {
      add(moment.record, { moment, days: moment.days.length });
      continue;
    }
    const records = moment.days.map((day) => recordOn(world, id, day)!);
    for (const key of new Set(records.map((record) => groupAskedBy(record, across)))) {
      const there = records.filter((record) => groupAskedBy(record, across) === key);
      add(there.at(-1)!, { moment, days: there.length });
    }
  }
  return [...groups].map(([key, members]) => ({ key, at, members }));
}
