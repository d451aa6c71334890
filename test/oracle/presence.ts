/** What a day counts where something is scaled by time, asked day by day. Shares nothing with `src/`. */
import type { Version } from './credit.ts';
import { date, serial, type Serial } from './day.ts';
import { fraction, minus, NONE_AT_ALL, over, parse, sign, sum, times, WHOLE, type Fraction } from './fraction.ts';
import { serviceOn } from './people.ts';
import type { World } from './world.ts';

export type Scaled = 'quota' | 'target' | 'cap' | 'floor' | 'draw';

/** Worked out once for each month. */
const lengths = new Map<string, bigint>();
function lengthOf(month: string): bigint {
  const known = lengths.get(month);
  if (known !== undefined) return known;
  let length = 0n;
  for (let each = serial(`${month}-01`); date(each).slice(0, 7) === month; each++) length++;
  lengths.set(month, length);
  return length;
}

/** A day as the plan counts it, whoever is there. */
function counted({ plan }: Version, day: Serial): Fraction {
  const { count, holidays } = plan.days ?? { count: 'days', holidays: [] };
  if (count === 'days') return WHOLE;
  // the Julian day number of a Monday is a multiple of seven
  if (count === 'weekdays') return day % 7 < 5 && !holidays.includes(date(day)) ? WHOLE : NONE_AT_ALL;
  return fraction(1n, lengthOf(date(day).slice(0, 7)));
}

/** All days from the first to the last; a time without any weekday is counted in days. */
export function countOf(version: Version, days: readonly Serial[]): Fraction {
  if ((version.plan.days?.count ?? 'days') === 'days') return fraction(BigInt(days.length));
  const all = sum(days.map((day) => counted(version, day)));
  return sign(all) === 0 ? fraction(BigInt(days.length)) : all;
}

/** The version as it counts a whole: in days where none of the whole is a weekday. */
export function asCounted(version: Version, whole: readonly Serial[]): Version {
  const { plan } = version;
  return plan.days === undefined || sign(sum(whole.map((day) => counted(version, day)))) !== 0 ? version : { ...version, plan: { ...plan, days: { ...plan.days, count: 'days' } } };
}

/** What some days are of a whole: by days alone where none of the whole is counted, so that the parts always make the whole. */
export function partOfDays(version: Version, days: readonly Serial[], whole: readonly Serial[]): Fraction {
  const [part, all] = [days, whole].map((each) => sum(each.map((day) => counted(asCounted(version, whole), day)))) as [Fraction, Fraction];
  return over(part, all);
}

export const daysFrom = (first: Serial, last: Serial): Serial[] => Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** What a day of the person counts for: nothing on leave, and the share of the ramp for quotas. `start`: the first day of the period; `prorated`: by days. */
export function weightOf(what: Scaled, world: World, version: Version, payee: string, day: Serial, start: Serial, measure?: string, prorated = version.plan.prorate.includes(what)): Fraction {
  const { days, ramp } = version.plan;
  const since = serviceOn(world, payee, day);
  if (days !== undefined && (what === 'quota' || what === 'target') && days.leave.includes(what) && (world.leaves ?? []).some((leave) => leave.payee === payee && serial(leave.from) <= day && (leave.to === null || day <= serial(leave.to)))) return NONE_AT_ALL;
  if (prorated && days?.firstDay === false && day === since && since > start) return NONE_AT_ALL;
  let weight = counted(version, day);
  if (what !== 'quota') return weight;
  if (ramp !== undefined) {
    const month = (text: string): number => parseInt(text.slice(0, 4), 10) * 12 + parseInt(text.slice(5, 7), 10);
    const service = month(date(day)) - month(date(since)) + 1;
    const step = ramp.find(({ to }) => service <= to);
    if (step !== undefined) weight = times(weight, parse(step.quota));
  }
  const relief = (world.reliefs ?? []).find((one) => one.payee === payee && (one.measure === null || one.measure === measure) && serial(one.from) <= day && day <= serial(one.to));
  return relief === undefined ? weight : times(weight, minus(WHOLE, parse(relief.share)));
}

/** The part of a whole that the person's days stand for: of all its days where that is prorated, else of those in the plan. */
export function shareOf(what: Scaled, world: World, version: Version, payee: string, own: readonly Serial[], whole: readonly Serial[], start: Serial, measure?: string): Fraction {
  const prorated = version.plan.prorate.includes(what);
  const all = countOf(version, prorated ? whole : own);
  const weights = own.map((day) => weightOf(what, world, asCounted(version, prorated ? whole : own), payee, day, start, measure));
  return sign(all) === 0 ? WHOLE : over(sum(weights), all);
}
