/** Limits that several people have together deal by deal, from the words of `shared-deal-cap` and `budget`. Shares nothing with `src/`. */
import { compare, greater, lesser, minus, NONE_AT_ALL, plus, round, sign, sum, type Fraction } from '../fraction.ts';
import type { Circle } from './circle.ts';
import type { PaidDeal } from './component.ts';
import type { Moment } from './moment.ts';
import { keyOf, type Run } from './run.ts';
import { earlierIn, keptBefore } from './shared-cap.ts';
import { sharesOf } from './shares.ts';
import { valueOf } from './term.ts';
import type { SharedLimit, Term } from './world.ts';

type DealsOf = (other: Moment) => readonly PaidDeal[];

/** Each deal alone: what all of its payees have for it. */
export function dealsWithinCap(run: Run, cap: Term, moment: Moment, key: string, own: readonly PaidDeal[], dealsOf: DealsOf): readonly PaidDeal[] | null {
  const circle = run.circles(moment.plan, moment.at, 'plan', 'any-day')[0]!;
  const most = valueOf(cap, run.askedOf(circle.members[0]!));
  if (most === null) return null;
  const limit = round(greater(NONE_AT_ALL, most), run.step, 'down');
  return own.map((deal) => {
    const kept = run.once(['deal-cap', keyOf(moment.plan), key, moment.at, deal.id], () => {
      const shares = circle.members.flatMap((member) => dealsOf(member.moment).filter(({ id }) => id === deal.id).map(({ pays }) => ({ id: member.moment.who, amount: run.rounded(pays) })));
      if (compare(sum(shares.map(({ amount }) => amount)), limit) <= 0) return null;
      const negative = sum(shares.map(({ amount }) => amount).filter((amount) => sign(amount) < 0));
      const cut = sharesOf(minus(limit, negative), shares.map(({ id, amount }) => ({ id, weight: greater(NONE_AT_ALL, amount) })), run.step);
      return new Map(shares.map(({ id, amount }) => [id, sign(amount) < 0 ? amount : cut.get(id)!]));
    });
    return kept === null ? deal : { ...deal, pays: kept.get(moment.who)! };
  });
}

/** Deals one after the other, until nothing is left. */
export function dealsWithinBudget(run: Run, budget: SharedLimit, moment: Moment, key: string, own: readonly PaidDeal[], dealsOf: DealsOf): readonly PaidDeal[] | null {
  const circle = run.circles(moment.plan, moment.at, budget.across, 'any-day').find(({ members }) => members.some((one) => one.moment.who === moment.who));
  if (circle === undefined) return own;
  const spent = spentBy(run, budget, circle, key, dealsOf);
  return spent === null ? null : own.map((deal) => ({ ...deal, pays: spent.pays.get(`${deal.id} ${moment.who}`)! }));
}

interface Spent {
  readonly pays: ReadonlyMap<string, Fraction>;
  readonly sum: Fraction;
}

function spentBy(run: Run, budget: SharedLimit, circle: Circle, key: string, dealsOf: DealsOf): Spent | null {
  const { plan } = circle.members[0]!.moment;
  return run.once(['budget', keyOf(plan), key, circle.at, circle.key], () => {
    const most = valueOf(budget.at, run.askedOf(circle.members[0]!));
    if (most === null) return null;
    let left = minus(round(greater(NONE_AT_ALL, most), run.step, 'down'), sum(earlierIn(run, budget, circle).map((one) => spentBy(run, budget, one, key, dealsOf)?.sum ?? NONE_AT_ALL)));
    left = minus(left, keptBefore(run, budget, circle, key));
    const events = circle.members.flatMap(({ moment }) => dealsOf(moment).map((deal) => ({ ...deal, who: moment.who })));
    events.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.who < b.who ? -1 : 1));
    const pays = new Map<string, Fraction>();
    for (const { id, who, pays: whole } of events) {
      const rounded = run.rounded(whole);
      const paid = sign(rounded) < 0 ? rounded : lesser(rounded, greater(NONE_AT_ALL, left));
      left = minus(left, paid);
      pays.set(`${id} ${who}`, paid);
    }
    return { pays, sum: [...pays.values()].reduce(plus, NONE_AT_ALL) };
  });
}
