/** Prizes by rank, from the words of `contest`: places one by one, those who tie together. Shares nothing with `src/`. */
import { Refusal } from '../credit.ts';
import { compare, NONE_AT_ALL, parse, plus, round, sum, times, whole, WHOLE, type Fraction } from '../fraction.ts';
import type { Member } from './circle.ts';
import { sharesOf } from './shares.ts';
import { holds, valueOf, type Asked } from './term.ts';
import type { ContestJson, Prizes } from './world.ts';

interface Entrant {
  readonly id: string;
  readonly value: Fraction;
  readonly second: Fraction;
}

export interface Rules {
  readonly step: Fraction;
  rounded(amount: Fraction): Fraction;
  asked(member: Member): Asked;
}

/** What each entrant wins; `on`: the measure that the component is paid on. */
export function held(contest: ContestJson, on: string, members: readonly Member[], { step, rounded, asked }: Rules): Map<string, Fraction> {
  const breaks = contest.ties !== null && typeof contest.ties === 'object' ? contest.ties.breakBy : null;
  const entrants = members.flatMap((member): Entrant[] => {
    const own = asked(member);
    if (contest.enter !== null && !holds(contest.enter, own)) return [];
    const value = contest.by === null ? own.measure(on) : valueOf(contest.by, own);
    const second = breaks === null ? NONE_AT_ALL : valueOf(breaks, own);
    return value === null || second === null ? [] : [{ id: member.moment.who, value, second }];
  });
  const prizes = prizesFor(contest.prizes, entrants).map((prize) => rounded(times(parse(prize), contest.pointValue === null ? WHOLE : parse(contest.pointValue))));
  const full = contest.ties === 'full' || (contest.ties !== null && typeof contest.ties === 'object' && contest.ties.then === 'full');
  const won = new Map<string, Fraction>();
  for (const entrant of entrants) {
    const ahead = entrants.filter((other) => order(other, entrant) > 0).length;
    const alike = entrants.filter((other) => order(other, entrant) === 0);
    const pot = sum(prizes.slice(ahead, ahead + alike.length));
    won.set(entrant.id, full ? (prizes[ahead] ?? NONE_AT_ALL) : sharesOf(pot, alike.map(({ id }) => ({ id, weight: WHOLE })), step).get(entrant.id)!);
  }
  const cost = [...won.values()].reduce(plus, NONE_AT_ALL);
  if (contest.budget !== null && compare(cost, parse(contest.budget)) > 0) throw new Refusal('R019');
  return won;
}

const order = (a: Entrant, b: Entrant): number => compare(a.value, b.value) || compare(a.second, b.second);

/** The prize of each place. */
function prizesFor(prizes: Prizes, entrants: readonly Entrant[]): readonly string[] {
  if ('places' in prizes) return prizes.places;
  const n = entrants.length;
  if (n < prizes.least || n === 0) return [];
  let winners: number;
  if ('top' in prizes) winners = parseInt(`${round(times(parse(prizes.top), whole(n)), WHOLE, prizes.count === 'up' ? 'ceiling' : prizes.count === 'down' ? 'floor' : 'half-up').n}`, 10);
  else {
    // the nearest rank: the first value of the rising list with at least that share of the entrants at or below it
    const rising = [...entrants].sort((a, b) => compare(a.value, b.value));
    const edge = rising.find((_, at) => compare(whole(at + 1), times(parse(prizes.percentile), whole(n))) >= 0)!;
    winners = entrants.filter(({ value }) => compare(value, edge.value) >= 0).length;
  }
  return Array.from({ length: winners }, () => prizes.prize);
}
