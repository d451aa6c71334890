/**
 * What one measure gathers while rows stream by: for each cell a sum, a count, a set, a least or a greatest. Adding and
 * merging do not depend on the order of rows (contract §5). Sums stand in flat arrays, as whole numbers of the smallest
 * unit met first; what does not fit there goes on exactly beside them.
 */
import type { Value } from '../expr/types.ts';
import type { Measure } from '../plan/model.ts';
import { Exact, greatest, least, ONE, ZERO } from '../value/exact.ts';

/** Half of the largest safe integer: a sum that has not passed it takes one more addend of this size without loss. */
const LIMIT = 4_503_599_627_370_496;
const BIG_LIMIT = 4_503_599_627_370_496n;

export class Tally {
  private counts = new Uint32Array(64);
  private units = new Float64Array(64);
  /** One whole is this many units; 0 until the first amount. */
  private per = 0n;
  private readonly rest = new Map<number, Exact>();
  private readonly keys = new Map<number, Set<Value>>();
  private readonly best = new Map<number, Exact>();

  constructor(private readonly kind: Measure['kind']) {}

  /** Adds one credit to a cell: `share` of `value` for sums and extremes; counts and distinct values take no share. */
  add(cell: number, value: Value, share: Exact): void {
    if (cell >= this.counts.length) this.grow(cell);
    this.counts[cell]!++;
    switch (this.kind) {
      case 'sum':
        return this.addAmount(cell, credited(value as Exact, share));
      case 'distinct': {
        let keys = this.keys.get(cell);
        if (keys === undefined) this.keys.set(cell, (keys = new Set()));
        keys.add(value instanceof Exact ? `${value.reduced().n}/${value.reduced().d}` : value);
        return;
      }
      case 'min':
      case 'max': {
        const amount = credited(value as Exact, share);
        const best = this.best.get(cell);
        this.best.set(cell, best === undefined ? amount : this.kind === 'min' ? least(best, amount) : greatest(best, amount));
        return;
      }
      default:
        return;
    }
  }

  /** Credits counted in a cell. */
  rows(cell: number): number {
    return this.counts[cell] ?? 0;
  }

  /** The value over several cells; undefined when a least or greatest has no rows. */
  over(cells: readonly { readonly slot: number }[]): Exact | undefined {
    switch (this.kind) {
      case 'sum':
        return this.sum(cells);
      case 'count':
        return Exact.of(cells.reduce((rows, { slot }) => rows + this.rows(slot), 0));
      case 'distinct': {
        if (cells.length === 1) return Exact.of(this.keys.get(cells[0]!.slot)?.size ?? 0);
        return Exact.of(new Set(cells.flatMap(({ slot }) => [...(this.keys.get(slot) ?? [])])).size);
      }
      case 'min':
      case 'max': {
        const found = cells.flatMap(({ slot }) => this.best.get(slot) ?? []);
        return found.length === 0 ? undefined : found.reduce(this.kind === 'min' ? least : greatest);
      }
      case 'ratio':
        return undefined;
    }
  }

  private addAmount(cell: number, amount: Exact): void {
    if (this.per === 0n) this.per = amount.d;
    if (amount.d === this.per && amount.n < BIG_LIMIT && amount.n > -BIG_LIMIT) {
      // a safe integer on both sides: conversion and addition are exact
      const units = this.units[cell]! + Number(amount.n);
      if (units < LIMIT && units > -LIMIT) {
        this.units[cell] = units;
        return;
      }
    }
    this.rest.set(cell, (this.rest.get(cell) ?? ZERO).plus(amount));
  }

  private sum(cells: readonly { readonly slot: number }[]): Exact {
    let sum = ZERO;
    for (const { slot } of cells) {
      const units = this.units[slot] ?? 0;
      if (units !== 0) sum = sum.plus(Exact.of(BigInt(units), this.per));
      const rest = this.rest.get(slot);
      if (rest !== undefined) sum = sum.plus(rest);
    }
    return sum;
  }

  private grow(cell: number): void {
    let size = this.counts.length;
    while (size <= cell) size *= 2;
    const counts = new Uint32Array(size);
    counts.set(this.counts);
    this.counts = counts;
    const units = new Float64Array(size);
    units.set(this.units);
    this.units = units;
  }
}

export function credited(value: Exact, share: Exact): Exact {
  return share === ONE ? value : value.times(share);
}
