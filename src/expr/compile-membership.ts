/** `in` and `not in`: a set of texts or dates, or a sorted list of numbers; built once. */
import { Exact } from '../value/exact.ts';
import type { Run } from './function-spec.ts';
import { valueOf, type Piece } from './piece.ts';
import type { Value } from './types.ts';

export function compileMembership<E>(of: Piece<E>, items: readonly Piece<E>[], negated: boolean): Run<E> {
  const values = items.map(valueOf);
  const holds = values[0] instanceof Exact ? amongNumbers(values as Exact[]) : among(values);
  const run = of.run;
  return (env) => {
    const value = run(env);
    return value == null ? undefined : holds(value) !== negated;
  };
}

function among(values: readonly Value[]): (value: Value) => boolean {
  if (values.length === 1) {
    const [only] = values;
    return (value) => value === only;
  }
  const set = new Set(values);
  return (value) => set.has(value);
}

function amongNumbers(values: readonly Exact[]): (value: Value) => boolean {
  const sorted = [...values].sort((a, b) => a.compare(b));
  return (value) => {
    let low = 0;
    let high = sorted.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = (value as Exact).compare(sorted[middle]!);
      if (order === 0) return true;
      if (order < 0) high = middle - 1;
      else low = middle + 1;
    }
    return false;
  };
}
