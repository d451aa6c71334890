/**
 * Who leads whom on a day, from the people's manager column or from a file of its own. Circles are found on the days
 * they exist: one begins on the first day of one of its records. Rule: calculation contract §4.
 */
import type { DataPlace, Problems } from '../diagnostic/diagnostic.ts';
import { dayText, type Day } from '../value/day.ts';
import { textOrder } from '../value/text-order.ts';
import type { HierarchyContract, Input, PeopleContract } from './contract.ts';
import { FIRST_DAY, LAST_DAY, type Hierarchy, type People } from './reference.ts';
import { columnAt, dayIn, failedSince, grouped, placeText, readEntries, textIn } from './reference-table.ts';

/** A person is led by a manager on these days, both included. */
interface Tie {
  readonly person: string;
  readonly manager: string;
  readonly from: Day;
  readonly to: Day;
  readonly at: DataPlace;
}

/** The hierarchy in the people's manager column; nobody leads when there is none. */
export function hierarchyOf(people: People, contract: PeopleContract, problems: Problems): Hierarchy | undefined {
  const column = columnAt(contract.table, contract.manager);
  const ties: Tie[] = [];
  for (const person of people.all)
    for (const record of person.records) {
      const manager = column < 0 ? null : record.values[column];
      if (typeof manager === 'string') ties.push({ person: person.id, manager, from: record.from, to: record.to, at: record.at });
    }
  return checked(ties, people, problems);
}

/** Reads a hierarchy file; `undefined` when anything was wrong. A record holds until the person's next; a blank manager ends it. */
export async function loadHierarchy(contract: HierarchyContract, inputs: readonly Input[], people: People | undefined, problems: Problems): Promise<Hierarchy | undefined> {
  const { table } = contract;
  const entries = await readEntries({ contract: table, inputs, problems, people, identity: [contract.person, contract.manager] });
  if (entries === undefined) return undefined;
  const mark = problems.all.length;
  const [person, manager, from] = [contract.person, contract.manager, contract.from].map((name) => columnAt(table, name));
  const ties: Tie[] = [];
  for (const [id, own] of grouped(entries, (entry) => textIn(entry, person!) ?? '')) {
    const sorted = own.map((entry) => ({ entry, first: dayIn(entry, from!, FIRST_DAY) })).sort((a, b) => a.first - b.first);
    sorted.forEach(({ entry, first }, at) => {
      const next = sorted[at + 1];
      if (next !== undefined && next.first === first) {
        const when = first === FIRST_DAY ? '' : ` from ${dayText(first)}`;
        const message = `${id} has two managers${when}; the other is on ${placeText(entry.at)}`;
        return problems.error('D401', message, { data: next.entry.cell(person!), hint: 'keep one, or give each its own first day' });
      }
      const led = textIn(entry, manager!);
      if (led !== undefined) ties.push({ person: id, manager: led, from: first, to: next === undefined ? LAST_DAY : next.first - 1, at: entry.at });
    });
  }
  return failedSince(problems, mark) ? undefined : checked(ties, people, problems);
}

function checked(ties: readonly Tie[], people: People | undefined, problems: Problems): Hierarchy | undefined {
  const mark = problems.all.length;
  for (const tie of ties) {
    if (people === undefined || people.get(tie.manager) !== undefined) continue;
    const message = `${tie.manager}, the manager of ${tie.person}, is nobody among the people`;
    problems.error('D404', message, { data: tie.at, hint: 'add the manager to the people file, or correct the id' });
  }
  const byPerson = grouped(ties, (tie) => tie.person);
  const tieOn = (id: string, day: Day): Tie | undefined => byPerson.get(id)?.find((tie) => tie.from <= day && day <= tie.to);
  const hierarchy: Hierarchy = { managerOf: (id, day) => tieOn(id, day)?.manager };
  reportCircles(ties, hierarchy, problems);
  return failedSince(problems, mark) ? undefined : hierarchy;
}

function reportCircles(ties: readonly Tie[], hierarchy: Hierarchy, problems: Problems): void {
  const known = new Set<string>();
  for (const tie of ties) {
    const path = [tie.person];
    const passed = new Set(path);
    let up: string | undefined = tie.manager;
    while (up !== undefined && !passed.has(up)) {
      path.push(up);
      passed.add(up);
      up = hierarchy.managerOf(up, tie.from);
    }
    if (up !== tie.person) continue;
    const members = [...path].sort(textOrder).join('\u0000');
    if (known.has(members)) continue;
    known.add(members);
    const when = tie.from === FIRST_DAY ? '' : ` on ${dayText(tie.from)}`;
    problems.error('D405', `the managers form a circle${when}: ${[...path, tie.person].join(' → ')}`, { data: tie.at, hint: 'correct one of these managers' });
  }
}
