/**
 * What a rule on several components changes is shared among them, in proportion to what each has, so that a later rule on
 * some of them starts from what this one left. Shares are whole steps by largest remainder. Rule: calculation contract §2.
 */
import { ONE, ZERO, total, type Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { allot } from '../value/share.ts';

export interface Holding {
  readonly key: string;
  readonly amount: Exact;
}

/** The changes sum to `change` exactly; what is finer than a step goes to the first. */
export function spread(change: Exact, holdings: readonly Holding[], step: Exact): Exact[] {
  if (holdings.length === 1) return [change];
  const size = change.abs();
  const whole = roundTo(size, { to: step, mode: 'down' });
  const even = holdings.every(({ amount }) => amount.isZero());
  const shares = allot(whole, holdings.map(({ key, amount }) => ({ key, weight: even ? ONE : amount.abs() })), step);
  const rest = size.minus(total(shares));
  return shares.map((share, index) => {
    const own = index === 0 ? share.plus(rest) : share;
    return change.sign() < 0 ? ZERO.minus(own) : own;
  });
}
