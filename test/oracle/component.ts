/** One component of one person and period, step by step in the order of operations. Shares nothing with `src/`. */
import type { Serial } from './day.ts';
import { compare, fraction, greater, lesser, minus, NONE_AT_ALL, over, parse, plus, round, sign, sum, times, WHOLE, type Fraction } from './fraction.ts';
import { attained, daysIn, dealsIn, measured, quotaOver, reachOf, windowFor, aggregate, type Known, type Stay } from './measure.ts';
import { pay, type Ask, type Deal } from './pay.ts';
import { recordOn } from './people.ts';
import type { ComponentJson, LimitJson, MeasureJson, PersonJson, RoundingJson, Term, WindowWord } from './world.ts';

/** What surrounds a component: who, when, and what was earned before. */
export interface Scene {
  readonly stay: Stay;
  /** Index into the version's periods. */
  readonly at: number;
  readonly rounding: RoundingJson;
  /** Earned earlier in the same window under the same key. */
  before(key: string, window: WindowWord): Fraction;
  /** Whether the person has no later day in the plan within the window. */
  isLast(window: WindowWord): boolean;
  /** Other components of this payout. */
  readonly earned: ReadonlyMap<string, Fraction>;
}

export interface Result {
  readonly base: Known;
  readonly quota: Known;
  readonly attainment: Known;
  /** To date, before what was earned earlier is deducted; rounded unless that happens at the payout. */
  readonly toDate: Fraction;
  readonly before: Fraction;
}

export function work(component: ComponentJson, scene: Scene): Result {
  const { stay, at } = scene;
  const window = (measure: MeasureJson): string => windowFor(measure, component.accumulates);
  const base = measured(stay, at, component.on, window);
  const rounding = component.rounding ?? scene.rounding;
  const before = component.accumulates === null ? NONE_AT_ALL : scene.before(component.id, component.accumulates);
  const asks = asksForAttainment(component);
  const quota = asks ? quotaOver(stay, at, component.on, window) : null;
  const attainment = asks ? attained(stay, at, component.on, window) : null;
  const amount = base === null ? NONE_AT_ALL : chain(component, scene, base, rounding, window);
  const toDate = rounding.at === 'payout' ? amount : round(amount, parse(rounding.to), rounding.mode);
  return { base, quota, attainment, toDate, before };
}

function chain(component: ComponentJson, scene: Scene, base: Fraction, rounding: RoundingJson, window: (measure: MeasureJson) => string): Fraction {
  const { stay, at } = scene;
  const on = stay.version.plan.measures.find((measure) => measure.name === component.on)!;
  const reach = reachOf(stay.version.periods, at, window(on));
  const records = daysIn(stay, { periods: [stay.version.periods[at]!], ownOnly: true });
  const now = recordOn(stay.world, stay.payee, records.at(-1)!)!;
  const term = (each: Term, record: PersonJson = now, over: 'period' | WindowWord = 'period'): Known => evaluate(each, component, scene, window, record, over);
  const open = component.gate === null ? true : holds(term(component.gate.of), parse(component.gate.than), component.gate.strict);
  if (!open && (component.gate!.otherwise === null || sign(parse(component.gate!.otherwise)) === 0)) return NONE_AT_ALL;
  let from = NONE_AT_ALL;
  if (component.threshold !== null) {
    const { at: level, percent, paysFrom } = component.threshold;
    const place = percent ? attained(stay, at, component.on, window) : base;
    if (place === null || compare(place, parse(level)) < 0) return NONE_AT_ALL;
    if (paysFrom === 'threshold') from = percent ? times(parse(level), quotaOver(stay, at, component.on, window) ?? NONE_AT_ALL) : parse(level);
  }
  const priced = (value: Fraction, day: Serial): Deal => ({ value, term: (each) => term(each, recordOn(stay.world, stay.payee, day)) });
  const ask: Ask = {
    base,
    from,
    term,
    quota: () => quotaOver(stay, at, component.on, window),
    attainment: () => attained(stay, at, component.on, window),
    target: () => term(['target']),
    stretches: () => (on.kind === 'sum' || on.kind === 'count' ? stretches(stay, on, reach).map(([value, day]) => priced(value, day)) : [priced(base, records.at(-1)!)]),
    deals: () => dealsIn(stay, on, reach).map((deal) => priced(typeof deal.value === 'string' ? WHOLE : deal.value, deal.credit.day)),
  };
  // without deals there is nothing to take one by one: the total decides
  const byDeal = rounding.at === 'transaction' && ask.deals().length > 0 && ['rate', 'per-unit', 'tiers', 'interpolated', 'accelerate'].includes(component.formula.kind);
  const paid = pay(component.formula, ask, byDeal);
  let amount = 'each' in paid ? sum(byDeal ? paid.each.map((each) => round(each, parse(rounding.to), rounding.mode)) : paid.each) : paid.amount;
  if (amount === null) return NONE_AT_ALL;
  if (!open) amount = times(amount, parse(component.gate!.otherwise!));
  if (component.multiplier !== null) {
    const { times: factor, when, negative } = component.multiplier;
    if (when === null || holds(term(when.of), parse(when.than), false)) {
      const by = term(factor);
      if (by === null) return NONE_AT_ALL;
      if (sign(amount) >= 0 || negative) amount = times(amount, by);
    }
  }
  for (const [what, limit] of [['floor', component.floor], ['cap', component.cap]] as const) {
    if (limit === null) continue;
    const limited = limitedBy(what, limit, amount, component.accumulates, scene, component.id, (each) => term(each, now, limit.over));
    if (limited === null) return NONE_AT_ALL;
    amount = limited;
  }
  return amount;
}

const holds = (value: Known, than: Fraction, strict: boolean): boolean => value !== null && (strict ? compare(value, than) > 0 : compare(value, than) >= 0);

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

/** Floor and cap, on a component (with `key` its id) or on the sum of a plan. Null: the limit has no value. */
export function limitedBy(what: 'floor' | 'cap', limit: LimitJson, amount: Fraction, accumulates: WindowWord | null, scene: Scene, key: string, term: (term: Term) => Known): Known {
  const length = { quarter: 1, half: 2, year: 3 };
  const contained = accumulates !== null && limit.over !== 'period' && length[accumulates] >= length[limit.over];
  const before = limit.over === 'period' || contained ? NONE_AT_ALL : scene.before(key, limit.over);
  if (what === 'cap' && sign(amount) <= 0) return amount;
  if (what === 'floor') {
    if (limit.over !== 'period' && !scene.isLast(limit.over)) return amount;
    if (!limit.evenIfZero && sign(plus(amount, before)) <= 0) return amount;
  }
  const stated = term(limit.at);
  if (stated === null) return null;
  const left = minus(times(stated, prorated(what, limit.over === 'period' ? accumulates : limit.over, scene)), before);
  return what === 'floor' ? greater(amount, left) : lesser(amount, greater(left, NONE_AT_ALL));
}

/** Days in plan ÷ days of the period, or of the whole window. */
function prorated(what: 'floor' | 'cap', window: WindowWord | null, { stay, at }: Scene): Fraction {
  const { version } = stay;
  if (!version.plan.prorate.includes(what)) return WHOLE;
  const current = version.periods[at]!;
  const periods = window === null ? [current] : version.periods.filter((period) => period[window] === current[window]);
  const days = daysIn(stay, { periods, ownOnly: window === null }).length;
  return fraction(BigInt(days), BigInt(periods.at(-1)!.last - periods[0]!.first + 1));
}

function evaluate(term: Term, component: ComponentJson, scene: Scene, window: (measure: MeasureJson) => string, record: PersonJson, limitOver: 'period' | WindowWord): Known {
  const { stay, at } = scene;
  const again = (each: Term): Known => evaluate(each, component, scene, window, record, limitOver);
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
      return targetOf(component, scene, limitOver);
    case 'icr': {
      const target = targetOf(component, scene, limitOver);
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

/** The target of the window (of the `whole` one, where a limit holds over it): each period its part of the year (half, quarter), day by day where targets are prorated. */
export function targetOf(component: ComponentJson, { stay, at }: Pick<Scene, 'stay' | 'at'>, whole: 'period' | WindowWord = 'period'): Known {
  const { world, version, payee } = stay;
  const stated = component.target ?? (component.weight === null ? null : { amount: 'target_incentive', per: 'year' as const });
  if (stated === null) return null;
  const reach =
    whole === 'period' ? reachOf(version.periods, at, component.accumulates === null ? 'period' : `${component.accumulates}-to-date`)
    : { periods: version.periods.filter((period) => period[whole] === version.periods[at]![whole]), ownOnly: false };
  let total: Fraction = NONE_AT_ALL;
  for (const period of reach.periods) {
    const days = daysIn(stay, { periods: [period], ownOnly: reach.ownOnly });
    if (days.length === 0) continue;
    const { per } = stated;
    const parts = per === 'period' ? 1 : version.periods.filter((each) => each[per] === period[per]).length;
    const on = (day: Serial): Known => {
      const amount = stated.amount === 'target_incentive' ? recordOn(world, payee, day)!.target : stated.amount;
      return amount === null ? (component.target === null ? NONE_AT_ALL : null) : over(parse(amount), fraction(BigInt(parts)));
    };
    const each = version.plan.prorate.includes('target') ? days : days.slice(-1);
    for (const day of each) {
      const value = on(day);
      if (value === null) return null;
      total = plus(total, each === days ? over(value, fraction(BigInt(period.last - period.first + 1))) : value);
    }
  }
  return component.weight === null ? total : times(total, parse(component.weight));
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
  if ('by' in formula && formula.by === 'attainment') return true;
  return formula.kind === 'accelerate' || threshold?.percent === true || deep(formula) || deep(gate) || deep(multiplier) || deep(floor) || deep(cap);
}
