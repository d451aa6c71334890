/**
 * What a component makes of the deals of its window: pay for each, the multiplier and the cap on their sum, and the rounding.
 * Shares nothing with `src/`.
 */
import { compare, greater, lesser, minus, NONE_AT_ALL, parse, plus, round, sign, sum, times, type Fraction } from '../fraction.ts';
import { limited } from './deal-limit.ts';
import type { RoundingJson } from '../world.ts';
import type { FormulaJson, MainJson, TierJson } from './world.ts';

/** A component, also one that pays at the rates of others. */
export type Component = Omit<MainJson, 'formula'> & { readonly formula: FormulaJson | Matched };

export interface Matched {
  readonly kind: 'match';
  readonly rateOf: (deal: string) => Fraction;
}

/** A deal as it counts here; one that is passed over moves the running total and is paid nothing. */
export interface Counted {
  readonly id: string;
  readonly credit: Fraction;
  readonly passedOver: boolean;
  /** The id that its row names. */
  readonly names: string | null;
  /** The person's share of the deal. */
  readonly share: Fraction;
  /** What a credit cap cut off. */
  readonly excess: Fraction;
  /** The part of its pay that the person has. */
  readonly kept: Fraction;
}

export interface Piece {
  readonly id: string;
  /** The same before it was rounded by itself. */
  readonly exact: Fraction;
  /** What the deal pays before multiplier, cap and rounding of the line. */
  readonly pay: Fraction;
}

export interface Line {
  readonly amount: Fraction;
  readonly rounded: Fraction;
  readonly pieces: readonly Piece[];
}

export function lineOf({ formula, multiplier, cap, dealMinimum, dealCap, creditCap }: Component, rounding: RoundingJson, deals: readonly Counted[]): Line {
  const settle = (amount: Fraction): Fraction => round(amount, parse(rounding.to), rounding.mode);
  const pays = limited(dealCap, true, deals, limited(dealMinimum, false, deals, payEach(formula, deals)));
  const pieces = pays.flatMap((full, at) => {
    const { id, passedOver, excess, kept } = deals[at]!;
    if (passedOver) return [];
    const pay = times(full, kept);
    const more = times(excess, parse(creditCap?.excess ?? '0'));
    return [{ id, exact: plus(pay, more), pay: plus(rounding.at === 'transaction' ? settle(pay) : pay, more) }];
  });
  let amount = sum(pieces.map(({ pay }) => pay));
  if (multiplier !== null) amount = times(amount, parse(multiplier));
  if (cap !== null) amount = lesser(amount, parse(cap));
  return { amount, rounded: rounding.at === 'payout' ? amount : settle(amount), pieces };
}

function payEach(formula: FormulaJson | Matched, deals: readonly Counted[]): Fraction[] {
  if (formula.kind === 'match') return deals.map(({ id, credit, passedOver }) => (passedOver ? NONE_AT_ALL : times(credit, formula.rateOf(id))));
  if (formula.kind === 'rate') return deals.map(({ credit }) => times(credit, parse(formula.rate)));
  if (formula.read === 'whole') {
    const rate = parse(tierOf(formula.tiers, sum(deals.map(({ credit }) => credit))).rate);
    return deals.map(({ credit }) => times(credit, rate));
  }
  let running = NONE_AT_ALL;
  return deals.map(({ credit }) => {
    const before = running;
    running = plus(running, credit);
    return minus(onCurve(formula.tiers, running), onCurve(formula.tiers, before));
  });
}

/** The tier that holds the amount; an edge belongs to the upper one. */
function tierOf(tiers: readonly TierJson[], amount: Fraction): TierJson {
  return tiers.find(({ to }) => to === null || compare(amount, parse(to)) < 0)!;
}

/** Every slice at the rate of its own tier; what lies below zero belongs to the first. */
function onCurve(tiers: readonly TierJson[], amount: Fraction): Fraction {
  let from = NONE_AT_ALL;
  let pay = NONE_AT_ALL;
  if (sign(amount) < 0) return times(amount, parse(tiers[0]!.rate));
  for (const { to, rate } of tiers) {
    const end = to === null ? amount : lesser(amount, parse(to));
    pay = plus(pay, times(greater(NONE_AT_ALL, minus(end, from)), parse(rate)));
    if (to !== null) from = parse(to);
  }
  return pay;
}
