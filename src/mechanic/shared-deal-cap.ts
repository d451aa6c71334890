/** The most that one deal pays to all of its payees together; what exceeds it is cut in proportion (COM-31, group = payees of a deal). */
import { greatest, total, ZERO, type Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { allot } from '../value/share.ts';
import { field, FORMULA, map, scalarOrMap } from './field.ts';
import { figureIn, stated, type Figure } from './figure.ts';
import type { Circle, Given, Mechanic, Sharing } from './mechanic.ts';
import { unpriced } from './outcome.ts';
import { readSharedFigure } from './sharing.ts';

interface SharedDealCap {
  readonly at: Figure;
}

interface Cuts {
  /** By transaction, then payee; only deals that were cut. */
  readonly deals: ReadonlyMap<string, { readonly sum: Exact; readonly payees: number; readonly amounts: ReadonlyMap<string, Exact> }>;
  readonly most: Exact;
  readonly none?: string;
}

const EVERYBODY: Sharing = { across: { kind: 'plan' }, members: 'any-day' };

export const sharedDealCap: Mechanic<SharedDealCap> = {
  key: 'shared-deal-cap',
  kind: 'rule',
  step: 8,
  where: ['component'],
  summary: 'the most that one deal pays to all of its payees together; the excess is cut in proportion',
  about: `Adds up what one deal pays by this component to everybody in the plan who is credited with it, each rounded as it would be paid. Above the cap each amount above zero is multiplied by the same factor, in whole cents by largest remainder, ties by id, so that the cap is used exactly.
Amounts below zero stay as they are. Deals within the cap are not changed; the amount that exceeds it is lost.
The cap is one amount for every deal: money, or a formula over measures across the plan. The component pays deal by deal, so its formula must be able to (rate, per-unit, tiers, rate-table).
A return is a deal of its own with its own id: it takes back at the rate alone; with a clawback it takes back what the cap left. It acts after deal-minimum, deal-cap and earning-share, which are of one payee, and before multipliers.
Also called deal cap for the team, or one cap shared by several payees.`,
  together: true,
  schema: {
    ...field('The most that one deal pays to all of its payees together.', [5000, { at: 5000 }], scalarOrMap(FORMULA, map({ at: field('The most for one deal: money, or a formula over measures across the plan.', [5000], FORMULA) }, ['at']))),
  },
  read(node, reader) {
    const at = node.kind === 'map' ? node.get('at') : node;
    const figure = at === undefined ? undefined : readSharedFigure(at, ['money'], EVERYBODY, reader);
    if (figure?.fixed === undefined || figure.fixed.value.sign() > 0) return figure === undefined ? undefined : { at: figure };
    reader.problem('P461', 'a shared cap lies above zero', at!, { hint: 'write a positive amount' });
    return undefined;
  },
  calculate: (config, { amount, words }) => ({ amount, text: () => `no transaction to hold to the shared cap of ${capWords(config, words)}` }),
  formulas: ({ at }) => [at.formula],
  eachDeal: {
    columns: () => [],
    pay(config, given, deals, pays) {
      const [circle] = given.together(EVERYBODY, 'shared-deal-cap');
      const cuts = circle === undefined ? undefined : cutDeals(config, circle, given);
      if (circle === undefined || cuts === undefined) return pays;
      if (cuts.none !== undefined) return pays.map(() => unpriced(cuts.none!));
      return deals.map((deal, index) => {
        const pay = pays[index]!;
        const cut = cuts.deals.get(deal.id);
        const amount = cut?.amounts.get(circle.me.id);
        if (cut === undefined || amount === undefined) return pay;
        return { amount, text: () => `${pay.text()}; ${cut.payees} payees have ${given.words.money(cut.sum)} for it together, above the shared cap of ${given.words.money(cuts.most)}: ${given.words.money(amount)} in proportion` };
      });
    },
  },
  describe: (config, words) => `One deal pays at most ${capWords(config, words)} to all of its payees together; above it everybody is cut in proportion.`,
  example: {
    title: 'One deal pays at most 90 to all who share it',
    yaml: `sales_commission:
  commission on: revenue
  rate: 10%
  shared-deal-cap: 90`,
    work: '1,200 × 10 % = 120 for one payee alone, cut to 90; 50 of another deal stay',
    given: { base: '1700', deals: ['1200', '500'] },
    earns: '140',
  },
};

function capWords({ at }: SharedDealCap, words: Given['words']): string {
  return at.fixed === undefined ? stated(at) : words.money(at.fixed.value);
}

function cutDeals(config: SharedDealCap, circle: Circle, given: Given): Cuts | undefined {
  return circle.once((): Cuts => {
    const most = figureIn(config.at, circle.members[0]!.env);
    if (most.value === undefined) return { deals: new Map(), most: ZERO, none: `the shared cap ${stated(config.at)} is not known: ${most.none}` };
    const cap = roundTo(greatest(ZERO, most.value), { ...given.rounding, mode: 'down' });
    const byDeal = new Map<string, { payee: string; amount: Exact }[]>();
    for (const member of circle.members)
      for (const { id, amount } of member.deals()) {
        const shares = byDeal.get(id);
        const share = { payee: member.id, amount: roundTo(amount, given.rounding) };
        if (shares === undefined) byDeal.set(id, [share]);
        else shares.push(share);
      }
    const deals = new Map<string, { sum: Exact; payees: number; amounts: ReadonlyMap<string, Exact> }>();
    for (const [id, shares] of byDeal) {
      const sum = total(shares.map(({ amount }) => amount));
      if (cap.atLeast(sum)) continue;
      const kept = total(shares.map(({ amount }) => amount).filter((amount) => amount.sign() < 0));
      const cut = allot(cap.minus(kept), shares.map(({ payee, amount }) => ({ key: payee, weight: greatest(ZERO, amount) })), given.rounding.to);
      deals.set(id, { sum, payees: shares.length, amounts: new Map(shares.map(({ payee, amount }, index) => [payee, amount.sign() < 0 ? amount : cut[index]!])) });
    }
    return { deals, most: cap };
  });
}
