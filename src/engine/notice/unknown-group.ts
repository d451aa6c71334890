/** A written group that nobody belongs to is a slip: its measure would be zero for ever (LNK-10: an absent reference is an error). */
import type { People } from '../../data/reference.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';
import type { Problems } from '../../diagnostic/diagnostic.ts';
import type { Version } from '../version.ts';

export function refuseUnknownGroups({ plan }: Version, people: People | undefined, problems: Problems): void {
  for (const { name, across, at } of plan.measures) {
    if (across?.kind !== 'column' || across.only === undefined || people === undefined) continue;
    const values = new Set(people.all.flatMap(({ records }) => records.map(({ values: cells }) => cells[across.column])));
    if (values.has(across.only)) continue;
    const texts = [...values].filter((value) => typeof value === 'string');
    problems.error('R062', `measure ${name} of plan ${plan.name} is across ${across.name} ${across.only}, and nobody among the people has it`, { at, found: across.only, hint: didYouMean(across.only, texts) ?? `write a value that the column ${across.name} has` });
  }
}
