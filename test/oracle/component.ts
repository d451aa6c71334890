/** One component of one person and period, step by step in the order of operations. Shares nothing with `src/`. */
import type { Serial } from './day.ts';
import { compare, minus, NONE_AT_ALL, over, parse, plus, round, sign, sum, times, WHOLE, type Fraction } from './fraction.ts';
import { limitedBy } from './limit.ts';
import { attained, daysIn, dealsIn, measured, quotaOver, reachOf, rowsOf, windowFor, aggregate, type Known, type Stay } from './measure.ts';
import { pay, type Ask, type Deal } from './pay.ts';
import { recordOn } from './people.ts';
import { targetOf } from './target.ts';
import type { ComponentJson, FactorTableJson, FormulaJson, MeasureJson, MultiplierJson, PersonJson, RoundingJson, Term, TransactionJson, WindowWord } from './world.ts';

/** Formulas that can be asked for each deal. */
const BY_DEAL = ['rate', 'per-unit', 'tiers', 'interpolated', 'accelerate', 'each-deal', 'rising-rate', 'rate-table', 'category-tiers'];

/** What surrounds a component: who, when, and what was earned before. */
export interface Scene {
  readonly stay: Stay;
  /** Index into the version's periods. */
  readonly at: number;
  readonly rounding: RoundingJson;
  /** Earned earlier in the same window under the same key, within the versions that continue one another. */
  before(key: string, window: WindowWord): Fraction;
  /** Whether the person has no later day in the plan within the window. */
  isLast(window: WindowWord): boolean;
  /** Other components of this payout, before they are rounded. */
  readonly earned: ReadonlyMap<string, Fraction>;
}

export interface Result {
  readonly base: Known;
  readonly quota: Known;
  readonly attainment: Known;
  /** To date, before what was earned earlier is deducted; rounded unless that happens at the payout. */
  readonly toDate: Fraction;
  /** The same before rounding: what a formula that names the component reads. */
  readonly exact: Fraction;
  readonly before: Fraction;
}

export function work(component: ComponentJson, scene: Scene): Result {
  const { stay, at } = scene;
  const window = (measure: MeasureJson): string => windowFor(measure, component.accumulates);
  const base = measured(stay, at, component.on, window);
  const rounding = component.rounding ?? scene.rounding;
  const before = component.accumulates === null ? NONE_AT_ALL : scene.before(component.id, component.accumulates);
  const today = recordOn(stay.world, stay.payee, daysIn(stay, { periods: [stay.version.periods[at]!], ownOnly: true }).at(-1)!)!;
  // a component that is not for the person earns nothing and takes nothing back
  if (component.onlyFor !== undefined && component.onlyFor.role !== today.role) return { base: null, quota: null, attainment: null, toDate: NONE_AT_ALL, exact: NONE_AT_ALL, before: NONE_AT_ALL };
  const asks = asksForAttainment(component);
  const quota = asks ? quotaOver(stay, at, component.on, window) : null;
  const attainment = asks ? attained(stay, at, component.on, window) : null;
  if (component.formula.kind === 'milestone' && sign(before) > 0) {
    // what was paid once stays what it was, or is taken back whole
    const { when, reversal } = component.formula;
    const stays = reversal === 'kept' || told(evaluate(when.of, component, scene, window, today, () => null), parse(when.than)) !== false;
    const left = stays ? before : NONE_AT_ALL;
    return { base, quota, attainment, toDate: left, exact: left, before };
  }
  const amount = base === null ? null : chain(component, scene, base, rounding, window);
  // cannot be told: this period earns nothing, and nothing is taken back; without sales to date nothing was earned to date
  if (amount === null && (base === null || sign(base) === 0)) return { base, quota, attainment, toDate: NONE_AT_ALL, exact: NONE_AT_ALL, before };
  if (amount === null) return { base, quota, attainment, toDate: NONE_AT_ALL, exact: NONE_AT_ALL, before: NONE_AT_ALL };
  const toDate = rounding.at === 'payout' ? amount : round(amount, parse(rounding.to), rounding.mode);
  return { base, quota, attainment, toDate, exact: amount, before };
}

function chain(component: ComponentJson, scene: Scene, base: Fraction, rounding: RoundingJson, window: (measure: MeasureJson) => string): Known {
  const { stay, at } = scene;
  const on = stay.version.plan.measures.find((measure) => measure.name === component.on)!;
  const reach = reachOf(stay.version.periods, at, window(on));
  const records = daysIn(stay, { periods: [stay.version.periods[at]!], ownOnly: true });
  const now = recordOn(stay.world, stay.payee, records.at(-1)!)!;
  const target = (): Known => targetOf(component, scene);
  const term = (each: Term, record: PersonJson = now, targeted = target): Known => evaluate(each, component, scene, window, record, targeted);
  const { gate } = component;
  const isOpen = (): boolean => gate === null || holds(term(gate.of), parse(gate.than), gate.strict);
  // a gate that leaves a part is a multiplier (step 9): it is asked only when something came that far
  const leaves = gate?.otherwise != null && sign(parse(gate.otherwise)) !== 0;
  if (!leaves && !isOpen()) return NONE_AT_ALL;
  let from = NONE_AT_ALL;
  if (component.threshold !== null) {
    const { at: level, percent, paysFrom } = component.threshold;
    const place = percent ? attained(stay, at, component.on, window) : base;
    if (place === null) return null;
    if (compare(place, parse(level)) < 0) return NONE_AT_ALL;
    if (paysFrom === 'threshold') from = percent ? times(parse(level), quotaOver(stay, at, component.on, window) ?? NONE_AT_ALL) : parse(level);
  }
  const priced = (value: Fraction, day: Serial, row?: TransactionJson): Deal => ({ ...(row === undefined ? {} : { row }), value, term: (each) => term(each, recordOn(stay.world, stay.payee, day)) });
  const credited = () => rowsOf(dealsIn(stay, on, reach).map(({ credit, value }) => ({ credit, value: typeof value === 'string' ? WHOLE : value })));
  const ask: Ask = {
    base,
    from,
    term,
    quota: () => quotaOver(stay, at, component.on, window),
    attainment: () => attained(stay, at, component.on, window),
    target,
    // a mean is no sum of deals: the terms of the last record hold for it
    stretches: () => ((on.kind === 'sum' || on.kind === 'count') && on.mean === undefined ?
      stretches(stay, on, reach).map(([value, day]) => priced(value, day)) : [priced(base, records.at(-1)!)]),
    deals: () => credited().map((deal) => priced(deal.value, deal.credit.day, deal.credit.row)),
    role: () => now.role,
    holds: ({ of, than }) => told(term(of), parse(than)),
    inARow: ({ of, than }) => {
      let count = 0;
      for (let index = at; index >= 0; index--) {
        const own = index === at;
        const days = daysIn(stay, { periods: [stay.version.periods[index]!], ownOnly: own });
        // before and between the days in the plan there is neither hit nor miss
        if (days.length === 0) continue;
        const then: Scene = own ? scene : { ...scene, at: index, stay: { ...stay, version: { ...stay.version, own: stay.version.counted } }, earned: new Map() };
        const value = evaluate(of, component, then, window, recordOn(stay.world, stay.payee, days.at(-1)!)!, () => targetOf(component, then));
        if (told(value, parse(than)) !== true) break;
        count++;
      }
      return count;
    },
  };
  // without deals there is nothing to take one by one: the total decides
  const byDeal = (rounding.at === 'transaction' || component.eachDeal !== undefined) && ask.deals().length > 0 && BY_DEAL.includes(component.formula.kind);
  const paid = pay(component.formula, ask, byDeal);
  const each = 'each' in paid && component.eachDeal !== undefined ? held(component.eachDeal, paid.each, credited(), from, (each, day) => term(each, recordOn(stay.world, stay.payee, day))) : 'each' in paid ? paid.each : null;
  if (each === null && 'each' in paid) return null;
  let amount = each !== null ? sum(rounding.at === 'transaction' && byDeal ? each.map((one) => round(one, parse(rounding.to), rounding.mode)) : each) : (paid as { amount: Known }).amount;
  if (amount === null) return null;
  if (leaves && !isOpen()) amount = times(amount, parse(gate!.otherwise!));
  if (component.multiplier !== null && (sign(amount) >= 0 || component.multiplier.negative)) {
    const factor = factorOf(component.multiplier, term);
    if (factor === null) return null;
    amount = times(amount, factor);
  }
  for (const [what, limit] of [['floor', component.floor], ['cap', component.cap]] as const) {
    if (limit === null) continue;
    const limited = limitedBy(what, limit, amount, { key: component.id, accumulates: component.accumulates, components: [component] }, scene, (each, targeted) => term(each, now, targeted));
    if (limited === null) return null;
    amount = limited;
  }
  return amount;
}

/** The least and then the most of each deal that adds something; what a return names is taken back as it was paid. */
function held(limits: NonNullable<ComponentJson['eachDeal']>, paid: readonly Fraction[], deals: ReturnType<typeof rowsOf>, from: Fraction, term: (term: Term, day: Serial) => Known): readonly Fraction[] | null {
  let amounts = [...paid];
  for (const [what, limit] of [['least', limits.least], ['most', limits.most]] as const) {
    if (limit === null) continue;
    const before = amounts;
    let unknown = false;
    const changed = new Set<number>();
    amounts = before.map((amount, index) => {
      const until = sum(deals.slice(0, index + 1).map(({ value }) => value));
      const above = (x: Fraction): Fraction => (sign(from) === 0 || compare(x, from) > 0 ? x : from);
      const { value, credit } = deals[index]!;
      if (sign(value) <= 0 || compare(above(until), above(minus(until, value))) <= 0) return amount;
      const whole = term(limit, credit.day);
      if (whole === null) unknown = true;
      const bound = times(whole ?? NONE_AT_ALL, credit.share);
      if (what === 'least' ? compare(amount, bound) >= 0 : compare(amount, bound) <= 0) return amount;
      changed.add(index);
      return bound;
    });
    if (unknown) return null;
    if (!limits.named) continue;
    const back = new Map<number, Fraction>();
    deals.forEach(({ value, credit }, index) => {
      const original = sign(value) < 0 ? deals.findIndex((deal) => deal.credit.row.id === credit.row.original) : -1;
      if (!changed.has(original)) return;
      const sold = deals[original]!.value;
      const already = back.get(original) ?? NONE_AT_ALL;
      const total = plus(already, minus(NONE_AT_ALL, value));
      const now = minus(compare(total, sold) > 0 ? sold : total, already);
      back.set(original, plus(already, now));
      amounts[index] = minus(NONE_AT_ALL, times(amounts[original]!, over(now, sold)));
    });
  }
  return amounts;
}

const told = (value: Known, than: Fraction): boolean | null => (value === null ? null : compare(value, than) >= 0);
const holds = (value: Known, than: Fraction, strict: boolean): boolean => value !== null && (strict ? compare(value, than) > 0 : compare(value, than) >= 0);

/** All factors whose condition holds: one after the other, or their parts above one added. */
function factorOf(multiplier: MultiplierJson, term: (term: Term) => Known): Known {
  const { combine, of } = multiplier.more ?? { combine: 'product' as const, of: [multiplier] };
  let all = WHOLE;
  for (const { times: by, table, when } of of) {
    if (when !== null && !holds(term(when.of), parse(when.than), false)) continue;
    const factor = table === undefined ? term(by) : inTable(table, term(table.by));
    if (factor === null) return null;
    all = combine === 'product' ? times(all, factor) : plus(all, minus(factor, WHOLE));
  }
  return all;
}

/** The factor at a place: of the last band begun, or on the line between the neighbours. */
function inTable({ from, gives, below, upperInclusive, above }: FactorTableJson, place: Known): Known {
  if (place === null) return null;
  const begun = from.filter((edge) => compare(place, parse(edge)) > 0 || (compare(place, parse(edge)) === 0 && !upperInclusive)).length;
  if (begun === 0) return parse(below ?? gives[0]!);
  const last = gives.length - 1;
  if (above === null || (begun > last && (above === 'flat' || last === 0))) return parse(gives[begun - 1]!);
  const index = Math.min(begun, last);
  const [x1, x2, y1, y2] = [from[index - 1]!, from[index]!, gives[index - 1]!, gives[index]!].map(parse) as [Fraction, Fraction, Fraction, Fraction];
  return plus(y1, over(times(minus(place, x1), minus(y2, y1)), minus(x2, x1)));
}

/** Consecutive days with one record of the person, each with what was credited in them. */
function stretches(stay: Stay, on: MeasureJson, reach: ReturnType<typeof reachOf>): [Fraction, Serial][] {
  const deals = dealsIn(stay, on, reach);
  const groups: { record: PersonJson | undefined; days: Set<Serial> }[] = [];
  for (const day of daysIn(stay, reach)) {
    const record = recordOn(stay.world, stay.payee, day);
    if (groups.at(-1)?.record !== record || groups.length === 0) groups.push({ record, days: new Set() });
    groups.at(-1)!.days.add(day);
  }
  return groups.map(({ days }) => [aggregate(on.kind, deals.filter((deal) => days.has(deal.credit.day)).map((deal) => deal.value))!, [...days][0]!]);
}

function evaluate(term: Term, component: ComponentJson, scene: Scene, window: (measure: MeasureJson) => string, record: PersonJson, targeted: () => Known): Known {
  const { stay, at } = scene;
  const again = (each: Term): Known => evaluate(each, component, scene, window, record, targeted);
  switch (term[0]) {
    case 'number':
      return parse(term[1]);
    case 'rate':
      return parse(record.rate);
    case 'measure':
      return measured(stay, at, term[1], window);
    case 'attainment':
      return attained(stay, at, term[1], window);
    case 'quota':
      return quotaOver(stay, at, term[1], window);
    case 'payout':
      return scene.earned.get(term[1]) ?? null;
    case 'target':
      return targeted();
    case 'icr': {
      const target = targeted();
      const quota = quotaOver(stay, at, component.on, window);
      return target === null || quota === null || sign(quota) === 0 ? null : over(target, quota);
    }
    default: {
      const [left, right] = [again(term[1]), again(term[2])];
      if (left === null || right === null) return null;
      if (term[0] === '/') return sign(right) === 0 ? null : over(left, right);
      return { '*': times, '+': plus, '-': minus }[term[0]](left, right);
    }
  }
}

function asksForAttainment({ formula, threshold, gate, multiplier, floor, cap, on }: ComponentJson): boolean {
  const inTerm = (term: Term): boolean => {
    const [head, ...rest] = term;
    if (head === 'icr') return true;
    if (head === 'attainment' || head === 'quota') return rest[0] === on;
    return (rest as unknown[]).some((part) => Array.isArray(part) && inTerm(part as unknown as Term));
  };
  const deep = (value: unknown): boolean => {
    if (!Array.isArray(value)) return typeof value === 'object' && value !== null && Object.values(value).some(deep);
    return typeof value[0] === 'string' && value.length <= 3 ? inTerm(value as unknown as Term) : value.some(deep);
  };
  const byItself = (each: FormulaJson): boolean => ('by' in each && each.by === 'attainment') || each.kind === 'accelerate' || each.kind === 'rising-rate' || (each.kind === 'each-deal' && byItself(each.of)) || (each.kind === 'choose' && Object.values(each.ways).some(byItself)) || (each.kind === 'best-of' && each.of.some(byItself));
  return byItself(formula) || threshold?.percent === true || deep(formula) || deep(gate) || deep(multiplier?.more ?? multiplier) || deep(floor) || deep(cap);
}
