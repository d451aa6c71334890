/** Who somebody is on a day, who leads them, which group they are in: asked day by day. Shares nothing with `src/`. */
import { serial, type Serial } from '../day.ts';
import type { Across, GroupPlan, GroupWorld, PersonRow } from './world.ts';

/** The record in force: the last one that began, within first and last day of service. */
export function recordOn(world: GroupWorld, id: string, day: Serial): PersonRow | undefined {
  const begun = world.people.filter((one) => one.id === id && serial(one.from) <= day).sort((a, b) => serial(a.from) - serial(b.from));
  const found = begun.at(-1);
  if (found === undefined) return undefined;
  if (found.start !== null && day < serial(found.start)) return undefined;
  return found.end !== null && day > serial(found.end) ? undefined : found;
}

export const isIn = (world: GroupWorld, plan: GroupPlan, id: string, day: Serial): boolean => {
  const record = recordOn(world, id, day);
  return record !== undefined && (plan.role === null || record.role === plan.role);
};

/** The name of the group of everybody. */
const ALL = '';

/** The group to which what the person does on the day belongs; undefined: none. */
export function groupOf(world: GroupWorld, plan: GroupPlan, id: string, day: Serial, across: Across): string | undefined {
  const record = recordOn(world, id, day);
  if (record === undefined) return undefined;
  if (across === 'company') return ALL;
  if (across === 'plan') return isIn(world, plan, id, day) ? ALL : undefined;
  return columnOf(record, across === 'reports' || across === 'manager' ? 'manager' : across === 'team' || 'team' in (across as object) ? 'team' : (across as { through?: string }).through === 'manager' ? 'manager' : 'id');
}

const columnOf = (record: PersonRow, column: 'id' | 'team' | 'manager'): string | undefined => record[column] ?? undefined;

/** The group that a person with this record asks about. */
export function groupAskedBy(record: PersonRow, across: Across): string | undefined {
  if (across === 'plan' || across === 'company') return ALL;
  if (across === 'reports') return record.id;
  if (across === 'team' || across === 'manager') return columnOf(record, across);
  if ('team' in across) return across.team;
  if ('id' in across) return across.id;
  return columnOf(record, 'manager');
}
