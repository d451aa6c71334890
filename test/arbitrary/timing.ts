/** What days count, leaves and relief in random worlds. */
import { next } from '../oracle/day.ts';
import type { DaysJson, LeaveJson, PersonJson, ReliefJson } from '../oracle/world.ts';
import type { Dice } from './dice.ts';
import { CHANGES } from './people.ts';

export function daysOf(dice: Dice): DaysJson {
  return { count: dice.one('days', 'weekdays', 'months'), holidays: dice.one([], ['2026-04-01', '2026-05-16']), firstDay: !dice.rarely(3), leave: dice.some(['quota', 'target'] as const, 0) };
}

/** Of people who are there all the time; of some without an end. */
export function leavesOf(dice: Dice, people: readonly PersonJson[]): LeaveJson[] {
  const there = ({ start, end }: PersonJson): boolean => (start === null || start < '2026-01-01') && end === null;
  const ids = [...new Set(people.map(({ id }) => id))].filter((id) => people.every((one) => one.id !== id || there(one)));
  return ids.flatMap((payee) => {
    if (dice.one(true, false)) return [];
    const from = dice.one('2026-01-10', ...CHANGES);
    return [{ payee, from, to: dice.rarely(4) ? null : next(from, dice.one(0, 9, 29, 60)) }];
  });
}

export function reliefsOf(dice: Dice, people: readonly PersonJson[]): ReliefJson[] {
  return [...new Set(people.map(({ id }) => id))].flatMap((payee) => {
    if (dice.one(true, false)) return [];
    const from = dice.one('2026-01-01', ...CHANGES);
    return [{ payee, measure: null, from, to: next(from, dice.one(0, 13, 30, 75)), share: dice.one('50%', '33.3333%', '100%') }];
  });
}
