/** What is left under a cap for several people, from the words of `shared-cap`. Shares nothing with `src/`. */
import { Refusal } from '../credit.ts';
import { compare, greater, minus, NONE_AT_ALL, round, sign, sum, type Fraction } from '../fraction.ts';
import type { Circle } from './circle.ts';
import type { Moment } from './moment.ts';
import type { Run } from './run.ts';
import { sharesOf } from './shares.ts';
import { valueOf } from './term.ts';
import type { SharedLimit } from './world.ts';

/** `key`: where the cap stands; `before`: what each of the group comes to at this point. */
export function keptUnder(run: Run, cap: SharedLimit, moment: Moment, key: string, amount: Fraction, before: (other: Moment) => Fraction): Fraction {
  const circle = run.circles(moment.plan, moment.at, cap.across, 'any-day').find(({ members }) => members.some((one) => one.moment.who === moment.who));
  if (circle === undefined) return amount;
  const { kept, isCut } = keptBy(run, cap, circle, key, before);
  return isCut ? kept.get(moment.who)! : amount;
}

function keptBy(run: Run, cap: SharedLimit, circle: Circle, key: string, before: (other: Moment) => Fraction): { readonly kept: ReadonlyMap<string, Fraction>; readonly isCut: boolean } {
  const { plan } = circle.members[0]!.moment;
  return run.once(['shared-cap', plan.id, key, circle.at, circle.key], () => {
    // whole cents, as they would be paid
    const amounts = circle.members.map(({ moment }) => ({ id: moment.who, amount: run.rounded(before(moment)) }));
    const most = valueOf(cap.at, run.askedOf(circle.members[0]!));
    if (most === null) throw new Refusal('R019');
    const earlier = earlierIn(run, cap, circle).flatMap((one) => [...keptBy(run, cap, one, key, before).kept.values()]);
    const room = greater(NONE_AT_ALL, minus(round(greater(NONE_AT_ALL, most), run.step, 'down'), sum(earlier)));
    if (compare(sum(amounts.map((one) => one.amount)), room) <= 0) return { kept: new Map(amounts.map(({ id, amount }) => [id, amount])), isCut: false };
    const negative = sum(amounts.map(({ amount }) => amount).filter((amount) => sign(amount) < 0));
    const shares = sharesOf(minus(room, negative), amounts.map(({ id, amount }) => ({ id, weight: greater(NONE_AT_ALL, amount) })), run.step);
    return { kept: new Map(amounts.map(({ id, amount }) => [id, sign(amount) < 0 ? amount : shares.get(id)!])), isCut: true };
  });
}

/** The same group in the periods before, within the time of the limit. */
export function earlierIn(run: Run, { across, over }: SharedLimit, { at, key, members }: Circle): Circle[] {
  if (over === 'period') return [];
  const earlier: Circle[] = [];
  for (let index = 0; index < at; index++) {
    const circle = run.periods[index]![over] === run.periods[at]![over] ? run.circle(members[0]!.moment.plan, index, across, 'any-day', key) : undefined;
    if (circle !== undefined) earlier.push(circle);
  }
  return earlier;
}
