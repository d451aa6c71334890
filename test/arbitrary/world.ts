/**
 * Small worlds for the oracle: a year of periods, five people, dated changes, awkward amounts. Biased to where mistakes
 * live: half cents, amounts on edges ± one cent, thirds, first and last days, people without rows, mid-period changes.
 */
import fc from 'fast-check';
import { next } from '../oracle/day.ts';
import type { PersonJson, RateJson, SourceName, World } from '../oracle/world.ts';
import { calendarOf } from './calendar.ts';
import { roundingOf } from './component.ts';
import { Dice } from './dice.ts';
import { hierarchyOf, PAYEES, recordsOf } from './people.ts';
import { entriesOf } from './payment.ts';
import { planOf } from './plan.ts';
import { quotasOf } from './quota.ts';
import { costsOf, rowOf } from './row.ts';
import { leavesOf, reliefsOf } from './timing.ts';

export const worlds: fc.Arbitrary<World> = fc.gen().map((draw) => worldOf(new Dice(draw)));

export function worldOf(dice: Dice): World {
  const calendar = calendarOf(dice);
  const rounding = roundingOf(dice);
  const ids = PAYEES.slice(0, dice.one(2, 2, 3, 4, 5));
  const drawn = ids.flatMap((id) => recordsOf(dice, id, ids));
  const sources: readonly SourceName[] = dice.rarely(4) ? ['sales', 'sales', 'services'] : ['sales'];
  const plans = [...planOf(dice, 'alpha', calendar, sources, rounding), ...(dice.rarely(3) ? planOf(dice, 'beta', calendar, sources, rounding) : [])];
  // schedules by month of service need to know when service began
  const isBack = ({ id, end }: PersonJson): boolean => end === null && drawn.some((other) => other.id === id && other.end !== null);
  const people = drawn.map((one) => (one.start === null && !isBack(one) && JSON.stringify(plans).includes('"byService":true') ? { ...one, start: '2025-11-10' } : one));
  const invert = dice.one(true, false);
  const measured = new Map(plans.flatMap((plan) => plan.measures.filter((measure) => measure.quota !== null).map((measure) => [measure.name, measure])));
  return {
    currency: 'USD',
    calendar,
    rounding,
    people,
    transactions: dice.times(dice.one(0, 6), 16, (index) => rowOf(dice, index, ids, calendar, sources)),
    quotas: [...measured.values()].flatMap((measure) => quotasOf(dice, measure, ids, calendar)),
    rates: ratesOf(invert),
    invert,
    reachBack: 20,
    ...(dice.rarely(4) ? { hierarchy: hierarchyOf(dice, ids) } : {}),
    costs: costsOf(dice),
    plans,
    ...(JSON.stringify(plans).includes('"leave":["') || dice.rarely(6) ? { leaves: leavesOf(dice, people) } : {}),
    ...(dice.rarely(6) ? { reliefs: reliefsOf(dice, people) } : {}),
    ...(dice.rarely(6) ? { entries: entriesOf(dice, ids, plans) } : {}),
  };
}

function ratesOf(invert: boolean): RateJson[] {
  const pairs = [['EUR', 'USD', ['1.10', '1.0875', '1.1']], ['USD', 'EUR', ['0.9', '0.91', '0.925']], ['USD', 'JPY', ['150.5', '149', '151.25']], ['EUR', 'JPY', ['160', '161.75', '163.1']]] as const;
  const used = invert ? pairs.filter(([from, to]) => !(from === 'USD' && to === 'EUR')) : pairs;
  const rates: RateJson[] = [];
  for (const [from, to, values] of used) for (let day = '2025-10-01', count = 0; day < '2027-05-01'; day = next(day, 20), count++) rates.push({ date: day, from, to, rate: values[count % 3]! });
  return rates;
}
