/**
 * What of each sale is due so far: its earning, less what was returned of it, times the share at booking and the shares of the
 * events as far as they cover it. Shares nothing with `src/`.
 */
import { serial, type Serial } from '../day.ts';
import { greater, lesser, minus, NONE_AT_ALL, over, parse, plus, round, sign, sum, times, WHOLE, type Fraction } from '../fraction.ts';
import type { RoundingJson } from '../world.ts';
import { shareOfEvent, type Deal } from './deal.ts';
import type { ByEventJson, DealWorld, RowJson } from './world.ts';

/** A sale with what it earned once and for all. */
export interface Booked {
  readonly row: RowJson;
  readonly earned: Fraction;
}

export function dueOf(world: DealWorld, rule: ByEventJson, person: string, deals: readonly Deal[], { row, earned }: Booked, until: Serial, rounding: RoundingJson): Fraction {
  const whole = parse(row.amount);
  if (sign(whole) <= 0) return NONE_AT_ALL;
  let left = whole;
  for (const deal of deals) if (deal.returns === row && deal.day <= until) left = greater(NONE_AT_ALL, lesser(whole, plus(left, deal.whole)));
  const shares = rule.events.map(({ event, share, ofTotal }) => {
    const rows = world.events.filter((each) => each.order === row.id && each.event === event && serial(each.date) <= until && sign(shareOfEvent(world, each, person)) !== 0);
    const covered = sum(rows.map(({ amount, total }) => {
      const compared = ofTotal && total !== null ? parse(total) : left;
      return sign(compared) === 0 ? NONE_AT_ALL : over(parse(amount), compared);
    }));
    return times(parse(share), greater(NONE_AT_ALL, lesser(WHOLE, covered)));
  });
  const due = times(times(earned, over(left, whole)), plus(parse(rule.booking), sum(shares)));
  return rounding.at === 'payout' ? due : round(due, parse(rounding.to), rounding.mode);
}

/** What a period brings: the new part of what is due, and at once what no sale earned. */
export function brings(due: readonly Fraction[], before: readonly Fraction[], line: Fraction, parts: readonly Fraction[]): Fraction {
  return plus(minus(sum(due), sum(before)), minus(line, sum(parts)));
}
