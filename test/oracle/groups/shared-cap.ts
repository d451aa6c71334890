/** What is left under a cap for several people, from the words of `shared-cap`. Shares nothing with `src/`. */
import { Refusal } from '../credit.ts';
import { compare, greater, minus, NONE_AT_ALL, plus, round, sign, sum, type Fraction } from '../fraction.ts';
import type { Circle } from './circle.ts';
import { lineOf, type Moment } from './moment.ts';
import { keyOf, type Run } from './run.ts';
import { sharesOf } from './shares.ts';
import { valueOf } from './term.ts';
import type { SharedLimit } from './world.ts';

/** `key`: where the cap stands; `before`: what each of the group comes to at this point. */
export function keptUnder(run: Run, cap: SharedLimit, moment: Moment, key: string, amount: Fraction, before: (other: Moment) => Fraction): Fraction {
  const circle = run.circles(moment.plan, moment.at, cap.across, 'any-day').find(({ members }) => members.some((one) => one.moment.who === moment.who));
  if (circle === undefined) return amount;
  const { kept, isCut } = keptBy(run, cap, circle, key, before);
  // what is not above zero stays as it is
  return isCut && sign(amount) > 0 ? kept.get(moment.who)! : amount;
}

function keptBy(run: Run, cap: SharedLimit, circle: Circle, key: string, before: (other: Moment) => Fraction): { readonly kept: ReadonlyMap<string, Fraction>; readonly isCut: boolean } {
  const { plan } = circle.members[0]!.moment;
  return run.once(['shared-cap', keyOf(plan), key, circle.at, circle.key], () => {
    // whole cents, as they would be paid
    const amounts = circle.members.map(({ moment }) => ({ id: moment.who, amount: run.rounded(before(moment)) }));
    const most = valueOf(cap.at, run.askedOf(circle.members[0]!));
    if (most === null) throw new Refusal('R019');
    const earlier = earlierIn(run, cap, circle).flatMap((one) => [...keptBy(run, cap, one, key, before).kept.values()]);
    const room = greater(NONE_AT_ALL, minus(round(greater(NONE_AT_ALL, most), run.step, 'down'), plus(sum(earlier), keptBefore(run, cap, circle, key))));
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

/** What the group kept under this name in the time, by the terms of earlier versions. */
export function keptBefore(run: Run, { across, over }: SharedLimit, { at, key: group, members }: Circle, key: string): Fraction {
  if (over === 'period') return NONE_AT_ALL;
  const { plan } = members[0]!.moment;
  return sum(
    lineOf(run.world, plan).slice(0, -1).flatMap((version) =>
      run.periods.flatMap((period, index) => {
        const circle = period[over] === run.periods[at]![over] ? run.circle(version, index, across, 'any-day', group) : undefined;
        return (circle?.members ?? []).map(({ moment }) => keptOf(run, moment, key));
      }),
    ),
  );
}

/** Of a component: what it earned; of a rule, which is known by its number among those like it: what it left. */
function keptOf(run: Run, moment: Moment, key: string): Fraction {
  const { components, adjust } = moment.plan;
  if (!key.startsWith('rule ')) return components.some(({ id }) => id === key) ? run.earned(moment, key) : NONE_AT_ALL;
  const places = adjust.flatMap((rule, place) => ('sharedCap' in rule ? [place] : []));
  const place = places[parseInt(key.slice(5), 10)];
  return place === undefined ? NONE_AT_ALL : run.total(moment, place + 1);
}
