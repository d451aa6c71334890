/** Amounts on an account, each with the period it is of and how many periods it has waited: what payment rules remember. */
import { least, total, type Exact } from '../value/exact.ts';
import { exactText } from '../value/display.ts';
import { readNumber } from '../value/number-text.ts';
import type { State } from './payment.ts';

export interface Tranche {
  /** Id of the period in which it came. */
  readonly of: string;
  readonly amount: Exact;
  /** Periods since then. */
  readonly age: number;
}

export function tranchesState(tranches: readonly Tranche[]): State | undefined {
  return tranches.length === 0 ? undefined : tranches.map(({ of, amount, age }) => ({ of, amount: exactText(amount), age }));
}

/** The tranches as they were left, as old as they are now: a version that begins inside a period makes none older. */
export function olderTranches(state: State | undefined, given: { since(of: string): number | undefined }): readonly Tranche[] {
  if (!Array.isArray(state)) return [];
  return (state as readonly { readonly of: string; readonly amount: string; readonly age: number }[]).map(({ of, amount, age }) => ({ of, amount: exactOf(amount), age: given.since(of) ?? age + 1 }));
}

/** Lists of two states as one: what comes from another plan is the older. */
export function joinedLists(own: State | undefined, come: State | undefined): State | undefined {
  if (!Array.isArray(come)) return own;
  return [...(come as readonly State[]), ...(Array.isArray(own) ? (own as readonly State[]) : [])];
}

/** The same of a state that holds its list among other things: those stay as they are, and come along where there are none yet. */
export function joinedTranches(own: State | undefined, come: State | undefined): State | undefined {
  const [mine, theirs] = [own, come].map((state) => (typeof state === 'object' && state !== null && !Array.isArray(state) ? (state as { readonly [key: string]: State }) : undefined));
  const tranches = joinedLists(mine?.['tranches'], theirs?.['tranches']);
  return tranches === undefined ? own : { in: theirs?.['in'] ?? '', ...mine, tranches };
}

/** An exact text of a state back as a number; a state that somebody wrote by hand may not be one. */
export function exactOf(text: string): Exact {
  const reading = readNumber(text, { fraction: true });
  if (!('value' in reading)) throw new Error(`a balance remembers "${text}", which is no amount`);
  return reading.value;
}

export function sumOf(tranches: readonly Tranche[]): Exact {
  return total(tranches.map(({ amount }) => amount));
}

export interface Taken {
  readonly left: readonly Tranche[];
  /** What was taken, the oldest first. */
  readonly taken: readonly Tranche[];
}

/** Takes positive amounts, the oldest first, up to `most`. */
export function takeOldest(tranches: readonly Tranche[], most: Exact): Taken {
  let rest = most;
  const left: Tranche[] = [];
  const taken: Tranche[] = [];
  for (const tranche of tranches) {
    const amount = least(rest, tranche.amount);
    rest = rest.minus(amount);
    if (amount.sign() > 0) taken.push({ ...tranche, amount });
    const more = tranche.amount.minus(amount);
    if (more.sign() > 0) left.push({ ...tranche, amount: more });
  }
  return { left, taken };
}

/** Those that a condition holds for, and the rest. */
export function takeWhere(tranches: readonly Tranche[], holds: (tranche: Tranche) => boolean): Taken {
  return { left: tranches.filter((tranche) => !holds(tranche)), taken: tranches.filter(holds) };
}

/** A new tranche of this period, where there is something in it. */
export function withNew(tranches: readonly Tranche[], of: string, amount: Exact): readonly Tranche[] {
  return amount.isZero() ? tranches : [...tranches, { of, amount, age: 0 }];
}
