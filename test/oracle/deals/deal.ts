/**
 * Who is credited with which row, and with how much of it; and which sale a row takes back. A return goes to those whom its
 * original was credited to, by the shares of that row. Shares nothing with `src/`.
 */
import { serial, type Serial } from '../day.ts';
import { minus, parse, plus, sign, times, WHOLE, type Fraction } from '../fraction.ts';
import type { DealWorld, RowJson } from './world.ts';

export interface Deal {
  readonly row: RowJson;
  readonly id: string;
  readonly day: Serial;
  /** The whole row, the person's share of it, and their credit. */
  readonly whole: Fraction;
  readonly share: Fraction;
  readonly credit: Fraction;
  /** A row that names another: the sale that all of them are about, or `unknown`. */
  readonly returns: RowJson | 'unknown' | undefined;
}

/** The sale at the end of the names; a return may name a return. */
export function rootOf(world: DealWorld, row: RowJson): RowJson | 'unknown' | undefined {
  if (row.original === null) return undefined;
  let at: RowJson | undefined = row;
  for (let steps = 0; at !== undefined && steps <= world.rows.length; steps++) {
    if (at.original === null) return at;
    const name: string = at.original;
    at = world.rows.find(({ id }) => id === name);
  }
  return 'unknown';
}

/** The person's share of a sale: both what a split gives and what it leaves. */
export function shareOf(row: Pick<RowJson, 'seller' | 'coOwner' | 'coShare'>, person: string): Fraction {
  const none = minus(WHOLE, WHOLE);
  const given = row.coOwner === null || row.coShare === null ? none : parse(row.coShare);
  const [left, taken] = [row.seller === person ? minus(WHOLE, given) : none, row.coOwner === person ? given : none];
  return plus(left, taken);
}

/** The person's deals in order of day and id. */
export function dealsOf(world: DealWorld, person: string): Deal[] {
  return world.rows
    .map((row): Deal => {
      const returns = rootOf(world, row);
      const share = shareOf(returns === undefined || returns === 'unknown' ? row : returns, person);
      const whole = parse(row.amount);
      return { row, id: row.id, day: serial(row.date), whole, share, credit: times(whole, share), returns };
    })
    .filter(({ share }) => sign(share) !== 0)
    .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}
