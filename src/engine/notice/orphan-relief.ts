/** Rows of quota relief for a name that no measure has as its quota: nobody reads them. */
import type { Reliefs } from '../../data/relief.ts';
import type { Problems } from '../../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../../diagnostic/suggest.ts';
import type { Plan } from '../../plan/model.ts';

export function warnOrphanRelief(reliefs: Reliefs | undefined, plans: readonly Plan[], problems: Problems): void {
  const known = [...new Set(plans.flatMap((plan) => plan.measures.map((measure) => measure.quota.measure)))];
  for (const [name, at] of reliefs?.measures ?? []) {
    if (known.includes(name)) continue;
    const near = didYouMean(name, known);
    problems.warning('R064', `quota-relief has a row for ${name}, which is the quota of no measure of these plans`, { data: at, ...(near === undefined ? {} : { note: near }), hint: `the quotas are ${either(known, 'and')}` });
  }
}
