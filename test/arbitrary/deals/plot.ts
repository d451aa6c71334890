/** The ground on which a world of deals is built: its people and periods, and which situations it may hold. */
import { periodsOf, type Span } from '../../oracle/calendar.ts';
import { date, serial } from '../../oracle/day.ts';
import type { DealWorld } from '../../oracle/deals/world.ts';
import type { Dice } from '../dice.ts';

export interface Plot {
  readonly people: readonly string[];
  readonly periods: readonly Span[];
  readonly calendar: DealWorld['calendar'];
  readonly first: string;
  readonly last: string;
}

export const WITH = { rowsAfterLeaving: true, quietEnds: true };

export function plotOf(dice: Dice): Plot {
  const calendar = dice.one('months', 'months', 'quarters');
  const start = calendar === 'months' ? dice.one('2026-01-01', '2025-11-01', '2026-02-01') : dice.one('2026-01-01', '2025-07-01');
  const all = periodsOf({ kind: calendar, starts: '01-01' }, start, '2027-12-31').filter(({ first }) => first >= serial(start));
  const periods = all.slice(0, dice.number(2, 6));
  return { people: ['ana', 'bo', 'cy'].slice(0, dice.number(1, 3)), periods, calendar, first: start, last: date(periods.at(-1)!.last) };
}
