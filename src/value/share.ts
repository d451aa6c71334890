/**
 * Shares of a whole by largest remainder: every share is a whole number of units, they sum to the whole exactly,
 * and each is within one unit of its exact share. Ties go to the lower key in code-unit order. Rule: mechanics RND-03.
 */
import { Exact, ONE, ZERO, total } from './exact.ts';
import { roundTo } from './rounding.ts';

export interface Part {
  readonly key: string;
  /** Not negative; the parts need not sum to one. */
  readonly weight: Exact;
}

/** Allots `whole` (a multiple of `unit`) over the parts, in the order given. All-zero weights give zeros. */
export function allot(whole: Exact, parts: readonly Part[], unit: Exact): Exact[] {
  const sum = total(parts.map((part) => part.weight));
  if (sum.isZero()) return parts.map(() => ZERO);
  const exact = parts.map((part) => whole.times(part.weight).over(sum));
  const cut = exact.map((share) => roundTo(share, { to: unit, mode: 'floor' }));
  let missing = roundTo(whole.minus(total(cut)).over(unit), { to: ONE, mode: 'floor' }).n;
  const order = exact
    .map((share, index) => ({ index, rest: share.minus(cut[index]!), key: parts[index]!.key }))
    .sort((a, b) => b.rest.compare(a.rest) || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index));
  for (const { index } of order) {
    if (missing <= 0n) break;
    cut[index] = cut[index]!.plus(unit);
    missing -= 1n;
  }
  return cut;
}
