/** How much of each deal counts where credit is capped (CRD-08, CRD-20). Shares nothing with `src/`. */
import { lesser, minus, NONE_AT_ALL, over, parse, plus, sign, WHOLE, type Fraction } from '../fraction.ts';
import type { Deal } from './deal.ts';
import type { CreditCapJson } from './world.ts';

/**
 * The part of each sale that counts, by id. `here`: the deals that the component reads together, in order of day and id. A
 * negative row counts in full, and a row that names a sale counts as that did, or in full while that is still to come.
 */
export function partsThatCount(cap: CreditCapJson | null, here: readonly Deal[]): Map<string, Fraction> {
  const parts = new Map<string, Fraction>();
  if (cap === null) return parts;
  const groups: { customer: string; until: number; used: Fraction }[] = [];
  for (const { id, day, row, whole, credit, returns } of here) {
    if (returns !== undefined || sign(credit) <= 0) continue;
    const size = cap.of === 'deal' ? whole : credit;
    const open = cap.togetherDays === null ? undefined : groups.findLast(({ customer, until }) => customer === row.customer && day <= until);
    const group = open ?? { customer: row.customer, until: day + (cap.togetherDays ?? 0), used: NONE_AT_ALL };
    if (open === undefined) groups.push(group);
    const counts = lesser(size, minus(parse(cap.at), group.used));
    group.used = plus(group.used, counts);
    parts.set(id, sign(size) === 0 ? WHOLE : over(counts, size));
  }
  return parts;
}
