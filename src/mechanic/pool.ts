/** Bonus pool: an amount for a group, shared by those who qualify (BON-10), and a team bonus that is split (BON-11). */
import type { Node } from '../document/node.ts';
import { Exact, ONE, total, ZERO } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { allot } from '../value/share.ts';
import { CONDITION, field, FORMULA, map, oneOf, scalarOrMap } from './field.ts';
import { figureIn, holds, readFigure, stated, whyNot, type Figure } from './figure.ts';
import type { Circle, Given, Mechanic, Member, Outcome, Part, Sharing } from './mechanic.ts';
import { ended } from './outcome.ts';
import { ACROSS, MEMBERS, membersWords, readSharedFigure, readSharing, sharingWords } from './sharing.ts';

interface Pool {
  readonly fund: Figure;
  readonly sharing: Sharing;
  readonly qualifies: Figure | undefined;
  readonly shares: { readonly kind: 'equal' } | { readonly kind: 'by' | 'fixed'; readonly figure: Figure };
  readonly nobody: 'unspent' | 'carried';
}

/** A pool as it was shared out, the same for all of its members. */
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

export const pool: Mechanic<Pool> = {
  key: 'pool',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'an amount for a group, shared by those who qualify',
  about: `The fund is money: fixed, or a formula over measures across the group, such as 2% * store_sales. It is rounded once and shared out by largest remainder, ties by id, so that the shares make exactly the fund.
"shares: equal" gives each qualifier the same; "by: points" in proportion to a number (points, results, a people column), where a number below zero counts as zero; "fixed: pool_share" gives each their stated share of the fund, and what the shares do not make up is not paid. Fixed shares above 100 % together are refused.
"qualifies" is a condition on each member; what cannot be told does not hold. Where nobody qualifies "nobody" says what becomes of the fund: unspent, or carried into the pool of the same group in the next period. The run reports it.
"members" is who shares: it must be stated, because it is what leavers get. With "days" shares are weighted by days in the group, and who moved shares in both.
A fund of zero or less pays nothing. An explanation shows the fund, the own share and how many share, not what others get.
Also called bonus pool, pooled commission or team bonus split.`,
  together: true,
  schema: map(
    {
      fund: field('What is shared: an amount for the period, or a formula over measures across the group.', [10000, '2% * store_sales'], FORMULA),
      across: ACROSS,
      members: MEMBERS,
      qualifies: field('Who of the members shares: a condition. Without it: everybody.', ['attainment of revenue >= 50%'], CONDITION),
      shares: field(
        'How it is shared: equal, by a number of each member, or by fixed shares of the fund.',
        ['equal', { by: 'points' }, { fixed: 'pool_share' }],
        scalarOrMap(
          oneOf({ equal: 'everybody the same' }),
          map({ by: field('In proportion to this.', ['points', 'revenue'], FORMULA), fixed: field('Each share of the fund; together at most 100 %.', ['pool_share'], FORMULA) }, [], { minProperties: 1, maxProperties: 1 }),
        ),
      ),
      nobody: field('What becomes of the fund when nobody qualifies.', ['unspent', 'carried'], oneOf({ unspent: 'it is not paid', carried: 'the next period of the group shares it too' })),
    },
    ['fund', 'across', 'members', 'shares', 'nobody'],
    { defaultSnippets: [{ label: 'equal pool', body: { fund: '${1:10000}', across: 'plan', members: 'last-day', shares: 'equal', nobody: 'unspent' } }] },
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const sharing = readSharing(node, undefined, reader);
    const fundNode = node.get('fund');
    const fund = fundNode === undefined || sharing === undefined ? undefined : readSharedFigure(fundNode, ['money'], sharing, reader);
    const condition = node.get('qualifies');
    const qualifies = condition === undefined ? undefined : readFigure(condition, ['yes-no'], reader);
    const shares = readShares(node.get('shares'), (one, ratio) => readFigure(one, ratio ? ['ratio'] : ['number', 'money', 'ratio'], reader));
    const nobody = node.get('nobody');
    if (sharing === undefined || fund === undefined || shares === undefined || (condition !== undefined && qualifies === undefined)) return undefined;
    return { fund, sharing, qualifies, shares, nobody: nobody?.kind === 'scalar' && nobody.text === 'carried' ? 'carried' : 'unspent' };
  },
  calculate(config, given) {
    const circles = given.together(config.sharing, 'pool');
    if (circles.length === 0) return { amount: ZERO, took: () => [], text: () => `not a member: ${membersWords(config.sharing)}` };
    const outcomes = circles.map((circle) => ofCircle(config, circle, given));
    const [first] = outcomes;
    if (outcomes.length === 1) return first!;
    const amount = total(outcomes.map((one) => one.amount ?? ZERO));
    return { amount, took: () => outcomes.flatMap((one) => one.took?.() ?? []), text: () => outcomes.map((one) => one.text()).join('; '), parts: () => outcomes.map((one): Part => ({ text: one.text(), amount: one.amount ?? ZERO })) };
  },
  formulas: ({ fund, qualifies, shares }) => [fund.formula, ...(qualifies === undefined ? [] : [qualifies.formula]), ...(shares.kind === 'equal' ? [] : [shares.figure.formula])],
  branches: ({ qualifies }) => [{ name: 'shares' }, ...(qualifies === undefined ? [] : [{ name: 'does not qualify' }])],
  describe(config, words) {
    const fund = config.fund.fixed === undefined ? stated(config.fund) : words.money(config.fund.fixed.value);
    const who = config.qualifies === undefined ? '' : ` who qualify (${config.qualifies.formula.words()})`;
    const how = config.shares.kind === 'equal' ? 'in equal parts' : config.shares.kind === 'by' ? `in proportion to ${config.shares.figure.formula.words()}` : `each by their own share, ${config.shares.figure.formula.words()}`;
    const rest = config.qualifies === undefined ? '' : config.nobody === 'carried' ? ' Where nobody qualifies it is carried into the next period.' : ' Where nobody qualifies it is not paid.';
    return `A pool of ${fund} is shared among ${sharingWords(config.sharing)}${who}, ${how}. ${membersWords(config.sharing)}${rest}`;
  },
  example: {
    title: '9,000 shared by points',
    yaml: `team_pool:
  bonus on: points
  pool:
    fund: 9_000
    across: plan
    members: last-day
    shares: { by: points }
    nobody: unspent`,
    work: '50 of 50 + 30 + 20 = 100 points: 9,000 × 50 ÷ 100 = 4,500',
    given: { base: '50', members: [{ id: 'bo', base: '30' }, { id: 'cy', base: '20' }] },
    earns: '4500',
  },
};

function readShares(node: Node | undefined, figure: (node: Node, ratio: boolean) => Figure | undefined): Pool['shares'] | undefined {
  if (node?.kind !== 'map') return node === undefined ? undefined : { kind: 'equal' };
  const [entry] = node.entries;
  const read = entry === undefined ? undefined : figure(entry.value, entry.key === 'fixed');
  return read === undefined ? undefined : { kind: entry!.key === 'fixed' ? 'fixed' : 'by', figure: read };
}

function ofCircle(config: Pool, circle: Circle, given: Given): Outcome {
  const { words } = given;
  const shared = shareOut(config, circle, given);
  if (shared === undefined) return ended('the pool needs itself');
  if (shared.none !== undefined) return ended(shared.none);
  const amount = shared.amounts.get(circle.me);
  const from = (): string => `the pool of ${words.money(shared.fund)} of ${circle.name}${shared.carried.isZero() ? '' : `, of which ${words.money(shared.carried)} was carried to it`}`;
  if (shared.fund.sign() <= 0) return { amount: ZERO, took: () => [0], text: () => `${from()} is not above zero; there is nothing to share` };
  if (amount === undefined) {
    const me = circle.members.find(({ id }) => id === circle.me)!;
    const why = config.qualifies === undefined ? '' : holds(config.qualifies, me.env) === undefined ? `: ${whyNot(config.qualifies, me.env)}` : ` (${config.qualifies.formula.text})`;
    const rest = (): string => (shared.amounts.size > 0 ? `${shared.amounts.size} of ${circle.members.length} members share it` : config.nobody === 'carried' ? 'nobody qualifies, and it is carried into the next period' : 'nobody qualifies, and it is unspent');
    return { amount: ZERO, took: () => [1], text: () => `does not qualify for ${from()}${why}; ${rest()}` };
  }
  const weight = shared.weights.get(circle.me)!;
  return { amount, took: () => [0], text: () => `${words.money(amount)} of ${from()}: ${shareWords(config, weight, shared, circle, given)}` };
}

function shareWords(config: Pool, weight: Exact, { sum, amounts }: Shared, circle: Circle, { words }: Given): string {
  const count = amounts.size;
  const sharers = `${count} ${count === 1 ? 'member shares' : 'members share'} it`;
  if (config.shares.kind === 'fixed') return `the own share is ${words.percent(weight)}; ${sharers}`;
  if (config.shares.kind === 'equal' && config.sharing.members !== 'days') return `1 of ${count} equal shares`;
  const days = config.sharing.members === 'days' ? ` (${circle.members.find(({ id }) => id === circle.me)!.days} of ${circle.days} days)` : '';
  if (sum.isZero()) return `${sharers}, and nobody has anything to share by`;
  return `${words.number(weight)}${days} of ${words.number(sum)} in ${config.shares.kind === 'equal' ? 'days' : stated(config.shares.figure)}; ${sharers}`;
}

/** Shares the pool of a circle out once. */
function shareOut(config: Pool, circle: Circle, given: Given): Shared | undefined {
  return circle.once(() => {
    const { rounding } = given;
    const carried = config.nobody === 'carried' ? leftOver(config, circle, given) : ZERO;
    const [anybody] = circle.members;
    const own = figureIn(config.fund, anybody!.env);
    if (own.value === undefined) return { fund: ZERO, carried, amounts: new Map(), weights: new Map(), sum: ZERO, none: `the fund of the pool is not known: ${own.none}` };
    const fund = roundTo(own.value, rounding).plus(carried);
    const sharers = circle.members.filter(({ env }) => config.qualifies === undefined || holds(config.qualifies, env) === true);
    const weights = sharers.map((member) => weightOf(config, member, circle, given));
    const sum = total(weights);
    const weighed = new Map(sharers.map(({ id }, index) => [id, weights[index]!]));
    if (fund.sign() <= 0 || sharers.length === 0) {
      if (fund.sign() > 0) given.remark(`nobody of ${circle.name} qualifies for the pool of ${given.words.money(fund)}`, config.nobody === 'carried' ? 'it is carried into the next period' : 'it is unspent; nobody: carried would add it to the next pool of the group');
      return { fund, carried, amounts: new Map(), weights: weighed, sum };
    }
    const shares = sharers.map(({ id }, index) => ({ key: id, weight: weights[index]! }));
    const amounts = config.shares.kind === 'fixed' ? fixed(fund, shares, sum, circle, given) : allot(fund, shares, rounding.to);
    if (config.shares.kind !== 'fixed' && sum.isZero()) given.remark(`nobody of ${circle.name} has anything to share the pool of ${given.words.money(fund)} by`, 'it is unspent');
    return { fund, carried, amounts: new Map(sharers.map(({ id }, index) => [id, amounts[index]!])), weights: weighed, sum };
  });
}

/** Fixed shares of the fund; the part that nobody has is one more part, so that each share is cut as shares of a whole are. */
function fixed(fund: Exact, shares: readonly { readonly key: string; readonly weight: Exact }[], sum: Exact, circle: Circle, given: Given): Exact[] {
  const rest = ONE.minus(sum);
  if (rest.sign() < 0) given.refuse(`the fixed shares of the pool of ${circle.name} make ${given.words.percent(sum)} together`, 'fixed shares make at most 100 %; use shares: { by: … } for shares in proportion');
  if (rest.sign() <= 0) return allot(fund, shares, given.rounding.to);
  const cut = allot(fund, [...shares, { key: '\uffff', weight: rest }], given.rounding.to);
  given.remark(`the fixed shares of the pool of ${circle.name} make ${given.words.percent(sum)}; ${given.words.money(cut.at(-1)!)} is not paid`, 'correct the shares, or share in proportion with shares: { by: … }');
  return cut.slice(0, -1);
}

function weightOf({ shares, sharing }: Pool, { env, days, id }: Member, circle: Circle, given: Given): Exact {
  const known = shares.kind === 'equal' ? { value: ONE } : figureIn(shares.figure, env);
  if (known.value === undefined) given.refuse(`the share of ${id} in the pool is not known: ${known.none}`, 'fill in what it reads, or say what a blank means, with coalesce');
  if (shares.kind === 'fixed' && known.value !== undefined && known.value.sign() < 0) given.refuse(`the fixed share of ${id} in the pool is below zero`, 'correct the value it comes from');
  const weight = known.value === undefined || known.value.sign() < 0 ? ZERO : known.value;
  if (sharing.members !== 'days') return weight;
  return shares.kind === 'fixed' ? weight.times(Exact.of(days, circle.days)) : weight.times(Exact.of(days));
}

/** What the group's pool of the period before carries: all of it, where nobody qualified. */
function leftOver(config: Pool, circle: Circle, given: Given): Exact {
  const before = circle.previous();
  const shared = before === undefined ? undefined : shareOut(config, before, given);
  return shared === undefined || shared.none !== undefined || shared.amounts.size > 0 || shared.fund.sign() <= 0 ? ZERO : shared.fund;
}
