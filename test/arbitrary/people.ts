/** People of random worlds: dated records that change role, rate and target in mid-period, late starters, leavers, some of whom come back, leaders. */
import type { LeaderJson, PersonJson } from '../oracle/world.ts';
import type { Dice } from './dice.ts';

export const PAYEES = ['ana', 'bo', 'cy', 'dee', 'eve'];
export const CHANGES = ['2026-02-16', '2026-03-31', '2026-04-01', '2026-05-16', '2026-07-01', '2026-08-15'];

const BACK = ['2026-07-01', '2026-08-20', '2026-09-01', '2026-10-16'];

export function recordsOf(dice: Dice, id: string, ids: readonly string[]): PersonJson[] {
  const start = dice.rarely(4) ? dice.one('2026-01-15', '2026-02-16', '2026-04-01', '2026-05-31') : null;
  const end = dice.rarely(5) ? dice.one('2026-06-30', '2026-08-14', '2026-09-15') : null;
  const changes = dice.some(CHANGES, 0).slice(0, dice.one(0, 1, 2, 3));
  // whoever comes back has a record that begins after the last day of the others, or on the day after it: then there is no gap
  const back = end === null || dice.rarely(2) ? undefined : dice.one(...BACK.filter((day) => day > end));
  const stated = dice.one(back ?? null, null);
  return ['2020-01-01', ...changes.filter((day) => back === undefined || day <= end!), ...(back === undefined ? [] : [back])].map((from) => ({
    id,
    from,
    start: from === back ? stated : start,
    end: from === back ? null : end,
    role: dice.one('AE', 'AE', 'SM'),
    rate: dice.one('0.05', '0.0333', '7.5%', '0.125'),
    target: dice.one('12000', '10000.01', '20000', '0'),
    manager: leaderOf(dice, id, ids),
    pay: dice.one('USD', 'EUR', 'JPY'),
  }));
}

/** Somebody further down the list, so that nobody leads in a circle. */
function leaderOf(dice: Dice, id: string, ids: readonly string[]): string | null {
  const leaders = ids.slice(ids.indexOf(id) + 1);
  return leaders.length === 0 ? null : dice.one(null, ...leaders);
}

/** A file of its own: entries from long ago and from days inside periods, some of which end a lead. */
export function hierarchyOf(dice: Dice, ids: readonly string[]): LeaderJson[] {
  return ids.flatMap((person) => (dice.rarely(5) ? [] : ['2019-01-01', ...dice.some(CHANGES, 0).slice(0, 2)].map((from) => ({ person, from, manager: leaderOf(dice, person, ids) }))));
}
