/**
 * What one measure gathers while rows stream by: for each cell a sum, a count, a set, a least or a greatest. Adding and
 * merging do not depend on the order of rows (contract §5). Sums stand on the board, as whole numbers of the finest unit
 * met; what does not fit there goes on exactly beside them.
 */
import type { Value } from '../expr/types.ts';
import type { Measure } from '../plan/model.ts';
import { Exact, greatest, least, ONE, ZERO } from '../value/exact.ts';
import { LIMIT, type Board } from './board.ts';

/** Units are never finer than this: it bounds how often sums are told anew, and leaves room above the decimals. */
const FINEST = 10 ** 8;

export class Tally {
  /** One whole is this many units; 0 until the first amount. */
  private per = 0;
  private readonly rest = new Map<number, Exact>();
  private readonly keys = new Map<number, Set<Value>>();
  private readonly best = new Map<number, Exact>();

  constructor(
    private readonly kind: Measure['kind'],
    private readonly board: Board,
    /** Which of the board's measures this is. */
    private readonly column: number,
  ) {}

  /** Adds one credit to a cell: `share` of `value` for sums and extremes, the share itself for counts; distinct values are whole for everybody. */
  add(cell: number, value: Value, share: Exact): void {
    const at = this.board.at(cell, this.column);
    switch (this.kind) {
      case 'sum':
        return this.addAmount(cell, at, credited(value as Exact, share));
      case 'count':
        return this.addAmount(cell, at, share);
      case 'distinct': {
        this.board.count(at);
        let keys = this.keys.get(cell);
        if (keys === undefined) this.keys.set(cell, (keys = new Set()));
        keys.add(value instanceof Exact ? `${value.reduced().n}/${value.reduced().d}` : value);
        return;
      }
      case 'min':
      case 'max': {
        this.board.count(at);
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
    const at = this.board.at(cell, this.column);
    return this.board.numbers[at]!;
  }

  /** The value over several cells; undefined when a least or greatest has no rows. */
  over(cells: readonly { readonly slot: number }[]): Exact | undefined {
    switch (this.kind) {
      case 'sum':
      case 'count':
        return this.sum(cells);
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
      case 'payouts':
        return undefined;
    }
  }

  private addAmount(cell: number, at: number, amount: Exact): void {
    let own = this.per === 0 ? NaN : amount.unitsOf(this.per);
    if (Number.isNaN(own) && this.refine(amount.smallDenominator)) own = amount.unitsOf(this.per);
    if (own < LIMIT && own > -LIMIT) this.board.add(at, own);
    else {
      this.board.count(at);
      this.addRest(cell, amount);
    }
  }

  /** Units that would make the sum of a cell too large for the board. */
  spill(cell: number, units: number): void {
    this.addRest(cell, Exact.of(units, this.per));
  }

  private addRest(cell: number, amount: Exact): void {
    this.rest.set(cell, (this.rest.get(cell) ?? ZERO).plus(amount));
  }

  /** Takes a finer unit where an amount needs it, as 10.25 after 10.5, and every sum so far can be told in it. */
  private refine(per: number): boolean {
    const factor = per / Math.max(this.per, 1);
    if (!(per <= FINEST) || !Number.isInteger(factor)) return false;
    const { numbers, stride } = this.board;
    const first = 2 * this.column + 1;
    for (let at = first; at < numbers.length; at += stride) if (Math.abs(numbers[at]!) >= LIMIT / factor) return false;
    for (let at = first; at < numbers.length; at += stride) numbers[at]! *= factor;
    this.per = per;
    return true;
  }

  private sum(cells: readonly { readonly slot: number }[]): Exact {
    let sum: Exact | undefined;
    for (const { slot } of cells) {
      const at = this.board.at(slot, this.column);
      const units = this.board.numbers[at + 1]!;
      if (units !== 0) sum = plus(sum, Exact.of(units, this.per));
      const rest = this.rest.size === 0 ? undefined : this.rest.get(slot);
      if (rest !== undefined) sum = plus(sum, rest);
    }
    return sum ?? ZERO;
  }
}

function plus(sum: Exact | undefined, amount: Exact): Exact {
  return sum === undefined ? amount : sum.plus(amount);
}

export function credited(value: Exact, share: Exact): Exact {
  return share === ONE ? value : value.times(share);
}
