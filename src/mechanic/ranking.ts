/** Who stands where in a contest, and what the places are worth when several share one. Next rank skips (CON-01, CON-02). */
import { ONE, total, ZERO, type Exact } from '../value/exact.ts';
import { allot } from '../value/share.ts';
import { textOrder } from '../value/text-order.ts';

export interface Entrant {
  readonly id: string;
  readonly value: Exact;
  /** Breaks ties; greater is better. */
  readonly second: Exact | undefined;
}

export interface Place {
  /** 1 is first; all who tie have the first of their places. */
  readonly place: number;
  readonly tied: number;
  readonly prize: Exact;
}

export interface Ranked {
  readonly places: ReadonlyMap<string, Place>;
  readonly cost: Exact;
  /** Prizes that nobody won. */
  readonly unspent: Exact;
}

/** Greatest first. `pool`: those who tie share the prizes of the places they take; `full`: each has the prize of the first of them. */
export function rank(entrants: readonly Entrant[], prizes: readonly Exact[], ties: 'pool' | 'full', unit: Exact): Ranked {
  const order = [...entrants].sort((a, b) => compare(b, a) || textOrder(a.id, b.id));
  const places = new Map<string, Place>();
  let cost = ZERO;
  for (let at = 0; at < order.length; ) {
    let next = at + 1;
    while (next < order.length && compare(order[next]!, order[at]!) === 0) next++;
    const tied = order.slice(at, next);
    const pot = total(prizes.slice(at, next));
    const each = ties === 'pool' ? allot(pot, tied.map(({ id }) => ({ key: id, weight: ONE })), unit) : tied.map(() => prizes[at] ?? ZERO);
    tied.forEach(({ id }, index) => places.set(id, { place: at + 1, tied: tied.length, prize: each[index]! }));
    cost = cost.plus(total(each));
    at = next;
  }
  return { places, cost, unspent: total(prizes.slice(order.length)) };
}

function compare(a: Entrant, b: Entrant): number {
  return a.value.compare(b.value) || (a.second === undefined || b.second === undefined ? 0 : a.second.compare(b.second));
}
