/** What a component pays by a formula of one person: on the whole base, or deal by deal. Shares nothing with `src/`. */
import { compare, greater, lesser, minus, NONE_AT_ALL, parse, plus, sum, times, type Fraction } from '../fraction.ts';
import type { Deal, Known } from './measure.ts';
import { valueOf, type Asked } from './term.ts';
import type { Formula } from './world.ts';

export function onTheWhole(formula: Formula, base: Fraction, attainment: () => Known, asked: Asked): Known {
  switch (formula.kind) {
    case 'rate':
    case 'per-unit': {
      const rate = valueOf(formula.of, asked);
      return rate === null ? null : times(rate, base);
    }
    case 'amount':
      return valueOf(formula.of, asked);
    case 'tiers':
      return inSlices(formula.rates, base);
    case 'steps': {
      const place = attainment();
      if (place === null) return null;
      const reached = formula.bands.filter(({ from }) => compare(place, parse(from)) >= 0);
      return reached.length === 0 ? NONE_AT_ALL : parse(reached.at(-1)!.pays);
    }
    default:
      throw new Error(`${formula.kind} is of a group`);
  }
}

/** Each slice at its own rate; what is below zero belongs to the first. */
function inSlices(rates: readonly { readonly to: string | null; readonly rate: string }[], base: Fraction): Fraction {
  let from: Fraction | null = null;
  return sum(
    rates.map(({ to, rate }) => {
      const upper = to === null ? base : lesser(base, parse(to));
      const slice = from === null ? upper : greater(minus(upper, from), NONE_AT_ALL);
      if (to !== null) from = parse(to);
      return times(slice, parse(rate));
    }),
  );
}

/** By running total: what the formula pays up to and with the deal, less what it pays without. */
export function byDeal(formula: Formula, deals: readonly Deal[], asked: Asked): (Deal & { readonly pays: Fraction })[] | null {
  let until = NONE_AT_ALL;
  const paid: (Deal & { readonly pays: Fraction })[] = [];
  for (const deal of deals) {
    const [before, after] = [onTheWhole(formula, until, () => null, asked), onTheWhole(formula, plus(until, deal.value), () => null, asked)];
    if (before === null || after === null) return null;
    until = plus(until, deal.value);
    paid.push({ ...deal, pays: minus(after, before) });
  }
  return paid;
}
