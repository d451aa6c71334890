/** People who are there all the time, who come later or leave before the end, of other plans, and seats without anybody. */
import { date } from '../../oracle/day.ts';
import type { PersonJson } from '../../oracle/deals/world.ts';
import type { Dice } from '../dice.ts';
import type { Plot } from './plot.ts';

export function personOf(dice: Dice, id: string, { periods }: Plot): PersonJson {
  const at = dice.number(0, periods.length - 1);
  const { first, last } = periods[at]!;
  return {
    id,
    inPlan: !dice.rarely(6),
    vacant: dice.rarely(8),
    start: dice.rarely(6) ? date(dice.one(first, first + 9)) : null,
    end: dice.rarely(6) ? date(dice.one(last, first + 12)) : null,
  };
}
