/**
 * Going through deals in a stated order with a running total: how much of each deal is paid on when pay starts at a
 * threshold. Deals are consumed in order; the one that crosses it is cut (COM-27).
 */
import { ZERO, type Exact } from '../value/exact.ts';
import type { Deal, DealPay } from './mechanic.ts';

/** `pay` gets the part of each deal that counts, and the running total before and after it. */
export function inOrder(deals: readonly Deal[], from: Exact, pay: (deal: Deal, size: Exact, before: Exact, after: Exact) => DealPay): readonly DealPay[] {
  let before = ZERO;
  return deals.map((deal) => {
    const start = before;
    const after = start.plus(deal.value);
    before = after;
    return pay(deal, beyond(from, start, after), start, after);
  });
}

/** The part of the step from `before` to `after` that lies above `from`; negative when the total falls. */
export function beyond(from: Exact, before: Exact, after: Exact): Exact {
  if (from.isZero()) return after.minus(before);
  const low = before.lessThan(from) ? from : before;
  const high = after.lessThan(from) ? from : after;
  return high.minus(low);
}
