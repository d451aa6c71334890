/** To which group a person belongs on a day. Dated: yesterday's store keeps yesterday's sales (contract §3). */
import type { Hierarchy, People, Person, PersonRecord } from '../data/reference.ts';
import type { Value } from '../expr/types.ts';
import type { Across } from '../plan/model.ts';
import type { Day } from '../value/day.ts';

export interface Company {
  readonly people: People | undefined;
  readonly hierarchy: Hierarchy | undefined;
}

/** The key of the group of everybody. */
export const EVERYBODY = '';

/** The group whose credits this person's belong to on the day; undefined for none. */
export function groupOn(payee: string, day: Day, across: Across, { people, hierarchy }: Company): string | undefined {
  switch (across.kind) {
    case 'column': {
      const record = recordOn(people?.get(payee), day);
      return record === undefined ? undefined : keyOf(record.values[across.column]);
    }
    case 'reports':
      return hierarchy?.managerOf(payee, day);
    case 'plan':
      return EVERYBODY;
    case 'company':
      return people === undefined || recordOn(people.get(payee), day) !== undefined ? EVERYBODY : undefined;
  }
}

/** The group that a measure of this person is about. */
export function groupAsked(payee: string, record: PersonRecord | undefined, across: Across): string | undefined {
  if (across.kind === 'column') return across.only ?? keyOf(record?.values[(across.through ?? across).column]);
  return across.kind === 'reports' ? payee : EVERYBODY;
}

export function recordOn(person: Person | undefined, day: Day): PersonRecord | undefined {
  return person?.records.find((record) => record.from <= day && day <= record.to);
}

function keyOf(value: Value): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `store North`, `the plan`: the group in words, without the names of its members. */
export function groupWords(across: Across, key: string | undefined): string {
  if (across.kind === 'column') return `${across.name} ${key ?? '(blank)'}`;
  return across.kind === 'reports' ? 'the direct reports' : `the ${across.kind}`;
}
