/** Contest: prizes by rank among people of the plan, with a stated rule for ties and a budget (CON-01…05). */
import type { MapNode } from '../document/node.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { PERCENTILE, PRIZES, costOf, prizesWords, readPrizes, TOP, winners, type Prizes } from './contest-prizes.ts';
import { CONDITION, field, FORMULA, map, NUMBER, oneOf, scalarOrMap } from './field.ts';
import { figureIn, holds, readFigure, whyNot, type Figure } from './figure.ts';
import type { Circle, Given, Known, Mechanic, PeriodEnv, Reader, Sharing, Time } from './mechanic.ts';
import { ended } from './outcome.ts';
import { rank, type Entrant, type Place, type Ranked } from './ranking.ts';
import { ACROSS, membersWords, readSharing, sharingWords } from './sharing.ts';

interface Ties {
  readonly rule: 'pool' | 'full';
  readonly breakBy: Figure | undefined;
}

interface Contest {
  readonly sharing: Sharing;
  /** Undefined for the measure paid on. */
  readonly by: Figure | undefined;
  readonly on: string;
  readonly enter: Figure | undefined;
  readonly prizes: Prizes;
  readonly ties: Ties;
  readonly budget: Exact | undefined;
  readonly over: Time;
}

/** The outcome of a contest, the same for all of its members. */
interface Held extends Ranked {
  readonly entrants: number;
  /** Nobody wins, because the group is too small. */
  readonly small: boolean;
}

export const contest: Mechanic<Contest> = {
  key: 'contest',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'prizes by rank among people of the plan',
  about: `Ranks the entrants by a number, greatest first, among everybody in the plan or in each league (people with one value in a people column). "enter" is the least to take part; a result that is not known does not take part, and the reason says so.
"prizes" are by place, "top" gives one prize to a share of the entrants (the rounding to whole people is stated), "percentile" to everybody at or above it by the nearest rank. Fewer entrants than prizes: the rest is unspent, and the run reports it.
Ties: "pool" (what holds where nothing is written) shares the prizes of the places that are taken, in whole cents by largest remainder, ties by id; "full" gives each the prize of the place, so that the cost grows; break-by ranks by a second number first. The next rank skips: after two firsts comes the third.
"over: quarter" holds the contest once, in the last period of the window (of a plan that ends earlier: in its last one; not before a version that goes on from this one); give the measure the window quarter-to-date. "members: last-day" leaves leavers out.
A place is taken by who ranks there, whatever else the component says: a closed gate or a measure paid on that is not applicable takes away the own prize, and nobody moves up; "enter" is what keeps somebody out.
"budget" is checked: prizes above it are an error in the plan, and where full prizes of ties pass it the run stops.
"point-value" makes prizes points with a value in money, also for prizes that are not paid in money, so that their cost is not missing.
Also called SPIF contest, leaderboard or President's club.`,
  together: true,
  forPeriod: true,
  sharesOut: true,
  schema: map(
    {
      across: ACROSS,
      members: field(
        'Who can win: those who are in the plan on the last day of the period, or everybody who was in it on any day, in the group of their last. This says what leavers get.',
        ['last-day'],
        oneOf({ 'last-day': 'who is there on the last day of the period; leavers win nothing', 'any-day': 'who was there on any day, leavers too, in the group of their last day' }),
      ),
      by: field('What is ranked, the greatest first. Without it: the measure paid on.', ['revenue', 'attainment of revenue'], FORMULA),
      enter: field('The least to take part: a condition. Without it: everybody.', ['revenue >= 10_000'], CONDITION),
      prizes: PRIZES,
      top: TOP,
      percentile: PERCENTILE,
      ties: field(
        'What those get who tie. Without it: pool.',
        ['full', { 'break-by': 'deals', then: 'pool' }],
        scalarOrMap(
          oneOf({ pool: 'they share the prizes of the places they take', full: 'each has the prize of the place' }),
          map({ 'break-by': field('A second number, the greatest first.', ['deals'], FORMULA), then: field('What holds for those who still tie.', ['pool'], oneOf({ pool: 'they share', full: 'each in full' })) }, ['break-by', 'then']),
        ),
      ),
      budget: field('The most that all prizes of one group may cost.', [6000], NUMBER),
      over: field('How often it is held. Without it: in each period.', ['quarter'], oneOf({ period: 'in each period', quarter: 'once a quarter, in its last period', half: 'once a half year, in its last period', year: 'once a year, in its last period' })),
      'point-value': field('Prizes are points, each worth this much money.', [0.5], NUMBER),
    },
    ['across', 'members'],
    { defaultSnippets: [{ label: 'three prizes', body: { across: 'plan', members: 'last-day', prizes: [3000, 2000, 1000], ties: 'pool' } }] },
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const sharing = readSharing(node, undefined, reader);
    const byNode = node.get('by');
    const by = byNode === undefined ? undefined : readFigure(byNode, ['money', 'number', 'ratio'], reader);
    const condition = node.get('enter');
    const enter = condition === undefined ? undefined : readFigure(condition, ['yes-no'], reader);
    const worth = readWorth(node, reader);
    const prizes = worth === undefined ? undefined : readPrizes(node, worth, reader);
    const ties = readTies(node, reader);
    const over = node.get('over');
    if (sharing === undefined || (byNode !== undefined && by === undefined) || prizes === undefined || ties === undefined || (condition !== undefined && enter === undefined)) return undefined;
    const budget = readBudget(node, prizes, ties, reader);
    return budget === false ? undefined : { sharing, by, on: reader.on ?? '', enter, prizes, ties, budget, over: over?.kind === 'scalar' ? (over.text as Time) : 'period' };
  },
  calculate(config, given) {
    const [circle] = given.together(config.sharing, 'contest');
    if (circle === undefined) return { amount: ZERO, took: () => [], text: () => `not a member: ${membersWords(config.sharing)}` };
    if (!circle.closes(config.over)) return { amount: ZERO, took: () => [], text: () => `the contest is held once a ${config.over}, in its last period` };
    const held = hold(config, circle, given);
    if (held === undefined) return ended('the contest needs itself');
    const place = held.places.get(circle.me.id);
    const among = (): string => `${held.entrants} ${held.entrants === 1 ? 'entrant' : 'entrants'} of ${circle.name}`;
    if (place === undefined) return { amount: ZERO, took: () => [2], text: () => `does not take part: ${whyOut(config, circle)}; there are ${among()}` };
    if (held.small) return { amount: ZERO, took: () => [1], text: () => `${among()} are fewer than ${'least' in config.prizes ? config.prizes.least : 0}, so nobody wins` };
    const won = !place.prize.isZero();
    return { amount: place.prize, took: () => [won ? 0 : 1], text: () => `place ${place.place} among ${among()}${place.tied > 1 ? `, tied with ${place.tied - 1} ${place.tied === 2 ? 'other' : 'others'}` : ''}, ${won ? `wins ${given.words.money(place.prize)}${tieWords(config, place)}` : 'wins nothing'}` };
  },
  over: ({ over }) => (over === 'period' ? undefined : over),
  formulas: ({ by, enter, ties }) => [...(by === undefined ? [] : [by.formula]), ...(enter === undefined ? [] : [enter.formula]), ...(ties.breakBy === undefined ? [] : [ties.breakBy.formula])],
  branches: ({ enter }) => [{ name: 'wins' }, { name: 'wins nothing' }, { name: 'does not take part', ...(enter === undefined ? { never: true as const } : {}) }],
  describe(config, words) {
    const who = config.sharing.across.kind === 'plan' ? 'everybody in the plan' : `${sharingWords(config.sharing)}, a league each`;
    const enter = config.enter === undefined ? '' : ` Who takes part: ${config.enter.formula.words()}.`;
    const when = config.over === 'period' ? '' : ` It is held once a ${config.over}.`;
    const budget = config.budget === undefined ? '' : ` All prizes of a group cost at most ${words.money(config.budget)}.`;
    return `Ranks ${who} by ${config.by?.formula.words() ?? config.on}: ${prizesWords(config.prizes, words)}. ${tiesSentence(config)}${enter} ${membersWords(config.sharing)}${when}${budget}`;
  },
  example: {
    title: 'Three prizes, and a tie for the first place',
    yaml: `spring_contest:
  bonus on: revenue
  contest:
    across: plan
    members: last-day
    prizes: [300, 200, 100]
    ties: pool
    budget: 600`,
    work: 'two tie for the first place and share the prizes of places 1 and 2: (300 + 200) ÷ 2 = 250',
    given: { base: '9000', members: [{ id: 'bo', base: '9000' }, { id: 'cy', base: '100' }] },
    earns: '250',
  },
};

function readWorth(node: MapNode, reader: Reader): Exact | undefined {
  const written = node.get('point-value');
  if (written === undefined) return ONE;
  const number = reader.number(written);
  if (number === undefined || (number.value.sign() > 0 && !number.percent)) return number?.value;
  reader.problem('P465', 'a point is worth an amount of money above zero', written, { hint: 'such as point-value: 0.50' });
  return undefined;
}

function readTies(node: MapNode, reader: Reader): Ties | undefined {
  const written = node.get('ties');
  if (written?.kind !== 'map') return { rule: written?.kind === 'scalar' && written.text === 'full' ? 'full' : 'pool', breakBy: undefined };
  const second = written.get('break-by');
  const breakBy = second === undefined ? undefined : readFigure(second, ['money', 'number', 'ratio'], reader);
  const then = written.get('then');
  return breakBy === undefined ? undefined : { rule: then?.kind === 'scalar' && then.text === 'full' ? 'full' : 'pool', breakBy };
}

/** The budget holds in every case of ties that can be told from the plan; `false` after a problem. */
function readBudget(node: MapNode, prizes: Prizes, ties: Ties, reader: Reader): Exact | undefined | false {
  const written = node.get('budget');
  if (written === undefined) return undefined;
  const number = reader.number(written);
  if (number === undefined) return false;
  const cost = costOf(prizes);
  const over = number.percent || number.value.sign() <= 0 || (cost !== undefined && number.value.lessThan(cost));
  if (!over) return number.value;
  reader.problem('P464', number.percent || number.value.sign() <= 0 ? 'a budget is an amount above zero' : `the prizes cost more than the budget${ties.rule === 'full' ? ', before anybody ties' : ''}`, written, { hint: 'raise the budget, or lower the prizes' });
  return false;
}

function hold(config: Contest, circle: Circle, given: Given): Held | undefined {
  return circle.once((): Held => {
    const entrants = circle.members.flatMap(({ id, env }): Entrant[] => {
      if (config.enter !== undefined && holds(config.enter, env) !== true) return [];
      const value = ranked(config, env);
      const second = config.ties.breakBy === undefined ? undefined : figureIn(config.ties.breakBy, env);
      return value.value === undefined || (second !== undefined && second.value === undefined) ? [] : [{ id, value: value.value, second: second?.value }];
    });
    const { prizes } = config;
    const n = entrants.length;
    const small = prizes.kind !== 'places' && n < prizes.least;
    const places = small ? [] : prizes.kind === 'places' ? prizes.prizes : prizes.kind === 'share' ? new Array<Exact>(winners(prizes, n)).fill(prizes.prize) : new Array<Exact>(above(prizes.percentile, entrants)).fill(prizes.prize);
    const result = rank(entrants, places.map((prize) => roundTo(prize, given.rounding)), config.ties.rule, given.rounding.to);
    if (config.budget !== undefined && config.budget.lessThan(result.cost)) given.refuse(`the prizes of ${circle.name} cost ${given.words.money(result.cost)} with ties, and the budget is ${given.words.money(config.budget)}`, 'ties: pool never costs more than the prizes; or raise the budget');
    if (!result.unspent.isZero()) given.remark(`${circle.name} has ${n} ${n === 1 ? 'entrant' : 'entrants'} and ${places.length} prizes: ${given.words.money(result.unspent)} is unspent`, 'nothing needs to be done where that is meant');
    return { ...result, entrants: n, small };
  });
}

/** What is ranked, of one member. */
function ranked({ by, on }: Contest, env: PeriodEnv): Known {
  return by === undefined ? env.measure(on) : figureIn(by, env);
}

/** How many stand at or above the value at the nearest rank of the percentile. */
function above(percentile: Exact, entrants: readonly Entrant[]): number {
  if (entrants.length === 0) return 0;
  const rising = entrants.map(({ value }) => value).sort((a, b) => a.compare(b));
  const nearest = +`${roundTo(percentile.times(Exact.of(rising.length)), { to: ONE, mode: 'ceiling' }).reduced().n}`;
  const edge = rising[Math.max(0, nearest - 1)]!;
  return rising.filter((value) => value.atLeast(edge)).length;
}

function whyOut({ enter, by, on, ties }: Contest, circle: Circle): string {
  const { me } = circle;
  if (enter !== undefined && holds(enter, me.env) !== true) return holds(enter, me.env) === undefined ? whyNot(enter, me.env) : `not ${enter.formula.text}`;
  const value = by === undefined ? me.env.measure(on) : figureIn(by, me.env);
  if (value.value !== undefined) return ties.breakBy === undefined ? 'it is not known' : whyNot(ties.breakBy, me.env);
  return by === undefined ? value.none : whyNot(by, me.env);
}

function tieWords({ ties }: Contest, { tied }: Place): string {
  if (tied === 1) return '';
  return ties.rule === 'pool' ? ', a share of the prizes of the places they take' : ', the prize of the place in full';
}

function tiesSentence({ ties }: Contest): string {
  const rule = ties.rule === 'pool' ? 'share the prizes of the places they take' : 'each win the prize of the place in full';
  return ties.breakBy === undefined ? `Those who tie ${rule}.` : `Ties are broken by ${ties.breakBy.formula.words()}; those who still tie ${rule}.`;
}
