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

const remembered = new WeakMap<World, Map<string, { readonly first: Serial; starts: Serial[] }[]>>();

/** The days of a person that have a record, in stretches without a gap, with the first days of service that their records state. */
function stretchesOf(world: World, id: string): { readonly first: Serial; starts: Serial[] }[] {
  const known = remembered.get(world) ?? new Map<string, { readonly first: Serial; starts: Serial[] }[]>();
  remembered.set(world, known);
  const found = known.get(id);
  if (found !== undefined) return found;
  const stretches: { readonly first: Serial; starts: Serial[] }[] = [];
  const changes = world.people.filter((one) => one.id === id).flatMap(({ from, start, end }) => [serial(from), ...(start === null ? [] : [serial(start)]), ...(end === null ? [] : [serial(end) + 1])]);
  // only on these days does what holds change
  for (const day of [...new Set(changes)].sort((x, y) => x - y)) {
    const record = recordOn(world, id, day);
    if (record === undefined) continue;
    if (recordOn(world, id, day - 1) === undefined) stretches.push({ first: day, starts: [] });
    if (record.start !== null) stretches.at(-1)!.starts.push(serial(record.start));
  }
  known.set(id, stretches);
  return stretches;
}

/** The first day of the service that the day lies in or that was the last before it: what its records state, else its first day. */
export function serviceOn(world: World, id: string, day: Serial): Serial {
  const all = stretchesOf(world, id);
  const { first, starts } = all.filter((each) => each.first <= day).at(-1) ?? all[0]!;
  return starts.length > 0 ? Math.min(...starts) : first;
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
