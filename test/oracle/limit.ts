/** Floor and cap, on a component or on the sum of a plan, from CENTS: what counts is the whole of the limit's window. */
import { greater, lesser, minus, NONE_AT_ALL, over, plus, sign, sum, times, WHOLE, type Fraction } from './fraction.ts';
import { daysIn, type Known } from './measure.ts';
import { asCounted, countOf, daysFrom, weightOf } from './presence.ts';
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
  const window = limit.over;
  const taken = place.accumulates === null ? NONE_AT_ALL : scene.before(place.key, place.accumulates);
  const earned = window === null || window === 'period' ? NONE_AT_ALL : scene.before(place.key, window);
  const part = window === null ? y : minus(y, taken);
  if (what === 'cap' && sign(part) <= 0) return y;
  if (what === 'floor') {
    if (window !== null && window !== 'period' && !scene.isLast(window)) return y;
    if (!limit.evenIfZero && sign(plus(earned, part)) <= 0) return y;
  }
  const stated = term(limit.at, () => targetFor(what, limit, place, scene));
  if (stated === null) return null;
  const scale = scene.stay.version.plan.prorate.includes(what) && !readsTarget(limit.at) ? stayOf(what, limit.over ?? place.accumulates ?? 'period', scene) : WHOLE;
  const amount = times(stated, scale);
  if (window === null) return what === 'floor' ? greater(y, amount) : lesser(y, greater(amount, NONE_AT_ALL));
  const bound = plus(amount, minus(taken, earned));
  return what === 'floor' ? greater(y, bound) : greater(taken, lesser(y, bound));
}

/** The target of the limit's own time. */
function targetFor(what: 'floor' | 'cap', { over: window }: LimitJson, place: Place, scene: Scene): Known {
  const { version } = scene.stay;
  const scaled = scaledFor(version, what);
  const each = place.components.map((component): Known => {
    if (window !== null && window !== 'period') return targetOfWindow(component.id, scene, window, scaled);
    if (window === null && place.accumulates !== null) return targetOf(component, scene, scaled(version));
    return targetInPeriod(component, scene, scaled(version));
  });
  return each.includes(null) ? null : sum(each as Fraction[]);
}

const readsTarget = (term: Term): boolean => term[0] === 'target' || term[0] === 'icr' || term.slice(1).some((part) => Array.isArray(part) && readsTarget(part as unknown as Term));

/** Days in plan ÷ days: of this part of the period, or of the whole window over the versions that continue one another. */
function stayOf(what: 'cap' | 'floor', window: 'period' | WindowWord, { stay, at }: Scene): Fraction {
  const { version } = stay;
  const current = version.periods[at]!;
  const periods = window === 'period' ? [current] : version.periods.filter((period) => period[window] === current[window]);
  const whole = periods.flatMap(({ first, last }) => daysFrom(first, last));
  const all = countOf(version, whole);
  // each day as the version that it is under counts it, each period from its own first day
  const versions = window === 'period' ? [version] : version.group;
  const days = versions.flatMap((each) => periods.flatMap((period) => daysIn({ ...stay, version: each }, { periods: [period], ownOnly: true }).map((day) => weightOf(what, stay.world, asCounted(each, whole), stay.payee, day, period.first, undefined, true))));
  return over(sum(days), all);
}
