/** Sales and the rows that take them back: in parts, more than once, larger than the sale, before it, and of nothing known. */
import { date, next } from '../../oracle/day.ts';
import type { RowJson } from '../../oracle/deals/world.ts';
import type { Dice } from '../dice.ts';
import type { Plot } from './plot.ts';

const AMOUNTS = ['100', '60', '33.33', '0.05', '0.10', '1', '99.99', '100.01', '200', '66.67', '12.34', '0.01', '7.77', '150'];

export function saleOf(dice: Dice, index: number, plot: Plot): RowJson {
  const seller = dice.rarely(10) ? null : dice.one(...plot.people);
  const shared = dice.rarely(3);
  const day = dayIn(dice, plot);
  return {
    id: `${dice.one('a', 'k', 'S')}${index}`,
    date: day,
    seller,
    coOwner: shared ? dice.one(...plot.people) : null,
    coShare: shared ? dice.one('50%', '33.33%', '20%', '100%', '0%') : null,
    area: dice.rarely(3) ? null : dice.one(...plot.people),
    amount: dice.rarely(8) ? dice.one('0', '-40', '-0.07', '-250') : dice.one(...AMOUNTS),
    customer: dice.one('c1', 'c2', 'c3'),
    months: dice.one(null, '1', '2', '3', '2.5', '0'),
    until: dice.rarely(4) ? null : next(day, dice.one(0, 9, 30, 45, 99, -1)),
    away: dice.rarely(3) ? dice.one('40%', '33.33%', '100%', '0%') : null,
    original: null,
  };
}

/** What takes back one of the rows before it in the list, whatever their dates. */
export function returnOf(dice: Dice, index: number, before: readonly RowJson[], plot: Plot): RowJson {
  const of = dice.rarely(3) ? before[0]! : dice.one(...before);
  const size = amountOf(of.amount);
  return {
    ...saleOf(dice, index, plot),
    id: `${dice.one('b', 'z', 'R')}${index}`,
    date: dice.rarely(3) ? of.date : dayIn(dice, plot),
    amount: dice.rarely(5) ? dice.one(size, '10', '0') : `-${dice.one(size, size, ...PARTS.map((part) => partOf(size, part)), '33.33', '0.01', '20', '500')}`,
    original: dice.rarely(12) ? dice.one('X9', `R${index}`) : of.id,
  };
}

const PARTS = [2n, 3n, 7n];

export const amountOf = (amount: string): string => amount.replace('-', '');

/** Cut to the cent. */
export function partOf(amount: string, by: bigint): string {
  const [whole, cents = ''] = amount.split('.') as [string, string?];
  const part = BigInt(`${whole}${`${cents}00`.slice(0, 2)}`) / by;
  return `${part / 100n}.${`0${part % 100n}`.slice(-2)}`;
}

/** Edges of periods more often than other days. */
export function dayIn(dice: Dice, { periods }: Plot): string {
  const { first, last } = dice.one(...periods);
  return date(dice.one(first, last, first + 9, dice.number(first, last)));
}

