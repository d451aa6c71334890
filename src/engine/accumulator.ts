/**
 * What a measure keeps while rows stream by: a sum, a count, a set, a least or a greatest. Adding and merging do not
 * depend on order (contract §5: results never depend on the order of rows).
 */
import type { Value } from '../expr/types.ts';
import type { Measure } from '../plan/model.ts';
import { Exact, greatest, least, ONE, ZERO } from '../value/exact.ts';
import { Sum } from '../value/sum.ts';

export interface Accumulator {
  /** Credits counted. */
  rows: number;
  readonly sum: Sum;
  keys: Set<Value> | undefined;
  best: Exact | undefined;
}

export function emptyAccumulator(): Accumulator {
  return { rows: 0, sum: new Sum(), keys: undefined, best: undefined };
}

/** Adds one credit: `share` of `value` for sums and extremes; counts and distinct values take no share. */
export function accumulate(kind: Measure['kind'], into: Accumulator, value: Value, share: Exact): void {
  into.rows++;
  switch (kind) {
    case 'sum':
      into.sum.add(credited(value as Exact, share));
      return;
    case 'count':
      return;
    case 'distinct':
      into.keys ??= new Set();
      into.keys.add(value instanceof Exact ? `${value.reduced().n}/${value.reduced().d}` : value);
      return;
    case 'min':
    case 'max': {
      const amount = credited(value as Exact, share);
      into.best = into.best === undefined ? amount : kind === 'min' ? least(into.best, amount) : greatest(into.best, amount);
      return;
    }
    case 'ratio':
      throw new Error('a ratio is read from two measures, never accumulated');
  }
}

export function credited(value: Exact, share: Exact): Exact {
  return share === ONE ? value : value.times(share);
}

/** The value of a measure over several accumulators; undefined when a least or greatest has no rows. */
export function merged(kind: Measure['kind'], parts: readonly Accumulator[]): Exact | undefined {
  switch (kind) {
    case 'sum': {
      let sum = ZERO;
      for (const part of parts) sum = sum.plus(part.sum.value());
      return sum;
    }
    case 'count': {
      let rows = 0;
      for (const part of parts) rows += part.rows;
      return Exact.of(rows);
    }
    case 'distinct': {
      if (parts.length === 1) return Exact.of(parts[0]!.keys?.size ?? 0);
      const keys = new Set<Value>();
      for (const part of parts) for (const key of part.keys ?? []) keys.add(key);
      return Exact.of(keys.size);
    }
    case 'min':
    case 'max': {
      let best: Exact | undefined;
      for (const part of parts)
        if (part.best !== undefined) best = best === undefined ? part.best : kind === 'min' ? least(best, part.best) : greatest(best, part.best);
      return best;
    }
    case 'ratio':
      return undefined;
  }
}
