/** Floor and cap, on a component or on the sum of a plan, from CENTS: what counts is the whole of the limit's window. */
import type { Span } from './calendar.ts';
import { fraction, greater, lesser, minus, NONE_AT_ALL, plus, sign, sum, times, WHOLE, type Fraction } from './fraction.ts';
import { daysIn, type Known } from './measure.ts';
import { scaledFor, targetInPeriod, targetOf, targetOfWindow } from './target.ts';
import type { Scene } from './component.ts';
import type { ComponentJson, LimitJson, Term, WindowWord } from './world.ts';

/** Where a limit stands: on one component, or on the sum of several. */
export interface Place {
  /** Under which it is remembered what was earned. */
  readonly key: string;
  readonly accumulates: WindowWord | null;
  /** Those whose targets `target` means. */
  readonly components: readonly ComponentJson[];
}

/** The amount after the limit; null: the limit cannot be told. `term` reads a formula with the given target. */
export function limitedBy(what: 'floor' | 'cap', limit: LimitJson, y: Fraction, place: Place, scene: Scene, term: (term: Term, target: () => Known) => Known): Known {
  const { over } = limit;
  const taken = place.accumulates === null ? NONE_AT_ALL : scene.before(place.key, place.accumulates);
  const earned = over === null || over === 'period' ? NONE_AT_ALL : scene.before(place.key, over);
  const part = over === null ? y : minus(y, taken);
  if (what === 'cap' && sign(part) <= 0) return y;
  if (what === 'floor') {
    if (over !== null && over !== 'period' && !scene.isLast(over)) return y;
    if (!limit.evenIfZero && sign(plus(earned, part)) <= 0) return y;
  }
  const stated = term(limit.at, () => targetFor(what, limit, place, scene));
  if (stated === null) return null;
  const scale = scene.stay.version.plan.prorate.includes(what) && !readsTarget(limit.at) ? stayOf(over ?? place.accumulates ?? 'period', scene) : WHOLE;
  const amount = times(stated, scale);
  if (over === null) return what === 'floor' ? greater(y, amount) : lesser(y, greater(amount, NONE_AT_ALL));
  const bound = plus(amount, minus(taken, earned));
  return what === 'floor' ? greater(y, bound) : greater(taken, lesser(y, bound));
}

/** The target of the limit's own time. */
function targetFor(what: 'floor' | 'cap', { over }: LimitJson, place: Place, scene: Scene): Known {
  const { version } = scene.stay;
  const scaled = scaledFor(version, what);
  const each = place.components.map((component): Known => {
    if (over !== null && over !== 'period') return targetOfWindow(component.id, scene, over, scaled);
    if (over === null && place.accumulates !== null) return targetOf(component, scene, scaled(version));
    return targetInPeriod(component, scene, scaled(version));
  });
  return each.includes(null) ? null : sum(each as Fraction[]);
}

const readsTarget = (term: Term): boolean => term[0] === 'target' || term[0] === 'icr' || term.slice(1).some((part) => Array.isArray(part) && readsTarget(part as unknown as Term));

/** Days in plan ÷ days: of this part of the period, or of the whole window over the versions that continue one another. */
function stayOf(window: 'period' | WindowWord, { stay, at }: Scene): Fraction {
  const { version } = stay;
  const current = version.periods[at]!;
  const length = (periods: readonly Span[]): bigint => BigInt(periods.reduce((days, { first, last }) => days + last - first + 1, 0));
  if (window === 'period') return fraction(BigInt(daysIn(stay, { periods: [current], ownOnly: true }).length), length([current]));
  const periods = version.periods.filter((period) => period[window] === current[window]);
  const days = version.group.flatMap((each) => daysIn({ ...stay, version: each }, { periods, ownOnly: true }));
  return fraction(BigInt(days.length), length(periods));
}
