/** The part of one person in a pool, a prize, what a team earned. Shares nothing with `src/`. */
import { Refusal } from '../credit.ts';
import { compare, NONE_AT_ALL, plus, sign, sum, type Fraction } from '../fraction.ts';
import type { Circle, Member } from './circle.ts';
import { held } from './contest.ts';
import type { Known } from './measure.ts';
import { daysOf, lineOf, type Moment } from './moment.ts';
import { keyOf, type Run } from './run.ts';
import { qualifying, splitUp, type Splitting } from './split.ts';
import { valueOf } from './term.ts';
import type { ContestJson, Formula, GroupComponent, Over } from './world.ts';

type PoolJson = Extract<Formula, { kind: 'pool' }>;

const isMember = ({ members }: Circle, who: string): boolean => members.some(({ moment }) => moment.who === who);
const rules = (run: Run, at: number): Splitting => ({ step: run.step, asked: run.askedOf, days: run.daysOf(at) });

export function shareOfPool(run: Run, moment: Moment, component: GroupComponent, pool: PoolJson): Known {
  const circles = run.circles(moment.plan, moment.at, pool.split.across, pool.split.members).filter((circle) => isMember(circle, moment.who));
  let amount = NONE_AT_ALL;
  let known = circles.length === 0;
  for (const circle of circles) {
    const { shares } = poolOf(run, circle, moment.plan, component, pool);
    if (shares !== null) known = true;
    amount = plus(amount, shares?.get(moment.who) ?? NONE_AT_ALL);
  }
  return known ? amount : null;
}

interface SharedPool {
  /** Null: the fund is not known. */
  readonly shares: ReadonlyMap<string, Fraction> | null;
  /** What the next pool of the group finds. */
  readonly left: Fraction;
}

function poolOf(run: Run, circle: Circle, plan: Moment['plan'], component: GroupComponent, pool: PoolJson): SharedPool {
  return run.once(['pool', keyOf(plan), component.id, circle.at, circle.key], (): SharedPool => {
    const { split, nobody } = pool;
    const own = valueOf(pool.fund, run.askedOf(circle.members[0]!));
    const carried = nobody === 'carried' ? carriedTo(run, circle, plan, component, pool) : NONE_AT_ALL;
    if (own === null) return { shares: null, left: carried };
    const fund = plus(run.rounded(own), carried);
    const sharers = qualifying(split, circle.members, rules(run, circle.at));
    if (sign(fund) <= 0) return { shares: new Map(), left: NONE_AT_ALL };
    if (sharers.length === 0) return { shares: new Map(), left: fund };
    return { shares: splitUp(split, fund, sharers, rules(run, circle.at)), left: NONE_AT_ALL };
  });
}

/** From the last period in which the group had members, in this version or in one that it goes on from. */
function carriedTo(run: Run, { at, key }: Circle, plan: Moment['plan'], component: GroupComponent, pool: PoolJson): Fraction {
  for (const version of lineOf(run.world, plan).reverse()) {
    const there = version === plan ? component : version.components.find(({ id }) => id === component.id);
    if (there?.formula.kind !== 'pool' || there.formula.nobody !== 'carried' || there.formula.split.across !== pool.split.across) return NONE_AT_ALL;
    for (let index = version === plan ? at - 1 : run.periods.length - 1; index >= 0; index--) {
      const before = run.circle(version, index, there.formula.split.across, there.formula.split.members, key);
      if (before !== undefined) return poolOf(run, before, version, there, there.formula).left;
    }
  }
  return NONE_AT_ALL;
}

export function prizeOf(run: Run, moment: Moment, component: GroupComponent, contest: ContestJson): Known {
  const { plan, at, who } = moment;
  const circle = run.circles(plan, at, contest.across, contest.members).find((one) => isMember(one, who));
  const window = contest.over ?? 'period';
  if (circle === undefined || (window !== 'period' && goesOn(run, moment, component, window))) return NONE_AT_ALL;
  const won = run.once(['contest', keyOf(plan), component.id, at, circle.key], () => held(contest, component.on, circle.members, { step: run.step, rounded: (amount) => run.rounded(amount), asked: run.askedOf }));
  return won.get(who) ?? NONE_AT_ALL;
}

/** Whether there is a later period of the window in which the contest is held: in this version or in one that goes on from it. */
function goesOn(run: Run, { plan, at }: Moment, component: GroupComponent, window: Exclude<Over, 'period'>): boolean {
  const versions = run.world.plans.filter((one) => lineOf(run.world, one).includes(plan) && one.components.some(({ id }) => id === component.id));
  return run.periods.some((period, index) => index > at && period[window] === run.periods[at]![window] && versions.some((one) => daysOf(one, period).length > 0));
}

/** `before`: what each member comes to by the formula, in the group in question. */
export function shareOfTeamPay(run: Run, moment: Moment, component: GroupComponent, before: (member: Member) => Known): Fraction {
  const split = component.shareOut!;
  const circles = run.circles(moment.plan, moment.at, split.across, split.members).filter((circle) => isMember(circle, moment.who));
  return sum(
    circles.map((circle) => {
      const shares = run.once(['share-out', keyOf(moment.plan), component.id, moment.at, circle.key], () => {
        const amounts = circle.members.map((member) => run.rounded(before(member) ?? NONE_AT_ALL));
        const all = amounts.filter((amount) => sign(amount) !== 0);
        if (all.some((amount) => compare(amount, all[0]!) !== 0)) throw new Refusal('R019');
        const sharers = qualifying(split, circle.members.filter((_, at) => sign(amounts[at]!) !== 0), rules(run, moment.at));
        return all.length === 0 || sharers.length === 0 ? new Map<string, Fraction>() : splitUp(split, all[0]!, sharers, rules(run, moment.at));
      });
      return shares.get(moment.who) ?? NONE_AT_ALL;
    }),
  );
}
