/** Rows of random worlds: amounts on edges, first and last days, returns, the co-owner being the seller. */
import { date, next, serial } from '../oracle/day.ts';
import type { CalendarJson, CostJson, SourceName, TransactionJson } from '../oracle/world.ts';
import { periodsWithin } from './calendar.ts';
import type { Dice } from './dice.ts';
import { CHANGES } from './people.ts';

export const EDGES = ['500', '1000', '1500'];
export const TYPES = ['New', 'Renewal', 'Expansion'];
export const CUSTOMERS = ['c1', 'c2', 'c3'];
export const AMOUNTS = [...EDGES, ...EDGES.map((edge) => `${parseInt(edge, 10) - 1}.99`), ...EDGES.map((edge) => `${edge}.01`), '0.00', '0.01', '0.10', '-0.30', '0.005', '33.335', '333.33', '-250.00', '-500', '100.05', '250', '712.345', '66.67'];

export function rowOf(dice: Dice, index: number, ids: readonly string[], calendar: CalendarJson, sources: readonly SourceName[]): TransactionJson {
  const seller = dice.rarely(8) ? null : dice.one(...ids);
  const period = dice.one(...periodsWithin(calendar, '2026-01-01', '2026-12-31'));
  const day = dice.one(date(period.first), date(period.last), ...CHANGES, ...CHANGES.map((change) => next(change, -1)), date(dice.number(serial('2026-01-01'), serial('2026-12-31'))));
  return {
    source: dice.one(...sources),
    id: `T${index + 1}`,
    date: day,
    seller,
    coOwner: dice.rarely(3) ? dice.one(...ids, seller ?? ids[0]!) : null,
    coShare: dice.one(null, '50%', '33.3333%', '0.4', '100%', '0'),
    amount: dice.one(...AMOUNTS),
    fee: dice.one('0', '0.005', '12.34'),
    currency: dice.one('USD', 'USD', 'USD', 'EUR'),
    type: dice.one(...TYPES),
    quantity: dice.one('1', '2', '-1', '0', '1.5', '3'),
    customer: dice.one(...CUSTOMERS),
    ...(index > 0 && dice.rarely(2) ? { original: `T${dice.number(1, index)}` } : {}),
  };
}

/** An entry for each customer from long ago, and some from days of this year. */
export function costsOf(dice: Dice): CostJson[] {
  return CUSTOMERS.flatMap((customer) => ['2019-01-01', ...dice.some(CHANGES, 0).slice(0, 2)].map((from) => ({ customer, from, cost: dice.one('0', '10', '99.995', '250.01') })));
}
