/**
 * People, with dated records: a record holds from its day until the person's next one, within the days of service.
 * Two records for one day are an error, never last-wins. Rule: calculation contract §3.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { dayText, type Day } from '../value/day.ts';
import { textOrder } from '../value/text-order.ts';
import type { Input, PeopleContract } from './contract.ts';
import { lookAlike } from './look-alike.ts';
import { FIRST_DAY, LAST_DAY, type People, type Person, type PersonRecord, type Service } from './reference.ts';
import { columnAt, dayIn, failedSince, grouped, placeText, readEntries, textIn, type Entry } from './reference-table.ts';

/** Positions of the columns that have a role; −1 for a role that is not filled. */
interface Roles {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly from: number;
}

/** Reads the people; `undefined` when anything was wrong, all of it reported. */
export async function loadPeople(contract: PeopleContract, inputs: readonly Input[], problems: Problems): Promise<People | undefined> {
  const { table } = contract;
  const entries = await readEntries({ contract: table, inputs, problems, identity: [contract.id] });
  if (entries === undefined) return undefined;
  const mark = problems.all.length;
  const [id, start, end, from] = [contract.id, contract.start, contract.end, contract.from].map((name) => columnAt(table, name));
  const roles: Roles = { id: id!, start: start!, end: end!, from: from! };
  const all = [...grouped(entries, (entry) => textIn(entry, roles.id) ?? '')].map(([name, own]): Person => ({ id: name, ...servedBy(name, own, roles, problems) }));
  all.sort((a, b) => textOrder(a.id, b.id));
  warnLookAlikes(all, entries, roles.id, problems);
  const byId = new Map(all.map((person) => [person.id, person]));
  return failedSince(problems, mark) ? undefined : { columns: table.columns, all, get: (name) => byId.get(name) };
}

function recordsOf(id: string, own: readonly Entry[], roles: Roles, problems: Problems): PersonRecord[] {
  const sorted = own.map((entry) => ({ entry, from: dayIn(entry, roles.from, FIRST_DAY) })).sort((a, b) => a.from - b.from);
  const records: PersonRecord[] = [];
  sorted.forEach(({ entry, from }, at) => {
    const next = sorted[at + 1];
    if (next !== undefined && next.from === from) return twice(id, entry, next.entry, from, roles, problems);
    const start = dayIn(entry, roles.start, FIRST_DAY);
    const end = dayIn(entry, roles.end, LAST_DAY);
    if (start > end) {
      const message = `the service of ${id} ends on ${dayText(end)}, before it starts on ${dayText(start)}`;
      problems.error('D402', message, { data: entry.cell(roles.end), hint: 'correct one of the days; both are included' });
      return;
    }
    const first = from > start ? from : start;
    const last = next !== undefined && next.from - 1 < end ? next.from - 1 : end;
    if (first <= last) records.push({ from: first, to: last, values: entry.values, at: entry.at });
    else neverInForce(id, entry, first, last, problems);
  });
  return records;
}

function servedBy(id: string, own: readonly Entry[], roles: Roles, problems: Problems): Pick<Person, 'records' | 'services'> {
  const records = recordsOf(id, own, roles, problems);
  const runs: PersonRecord[][] = [];
  for (const record of records) {
    const run = runs.at(-1);
    if (run !== undefined && record.from === run.at(-1)!.to + 1) run.push(record);
    else runs.push([record]);
  }
  return { records, services: runs.map((run) => serviceOf(run, roles)) };
}

/** It counts from the earliest first day that its records state; else from the day of its first record, where that is dated. */
function serviceOf(run: readonly PersonRecord[], { start }: Roles): Service {
  const [{ from }] = run as [PersonRecord];
  const stated = run.map(({ values }) => values[start]).filter((day) => typeof day === 'number');
  const since = stated.length > 0 ? Math.min(...stated) : from;
  return { from, ...(since === FIRST_DAY ? {} : { since }) };
}

function twice(id: string, first: Entry, second: Entry, from: Day, roles: Roles, problems: Problems): void {
  const dated = roles.from >= 0 && from !== FIRST_DAY;
  const message = dated ? `${id} has two records from ${dayText(from)}; the other is on ${placeText(first.at)}` : `${id} is already on ${placeText(first.at)}`;
  const hint = roles.from >= 0 ? 'keep one, or give each its own first day' : 'keep one; records that follow one another need a column of first days (people: from)';
  problems.error('D401', message, { data: second.cell(dated ? roles.from : roles.id), hint });
}

function neverInForce(id: string, entry: Entry, first: Day, last: Day, problems: Problems): void {
  const message = `this record of ${id} is never in force: it would hold from ${dayText(first)} to ${dayText(last)}`;
  problems.warning('D403', message, { data: entry.at, hint: 'check its first day, the days of service and the next record' });
}

function warnLookAlikes(all: readonly Person[], entries: readonly Entry[], id: number, problems: Problems): void {
  const forms = new Map<string, string>();
  for (const person of all) {
    const form = lookAlike(person.id);
    const twin = forms.get(form);
    if (twin === undefined) forms.set(form, person.id);
    else {
      const entry = entries.find((candidate) => candidate.values[id] === person.id)!;
      problems.warning('D406', `the ids ${twin} and ${person.id} look alike`, { data: entry.cell(id), hint: 'make sure that they are two people' });
    }
  }
}
