/** Whether a text of a person differs only in case or a letter from one that a plan asks for: `Ae` beside `role == 'AE'`. */
import type { People, Person } from '../../data/reference.ts';
import { didYouMean, suggest } from '../../diagnostic/suggest.ts';
import type { Plan } from '../../plan/model.ts';
import type { Day } from '../../value/day.ts';
import { comparedTexts } from './compared-texts.ts';

export interface NearRole {
  readonly plan: Plan;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

export function nearRole(person: Person, day: Day, people: People, plans: readonly Plan[]): NearRole | undefined {
  const record = person.records.find((one) => one.from <= day && day <= one.to);
  for (const plan of plans) {
    for (const { name, texts } of plan.appliesTo === undefined ? [] : comparedTexts(plan.appliesTo.tree)) {
      const found = record?.values[people.columns.findIndex((column) => column.name === name)];
      if (record === undefined || typeof found !== 'string' || texts.includes(found)) continue;
      const [expected] = suggest(found, texts);
      if (expected === undefined) continue;
      const place = record.at.line === undefined ? record.at.file : `${record.at.file}:${record.at.line}`;
      return { plan, found, expected, hint: `${name} of ${person.id} is ${found}, ${didYouMean(found, texts)!} correct ${place}` };
    }
  }
  return undefined;
}
