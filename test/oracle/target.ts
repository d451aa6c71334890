/** Target incentives, day by day: of one period, to date, or of a whole window over the versions that continue one another. */
import type { Span } from './calendar.ts';
import type { Version } from './credit.ts';
import type { Serial } from './day.ts';
import { fraction, minus, over, parse, plus, NONE_AT_ALL, sum, times, type Fraction } from './fraction.ts';
import { daysIn, reachOf, type Known, type Stay } from './measure.ts';
import { recordOn } from './people.ts';
import { asCounted, countOf, daysFrom, weightOf } from './presence.ts';
import type { ComponentJson, WindowWord } from './world.ts';

type Scaled = (version: Version) => boolean;
interface Spot {
  readonly stay: Stay;
  readonly at: number;
}

const listed: Scaled = ({ plan }) => plan.prorate.includes('target');

/** What the component promises for the period, were the day like all its days; null where it promises nothing. */
function promised(version: Version, component: ComponentJson, { world, payee }: Stay, period: Span, day: Serial): Known {
  const stated = component.target ?? (component.weight === null ? null : { amount: 'target_incentive', per: 'year' as const });
  if (stated === null) return null;
  const role = recordOn(world, payee, day)!.role;
  if (component.onlyFor !== undefined && component.onlyFor.role !== role) return NONE_AT_ALL;
  // the weights of those that are not for the person are shared by the others
  const shared = sum(version.plan.components.filter(({ onlyFor }) => onlyFor?.otherwise === 're-spread' && onlyFor.role !== role).map(({ weight }) => parse(weight!)));
  const { per } = stated;
  const parts = per === 'period' ? 1 : version.periods.filter((each) => each[per] === period[per]).length;
  const amount = stated.amount === 'target_incentive' ? recordOn(world, payee, day)!.target : stated.amount;
  if (amount === null) return component.target === null ? NONE_AT_ALL : null;
  return times(over(parse(amount), fraction(BigInt(parts))), component.weight === null ? fraction(1n) : over(parse(component.weight), minus(fraction(1n), shared)));
}

/** Each day its part: of the days of the period where targets are scaled, else of the days in plan. */
function weighed(days: readonly { readonly value: Fraction; readonly scaled: boolean; readonly day: Serial; readonly version: Version }[], period: Span, { world, payee }: Stay): Fraction {
  const wholes = new Map<string, { readonly all: Fraction; readonly counting: Version }>();
  const wholeOf = (version: Version, scaled: boolean): { readonly all: Fraction; readonly counting: Version } => {
    const key = `${version.plan.effective[0]} ${scaled}`;
    const whole = scaled ? daysFrom(period.first, period.last) : days.map((one) => one.day);
    if (!wholes.has(key)) wholes.set(key, { all: countOf(version, whole), counting: asCounted(version, whole) });
    return wholes.get(key)!;
  };
  return sum(
    days.map(({ value, scaled, day, version }) => {
      const { all, counting } = wholeOf(version, scaled);
      return over(times(value, weightOf('target', world, counting, payee, day, period.first, undefined, scaled)), all);
    }),
  );
}

/** The component's target over the periods by its own version's words; null where it has none. */
function summed(component: ComponentJson, { stay }: Spot, periods: readonly Span[], ownOnly: boolean, scaled: boolean): Known {
  let total = NONE_AT_ALL;
  for (const period of periods) {
    const own = daysIn(stay, { periods: [period], ownOnly });
    const days = own.map((day) => promised(stay.version, component, stay, period, day));
    if (days.includes(null)) return null;
    total = plus(total, weighed((days as Fraction[]).map((value, at) => ({ value, scaled, day: own[at]!, version: stay.version })), period, stay));
  }
  return component.target === null && component.weight === null ? null : total;
}

/** Of the period; in a component that accumulates, to date. */
export function targetOf(component: ComponentJson, spot: Spot, scaled = listed(spot.stay.version)): Known {
  const window = component.accumulates === null ? 'period' : `${component.accumulates}-to-date`;
  const reach = reachOf(spot.stay.version.periods, spot.at, window);
  return summed(component, spot, reach.periods, reach.ownOnly, scaled);
}

/** Of the single period, whatever the component accumulates. */
export function targetInPeriod(component: ComponentJson, spot: Spot, scaled: boolean): Known {
  return summed(component, spot, [spot.stay.version.periods[spot.at]!], true, scaled);
}

/** Of the whole window: every day of the group at the target of its own version for the component of that name; others add nothing. */
export function targetOfWindow(id: string, { stay, at }: Spot, window: WindowWord, scaled: Scaled): Fraction {
  const { version } = stay;
  const current = version.periods[at]!;
  return sum(
    version.periods
      .filter((period) => period[window] === current[window])
      .map((period) => {
        const days = version.group.flatMap((each) => {
          const component = each.plan.components.find((one) => one.id === id);
          return component === undefined ? [] : daysIn({ ...stay, version: each }, { periods: [period], ownOnly: true }).map((day) => ({ value: promised(each, component, stay, period, day), scaled: scaled(each), day, version: each }));
        });
        return weighed(days.filter((day): day is { value: Fraction; scaled: boolean; day: Serial; version: Version } => day.value !== null), period, stay);
      }),
  );
}

export const scaledFor = (acting: Version, what: 'cap' | 'floor'): Scaled => (version) => listed(version) || acting.plan.prorate.includes(what);
