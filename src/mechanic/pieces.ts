/**
 * Cutting the measure paid on at the edges of a table: each piece earns its own rate, so pay has no jumps. Edges in
 * percent are turned into amounts by exact multiplication with the quota (COM-08, COM-15).
 */
import { greatest, least, total, ZERO, type Exact } from '../value/exact.ts';
import { standing, type Axis } from './axis.ts';
import { inOrder } from './deal-order.ts';
import type { Deal, DealPay, Given, Known, Outcome, Part } from './mechanic.ts';
import { paidWords, unpriced } from './outcome.ts';

/** What 100 % (or 1, on the scale of the base) is in units of the base. `allFirst`: everything lies in the first tier. */
export type FullMeasure = { readonly per: Exact } | { readonly allFirst: true } | { readonly none: string };

export function fullMeasure(axis: Axis, given: Given): FullMeasure {
  // at plan rates the base is of another scale than the quota: it fills the attainment that it has
  const quota: Known = given.env.otherScale?.(axis.on) === true ? { none: 'of another scale' } : given.env.quota(axis.on);
  if (quota.none === undefined && quota.value.sign() !== 0) return { per: quota.value };
  // Without a quota the plan may state the attainment (0 % or 100 %): the whole base then fills the scale up to it.
  const attainment = given.env.attainment(axis.on);
  if (attainment.none !== undefined) return { none: `${axis.name} is not applicable: ${attainment.none}` };
  if (attainment.value.sign() <= 0 || given.base.sign() <= 0) return { allFirst: true };
  return { per: given.base.over(attainment.value) };
}

export interface Piece {
  readonly tier: number;
  readonly size: Exact;
  readonly rate: Exact;
  readonly amount: Exact;
}

/**
 * Cuts `from`…`base` at the rising `lowers` (amounts; the first is zero) and prices each piece. What lies below zero
 * belongs to the first tier. Gives the reason when a rate that is needed has no value.
 */
export function cut(lowers: readonly Exact[], from: Exact, base: Exact, rateOf: (tier: number) => Known): readonly Piece[] | string {
  if (base.sign() <= 0 || lowers.length === 1) {
    const size = base.minus(from);
    if (size.isZero()) return [];
    const rate = rateOf(0);
    return rate.none === undefined ? [{ tier: 0, size, rate: rate.value, amount: size.times(rate.value) }] : rate.none;
  }
  const pieces: Piece[] = [];
  for (let tier = 0; tier < lowers.length; tier++) {
    if (base.compare(lowers[tier]!) <= 0) break;
    const upper = lowers[tier + 1];
    const low = tier === 0 ? from : greatest(lowers[tier]!, from);
    const high = upper === undefined ? base : least(base, upper);
    if (high.compare(low) <= 0) continue;
    const rate = rateOf(tier);
    if (rate.none !== undefined) return rate.none;
    const size = high.minus(low);
    pieces.push({ tier, size, rate: rate.value, amount: size.times(rate.value) });
  }
  return pieces;
}

/**
 * What one unit of an index that is not the base stands for on the base, which is cut in proportion (COM-17). An index of zero
 * or less lies in the first tier, and so does all of the base. The index alone decides: a negative base is cut as a positive
 * one of its size.
 */
function perIndex(axis: Axis, given: Given): FullMeasure {
  const place = standing(axis, given);
  if (place.none !== undefined) return { none: place.none };
  const falls = given.base.sign() < 0;
  if (place.value.sign() <= 0 || given.base.isZero() || (falls && !isMirrored(axis, given))) return { allFirst: true };
  return { per: (falls ? given.base.negated() : given.base).over(place.value) };
}

/** Whether the slices are those of a base of the same size above zero, each of them negative. */
export function isMirrored({ kind }: Axis, { base, from }: Given): boolean {
  return kind === 'formula' && base.sign() < 0 && from.isZero();
}

/** The lower edges in units of the base, as far as one is needed below `reach`; or the reason why there are none. */
export function edgesInBase(axis: Axis, lowers: readonly Exact[], given: Given, reach?: Exact): readonly Exact[] | string {
  if (axis.kind === 'base') return lowers;
  const full = axis.kind === 'formula' ? perIndex(axis, given) : fullMeasure(axis, given);
  if ('none' in full) return full.none;
  if ('allFirst' in full) return [ZERO];
  const edges = [ZERO];
  for (let tier = 1; tier < lowers.length; tier++) {
    const edge = lowers[tier]!.times(full.per);
    if (reach !== undefined && edge.atLeast(reach)) break;
    edges.push(edge);
  }
  return edges;
}

/** The outcome of priced pieces: their sum, and one line for each. */
export function sumOf(given: Given, pieces: readonly Piece[], line: (piece: Piece) => Part): Outcome {
  let amount = pieces[0]?.amount ?? ZERO;
  for (let index = 1; index < pieces.length; index++) amount = amount.plus(pieces[index]!.amount);
  return {
    amount,
    text: () => {
      const sum = given.words.money(amount);
      if (pieces.length === 0) return given.base.isZero() ? `${given.on} is ${given.words.amount(given.base, given.baseType)}: nothing to pay on` : `${paidWords(given)}: nothing to pay on`;
      return `${paidWords(given)} in ${pieces.length === 1 ? 'one tier' : `${pieces.length} tiers`} pays ${sum}`;
    },
    parts: () => pieces.map(line),
    took: () => pieces.map((piece) => piece.tier),
  };
}


/** Deals in the order given: each earns what the sum grows by through it, so that deals add up to the sum exactly. */
export function payInOrder(given: Given, deals: readonly Deal[], lowers: readonly Exact[] | string, rateOf: (tier: number) => Known, line: (piece: Piece) => string, mirrored = false): readonly DealPay[] {
  return inOrder(mirrored ? deals.map((deal) => ({ ...deal, value: deal.value.negated() })) : deals, given.from, (_deal, size, before) => {
    if (typeof lowers === 'string') return unpriced(lowers);
    const start = before.lessThan(given.from) && !given.from.isZero() ? given.from : before;
    const end = start.plus(size);
    const falls = size.sign() < 0;
    const pieces = falls ? cut(lowers, end, start, rateOf) : cut(lowers, start, end, rateOf);
    if (typeof pieces === 'string') return unpriced(pieces);
    const sum = total(pieces.map((piece) => piece.amount));
    const back = falls !== mirrored;
    const text = (): string => (pieces.length === 0 ? `below ${given.words.amount(given.from, given.baseType)}, where pay starts` : `${back ? 'takes back ' : ''}${pieces.map(line).join('; ')}`);
    return { amount: back ? sum.negated() : sum, text, took: pieces.map((piece) => piece.tier) };
  });
}
