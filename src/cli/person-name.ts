/** Names of people for reading, when the people file has a column for them. */
import type { People } from '../data/reference.ts';
import type { Workspace } from '../plan/model.ts';

/** Position of the name among the people columns, or −1. */
export function nameColumn({ people }: Workspace): number {
  return people?.name === undefined ? -1 : people.table.columns.findIndex((column) => column.name === people.name);
}

/** People whose name is the word, or has it as one of its parts; capitals do not count: `anna` finds Anna Kowalski. */
export function peopleNamed(people: People | undefined, word: string, column: number): string[] {
  const wanted = word.toLowerCase();
  return (people?.all ?? []).flatMap(({ id }) => {
    const name = personName(people, id, column);
    const plain = name?.toLowerCase() ?? '';
    return plain === wanted || plain.split(/[\s,]+/).includes(wanted) ? [`${id} (${name})`] : [];
  });
}

/** The name in the person's latest record. */
export function personName(people: People | undefined, payee: string, column: number): string | undefined {
  const name = column < 0 ? undefined : people?.get(payee)?.records.at(-1)?.values[column];
  return typeof name === 'string' ? name : undefined;
}
