/**
 * How a tier table is read is a required word of the plan, because the readings pay differently (calculation contract
 * §6). Each is one file with one of these; the list stands in `tiers.ts`.
 */
import type { Exact } from '../value/exact.ts';
import type { Axis } from './axis.ts';
import type { Node } from '../document/node.ts';
import type { Deal, DealPay, Given, Outcome, Reader, Words } from './mechanic.ts';
import type { Edge, Tier } from './tier-table.ts';

export interface Tiers {
  readonly reading: Reading;
  readonly axis: Axis;
  readonly edge: Edge;
  readonly tiers: readonly Tier[];
  /** Lower edges of the tiers on the axis; the first is zero. */
  readonly lowers: readonly Exact[];
  /** Of `per-deal`: whether the running total before or after a deal decides, and the order of deals. */
  readonly position?: 'before' | 'after';
  readonly order?: readonly string[];
}

export interface Reading {
  /** The word after `read:`. */
  readonly word: 'marginal' | 'whole' | 'overage' | 'interpolated' | 'per-deal';
  readonly meaning: string;
  /** The field of a tier that says what it is worth. */
  readonly pays: 'rate' | 'amount';
  /** Cuts the base itself, so that only the base or its attainment can decide the tier. */
  readonly cuts: boolean;
  /** Tiers may be marked back to the first unit. */
  readonly marks?: true;
  /** What this reading asks of the rows besides. */
  checkRows?(rows: readonly Node[], reader: Reader): boolean;
  calculate(config: Tiers, given: Given): Outcome;
  /** The same, deal by deal, in the order given; amounts sum to the amount of `calculate`. */
  pay(config: Tiers, given: Given, deals: readonly Deal[]): readonly DealPay[];
  describe(config: Tiers, words: Words): string;
}

