/** Bonus pool: an amount for a group, shared by those who qualify (BON-10). */
import { total, ZERO } from '../value/exact.ts';
import { field, FORMULA, map, oneOf } from './field.ts';
import { figureIn, stated, type Figure } from './figure.ts';
import type { Mechanic, Part } from './mechanic.ts';
import { ACROSS, MEMBERS, membersWords, readSharedFigure } from './sharing.ts';
import { QUALIFIES, readSplit, shareOfMe, SHARES, splitFormulas, splitWords, type Fund, type Split } from './split-among.ts';

interface Pool extends Split {
  readonly fund: Figure;
}

export const pool: Mechanic<Pool> = {
  key: 'pool',
  kind: 'formula',
  unsold: ({ fund }) => fund.fixed !== undefined,
  step: 7,
  where: ['component'],
  summary: 'an amount for a group, shared by those who qualify',
  about: `The fund is money: fixed, or a formula over measures across the group, such as 2% * store_sales. An amount for each store is if(store == 'North', 900, 600) with across: store. It is rounded once and shared out by largest remainder, ties by id, so that the shares make exactly the fund.
"shares: equal" gives each qualifier the same; "by: points" in proportion to a number (points, results, a people column), where a number below zero counts as zero; "fixed: pool_share" gives each their stated share of the fund, and what the shares do not make up is not paid. Fixed shares above 100 % together are refused.
"qualifies" is a condition on each member; what cannot be told does not hold. Where nobody qualifies "nobody" says what becomes of the fund: unspent, or carried into the next pool of the same group, past periods in which the group has no members or its fund is not known, and into a version of the plan that goes on from this one. The run reports it. Where those who qualify have nothing to share by it is unspent.
"members" is who shares: it must be stated, because it is what leavers get. With "days" shares are weighted by days in the group, and who moved shares in both.
A fund of zero or less, with what was carried to it, pays nothing. What else the component says is of each member's own share: what a closed gate, a measure paid on that is not applicable, a multiplier or a cap takes away is not shared again. An explanation shows the fund, the own share and how many share, not what others get.
Also called bonus pool, pooled commission or team bonus split.`,
  together: true,
  forPeriod: true,
  sharesOut: true,
  schema: map(
    {
      fund: field('What is shared: an amount for the period, or a formula over measures across the group.', [10000, '2% * store_sales'], FORMULA),
      across: ACROSS,
      members: MEMBERS,
      qualifies: QUALIFIES,
      shares: SHARES,
      nobody: field('What becomes of the fund when nobody qualifies.', ['unspent', 'carried'], oneOf({ unspent: 'it is not paid', carried: 'the next period of the group shares it too' })),
    },
    ['fund', 'across', 'members', 'shares', 'nobody'],
    { defaultSnippets: [{ label: 'equal pool', body: { fund: '${1:10000}', across: 'plan', members: 'last-day', shares: 'equal', nobody: 'unspent' } }] },
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const split = readSplit(node, reader);
    const written = node.get('fund');
    const fund = written === undefined || split === undefined ? undefined : readSharedFigure(written, ['money'], split.sharing, reader);
    return split === undefined || fund === undefined ? undefined : { ...split, fund };
  },
  calculate(config, given) {
    const circles = given.together(config.sharing, 'pool');
    if (circles.length === 0) return { amount: ZERO, took: () => [], text: () => `not a member: ${membersWords(config.sharing)}` };
    const outcomes = circles.map((circle) => shareOfMe(config, fundOf, circle, given));
    const [first] = outcomes;
    if (outcomes.length === 1) return first!;
    const amount = total(outcomes.map((one) => one.amount ?? ZERO));
    return { amount, took: () => outcomes.flatMap((one) => one.took?.() ?? []), text: () => outcomes.map((one) => one.text()).join('; '), parts: () => outcomes.map((one): Part => ({ text: one.text(), amount: one.amount ?? ZERO })) };
  },
  formulas: (config) => [config.fund.formula, ...splitFormulas(config)],
  branches: ({ qualifies }) => [{ name: 'shares' }, ...(qualifies === undefined ? [] : [{ name: 'does not qualify' }])],
  describe(config, words) {
    const fund = config.fund.fixed === undefined ? stated(config.fund) : words.money(config.fund.fixed.value);
    const rest = config.qualifies === undefined ? '' : config.nobody === 'carried' ? ' Where nobody qualifies it is carried into the next period.' : ' Where nobody qualifies it is not paid.';
    return `A pool of ${fund} is shared ${splitWords(config)}${rest}`;
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

/** The fund is one for all, so anybody's environment tells it. */
function fundOf({ fund }: Pool): Fund {
  return {
    what: 'pool',
    of: ({ members }) => {
      const known = figureIn(fund, members[0]!.env);
      return known.value === undefined ? { none: `the fund of the pool is not known: ${known.none}` } : known;
    },
    takesPart: () => true,
    negative: false,
  };
}
