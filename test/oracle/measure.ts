/** Measures over their windows and quotas by period, each from its definition. Shares nothing with `src/`. */
import type { Span } from './calendar.ts';
import { rateOn, Refusal, valueIn, type Credit, type Version } from './credit.ts';
import { serial, type Serial } from './day.ts';
import { compare, fraction, greater, lesser, minus, NONE_AT_ALL, over, parse, plus, round, sign, sum, text, times, whole, WHOLE, type Fraction } from './fraction.ts';
import { daysFrom, partOfDays, shareOf } from './presence.ts';
import type { MeasureJson, World, WindowWord } from './world.ts';

/** A number, or null: not applicable. */
export type Known = Fraction | null;

/** One person under one version: what was credited to them. */
export interface Stay {
  readonly world: World;
  readonly version: Version;
  readonly payee: string;
  readonly credits: readonly Credit[];
}

/** The periods a window reads, seen from one period; `ownOnly`: only days under this very version. */
export interface Reach {
  readonly periods: readonly Span[];
  readonly ownOnly: boolean;
}

export function reachOf(periods: readonly Span[], at: number, window: string): Reach {
  const current = periods[at]!;
  if (window === 'period') return { periods: [current], ownOnly: true };
  if (window === 'previous') return { periods: at === 0 ? [] : [periods[at - 1]!], ownOnly: false };
  if (window.startsWith('rolling ')) {
    const count = parseInt(window.slice(8), 10);
    return { periods: periods.slice(Math.max(0, at - count + 1), at + 1), ownOnly: false };
  }
  const word = window.replace('-to-date', '') as WindowWord;
  return { periods: periods.filter((period, index) => index <= at && period[word] === current[word]), ownOnly: false };
}

/** The window a measure is read over in a component: its own if written, else the component's. */
export const windowFor = (measure: MeasureJson, accumulates: WindowWord | null): string => measure.window ?? (accumulates === null ? 'period' : `${accumulates}-to-date`);

/** Days of the person in the periods. */
export function daysIn(stay: Stay, reach: Reach): Serial[] {
  const days = (reach.ownOnly ? stay.version.own : stay.version.counted).get(stay.payee) ?? new Set<Serial>();
  return [...days].filter((day) => reach.periods.some((period) => day >= period.first && day <= period.last)).sort((a, b) => a - b);
}

/** The credits a measure counts there, each with its value, by day and id. */
export function dealsIn(stay: Stay, measure: MeasureJson, reach: Reach): { readonly credit: Credit; readonly value: Fraction | string }[] {
  const days = new Set(daysIn(stay, reach));
  const among = meanOf(stay, measure, reach);
  return stay.credits
    .flatMap((credit) => {
      if (!days.has(credit.day)) return [];
      const value = valueIn(stay.world, stay.version, measure, credit);
      return value === undefined ? [] : [{ credit, value: among === 1 || typeof value === 'string' ? value : over(value, whole(among)) }];
    })
    .sort((a, b) => a.credit.day - b.credit.day || (a.credit.row.id < b.credit.row.id ? -1 : 1));
}

/** By how many periods a mean is divided; 1 for what is no mean. */
function meanOf(stay: Stay, { mean, window }: MeasureJson, reach: Reach): number {
  if (mean === undefined || window === null || !window.startsWith('rolling ')) return 1;
  return mean === 'all' ? parseInt(window.slice(8), 10) : reach.periods.filter((period) => daysIn(stay, { periods: [period], ownOnly: reach.ownOnly }).length > 0).length;
}

/** Several credits of one row to the person are one deal of their sum. */
export function rowsOf(deals: readonly { readonly credit: Credit; readonly value: Fraction }[]): { readonly credit: Credit; readonly value: Fraction }[] {
  const ids = [...new Set(deals.map((deal) => deal.credit.row.id))];
  return ids.map((id) => {
    const own = deals.filter((deal) => deal.credit.row.id === id);
    return { credit: { ...own[0]!.credit, share: sum(own.map((deal) => deal.credit.share)) }, value: sum(own.map((deal) => deal.value)) };
  });
}

export function measured(stay: Stay, at: number, name: string, window: (measure: MeasureJson) => string): Known {
  const measure = stay.version.plan.measures.find((each) => each.name === name)!;
  if (measure.kind === 'ratio') {
    const side = (each: MeasureJson): string => (measure.window !== null && each.window === null ? measure.window : window(each));
    const above = measured(stay, at, measure.ratio![0], side);
    const below = measured(stay, at, measure.ratio![1], side);
    return above === null || below === null || sign(below) === 0 ? null : over(above, below);
  }
  const reach = reachOf(stay.version.periods, at, window(measure));
  if (reach.periods.length === 0) return null;
  return aggregate(measure.kind, dealsIn(stay, measure, reach).map((deal) => deal.value));
}

export function aggregate(kind: MeasureJson['kind'], values: readonly (Fraction | string)[]): Known {
    if (kind === 'distinct') return whole(new Set(values.map((value) => (typeof value === 'string' ? value : text(value)))).size);
  const numbers = values as readonly Fraction[];
  if (kind === 'sum' || kind === 'count') return sum(numbers);
  if (numbers.length === 0) return null;
  return numbers.reduce(kind === 'min' ? lesser : greater);
}

/** The quota over a window: the sum over the periods in which the person is in the plan. */
export function quotaOver(stay: Stay, at: number, name: string, window: (measure: MeasureJson) => string): Known {
  const measure = stay.version.plan.measures.find((each) => each.name === name)!;
  const reach = reachOf(stay.version.periods, at, window(measure));
  const parts: Fraction[] = [];
  for (const period of reach.periods) {
    const days = daysIn(stay, { periods: [period], ownOnly: reach.ownOnly });
    if (days.length === 0) continue;
    const quota = quotaIn(stay, measure, period, days);
    if (quota === null) {
      if (answerFor(measure, 'missing') === 'error') throw new Refusal('R001');
      return null;
    }
    parts.push(quota);
  }
  return parts.length === 0 ? null : over(sum(parts), whole(meanOf(stay, measure, reach)));
}

export const answerFor = (measure: MeasureJson, what: 'zero' | 'missing'): string => measure.quota?.[what] ?? 'error';

function quotaIn(stay: Stay, measure: MeasureJson, period: Span, days: readonly Serial[]): Known {
  const { world, version } = stay;
  // a record that touches none of the person's days is somebody's quota elsewhere
  const records = world.quotas.filter((quota) => quota.payee === stay.payee && quota.measure === measure.name && days.some((day) => serial(quota.from) <= day && day <= serial(quota.to)));
  if (days.some((day) => !records.some((record) => serial(record.from) <= day && serial(record.to) >= day))) return null;
  return sum(
    records.map((record) => {
      const first = Math.max(serial(record.from), period.first);
      const last = Math.min(serial(record.to), period.last);
      const part = times(partOf(version, measure, record, period), measure.value === 'quantity' || measure.kind === 'count' || measure.kind === 'distinct' ? WHOLE : rateOn(world, world.currency, version.plan.currency, serial(record.from)));
      return times(part, shareOf('quota', world, version, stay.payee, days.filter((day) => day >= first && day <= last), daysFrom(first, last), period.first, measure.name));
    }),
  );
}

/** What a record gives a period before proration. */
function partOf(version: Version, measure: MeasureJson, record: { from: string; to: string; amount: string }, period: Span): Fraction {
  const from = serial(record.from);
  const to = serial(record.to);
  const amount = parse(record.amount);
  if (from >= period.first && to <= period.last) return amount;
  const phasing = measure.quota?.phasing ?? 'exact';
  if (phasing === 'exact') throw new Refusal('R004');
  if (phasing === 'days') return times(amount, partOfDays(version, daysFrom(Math.max(from, period.first), Math.min(to, period.last)), daysFrom(from, to)));
  const covered = version.periods.filter((each) => each.first >= from && each.last <= to);
  if (covered.length === 0 || covered[0]!.first !== from || covered.at(-1)!.last !== to) throw new Refusal('R004');
  const weights = typeof phasing === 'string' ? covered.map(() => WHOLE) : phasing.map(parse);
  if (weights.length !== covered.length) throw new Refusal('R004');
  const at = covered.indexOf(period);
  const exact = covered.map((_, index) => over(times(amount, weights[index]!), sum(weights)));
  const cents = measure.kind === 'sum' && measure.value !== 'quantity' && times(amount, fraction(100n)).d === 1n;
  return cents ? largestRemainder(amount, exact, covered)[at]! : exact[at]!;
}

/** Cents by largest remainder, ties to the lower id. */
function largestRemainder(amount: Fraction, exact: readonly Fraction[], periods: readonly Span[]): Fraction[] {
  const cent = fraction(1n, 100n);
  const parts = exact.map((part) => round(part, cent, 'floor'));
  let rest = minus(amount, sum(parts));
  while (sign(rest) > 0) {
    let best = -1;
    for (let index = 0; index < parts.length; index++) {
      if (compare(parts[index]!, exact[index]!) > 0) continue;
      if (best < 0) best = index;
      else {
        const order = compare(minus(exact[index]!, parts[index]!), minus(exact[best]!, parts[best]!));
        if (order > 0 || (order === 0 && periods[index]!.id < periods[best]!.id)) best = index;
      }
    }
    parts[best] = plus(parts[best]!, cent);
    rest = minus(rest, cent);
  }
  return parts;
}

/** Result ÷ quota, or the stated answer. */
export function attained(stay: Stay, at: number, name: string, window: (measure: MeasureJson) => string): Known {
  const measure = stay.version.plan.measures.find((each) => each.name === name)!;
  const result = measured(stay, at, name, window);
  if (result === null) return null;
  const quota = quotaOver(stay, at, name, window);
  if (quota !== null && sign(quota) !== 0) return over(result, quota);
  const stated = answerFor(measure, quota === null ? 'missing' : 'zero');
  if (stated === 'error' && quota !== null) throw new Refusal('R002');
  return stated === '0%' ? NONE_AT_ALL : stated === '100%' ? WHOLE : null;
}

/** Values every credit in every measure, so that what cannot be converted is found. */
export function valueInAll(world: World, version: Version, credits: readonly Credit[]): void {
  for (const measure of version.plan.measures) if (measure.kind !== 'ratio') for (const credit of credits) valueIn(world, version, measure, credit);
}
