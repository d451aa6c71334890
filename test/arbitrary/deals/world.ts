/** Small and nasty worlds of deals. */
import fc from 'fast-check';
import { date, serial } from '../../oracle/day.ts';
import type { DealWorld, RowJson } from '../../oracle/deals/world.ts';
import { Dice } from '../dice.ts';
import { mainOf, matchOf } from './main.ts';
import { personOf } from './person.ts';
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
  const people = plot.people.map((id) => personOf(dice, id, plot));
  const left = people.reduce((day, { end }) => (end === null || WITH.rowsAfterLeaving ? day : Math.min(day, serial(end))), Infinity);
  const came = people.reduce((day, { start }) => (start === null ? day : Math.max(day, serial(start))), -Infinity);
  return {
    calendar: plot.calendar,
    first: plot.first,
    last: plot.last,
    people,
    rows: rows.filter(({ original, date: day }) => original === null || (serial(day) >= came && serial(day) <= left)),
    rounding: { to: dice.one('0.01', '0.01', '0.05'), mode: dice.one('half-up', 'half-even', 'down', 'ceiling'), at: dice.one('component', 'component', 'payout', 'transaction') },
    events: events.filter(({ date: day }) => serial(day) <= left),
    rules: rulesOf(dice),
    main,
    match: matchOf(dice),
  };
});
