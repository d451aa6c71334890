/** What the formulas beyond rates, tables and curves pay, from their definitions in words. Shares nothing with `src/`. */
import { compare, minus, NONE_AT_ALL as ZERO, over, parse, plus, sign, sum, times, type Fraction } from './fraction.ts';
import type { Known } from './measure.ts';
import { edgesInBase, inTurn, pay, perWhole, summed, type Ask, type Deal, type Paid } from './pay.ts';
import type { FormulaJson } from './world.ts';

type Of<K extends FormulaJson['kind']> = Extract<FormulaJson, { kind: K }>;
const less = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
const more = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** Each deal by itself; a return as a deal of its own size, negative. */
export function eachAlone(formula: FormulaJson, ask: Ask): Paid {
  const each: Fraction[] = [];
  const quota = (): Known => ask.quota();
  for (const deal of ask.deals()) {
    const size = sign(deal.value) < 0 ? minus(ZERO, deal.value) : deal.value;
    // against the whole quota; where an attainment is stated instead of a quota, every deal stands there
    const attainment = (): Known => {
      const whole = quota();
      return whole === null || sign(whole) === 0 ? ask.attainment() : over(size, whole);
    };
    const alone: Deal = { ...deal, value: size };
    const paid = (summed(pay(formula, { ...ask, base: size, from: ZERO, quota, attainment, stretches: () => [alone], deals: () => [alone] }, false)) as { amount: Known }).amount;
    if (paid === null) return { amount: null };
    each.push(sign(deal.value) < 0 ? minus(ZERO, paid) : paid);
  }
  return { each };
}

/** The area under a rate that rises in a straight line between two attainments. */
export function risen({ rate, from, adds, per, upTo }: Of<'rising-rate'>, ask: Ask, byDeal: boolean): Paid {
  const start = ask.term(rate);
  const scale = perWhole(ask);
  if (start === null || scale === null) return { amount: null };
  const slope = over(parse(adds), parse(per));
  const until = (x: Fraction): Fraction => {
    const flat = times(start, x);
    if (scale === 'first' || sign(x) <= 0) return flat;
    const a = over(x, scale);
    const rising = more(minus(upTo === null ? a : less(a, parse(upTo)), parse(from)), ZERO);
    const above = upTo === null ? ZERO : more(minus(a, parse(upTo)), ZERO);
    const extra = plus(over(times(slope, times(rising, rising)), parse('2')), times(times(slope, rising), above));
    return plus(flat, times(extra, scale));
  };
  const counted = (x: Fraction): Fraction => (sign(ask.from) === 0 ? x : more(x, ask.from));
  if (byDeal) return inTurn(ask.deals(), ask.from, (_deal, _size, before, after) => minus(until(counted(after)), until(counted(before))));
  return { amount: minus(until(ask.base), until(ask.from)) };
}

/** The matching row that names most columns. */
export function rated({ rows }: Of<'rate-table'>, deal: Deal, size: Fraction): Known {
  const row = deal.row!;
  const named = ({ types, customers, quantity }: Of<'rate-table'>['rows'][number]): number => [types, customers, quantity].filter((one) => one !== null).length;
  const matching = rows.filter(({ types, customers, quantity }) => (types === null || types.includes(row.type)) && (customers === null || customers.includes(row.customer)) && (quantity === null || ((quantity.from === null || compare(parse(row.quantity), parse(quantity.from)) >= 0) && (quantity.to === null || compare(parse(row.quantity), parse(quantity.to)) < 0))));
  const best = matching.sort((a, b) => named(b) - named(a))[0]!;
  const rate = deal.term(best.rate);
  return rate === null ? null : times(rate, size);
}

/** Shared bands: each deal, or each deal's share of a band, at the rate of its type. */
export function categories({ by, consume, bands }: Of<'category-tiers'>, ask: Ask): Paid {
  const rateOf = (band: number, deal: Deal): Fraction => parse(bands[band]!.rates[deal.row!.type] ?? bands[band]!.rate!);
  const lowers = [ZERO, ...bands.slice(0, -1).map(({ to }) => parse(to!))];
  if (by === 'pay') return filledByPay(lowers, rateOf, ask);
  const edges = edgesInBase(by, lowers, ask);
  // without deals there is nothing that a missing quota could leave unknown, as with tiers read per-deal
  if (edges === null) return ask.deals().length === 0 ? { each: [] } : { amount: null };
  const parts = (from: Fraction, to: Fraction): { band: number; size: Fraction }[] => {
    if (compare(to, from) < 0) return parts(to, from).map(({ band, size }) => ({ band, size: minus(ZERO, size) }));
    return edges.flatMap((lower, band) => {
      const start = band === 0 ? from : more(from, lower);
      const upper = edges[band + 1];
      const end = upper === undefined ? to : less(to, upper);
      return compare(end, start) > 0 ? [{ band, size: minus(end, start) }] : [];
    });
  };
  if (consume === 'by-date')
    return inTurn(ask.deals(), ask.from, (deal, size, before) => {
      const start = sign(ask.from) !== 0 && compare(before, ask.from) < 0 ? ask.from : before;
      return sum(parts(start, plus(start, size)).map(({ band, size: part }) => times(rateOf(band, deal), part)));
    });
  const all = parts(ask.from, ask.base);
  return { each: ask.deals().map((deal) => (sign(ask.base) === 0 ? times(rateOf(0, deal), deal.value) : sum(all.map(({ band, size }) => times(rateOf(band, deal), times(deal.value, over(size, ask.base))))))) };
}

/** Bands of pay: each deal fills what is left of the band in pay; a return empties it from the top at its own rates. */
function filledByPay(lowers: readonly Fraction[], rateOf: (band: number, deal: Deal) => Fraction, ask: Ask): Paid {
  let paid = ZERO;
  return inTurn(ask.deals(), ask.from, (deal, size) => {
    const begin = paid;
    for (let left = size; sign(left) !== 0; ) {
      const up = sign(left) > 0;
      const band = lowers.findLastIndex((lower, at) => at === 0 || (up ? compare(paid, lower) >= 0 : compare(paid, lower) > 0));
      const rate = rateOf(band, deal);
      const edge = up ? lowers[band + 1] : band === 0 ? undefined : lowers[band];
      const room = edge === undefined ? left : over(minus(edge, paid), rate);
      const take = up ? less(left, room) : more(left, room);
      paid = plus(paid, times(take, rate));
      left = minus(left, take);
    }
    return minus(paid, begin);
  });
}

/** The measure paid on, cut in proportion to the slices of another one. */
export function inProportion(lowers: readonly Fraction[], reached: (place: Fraction) => number, rateOf: (tier: number) => Known, back: readonly boolean[], place: Known, ask: Ask): Paid {
  if (place === null) return { amount: null };
  const base = minus(ask.base, ask.from);
  const tier = reached(place);
  const marked = back.findLastIndex((each, at) => each && at <= tier);
  if (sign(ask.from) !== 0 && sign(place) > 0) {
    // what lies below the threshold is of the lowest slices
    const edges = lowers.map((lower) => over(times(lower, ask.base), place));
    let above = ZERO;
    for (const [at, lower] of edges.entries()) {
      const size = minus(less(ask.base, edges[at + 1] ?? ask.base), more(lower, ask.from));
      if (sign(size) <= 0) continue;
      const rate = rateOf(at < marked ? marked : at);
      if (rate === null) return { amount: null };
      above = plus(above, times(rate, size));
    }
    return { amount: above };
  }
  const shares = sign(place) <= 0 ? [{ at: 0, share: parse('1') }] : lowers.flatMap((lower, at) => {
    const size = minus(less(place, lowers[at + 1] ?? place), lower);
    return sign(size) > 0 ? [{ at, share: over(size, place) }] : [];
  });
  let total = ZERO;
  for (const { at, share } of shares) {
    const rate = rateOf(at < marked ? marked : at);
    if (rate === null) return { amount: null };
    total = plus(total, times(rate, times(base, share)));
  }
  return { amount: total };
}
