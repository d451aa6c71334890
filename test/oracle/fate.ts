/** What became of each row: the one word of its account, and whether somebody named got nothing of it. Shares nothing with `src/`. */
import { passes, receivers, type Version } from './credit.ts';
import { serial } from './day.ts';
import type { TransactionJson, World } from './world.ts';

/** The word nearest to being credited decides. */
const WORDS = ['credited', 'no-measure', 'filtered', 'no-plan', 'outside-calendar'];

export function fateOf(world: World, versions: readonly Version[], row: TransactionJson): string {
  const day = serial(row.date);
  const found = new Set<string>();
  for (const version of versions)
    for (const rule of version.plan.credits) {
      if (rule.from !== row.source) continue;
      const owner = rule.to === 'coOwner' ? row.coOwner : row.seller;
      // without an owner the other of a split still gets a share
      if (owner === null && (rule.split === null || row.coOwner === null)) continue;
      const dated = version.periods.some((period) => day >= period.first && day <= period.last);
      const counts = (payee: string): boolean => version.counted.get(payee)?.has(day) === true;
      if (!passes(rule.where, row)) {
        const near = rule.to === 'managers' || rule.split !== null || (dated && owner !== null && counts(owner));
        found.add(near ? 'filtered' : dated ? 'no-plan' : 'outside-calendar');
        continue;
      }
      const given = receivers(world, rule, row);
      const measured = version.plan.measures.some((measure) => measure.kind !== 'ratio' && measure.of.includes(rule.name) && passes(measure.where, row));
      if (dated && given.some((one) => counts(one.payee))) found.add(measured ? 'credited' : 'no-measure');
      if (given.length === 0 ? owner !== null : !dated || given.some((one) => !counts(one.payee))) found.add(dated ? 'no-plan' : 'outside-calendar');
    }
  const used = versions.some((version) => version.plan.credits.some((rule) => rule.from === row.source));
  return used ? (WORDS.find((word) => found.has(word)) ?? 'no-payee') : 'not-used';
}

/** A credited row of which a person named by a rule in force on its day gets nothing under any plan. */
export function creditedInPart(world: World, versions: readonly Version[], row: TransactionJson): boolean {
  if (fateOf(world, versions, row) !== 'credited') return false;
  const day = serial(row.date);
  const named = (inForce: (version: Version, payee: string) => boolean): Set<string> =>
    new Set(versions.flatMap((version) => version.plan.credits.flatMap((rule) => (rule.from === row.source && passes(rule.where, row) ? receivers(world, rule, row).map((one) => one.payee).filter((payee) => inForce(version, payee)) : []))));
  const meant = named(({ plan }) => serial(plan.effective[0]) <= day && day <= serial(plan.effective[1]));
  const credited = named((version, payee) => version.counted.get(payee)?.has(day) === true);
  return [...meant].some((payee) => !credited.has(payee));
}
