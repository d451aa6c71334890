/** The least and the most that each deal pays, and what a return of such a deal takes back (COM-34, COM-28). Shares nothing with `src/`. */
import { compare, lesser, minus, NONE_AT_ALL, over, parse, plus, sign, times, type Fraction } from '../fraction.ts';
import type { Counted } from './line.ts';
import type { DealLimitJson } from './world.ts';

/** The pays after the limit; `most`: what is above it is lost, otherwise what is below it is raised. */
export function limited(limit: DealLimitJson | null, most: boolean, deals: readonly Counted[], pays: readonly Fraction[]): readonly Fraction[] {
  if (limit === null) return pays;
  const own = deals.map(({ credit, share }, at) => {
    const edge = times(parse(limit.at), share);
    return sign(credit) > 0 && compare(pays[at]!, edge) === (most ? 1 : -1) ? edge : undefined;
  });
  const back = new Map<string, Fraction>();
  return deals.map(({ names, credit }, at) => {
    const of = limit.named && sign(credit) < 0 ? deals.findIndex(({ id }) => id === names) : -1;
    const paid = own[of];
    if (of < 0 || paid === undefined) return own[at] ?? pays[at]!;
    const whole = deals[of]!.credit;
    const before = back.get(names!) ?? NONE_AT_ALL;
    const now = lesser(minus(NONE_AT_ALL, credit), minus(whole, before));
    back.set(names!, plus(before, now));
    return minus(NONE_AT_ALL, times(paid, over(now, whole)));
  });
}
