/** How an amount of a group is shared out among those who qualify: by pool, as a fund, and by share-out, as what a team earned. */
import type { MapNode, Node } from '../document/node.ts';
import { Exact, ONE, total, ZERO } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { allot } from '../value/share.ts';
import { CONDITION, field, FORMULA, map, oneOf, scalarOrMap } from './field.ts';
import { figureIn, holds, readFigure, stated, whyNot, type Figure } from './figure.ts';
import type { Circle, Given, Known, Member, Outcome, PeriodFormula, Reader, Sharing } from './mechanic.ts';
import { ended } from './outcome.ts';
import { membersWords, readSharing, sharingWords } from './sharing.ts';

/** Who shares, and how. */
export interface Split {
  readonly sharing: Sharing;
  readonly qualifies: Figure | undefined;
  readonly shares: { readonly kind: 'equal' } | { readonly kind: 'by' | 'fixed'; readonly figure: Figure };
  readonly nobody: 'unspent' | 'carried';
}

/** An amount as it was shared out, the same for all members. */
interface Shared {
  /** With what was carried to it. */
  readonly fund: Exact;
  readonly carried: Exact;
  readonly amounts: ReadonlyMap<string, Exact>;
  readonly weights: ReadonlyMap<string, Exact>;
  readonly sum: Exact;
  /** Why the fund is not known. */
  readonly none?: string;
}

/** What is shared by a circle, and who of it has a part in it. */
export interface Fund {
  readonly what: string;
  of(circle: Circle, given: Given): Known;
  takesPart(member: Member): boolean;
  /** A negative fund is shared as well. */
  readonly negative: boolean;
}

export const QUALIFIES = field('Who of the members shares: a condition. Without it: everybody.', ['attainment of revenue >= 50%'], CONDITION);
export const SHARES = field(
  'How it is shared: equal, by a number of each member, or by fixed shares of the whole.',
  ['equal', { by: 'points' }, { fixed: 'pool_share' }],
  scalarOrMap(
    oneOf({ equal: 'everybody the same' }),
    map({ by: field('In proportion to this.', ['points', 'revenue'], FORMULA), fixed: field('Each share of the whole; together at most 100 %.', ['pool_share'], FORMULA) }, [], { minProperties: 1, maxProperties: 1 }),
  ),
);

export function readSplit(node: MapNode, reader: Reader): Split | undefined {
  const sharing = readSharing(node, undefined, reader);
  const condition = node.get('qualifies');
  const qualifies = condition === undefined ? undefined : readFigure(condition, ['yes-no'], reader);
  const shares = readShares(node.get('shares'), (one, ratio) => readFigure(one, ratio ? ['ratio'] : ['number', 'money', 'ratio'], reader));
  const nobody = node.get('nobody');
  if (sharing === undefined || shares === undefined || (condition !== undefined && qualifies === undefined)) return undefined;
  return { sharing, qualifies, shares, nobody: nobody?.kind === 'scalar' && nobody.text === 'carried' ? 'carried' : 'unspent' };
}

export function splitFormulas({ qualifies, shares }: Split): readonly PeriodFormula[] {
  return [...(qualifies === undefined ? [] : [qualifies.formula]), ...(shares.kind === 'equal' ? [] : [shares.figure.formula])];
}

/** `among people with one store who qualify (…), in equal parts. Members are …`. */
export function splitWords({ sharing, qualifies, shares }: Split): string {
  const who = qualifies === undefined ? '' : ` who qualify (${qualifies.formula.words()})`;
  const how = shares.kind === 'equal' ? 'in equal parts' : shares.kind === 'by' ? `in proportion to ${shares.figure.formula.words()}` : `each by their own share, ${shares.figure.formula.words()}`;
  return `among ${sharingWords(sharing)}${who}, ${how}. ${membersWords(sharing)}`;
}

function readShares(node: Node | undefined, figure: (node: Node, ratio: boolean) => Figure | undefined): Split['shares'] | undefined {
  if (node?.kind !== 'map') return node === undefined ? undefined : { kind: 'equal' };
  const [entry] = node.entries;
  const read = entry === undefined ? undefined : figure(entry.value, entry.key === 'fixed');
  return read === undefined ? undefined : { kind: entry!.key === 'fixed' ? 'fixed' : 'by', figure: read };
}

/** The part of who asks in what their circle shares. */
export function shareOfMe<C extends Split>(config: C, fundOf: (config: C) => Fund, circle: Circle, given: Given): Outcome {
  const { words } = given;
  const fund = fundOf(config);
  const shared = shareOut(config, fundOf, circle, given);
  if (shared === undefined) return ended(`the ${fund.what} needs itself`);
  if (shared.none !== undefined) return ended(shared.none);
  const amount = shared.amounts.get(circle.me.id);
  const from = (): string => `the ${fund.what} of ${words.money(shared.fund)} of ${circle.name}${shared.carried.isZero() ? '' : `, of which ${words.money(shared.carried)} was carried to it`}`;
  if (shared.fund.sign() <= 0 && (!fund.negative || shared.fund.isZero())) return { amount: ZERO, took: () => [0], text: () => `${from()} is not above zero; there is nothing to share` };
  if (amount === undefined) {
    const why = config.qualifies === undefined ? '' : holds(config.qualifies, circle.me.env) === undefined ? `: ${whyNot(config.qualifies, circle.me.env)}` : ` (${config.qualifies.formula.text})`;
    const rest = (): string => (shared.amounts.size > 0 ? `${shared.amounts.size} of ${circle.members.length} members share it` : config.nobody === 'carried' ? 'nobody qualifies, and it is carried into the next period' : 'nobody qualifies, and it is unspent');
    return { amount: ZERO, took: () => [1], text: () => `does not qualify for ${from()}${why}; ${rest()}` };
  }
  const weight = shared.weights.get(circle.me.id)!;
  return { amount, took: () => [0], text: () => `${words.money(amount)} of ${from()}: ${shareWords(config, weight, shared, circle, given)}` };
}

function shareWords(config: Split, weight: Exact, { sum, amounts }: Shared, circle: Circle, { words }: Given): string {
  const count = amounts.size;
  const sharers = `${count} ${count === 1 ? 'member shares' : 'members share'} it`;
  if (config.shares.kind === 'fixed') return `the own share is ${words.percent(weight)}; ${sharers}`;
  if (config.shares.kind === 'equal' && config.sharing.members !== 'days') return `1 of ${count} equal shares`;
  const days = config.sharing.members === 'days' ? ` (${circle.me.days} of ${circle.days} days)` : '';
  if (sum.isZero()) return `${sharers}, and nobody has anything to share by`;
  return `${words.number(weight)}${days} of ${words.number(sum)} in ${config.shares.kind === 'equal' ? 'days' : stated(config.shares.figure)}; ${sharers}`;
}

/** Shares the pool of a circle out once. */
function shareOut<C extends Split>(config: C, fundOf: (config: C) => Fund, circle: Circle, given: Given): Shared | undefined {
  const source = fundOf(config);
  return circle.once(() => {
    const { rounding } = given;
    const carried = config.nobody === 'carried' ? leftOver(config, fundOf, circle, given) : ZERO;
    const own = source.of(circle, given);
    if (own.value === undefined) return { fund: ZERO, carried, amounts: new Map(), weights: new Map(), sum: ZERO, none: own.none };
    const fund = roundTo(own.value, rounding).plus(carried);
    const sharers = circle.members.filter((member) => source.takesPart(member) && (config.qualifies === undefined || holds(config.qualifies, member.env) === true));
    const weights = sharers.map((member) => weightOf(config, member, circle, given));
    const sum = total(weights);
    const weighed = new Map(sharers.map(({ id }, index) => [id, weights[index]!]));
    if (fund.isZero() || (fund.sign() < 0 && !source.negative) || sharers.length === 0) {
      if (fund.sign() > 0) given.remark(`nobody of ${circle.name} qualifies for the ${source.what} of ${given.words.money(fund)}`, config.nobody === 'carried' ? 'it is carried into the next period' : 'it is unspent; nobody: carried would add it to the next pool of the group');
      return { fund, carried, amounts: new Map(), weights: weighed, sum };
    }
    const shares = sharers.map(({ id }, index) => ({ key: id, weight: weights[index]! }));
    const amounts = config.shares.kind === 'fixed' ? fixed(fund, shares, sum, `${source.what} of ${circle.name}`, given) : allot(fund, shares, rounding.to);
    if (config.shares.kind !== 'fixed' && sum.isZero()) given.remark(`nobody of ${circle.name} has anything to share the ${source.what} of ${given.words.money(fund)} by`, 'it is unspent');
    return { fund, carried, amounts: new Map(sharers.map(({ id }, index) => [id, amounts[index]!])), weights: weighed, sum };
  });
}

/** Fixed shares of the fund; the part that nobody has is one more part, so that each share is cut as shares of a whole are. */
function fixed(fund: Exact, shares: readonly { readonly key: string; readonly weight: Exact }[], sum: Exact, what: string, given: Given): Exact[] {
  const rest = ONE.minus(sum);
  if (rest.sign() < 0) given.refuse(`the fixed shares of the ${what} make ${given.words.percent(sum)} together`, 'fixed shares make at most 100 %; use shares: { by: … } for shares in proportion');
  if (rest.sign() <= 0) return allot(fund, shares, given.rounding.to);
  const cut = allot(fund, [...shares, { key: '\uffff', weight: rest }], given.rounding.to);
  given.remark(`the fixed shares of the ${what} make ${given.words.percent(sum)}; ${given.words.money(cut.at(-1)!)} is not paid`, 'correct the shares, or share in proportion with shares: { by: … }');
  return cut.slice(0, -1);
}

function weightOf({ shares, sharing }: Split, { env, days, id }: Member, circle: Circle, given: Given): Exact {
  const known = shares.kind === 'equal' ? { value: ONE } : figureIn(shares.figure, env);
  if (known.value === undefined) given.refuse(`the share of ${id} is not known: ${known.none}`, 'fill in what it reads, or say what a blank means, with coalesce');
  if (shares.kind === 'fixed' && known.value !== undefined && known.value.sign() < 0) given.refuse(`the fixed share of ${id} is below zero`, 'correct the value it comes from');
  const weight = known.value === undefined || known.value.sign() < 0 ? ZERO : known.value;
  if (sharing.members !== 'days') return weight;
  return shares.kind === 'fixed' ? weight.times(Exact.of(days, circle.days)) : weight.times(Exact.of(days));
}

/** What the group's pool before this one carries: all of it, where nobody qualified; what was carried to it, where its own fund is not known. */
function leftOver<C extends Split>(config: C, fundOf: (config: C) => Fund, circle: Circle, given: Given): Exact {
  const before = circle.previous((terms) => ((terms as C).nobody === 'carried' ? (terms as C).sharing : undefined));
  const shared = before === undefined ? undefined : shareOut((before.terms as C | undefined) ?? config, fundOf, before.circle, given);
  if (shared?.none !== undefined) return shared.carried;
  return shared === undefined || shared.amounts.size > 0 || shared.fund.sign() <= 0 ? ZERO : shared.fund;
}
