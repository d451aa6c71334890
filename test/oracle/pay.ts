/** What each formula pays, from its definition in words. Shares nothing with `src/`. */
import { compare, minus, NONE_AT_ALL, over, parse, plus, sign, sum, times, type Fraction } from './fraction.ts';
import type { Known } from './measure.ts';
import { categories, eachAlone, inProportion, rated, risen } from './bonus.ts';
import type { By, ConditionJson, FormulaJson, Term, TransactionJson } from './world.ts';

/** One credited transaction: its value, and the person's terms on its day. */
export interface Deal {
  readonly value: Fraction;
  /** The transaction; absent for a stretch of days. */
  readonly row?: TransactionJson;
  term(term: Term): Known;
}

/** What a formula may ask. */
export interface Ask {
  readonly base: Fraction;
  /** Pay counts from here on the base. */
  readonly from: Fraction;
  term(term: Term): Known;
  quota(): Known;
  attainment(): Known;
  target(): Known;
  /** The base in stretches of days with one record of the person, in order. */
  stretches(): readonly Deal[];
  deals(): readonly Deal[];
  /** The role on the last day. */
  role(): string;
  /** How many periods in a row it holds, back from this one; the count where it does not hold any more or is not known is zero. */
  inARow(when: ConditionJson): number;
  holds(when: ConditionJson): boolean | null;
}

/** An amount; null: not applicable. With rounding at the transaction, the deals' own amounts. */
export type Paid = { readonly amount: Known } | { readonly each: readonly Fraction[] };

export function pay(formula: FormulaJson, ask: Ask, byDeal: boolean): Paid {
  switch (formula.kind) {
    case 'rate':
    case 'per-unit':
      if (byDeal) return inTurn(ask.deals(), ask.from, (deal, size) => product(deal.term(formula.rate), size));
      {
        // a stretch without pay needs no rate; where none has any, that of the last is asked, so that a rate nobody knows is noticed
        let any = false;
        const paid = summed(
          inTurn(ask.stretches(), ask.from, (deal, size) => {
            if (sign(size) === 0) return NONE_AT_ALL;
            any = true;
            return product(deal.term(formula.rate), size);
          }),
        );
        const last = ask.stretches().at(-1);
        // over a window in which the person was not in the plan there is no stretch: the rate of today is asked
        return any ? paid : { amount: product(last === undefined ? ask.term(formula.rate) : last.term(formula.rate), NONE_AT_ALL) };
      }
    case 'amount':
      return { amount: ask.term(formula.of) };
    case 'choose':
      return pay(formula.ways[ask.role()]!, ask, byDeal);
    case 'milestone': {
      const reached = ask.holds(formula.when);
      return { amount: reached === null ? null : reached ? ask.term(formula.pays) : NONE_AT_ALL };
    }
    case 'streak': {
      const count = ask.inARow(formula.when);
      const pays = formula.then === 'restart' ? count > 0 && count % formula.periods === 0 : count >= formula.periods;
      return { amount: pays ? ask.term(formula.pays) : NONE_AT_ALL };
    }
    case 'each-deal':
      return eachAlone(formula.of, ask);
    case 'rising-rate':
      return risen(formula, ask, byDeal);
    case 'rate-table':
      return inTurn(ask.deals(), ask.from, (deal, size) => rated(formula, deal, size));
    case 'category-tiers':
      return categories(formula, ask);
    case 'best-of': {
      const all = formula.of.map((each) => (summed(pay(each, ask, false)) as { amount: Known }).amount);
      return { amount: all.reduce((best, each) => (best === null || each === null ? null : compare(best, each) >= 0 ? best : each)) };
    }
    case 'rate-plus-fixed': {
      const atRate = summed(pay({ kind: 'rate', rate: formula.rate }, ask, false)) as { amount: Known };
      if (atRate.amount === null || (formula.due === 'with-results' && sign(ask.base) <= 0)) return atRate;
      const fixed = ask.term(formula.fixed);
      return { amount: fixed === null ? null : plus(fixed, atRate.amount) };
    }
    case 'accelerate': {
      const rate = ask.term(formula.rate);
      if (rate === null) return { amount: null };
      const edges = edgesInBase('attainment', [NONE_AT_ALL, ...formula.at.map(([point]) => parse(point))], ask);
      const rates = [rate, ...formula.at.map(([, factor]) => times(rate, parse(factor)))];
      return slices(edges, (tier) => rates[tier]!, ask, byDeal);
    }
    case 'tiers': {
      const lowers = [NONE_AT_ALL, ...formula.rates.slice(0, -1).map((tier) => parse(tier.to!))];
      const rateOf = (tier: number): Known => ask.term(formula.rates[tier]!.rate);
      const reached = (place: Fraction, among: readonly Fraction[] = lowers): number => {
        let tier = 0;
        among.forEach((lower, index) => {
          const order = compare(place, lower);
          if (order > 0 || (order === 0 && formula.edge === 'lower')) tier = index;
        });
        return tier;
      };
      if (formula.by === 'pay') return filledUp(formula.rates.slice(0, -1).map(({ to }) => parse(to!)), rateOf, ask, byDeal);
      if (formula.read === 'overage') {
        const edges = edgesInBase(formula.by, lowers, ask);
        const above = edges === null ? 0 : Math.max(1, reached(ask.base, edges));
        return slices(edges === null ? null : edges.slice(0, 2), (tier) => rateOf(tier === 0 ? 0 : above), ask, byDeal);
      }
      if (formula.apportion === true) return inProportion(lowers, reached, rateOf, formula.rates.map(({ back }) => back === true), standing(formula.by, ask), ask);
      if (formula.read === 'marginal') {
        const edges = edgesInBase(formula.by, lowers, ask);
        // the rate of the highest marked tier that is reached stands in for every rate below it
        const marked = formula.rates.findLastIndex(({ back }, tier) => back === true && tier <= reached(ask.base, edges ?? lowers));
        return slices(edges, (tier) => rateOf(Math.max(tier, marked)), ask, byDeal);
      }
      if (formula.read === 'whole') {
        const place = standing(formula.by, ask);
        if (place === null) return { amount: null };
        const rate = rateOf(reached(place));
        return byDeal ? inTurn(ask.deals(), ask.from, (_deal, size) => product(rate, size)) : { amount: product(rate, minus(ask.base, ask.from)) };
      }
      return inTurn(ask.deals(), ask.from, (deal, size, before, after) => {
        const scale = formula.by === 'attainment' ? perWhole(ask) : undefined;
        if (scale === null) return null;
        const running = formula.position === 'before' ? before : after;
        const place = scale === undefined ? running : scale === 'first' ? NONE_AT_ALL : over(running, scale);
        return product(deal.term(formula.rates[reached(place)]!.rate), size);
      });
    }
    case 'interpolated': {
      const place = standing(formula.by, ask);
      if (place === null) return { amount: null };
      if (!byDeal) return { amount: filled(formula, place, ask) };
      const per = sign(ask.base) === 0 ? NONE_AT_ALL : over(place, ask.base);
      return inTurn(ask.deals(), NONE_AT_ALL, (_deal, _size, before, after) => {
        const [until, since] = [filled(formula, times(after, per), ask), filled(formula, times(before, per), ask)];
        return until === null || since === null ? null : minus(until, since);
      });
    }
    case 'curve': {
      const place = standing(formula.by, ask);
      if (place === null) return { amount: null };
      return { amount: worth(formula.gives, onCurve(formula.points.map(([x, y]) => [parse(x), parse(y)]), parse(formula.below), formula.above, place), ask) };
    }
    case 'steps': {
      const place = standing(formula.by, ask);
      if (place === null) return { amount: null };
      const band = formula.bands.filter((each) => compare(place, parse(each.from)) >= 0).at(-1);
      return { amount: band === undefined ? NONE_AT_ALL : ask.term(band.pays) };
    }
    case 'matrix': {
      // where the row cannot be told, nothing is asked of the column
      const row = ask.term(formula.rows.by);
      const column = row === null ? null : ask.term(formula.columns.by);
      if (row === null || column === null) return { amount: null };
      const cells = formula.cells.map((line) => line.map(parse));
      if (formula.read === 'cell') {
        const reachedRow = formula.rows.from.filter((from) => compare(row, parse(from)) >= 0).length - 1;
        const reachedColumn = formula.columns.from.filter((from) => compare(column, parse(from)) >= 0).length - 1;
        return { amount: reachedRow < 0 || reachedColumn < 0 ? NONE_AT_ALL : worth(formula.gives, cells[reachedRow]![reachedColumn]!, ask) };
      }
      const xs = formula.columns.from.map(parse);
      const along = cells.map((line) => flat(xs.map((x, index) => [x, line[index]!]), column));
      return { amount: worth(formula.gives, flat(formula.rows.from.map((y, index) => [parse(y), along[index]!]), row), ask) };
    }
  }
}

/** Each tier's amount in proportion to the covered part of its width. */
function filled(formula: Extract<FormulaJson, { kind: 'interpolated' }>, place: Fraction, ask: Ask): Known {
  let lower = NONE_AT_ALL;
  let total: Fraction = NONE_AT_ALL;
  for (const tier of formula.tiers) {
    const upper = parse(tier.to);
    const covered = compare(place, upper) >= 0 ? minus(upper, lower) : compare(place, lower) > 0 ? minus(place, lower) : NONE_AT_ALL;
    if (sign(covered) > 0) {
      const full = ask.term(tier.amount);
      if (full === null) return null;
      total = plus(total, times(full, over(covered, minus(upper, lower))));
    }
    lower = upper;
  }
  return total;
}

const product = (rate: Known, size: Fraction): Known => (rate === null ? null : times(rate, size));
type Point = readonly [Fraction, Fraction];

/** Between two points by proportion; outside, the outermost value. */
function flat(points: readonly Point[], x: Fraction): Fraction {
  if (compare(x, points[0]![0]) <= 0) return points[0]![1];
  return onCurve(points, points[0]![1], 'flat', x);
}

function onCurve(points: readonly Point[], below: Fraction, above: 'flat' | 'continue', x: Fraction): Fraction {
  if (compare(x, points[0]![0]) < 0) return below;
  const line = ([x1, y1]: Point, [x2, y2]: Point): Fraction => plus(y1, times(minus(y2, y1), over(minus(x, x1), minus(x2, x1))));
  for (let index = 1; index < points.length; index++) if (compare(x, points[index]![0]) < 0) return line(points[index - 1]!, points[index]!);
  const last = points.at(-1)!;
  return above === 'flat' || compare(x, last[0]) === 0 ? last[1] : line(points.at(-2)!, last);
}

function worth(gives: 'target-share' | 'amount' | 'rate', value: Fraction, ask: Ask): Known {
  if (gives === 'amount') return value;
  return product(gives === 'rate' ? minus(ask.base, ask.from) : ask.target(), value);
}

function standing(by: By, ask: Ask): Known {
  return by === 'base' ? ask.base : by === 'attainment' ? ask.attainment() : ask.term(by);
}

/** What 100 % is in units of the base; with a stated attainment the base fills the scale up to it. */
export function perWhole(ask: Ask): Fraction | 'first' | null {
  const attainment = ask.attainment();
  const quota = ask.quota();
  if (quota !== null && sign(quota) !== 0) return quota;
  if (attainment === null) return null;
  return sign(attainment) <= 0 || sign(ask.base) <= 0 ? 'first' : over(ask.base, attainment);
}

export function edgesInBase(by: By, lowers: readonly Fraction[], ask: Ask): readonly Fraction[] | null {
  if (by === 'base') return lowers;
  const scale = perWhole(ask);
  if (scale === null) return null;
  return scale === 'first' ? [NONE_AT_ALL] : lowers.map((lower) => times(lower, scale));
}

/** Marginal: the area under the rates between two places; below zero the first rate goes on. A rate is asked only where its tier has a part. */
function slices(lowers: readonly Fraction[] | null, rateOf: (tier: number) => Known, ask: Ask, byDeal: boolean): Paid {
  if (lowers === null) return { amount: null };
  let unknown = false;
  const area = (from: Fraction, to: Fraction): Fraction => {
    if (compare(to, from) < 0) return minus(NONE_AT_ALL, area(to, from));
    let total = NONE_AT_ALL;
    lowers.forEach((lower, tier) => {
      const upper = lowers[tier + 1];
      const start = tier === 0 || compare(from, lower) > 0 ? from : lower;
      const end = upper === undefined || compare(to, upper) < 0 ? to : upper;
      if (compare(end, start) <= 0) return;
      const rate = rateOf(tier);
      if (rate === null) unknown = true;
      else total = plus(total, times(rate, minus(end, start)));
    });
    return total;
  };
  if (byDeal) return inTurn(ask.deals(), ask.from, (_deal, size, before) => {
    const start = sign(ask.from) !== 0 && compare(before, ask.from) < 0 ? ask.from : before;
    const grown = area(start, plus(start, size));
    return unknown ? null : grown;
  });
  const amount = area(ask.from, ask.base);
  return { amount: unknown ? null : amount };
}

/** Takes from what is left as much as each tier still has room for in pay. */
function filledUp(edges: readonly Fraction[], rateOf: (tier: number) => Known, ask: Ask, byDeal: boolean): Paid {
  let unknown = false;
  const until = (x: Fraction): Fraction => {
    let left = x;
    let paid = NONE_AT_ALL;
    for (let tier = 0; sign(left) !== 0 && (tier === 0 || sign(left) > 0); tier++) {
      const rate = rateOf(tier);
      if (rate === null) {
        unknown = true;
        return paid;
      }
      const edge = edges[tier];
      const room = edge === undefined ? left : over(minus(edge, paid), rate);
      const take = compare(left, room) < 0 ? left : room;
      paid = plus(paid, times(take, rate));
      left = minus(left, take);
    }
    return paid;
  };
  const counted = (x: Fraction): Fraction => (sign(ask.from) === 0 ? x : compare(x, ask.from) < 0 ? NONE_AT_ALL : minus(x, ask.from));
  if (byDeal) return inTurn(ask.deals(), ask.from, (_deal, _size, before, after) => {
    const grown = minus(until(counted(after)), until(counted(before)));
    return unknown ? null : grown;
  });
  const amount = until(minus(ask.base, ask.from));
  return { amount: unknown ? null : amount };
}

/** Goes through the deals with a running total; what lies below `from` is taken from the first ones. */
export function inTurn(deals: readonly Deal[], from: Fraction, price: (deal: Deal, size: Fraction, before: Fraction, after: Fraction) => Known): Paid {
  let before = NONE_AT_ALL;
  const each: Fraction[] = [];
  let unknown = false;
  for (const deal of deals) {
    const after = plus(before, deal.value);
    const above = (x: Fraction): Fraction => (sign(from) === 0 ? x : compare(x, from) < 0 ? from : x);
    const paid = price(deal, minus(above(after), above(before)), before, after);
    if (paid === null) unknown = true;
    else each.push(paid);
    before = after;
  }
  return unknown ? { amount: null } : { each };
}

export const summed = (paid: Paid): Paid => ('each' in paid ? { amount: sum(paid.each) } : paid);
