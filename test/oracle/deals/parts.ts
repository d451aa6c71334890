/** What each sale earned of a rounded line: whole steps by largest remainder, ties by id (RND-03). Shares nothing with `src/`. */
import { compare, minus, NONE_AT_ALL, over, parse, plus, round, sign, sum, times, WHOLE, type Fraction } from '../fraction.ts';
import type { RoundingJson } from '../world.ts';
import type { Line, Piece } from './line.ts';

/**
 * Where every deal pays something or nothing, the parts make the line. Where a row without an original pays less than
 * nothing, each sale has earned its own pay, scaled as the sum was before it was rounded, and no step more.
 */
export function partsOf({ amount, rounded, pieces }: Line, rounding: RoundingJson): Map<string, Fraction> {
  const total = sum(pieces.map(({ pay }) => pay));
  const mixed = pieces.some(({ pay }) => sign(pay) < 0);
  const whole = mixed || rounding.at === 'payout' ? amount : rounded;
  const scale = sign(total) !== 0 && sign(whole) === sign(total) ? over(whole, total) : mixed && sign(total) === 0 && sign(whole) === 0 ? WHOLE : NONE_AT_ALL;
  const exact = pieces.map(({ pay }) => (sign(pay) <= 0 ? NONE_AT_ALL : times(pay, scale)));
  if (rounding.at === 'payout') return named(pieces, exact);
  const step = parse(rounding.to);
  const cut = exact.map((part) => round(part, step, 'down'));
  const rest = (at: number): Fraction => minus(exact[at]!, cut[at]!);
  const order = pieces.map((_, at) => at).sort((a, b) => compare(rest(b), rest(a)) || (pieces[a]!.id < pieces[b]!.id ? -1 : 1));
  let missing = mixed ? NONE_AT_ALL : minus(sum(exact), sum(cut));
  for (const at of order) {
    if (sign(missing) <= 0) break;
    cut[at] = plus(cut[at]!, step);
    missing = minus(missing, step);
  }
  return named(pieces, cut);
}

const named = (pieces: readonly Piece[], parts: readonly Fraction[]): Map<string, Fraction> => new Map(pieces.map(({ id }, at) => [id, parts[at]!]));
