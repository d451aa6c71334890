/** Quota records for a measure that no plan has: nobody reads them, and mostly the name is misspelt. One warning names them. */
import type { Quotas } from '../../data/reference.ts';
import type { Problems } from '../../diagnostic/diagnostic.ts';
import { suggest } from '../../diagnostic/suggest.ts';
import type { Plan } from '../../plan/model.ts';

export function warnOrphanQuotas(quotas: Quotas | undefined, plans: readonly Plan[], problems: Problems): void {
  const asked = new Set(plans.flatMap((plan) => plan.measures.map((measure) => measure.quota.measure)));
  for (const [name, { records, first }] of quotas?.measures ?? []) {
    if (asked.has(name)) continue;
    const [near] = suggest(name, asked);
    problems.warning('R015', `${records} ${records === 1 ? 'quota record is' : 'quota records are'} for "${name}", which is no measure of any plan`, {
      data: { ...first, header: 'measure', cell: name },
      ...(near === undefined ? {} : { note: `did you mean ${near}?`, suggestion: near }),
      hint: near === undefined ? 'correct the name, remove the records, or let a measure read them with `quota: { measure: NAME }`' : `write ${near} in the quota file`,
    });
  }
}
