/** Laws that need no expected amount: a border lies where the plan says, slices do not jump, no gap pays nothing, a cap is the most. */
import { ZERO, type Exact } from '../../value/exact.ts';
import type { Component } from '../../plan/model.ts';
import { mechanicKey } from '../points.ts';
import type { Declared } from './declared.ts';
import type { Seen } from './probe.ts';

export type Law = 'a border lies where the plan says' | 'slices do not jump' | 'no gap pays nothing' | 'a cap is the most that is paid';

export interface Broken {
  readonly law: Law;
  readonly why: string;
}

/** A border of one component: what was seen just below it, at it and just above it. */
export interface Around {
  readonly below: Seen;
  readonly here: Seen;
  readonly above: Seen;
  /** Beyond what one unit more brings on either side, and beyond a rounding. */
  readonly jump: Exact | undefined;
}

/** `edges`: what the text of the plan says of the mechanic that turned; `turned`: its place and key, and how many turned at once. */
export function brokenAt({ below, here, above, jump }: Around, turned: { readonly key: string; readonly alone: boolean }, declared: Declared | undefined): readonly Broken[] {
  const broken: Broken[] = [];
  if (declared !== undefined && below.base !== undefined && here.base !== undefined && !declared.edges.some((edge) => holds(edge, declared, below, here)))
    broken.push({ law: 'a border lies where the plan says', why: `${turned.key} turns between two amounts that have no edge of the plan between them` });
  if (declared?.owner === 'sliced' && turned.alone && jump !== undefined) broken.push({ law: 'slices do not jump', why: `${turned.key} pays slices, and yet pay jumps` });
  if (here.earned.isZero() && below.earned.sign() > 0 && above.earned.sign() > 0) broken.push({ law: 'no gap pays nothing', why: 'nothing is paid at the border, and something on both sides' });
  return broken;
}

function holds(edge: Exact, { axis, owner }: Declared, below: Seen, here: Seen): boolean {
  const scale = axis === 'base' ? undefined : here.quota;
  if (axis === 'attainment' && scale === undefined) return true;
  const place = scale === undefined ? edge : edge.times(scale);
  const [low, high] = [below.base!, here.base!];
  return owner === 'upper' ? low.lessThan(place) && high.atLeast(place) : place.atLeast(low) && place.lessThan(high);
}

/** A cap that is written as an amount, against every place that was asked. */
export function brokenCaps(component: Component, most: Exact | undefined, all: readonly Seen[]): readonly Broken[] {
  const cap = component.rules.find(({ mechanic }) => mechanic.key === 'cap');
  if (cap === undefined || most === undefined) return [];
  const over = all.find(({ after }) => (after.get(mechanicKey(cap)) ?? ZERO).minus(most).sign() > 0);
  return over === undefined ? [] : [{ law: 'a cap is the most that is paid', why: 'the component earns more than its cap' }];
}
