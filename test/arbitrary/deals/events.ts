/** Invoices and payments: of a part, of more than the sale, back again, before the sale, of a return, to somebody else. */
import type { EventJson, RowJson } from '../../oracle/deals/world.ts';
import type { Dice } from '../dice.ts';
import type { Plot } from './plot.ts';
import { amountOf, dayIn, partOf } from './rows.ts';

export function eventOf(dice: Dice, index: number, rows: readonly RowJson[], plot: Plot): EventJson {
  const of = dice.one(...rows);
  const size = amountOf(of.amount);
  const other = dice.rarely(6);
  return {
    id: `E${index}`,
    date: dice.rarely(4) ? of.date : dayIn(dice, plot),
    seller: other ? dice.one(null, ...plot.people) : of.seller,
    coOwner: other ? null : of.coOwner,
    coShare: other ? null : of.coShare,
    order: dice.rarely(15) ? 'X9' : of.id,
    event: dice.one('invoice', 'payment', 'payment'),
    amount: `${dice.rarely(5) ? '-' : ''}${dice.one(size, size, partOf(size, 2n), partOf(size, 3n), partOf(size, 7n), '0.01', '0', '500')}`,
    total: dice.one(null, size, '100', '3', '0'),
  };
}
