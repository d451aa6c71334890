/**
 * Deals at the rate that they earned for somebody else: what the main component pays everybody else for a deal, divided by
 * their credit of it, in the period of the deal. Shares nothing with `src/`.
 */
import type { Span } from '../calendar.ts';
import { Refusal } from '../credit.ts';
import { NONE_AT_ALL, over, sign, sum, times, type Fraction } from '../fraction.ts';
import { workOut, type Earned } from './component.ts';
import { dealsOf, mateRule, type Deal } from './deal.ts';
import type { DealWorld } from './world.ts';

interface Part {
  readonly pay: Fraction;
  readonly credit: Fraction;
}

export function matchedOf(world: DealWorld, person: string, periods: readonly Span[], mains: ReadonlyMap<string, readonly Earned[]>): Earned[] | undefined {
  const { match } = world;
  if (match === null) return undefined;
  const others = [...mains].filter(([id]) => id !== person).map(([id, earned]) => ({ earned, deals: dealsOf(world, world.rules, id, world.main.clawback !== null || world.main.byEvent !== null) }));
  const rateOf = (id: string): Fraction => {
    const parts = others.flatMap(({ earned, deals }) => partOf(id, earned, deals));
    const credit = sum(parts.map((part) => part.credit));
    if (sign(credit) !== 0) return over(sum(parts.map(({ pay }) => pay)), credit);
    if (match.unmatched === 'error') throw new Refusal('R019');
    return NONE_AT_ALL;
  };
  const component = { accumulates: null, formula: { kind: 'match' as const, rateOf }, multiplier: match.multiplier, cap: null, clawback: match.clawback, byEvent: null, creditCap: null, dealMinimum: null, dealCap: null, earningShare: null };
  return workOut(world, component, mateRule(world), person, periods);
}

/** What one of the others has of the deal; a return that a rule of theirs settles goes back at the rate of its sale. */
function partOf(id: string, earned: readonly Earned[], deals: readonly Deal[]): Part[] {
  const deal = deals.find((each) => each.id === id);
  if (deal === undefined) return [];
  const earnedOn = ({ day }: Deal): Earned | undefined => earned.find(({ period: { first, last } }) => day >= first && day <= last);
  const own = earnedOn(deal)?.each.get(id);
  if (own !== undefined) return [own];
  const { returns } = deal;
  const sale = typeof returns === 'object' ? deals.find(({ row }) => row === returns) : undefined;
  const [then, now] = [sale === undefined ? undefined : earnedOn(sale), earnedOn(deal)];
  const sold = then?.each.get(sale!.id);
  return sold === undefined || now === undefined || then!.period.first > now.period.first || sign(sold.credit) === 0 ? [] : [{ pay: times(sold.pay, over(deal.credit, sold.credit)), credit: deal.credit }];
}
