/**
 * Shares of a whole by largest remainder: every share is a whole number of units, they sum to the whole exactly,
 * and each is within one unit of its exact share. Ties go to the lower key in code-unit order. Rule: mechanics RND-03.
 */
import { Exact, ONE, ZERO, total } from './exact.ts';
import { roundTo } from './rounding.ts';
import { textOrder } from './text-order.ts';

export interface Part {
  readonly key: string;
  /** Not negative; the parts need not sum to one. */
  readonly weight: Exact;
}

/** Allots `whole` (a multiple of `unit`) over the parts, in the order given. All-zero weights give zeros. */
export function allot(whole: Exact, parts: readonly Part[], unit: Exact): Exact[] {
  const sum = total(parts.map((part) => part.weight));
  if (sum.isZero()) return parts.map(() => ZERO);
  const portions = inTurn(parts, ({ weight }) => {
    const exact = whole.times(weight).over(sum);
    const cut = roundTo(exact, { to: unit, mode: 'floor' });
    return { cut, rest: exact.minus(cut) };
  });
  const cut = portions.map((portion) => portion.cut);
  let missing = roundTo(whole.minus(total(cut)).over(unit), { to: ONE, mode: 'floor' }).n;
  if (missing <= 0n) return cut;
  const order = portions
    .map(({ rest }, index) => ({ index, rest, key: parts[index]!.key }))
    .sort((a, b) => b.rest.compare(a.rest) || textOrder(a.key, b.key) || a.index - b.index);
  for (const { index } of order) {
    if (missing <= 0n) break;
    cut[index] = cut[index]!.plus(unit);
    missing -= 1n;
  }
  return cut;
}

/** Asks for each part; one of the same weight as the part before it has the same answer. */
function inTurn<T>(parts: readonly Part[], portion: (part: Part) => T): T[] {
  const portions: T[] = [];
  parts.forEach((part, i) => portions.push(i > 0 && part.weight === parts[i - 1]!.weight ? portions[i - 1]! : portion(part)));
  return portions;
}
