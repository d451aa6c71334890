/** Reading between the edges of a scale in straight lines, exactly (LNK-04, LNK-06). */
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import { lastAtOrBelow } from './curve.ts';

export interface Around {
  readonly low: number;
  readonly high: number;
  /** How far the place lies from the low edge to the high one; above 1 where the last line goes on. */
  readonly share: Exact;
}

/** The two edges around a place; outside, the outermost edge twice, or above the last the last two when the line goes on. */
export function around(edges: readonly Exact[], place: Exact, goesOn = false): Around {
  const index = lastAtOrBelow(edges, place);
  if (index < 0) return { low: 0, high: 0, share: ZERO };
  const low = index === edges.length - 1 && goesOn && index > 0 ? index - 1 : index;
  const next = edges[low + 1];
  if (next === undefined) return { low: index, high: index, share: ZERO };
  return { low, high: low + 1, share: place.minus(edges[low]!).over(next.minus(edges[low]!)) };
}

export function mix(low: Exact, high: Exact, share: Exact): Exact {
  return share.isZero() ? low : low.times(ONE.minus(share)).plus(high.times(share));
}
