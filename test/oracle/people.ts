/** Who somebody is on a day, and on which days they are in a plan, asked day by day. Shares nothing with `src/`. */
import { serial, type Serial } from './day.ts';
import type { PersonJson, PlanJson, World } from './world.ts';

/** The record in force: the last one that began, within first and last day of service. */
export function recordOn(world: World, id: string, day: Serial): PersonJson | undefined {
  let found: PersonJson | undefined;
  for (const person of world.people) if (person.id === id && serial(person.from) <= day && (found === undefined || serial(person.from) > serial(found.from))) found = person;
  if (found === undefined) return undefined;
  if (found.start !== null && day < serial(found.start)) return undefined;
  if (found.end !== null && day > serial(found.end)) return undefined;
  return found;
}

/** Days on which the plan holds and the person is one of those it is for. */
export function daysIn(world: World, id: string, plan: PlanJson): ReadonlySet<Serial> {
  const days = new Set<Serial>();
  for (let day = serial(plan.effective[0]); day <= serial(plan.effective[1]); day++) {
    const record = recordOn(world, id, day);
    if (record !== undefined && (plan.role === null || record.role === plan.role)) days.add(day);
  }
  return days;
}

/** From the file of the hierarchy, where there is one, else from the person's own record. */
function leaderOf(world: World, id: string, day: Serial): string | undefined {
  if (world.hierarchy === undefined) return recordOn(world, id, day)?.manager ?? undefined;
  const entries = world.hierarchy.filter((entry) => entry.person === id && serial(entry.from) <= day).sort((a, b) => serial(a.from) - serial(b.from));
  return entries.at(-1)?.manager ?? undefined;
}

/** The person `levels` steps up the hierarchy as it was on the day. */
export function managerOn(world: World, id: string, day: Serial, levels: number): string | undefined {
  let current: string | undefined = id;
  for (let step = 0; step < levels && current !== undefined; step++) current = leaderOf(world, current, day);
  return current;
}
