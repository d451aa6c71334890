/** Small and nasty worlds of deals. */
import fc from 'fast-check';
import { date } from '../../oracle/day.ts';
import type { DealWorld, RowJson } from '../../oracle/deals/world.ts';
import { Dice } from '../dice.ts';
import { mainOf, matchOf } from './main.ts';
import { plotOf, WITH } from './plot.ts';
import { eventOf } from './events.ts';
import { rulesOf } from './rules.ts';
import { returnOf, saleOf } from './rows.ts';

export const dealWorlds: fc.Arbitrary<DealWorld> = fc.gen().map((draw) => {
  const dice = new Dice(draw);
  const plot = plotOf(dice);
  const rows: RowJson[] = dice.times(1, 5, (index) => saleOf(dice, index, plot));
  if (!WITH.quietEnds) for (const [at, day] of [plot.first, date(plot.periods.at(-1)!.last)].entries()) rows.push({ ...saleOf(dice, 10 + at, plot), date: day });
  for (let index = 20; index < 20 + dice.number(0, 6); index++) rows.push(returnOf(dice, index, rows, plot));
  const main = mainOf(dice, plot);
  const events = main.byEvent === null ? [] : dice.times(0, 6, (index) => eventOf(dice, index, rows, plot));
  return {
    calendar: plot.calendar,
    first: plot.first,
    last: plot.last,
    people: plot.people.map((id) => ({ id, inPlan: !dice.rarely(6), vacant: dice.rarely(8) })),
    rows,
    rounding: { to: dice.one('0.01', '0.01', '0.05'), mode: dice.one('half-up', 'half-even', 'down', 'ceiling'), at: dice.one('component', 'component', 'payout', 'transaction') },
    events,
    rules: rulesOf(dice),
    main,
    match: matchOf(dice),
  };
});
