/**
 * A second, deliberately naive reading of the mechanics from their definitions in words: every table is searched from end
 * to end, every slice is measured by itself. Exact fractions; shares nothing with `src/`.
 */
import { compare, fraction, greater, lesser, minus, NONE_AT_ALL as ZERO, over, parse, plus, sign, text, times, WHOLE as ONE, type Fraction } from './fraction.ts';

/** Numbers as texts, edges rising, the first tier from zero. */
export type FormulaJson =
  | { readonly kind: 'rate'; readonly rate: string }
  /** `back`: which tiers are marked back to the first unit. */
  | { readonly kind: 'marginal' | 'whole' | 'overage'; readonly byAttainment: boolean; readonly upperInclusive: boolean; readonly edges: readonly string[]; readonly rates: readonly string[]; readonly back?: readonly boolean[] }
  | { readonly kind: 'by-pay'; readonly edges: readonly string[]; readonly rates: readonly string[] }
  | { readonly kind: 'interpolated'; readonly byAttainment: boolean; readonly edges: readonly string[]; readonly amounts: readonly string[] }
  | { readonly kind: 'per-deal'; readonly position: 'before' | 'after'; readonly byAttainment: boolean; readonly upperInclusive: boolean; readonly edges: readonly string[]; readonly rates: readonly string[]; readonly deals: readonly string[] }
  | { readonly kind: 'accelerate'; readonly rate: string; readonly points: readonly string[]; readonly factors: readonly string[] }
  | { readonly kind: 'curve'; readonly xs: readonly string[]; readonly ys: readonly string[]; readonly below: string; readonly continues: boolean }
  | { readonly kind: 'steps'; readonly edges: readonly string[]; readonly amounts: readonly string[]; readonly upperInclusive: boolean }
  | { readonly kind: 'matrix'; readonly rows: readonly string[]; readonly columns: readonly string[]; readonly cells: readonly (readonly string[])[]; readonly interpolated: boolean };

export interface ComponentJson {
  readonly base: string;
  readonly quota: string;
  readonly target: string;
  /** The measure of the columns of a matrix. */
  readonly margin: string;
  readonly formula: FormulaJson;
  readonly threshold: { readonly percent: boolean; readonly at: string; readonly firstUnit: boolean } | null;
  readonly multipliers: { readonly factors: readonly string[]; readonly sum: boolean; readonly negative: boolean } | null;
  readonly floor: { readonly at: string; readonly evenIfZero: boolean; readonly before: string | null } | null;
  readonly cap: { readonly at: string; readonly before: string | null } | null;
}

export function earns(component: ComponentJson): Fraction {
  const base = parse(component.base);
  const quota = parse(component.quota);
  let from = ZERO;
  const { threshold } = component;
  if (threshold !== null) {
    const level = threshold.percent ? times(parse(threshold.at), quota) : parse(threshold.at);
    if (compare(base, level) < 0) return ZERO;
    if (!threshold.firstUnit) from = level;
  }
  const pay = formulaPays(component, base, from);
  let amount = pay;
  const { multipliers, floor, cap } = component;
  if (multipliers !== null && (sign(amount) >= 0 || multipliers.negative)) {
    const factors = multipliers.factors.map(parse);
    const factor = multipliers.sum ? factors.reduce((all, one) => plus(all, minus(one, ONE)), ONE) : factors.reduce(times, ONE);
    amount = times(amount, factor);
  }
  if (floor !== null) {
    const before = floor.before === null ? ZERO : parse(floor.before);
    if (floor.evenIfZero || sign(plus(before, amount)) > 0) amount = greater(amount, minus(parse(floor.at), before));
  }
  if (cap !== null && sign(amount) > 0) amount = lesser(amount, greater(ZERO, minus(parse(cap.at), cap.before === null ? ZERO : parse(cap.before))));
  return amount;
}

function formulaPays(component: ComponentJson, base: Fraction, from: Fraction): Fraction {
  const quota = parse(component.quota);
  const attainment = over(base, quota);
  const { formula } = component;
  switch (formula.kind) {
    case 'rate':
      return times(parse(formula.rate), minus(base, from));
    case 'marginal': {
      const edges = formula.edges.map((edge) => (formula.byAttainment ? times(parse(edge), quota) : parse(edge)));
      // the rate of the highest marked tier that is reached stands in for every rate below it
      let marked = 0;
      edges.forEach((edge, index) => {
        if (formula.back?.[index + 1] === true && (compare(base, edge) > 0 || (!formula.upperInclusive && compare(base, edge) === 0))) marked = index + 1;
      });
      return slices(edges, formula.rates.map((rate, index) => parse(index < marked ? formula.rates[marked]! : rate)), from, base);
    }
    case 'overage': {
      // what lies above the first edge, less what lies below where pay starts, at the one rate of the tier reached
      const edges = formula.edges.map((edge) => (formula.byAttainment ? times(parse(edge), quota) : parse(edge)));
      const pivot = edges[0]!;
      const extra = minus(greater(base, pivot), greater(from, pivot));
      return plus(times(parse(formula.rates[0]!), minus(minus(base, from), extra)), times(rateAt(base, { ...formula, edges: edges.map(text) }), extra));
    }
    case 'by-pay':
      return filledUp(formula.edges.map(parse), formula.rates.map(parse), minus(base, from));
    case 'accelerate':
      return slices(formula.points.map((point) => times(parse(point), quota)), ['1', ...formula.factors].map((factor) => times(parse(factor), parse(formula.rate))), from, base);
    case 'whole':
      return times(rateAt(formula.byAttainment ? attainment : base, formula), minus(base, from));
    case 'per-deal': {
      let total = ZERO;
      let pay = ZERO;
      for (const deal of formula.deals.map(parse)) {
        const after = plus(total, deal);
        const at = formula.position === 'before' ? total : after;
        const counted = minus(above(after, from), above(total, from));
        pay = plus(pay, times(rateAt(formula.byAttainment ? over(at, quota) : at, formula), counted));
        total = after;
      }
      return pay;
    }
    case 'interpolated': {
      const x = formula.byAttainment ? attainment : base;
      const start = formula.byAttainment ? over(from, quota) : from;
      let pay = ZERO;
      formula.edges.forEach((edge, index) => {
        const lower = index === 0 ? ZERO : parse(formula.edges[index - 1]!);
        const upper = parse(edge);
        const covered = minus(clamp(x, lower, upper), clamp(start, lower, upper));
        if (sign(covered) > 0) pay = plus(pay, times(parse(formula.amounts[index]!), over(covered, minus(upper, lower))));
      });
      return pay;
    }
    case 'curve':
      return times(parse(component.target), curveAt(attainment, formula.xs.map(parse), formula.ys.map(parse), parse(formula.below), formula.continues));
    case 'steps': {
      const reached = formula.edges.filter((edge) => (formula.upperInclusive ? compare(attainment, parse(edge)) > 0 : compare(attainment, parse(edge)) >= 0)).length;
      return reached === 0 ? ZERO : parse(formula.amounts[reached - 1]!);
    }
    case 'matrix': {
      const margin = parse(component.margin);
      const rows = formula.rows.map(parse);
      const columns = formula.columns.map(parse);
      const cells = formula.cells.map((row) => row.map(parse));
      if (!formula.interpolated) {
        const r = rows.filter((edge) => compare(attainment, edge) >= 0).length;
        const c = columns.filter((edge) => compare(margin, edge) >= 0).length;
        return r === 0 || c === 0 ? ZERO : cells[r - 1]![c - 1]!;
      }
      // First down each column at the row's place, then along the columns: the other way round than the program.
      const down = columns.map((_edge, c) => along(attainment, rows, cells.map((row) => row[c]!)));
      return along(margin, columns, down);
    }
  }
}

/** Each tier measured by itself: the length of what it shares with from…base, times its rate. Below zero: the first tier. */
function slices(edges: readonly Fraction[], rates: readonly Fraction[], from: Fraction, base: Fraction): Fraction {
  if (sign(base) <= 0) return times(rates[0]!, minus(base, from));
  return rates.reduce((pay, rate, tier) => {
    const lower = tier === 0 ? ZERO : edges[tier - 1]!;
    const upper = edges[tier] ?? base;
    const shared = minus(lesser(upper, base), greater(lower, from));
    return sign(shared) > 0 ? plus(pay, times(rate, shared)) : pay;
  }, ZERO);
}

/** Takes from what is left as much as each tier still has room for, until nothing is left. */
function filledUp(edges: readonly Fraction[], rates: readonly Fraction[], size: Fraction): Fraction {
  if (sign(size) <= 0) return times(rates[0]!, size);
  let left = size;
  let paid = ZERO;
  rates.forEach((rate, tier) => {
    const edge = edges[tier];
    const take = edge === undefined ? left : lesser(left, over(minus(edge, paid), rate));
    if (sign(take) <= 0) return;
    paid = plus(paid, times(take, rate));
    left = minus(left, take);
  });
  return paid;
}

function rateAt(place: Fraction, { edges, rates, upperInclusive }: { readonly edges: readonly string[]; readonly rates: readonly string[]; readonly upperInclusive: boolean }): Fraction {
  const passed = edges.filter((edge) => compare(place, parse(edge)) > 0 || (!upperInclusive && compare(place, parse(edge)) === 0)).length;
  return parse(rates[passed]!);
}

function curveAt(x: Fraction, xs: readonly Fraction[], ys: readonly Fraction[], below: Fraction, continues: boolean): Fraction {
  if (compare(x, xs[0]!) < 0) return below;
  const last = xs.length - 1;
  if (compare(x, xs[last]!) >= 0) {
    if (!continues) return ys[last]!;
    return line(x, xs[last - 1]!, ys[last - 1]!, xs[last]!, ys[last]!);
  }
  // From the right, so that at a jump the later point is met first.
  for (let index = last - 1; index >= 0; index--) if (compare(x, xs[index]!) >= 0) return line(x, xs[index]!, ys[index]!, xs[index + 1]!, ys[index + 1]!);
  throw new Error('oracle: a place outside the curve');
}

function along(x: Fraction, xs: readonly Fraction[], ys: readonly Fraction[]): Fraction {
  if (compare(x, xs[0]!) <= 0) return ys[0]!;
  for (let index = 1; index < xs.length; index++) if (compare(x, xs[index]!) <= 0) return line(x, xs[index - 1]!, ys[index - 1]!, xs[index]!, ys[index]!);
  return ys[ys.length - 1]!;
}

/** The two-point form of a straight line, weighted by distances. */
function line(x: Fraction, x0: Fraction, y0: Fraction, x1: Fraction, y1: Fraction): Fraction {
  const width = minus(x1, x0);
  return over(plus(times(y0, minus(x1, x)), times(y1, minus(x, x0))), width);
}

const above = (total: Fraction, from: Fraction): Fraction => (sign(from) === 0 ? total : greater(minus(total, from), fraction(0n)));
const clamp = (x: Fraction, low: Fraction, high: Fraction): Fraction => lesser(greater(x, low), high);
