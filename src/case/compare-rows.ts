/** Rows that nobody was credited for: how many for each reason, or which. */
import { textOrder } from '../value/text-order.ts';
import type { Difference } from './compare.ts';
import type { ExpectedExclusion } from './suite.ts';

export function exclusionDifferences(expected: readonly ExpectedExclusion[], found: ReadonlyMap<string, readonly string[]>): readonly Difference[] {
  return expected.flatMap(({ at, reason, rows }) => {
    const ids = found.get(reason) ?? [];
    const [wanted, given] = typeof rows === 'number' ? [`${rows}`, `${ids.length}${ids.length === 0 ? '' : ` (${listed(ids)})`}`] : [listed(rows), listed(ids)];
    if (typeof rows === 'number' ? rows === ids.length : wanted === given) return [];
    return [{ at, what: `rows left out as ${reason}`, kind: 'excluded', expected: wanted, found: given }];
  });
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : [...ids].sort(textOrder).join(', ');
}
