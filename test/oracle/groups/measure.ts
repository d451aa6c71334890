/** Measures of one person and of a group, and their quotas, from the words of the page on groups. Shares nothing with `src/`. */
import type { Span } from '../calendar.ts';
import { serial, type Serial } from '../day.ts';
import { Refusal } from '../credit.ts';
import { fraction, greater, lesser, minus, NONE_AT_ALL, over, parse, plus, sign, sum, times, WHOLE, type Fraction } from '../fraction.ts';
import { countedDays, idsOf, reach, type Moment } from './moment.ts';
import { groupAskedBy, groupOf, isIn } from './people.ts';
import type { Across, GroupMeasure, GroupPlan, GroupWorld, PersonRow, SaleRow } from './world.ts';

export type Known = Fraction | null;

interface Credit {
  readonly payee: string;
  readonly rule: string;
  readonly share: Fraction;
  readonly row: SaleRow;
  readonly day: Serial;
}

/** What the rules of the plan give whom, whoever is in the plan. */
function creditsOf(world: GroupWorld, plan: GroupPlan): Credit[] {
  return world.rows.flatMap((row) =>
    plan.credits.flatMap((rule) => {
      const whole = parse(rule.share);
      const taken = rule.split && row.co !== null && row.coShare !== null ? times(whole, parse(row.coShare)) : NONE_AT_ALL;
      const parts: [string | null, Fraction][] = [[row[rule.to], minus(whole, taken)], [row.co, taken]];
      return parts.flatMap(([payee, share]) => (payee === null || sign(share) === 0 ? [] : [{ payee, rule: rule.name, share, row, day: serial(row.date) }]));
    }),
  );
}

const numberOf = (measure: GroupMeasure, row: SaleRow): Fraction => (measure.kind === 'count' ? WHOLE : parse(row[measure.value]));

/** One deal of a person: all that they are credited with of one row. */
export interface Deal {
  readonly id: string;
  readonly day: Serial;
  readonly value: Fraction;
}

function daysIn(world: GroupWorld, periods: readonly Span[], plan: GroupPlan, at: number, { window }: GroupMeasure): Set<Serial> {
  return new Set(reach(periods, at, window).flatMap((index) => countedDays(world, plan, periods[index]!, window)));
}

function creditsTo(world: GroupWorld, periods: readonly Span[], { plan, who, at }: Moment, measure: GroupMeasure): Credit[] {
  const days = daysIn(world, periods, plan, at, measure);
  return creditsOf(world, plan).filter(({ payee, rule, day }) => payee === who && measure.of.includes(rule) && days.has(day) && isIn(world, plan, who, day));
}

/** By day, then id. */
export function dealsOf(world: GroupWorld, periods: readonly Span[], moment: Moment, measure: GroupMeasure): Deal[] {
  const own = creditsTo(world, periods, moment, measure);
  return [...new Set(own.map(({ row }) => row))]
    .map((row) => ({ id: row.id, day: serial(row.date), value: times(numberOf(measure, row), sum(own.filter((credit) => credit.row === row).map(({ share }) => share))) }))
    .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}

/** What a group did: a row counts at most once in it, and the least and greatest are of whole rows. */
function ofGroup(world: GroupWorld, periods: readonly Span[], plan: GroupPlan, at: number, measure: GroupMeasure, key: string): Fraction[] {
  const days = daysIn(world, periods, plan, at, measure);
  const theirs = creditsOf(world, plan).filter(({ payee, rule, day }) => measure.of.includes(rule) && days.has(day) && groupOf(world, plan, payee, day, measure.across!) === key);
  return [...new Set(theirs.map(({ row }) => row))].map((row) => {
    const share = lesser(WHOLE, sum(theirs.filter((credit) => credit.row === row).map((credit) => credit.share)));
    return measure.kind === 'min' || measure.kind === 'max' ? numberOf(measure, row) : times(numberOf(measure, row), share);
  });
}

/** `record`: the one under which somebody asks, which says for whose group. */
export function measured(world: GroupWorld, periods: readonly Span[], moment: Moment, measure: GroupMeasure, record: PersonRow): Known {
  let values: readonly Fraction[];
  if (measure.across === null) values = creditsTo(world, periods, moment, measure).map(({ row, share }) => times(numberOf(measure, row), share));
  else {
    const key = groupAskedBy(record, measure.across);
    if (key === undefined) return null;
    values = ofGroup(world, periods, moment.plan, moment.at, measure, key);
  }
  if (measure.kind === 'sum' || measure.kind === 'count') return sum(values);
  return values.length === 0 ? null : values.reduce(measure.kind === 'min' ? lesser : greater);
}

/** Result ÷ quota, or what the measure states for a quota of zero or none. */
export function attained(result: Known, quota: Known, measure: GroupMeasure): Known {
  if (result === null) return null;
  if (quota !== null && sign(quota) !== 0) return over(result, quota);
  const stated = quota === null ? measure.quota!.missing : measure.quota!.zero;
  // where nobody was there in the window nobody misses a quota: it is not applicable
  if (stated === 'error' && quota !== null) throw new Refusal('R002');
  return stated === '0%' ? NONE_AT_ALL : stated === '100%' ? WHOLE : null;
}

export function quotaOver(world: GroupWorld, periods: readonly Span[], moment: Moment, measure: GroupMeasure, record: PersonRow): Known {
  const { plan, who, at } = moment;
  const whole = measure.quota!.of === 'payee' || measure.across === null;
  const indices = reach(periods, at, measure.window);
  if (whole) return ofDays(world, periods, measure, who, indices.map((index) => ({ index, days: countedDays(world, plan, periods[index]!, measure.window).filter((day) => isIn(world, plan, who, day)) })), plan.prorates);
  const key = groupAskedBy(record, measure.across!);
  if (key === undefined) return null;
  if (measure.quota!.of === 'group') return ofDays(world, periods, measure, nameOf(measure.across!, plan, key), indices.map((index) => ({ index, days: countedDays(world, plan, periods[index]!, measure.window) })), plan.prorates);
  const members = idsOf(world).map((id) => ({ id, parts: indices.map((index) => ({ index, days: countedDays(world, plan, periods[index]!, measure.window).filter((day) => groupOf(world, plan, id, day, measure.across!) === key) })) }));
  const quotas = members.filter(({ parts }) => parts.some(({ days }) => days.length > 0)).map(({ id, parts }) => ofDays(world, periods, measure, id, parts, true)).filter((quota) => quota !== null);
  return quotas.length === 0 ? null : sum(quotas);
}

const nameOf = (across: Across, plan: GroupPlan, key: string): string => (across === 'plan' ? plan.id : across === 'company' ? 'groups' : key);

/** The records of a payee over days, each whole or for its part of the days; null where one of the periods has none. */
function ofDays(world: GroupWorld, periods: readonly Span[], measure: GroupMeasure, payee: string, parts: readonly { readonly index: number; readonly days: readonly Serial[] }[], prorated: boolean): Known {
  let all: Known = null;
  for (const { index, days } of parts) {
    if (days.length === 0) continue;
    const records = world.quotas.filter((quota) => quota.payee === payee && quota.measure === measure.name && serial(quota.from) <= periods[index]!.last && serial(quota.to) >= periods[index]!.first);
    for (const day of days)
      if (!records.some(({ from, to }) => serial(from) <= day && day <= serial(to))) {
        if (measure.quota!.missing === 'error') throw new Refusal('R001');
        return null;
      }
    for (const { from, to, amount } of records) {
      const own = days.filter((day) => day >= serial(from) && day <= serial(to)).length;
      if (own === 0) continue;
      const part = prorated ? fraction(BigInt(own), BigInt(serial(to) - serial(from) + 1)) : WHOLE;
      all = plus(all ?? NONE_AT_ALL, times(parse(amount), part));
    }
  }
  return all;
}
