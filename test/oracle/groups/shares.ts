/** A whole in shares: each rounded down to whole steps, what is left to the largest rests, ties to the lower id. Shares nothing with `src/`. */
import { compare, minus, NONE_AT_ALL, over, plus, round, sign, sum, times, type Fraction } from '../fraction.ts';

export interface Share {
  readonly id: string;
  /** Not below zero. */
  readonly weight: Fraction;
}

/** Nothing for anybody where nobody weighs anything. */
export function sharesOf(amount: Fraction, all: readonly Share[], step: Fraction): Map<string, Fraction> {
  const weights = sum(all.map(({ weight }) => weight));
  if (sign(weights) === 0) return new Map(all.map(({ id }) => [id, NONE_AT_ALL]));
  const shares = new Map<string, Fraction>();
  const rests: { id: string; rest: Fraction }[] = [];
  let left = amount;
  for (const { id, weight } of all) {
    const exact = over(times(amount, weight), weights);
    const cut = round(exact, step, 'floor');
    shares.set(id, cut);
    left = minus(left, cut);
    rests.push({ id, rest: minus(exact, cut) });
  }
  while (compare(left, step) >= 0) {
    let best = 0;
    rests.forEach(({ id, rest }, at) => {
      const order = compare(rest, rests[best]!.rest);
      if (order > 0 || (order === 0 && id < rests[best]!.id)) best = at;
    });
    const { id } = rests.splice(best, 1)[0]!;
    shares.set(id, plus(shares.get(id)!, step));
    left = minus(left, step);
  }
  return shares;
}
