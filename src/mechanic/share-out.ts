/** Share-out: what a team earned by the formula of the component is shared among its members (BON-11, CRD-05). */
import { total, ZERO } from '../value/exact.ts';
import { map } from './field.ts';
import type { Given, Mechanic, Part } from './mechanic.ts';
import { ACROSS, MEMBERS, membersWords } from './sharing.ts';
import { QUALIFIES, readSplit, shareOfMe, SHARES, splitFormulas, splitWords, type Fund, type Split } from './split-among.ts';

export const shareOut: Mechanic<Split> = {
  key: 'share-out',
  kind: 'rule',
  step: 9,
  where: ['component'],
  summary: 'what the team earned by the formula, shared among its members',
  about: `The component pays on a measure across the group, by any formula (tiers, curve, steps): every member comes to the same amount, that of the team. It is then shared out among the members, in whole cents by largest remainder, ties by id, so that the shares make exactly the amount.
Shares are equal, by a number of each member (points, results, days), or fixed shares of the whole; "members" says who shares and what leavers get; "days" weights by days in the group, and who moved shares what each of their groups earned.
A member whose gate is closed has no part in it, and the others share all of it. If two members come to different amounts, because the formula reads something of one person, the run stops: there would be no one amount to share.
A negative amount is shared in the same way. It acts after the formula and before multipliers, the floor and the cap, which are then of each person.
Also called team bonus split. Paying each member their own formula on the team measure needs no share-out.`,
  together: true,
  sharesOut: true,
  schema: {
    ...map({ across: ACROSS, members: MEMBERS, qualifies: QUALIFIES, shares: SHARES }, ['across', 'members', 'shares']),
    description: 'What the team earned by the formula, shared among its members.',
    markdownDescription: 'What the team earned by the formula, shared among its members.\n\nFor example `{ across: store, members: days, shares: equal }`',
    examples: [{ across: 'store', members: 'days', shares: 'equal' }],
  },
  read: (node, reader) => (node.kind === 'map' ? readSplit(node, reader) : undefined),
  calculate(config, given) {
    const circles = given.together(config.sharing, 'share-out');
    if (circles.length === 0) return { amount: ZERO, took: () => [], text: () => `not a member: ${membersWords(config.sharing)}` };
    const outcomes = circles.map((circle) => shareOfMe(config, () => EARNED, circle, given));
    if (outcomes.length === 1) return outcomes[0]!;
    const amount = total(outcomes.map((one) => one.amount ?? ZERO));
    return { amount, took: () => outcomes.flatMap((one) => one.took?.() ?? []), text: () => outcomes.map((one) => one.text()).join('; '), parts: () => outcomes.map((one): Part => ({ text: one.text(), amount: one.amount ?? ZERO })) };
  },
  formulas: splitFormulas,
  branches: ({ qualifies }) => [{ name: 'shares' }, ...(qualifies === undefined ? [] : [{ name: 'does not qualify' }])],
  describe: (config) => `What the team earned is shared ${splitWords(config)}`,
  example: {
    title: 'Eight percent of what the team sold, by points',
    yaml: `team_commission:
  commission on: team_sales
  rate: 8%
  share-out: { across: plan, members: last-day, shares: { by: points } }`,
    work: '400,000 × 8 % = 32,000; 60 of 100 points: 19,200',
    given: { base: '400000', other: { points: '60' }, members: [{ id: 'bo', base: '400000', before: '32000', other: { points: '25' } }, { id: 'cy', base: '400000', before: '32000', other: { points: '15' } }] },
    earns: '19200',
  },
};

/** Members who come to nothing (their gate is closed) have no part; all others come to one amount. */
const EARNED: Fund = {
  what: 'team pay',
  of({ members, name }, given: Given) {
    const amounts = members.map((member) => member.before()).filter((amount) => !amount.isZero());
    const other = amounts.find((amount) => !amount.equals(amounts[0]!));
    if (other !== undefined) given.refuse(`the members of ${name} come to different amounts, such as ${given.words.money(amounts[0]!)} and ${given.words.money(other)}`, 'pay on a measure across the group, by figures that are the same for all of its members');
    return { value: amounts[0] ?? ZERO };
  },
  takesPart: (member) => !member.before().isZero(),
  negative: true,
};
