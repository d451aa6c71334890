/** People of random groups: two teams, movers, joiners and leavers inside a period, a team of one, people without a team or a result. */
import { serial } from '../../oracle/day.ts';
import type { GroupWorld, PersonRow } from '../../oracle/groups/world.ts';
import type { Dice } from '../dice.ts';

export const IDS = ['ana', 'bo', 'cy', 'dee', 'eve', 'fay'];
export const TEAMS = ['North', 'South'];

export const SPANS: readonly GroupWorld['effective'][] = [['2026-01-01', '2026-01-31'], ['2026-02-01', '2026-03-31'], ['2026-02-01', '2026-05-31'], ['2026-03-01', '2026-05-31'], ['2026-01-01', '2026-04-30'], ['2026-01-16', '2026-03-15']];
const CHANGES = ['2026-01-20', '2026-02-01', '2026-02-15', '2026-03-10', '2026-03-31', '2026-04-16', '2026-05-02'];
const POINTS = ['0', '1', '1', '2', '3', '7', '50', '-5', '0.5'];
const SHARES = ['25%', '33.333%', '10%', '0%', '0.142857', '50%'];

export function peopleOf(dice: Dice, effective: GroupWorld['effective'], roles: readonly string[]): PersonRow[] {
  const ids = IDS.slice(0, dice.number(2, 6));
  const within = CHANGES.filter((day) => serial(day) > serial(effective[0]) && serial(day) <= serial(effective[1]));
  const lonely = dice.rarely(5);
  return ids.flatMap((id, at) => {
    const start = dice.rarely(5) && within.length > 0 ? dice.one(...within) : null;
    const end = dice.rarely(5) && within.length > 0 ? dice.one(...within) : null;
    const rate = dice.one('10%', '5%', '33.3333%', '7.5%');
    const team = (): string | null => (lonely ? (at === 0 ? 'South' : 'North') : dice.rarely(8) ? null : dice.one(...TEAMS));
    const changes = dice.rarely(3) ? dice.some(within, 0).slice(0, 2) : [];
    const first = { role: dice.one(...roles), manager: leaderOf(dice, id, ids), team: team(), points: dice.one(...POINTS), share: dice.one(...SHARES) };
    return ['2020-01-01', ...changes].map((from, index) => ({
      id,
      from,
      start,
      end: start !== null && end !== null && serial(end) < serial(start) ? null : end,
      ...(index === 0 ? first : { role: dice.one(first.role, first.role, ...roles), manager: leaderOf(dice, id, ids), team: team(), points: dice.one(first.points, ...POINTS), share: dice.one(first.share, ...SHARES) }),
      rate,
    }));
  });
}

/** Somebody further down the list, so that nobody leads in a circle. */
function leaderOf(dice: Dice, id: string, ids: readonly string[]): string | null {
  const leaders = ids.slice(ids.indexOf(id) + 1);
  return leaders.length === 0 ? null : dice.one(null, leaders.at(-1)!, ...leaders);
}
