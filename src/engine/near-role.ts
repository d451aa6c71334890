/** Whether a text of a person differs only in case or a letter from one that a plan asks for: `Ae` beside `role == 'AE'`. */
import type { People, Person } from '../data/reference.ts';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import { partsOf, type Tree } from '../expr/tree.ts';
import type { Plan } from '../plan/model.ts';
import type { Day } from '../value/day.ts';

export interface NearRole {
  readonly plan: Plan;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

export function nearRole(person: Person, day: Day, people: People, plans: readonly Plan[]): NearRole | undefined {
  const record = person.records.find((one) => one.from <= day && day <= one.to);
  for (const plan of plans) {
    for (const { name, texts } of plan.appliesTo === undefined ? [] : asked(plan.appliesTo.tree)) {
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

/** The texts that a condition compares a column with: `role == 'AE'`, `role in ('AE', 'AM')`. */
function asked(tree: Tree): { readonly name: string; readonly texts: readonly string[] }[] {
  if (tree.kind === 'binary' && tree.sign === '==') {
    const [name, text] = tree.left.kind === 'name' ? [tree.left, tree.right] : [tree.right, tree.left];
    return name.kind === 'name' && text.kind === 'text' ? [{ name: name.ref.name, texts: [text.value] }] : [];
  }
  if (tree.kind === 'in' && !tree.negated && tree.of.kind === 'name') return [{ name: tree.of.ref.name, texts: tree.items.flatMap((item) => (item.kind === 'text' ? [item.value] : [])) }];
  return partsOf(tree).flatMap(asked);
}
