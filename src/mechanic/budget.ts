/** Budget: an amount of its own for several people, spent in the order of events until nothing is left, as a SPIF has it (BON-13). */
import { greatest, least, ZERO, type Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { textOrder } from '../value/text-order.ts';
import { field, FORMULA, map, oneOf } from './field.ts';
import { figureIn, stated } from './figure.ts';
import type { Circle, DealPay, Given, Mechanic } from './mechanic.ts';
import { unpriced } from './outcome.ts';
import { readSharedLimit, type SharedLimit } from './shared-limit.ts';
import { ACROSS, sharingWords } from './sharing.ts';

interface Spent {
  /** By payee, then transaction: what is left of those that are not paid in full. */
  readonly pays: ReadonlyMap<string, ReadonlyMap<string, Exact>>;
  readonly most: Exact;
  readonly left: Exact;
  readonly none?: string;
}

export const budget: Mechanic<SharedLimit> = {
  key: 'budget',
  kind: 'rule',
  step: 8,
  where: ['component'],
  summary: 'an amount of its own for several people, spent in the order of events',
  about: `Deals of everybody in the group are paid in the order of their days, on one day by transaction id, and deals of one id by payee id, until the budget is spent. The deal that reaches the end of it is paid what is left; later ones are paid nothing and say why.
Each deal is rounded by itself, so that the budget is spent exactly and never exceeded. A return takes back its pay at the rate alone, also where the deal it returns was no longer paid, and so frees the amount for later deals.
"over" is how long the budget lasts and must be stated: each period by itself, or all periods of a quarter, half or year together, with what was paid from it under earlier versions of the plan that it goes on from.
The component pays deal by deal, so its formula must be able to (rate, per-unit, tiers, rate-table), and its measure is a sum or a count of one person. The dates and the eligibility of a SPIF are the where of its measure; it is paid beside the commission on the same deal.
A multiplier or a floor in the same component would pay beyond the budget and is refused. To cut everybody in proportion instead, use shared-cap.
Also called SPIF budget or spend cap.`,
  together: true,
  forPeriod: true,
  schema: {
    ...map(
      {
        at: field('The budget: money, or a formula over measures across the group.', [10000], FORMULA),
        across: ACROSS,
        over: field('How long it lasts.', ['period', 'year'], oneOf({ period: 'each period has a budget of its own', quarter: 'all periods of a quarter share it', half: 'all periods of a half year share it', year: 'all periods of a year share it' })),
      },
      ['at', 'across', 'over'],
    ),
    description: 'An amount of its own for several people, spent in the order of events.',
    markdownDescription: 'An amount of its own for several people, spent in the order of events.\n\nFor example `{ at: 10000, across: plan, over: period }`',
    examples: [{ at: 10000, across: 'plan', over: 'period' }],
  },
  read: (node, reader) => readSharedLimit(node, 'a budget', reader),
  calculate: (config, { amount, words }) => ({ amount, text: () => `no transaction to hold to the budget of ${budgetWords(config, words)}` }),
  formulas: ({ at }) => [at.formula],
  limits: true,
  over: ({ over }) => (over === 'period' ? undefined : over),
  branches: () => [{ name: 'paid in full' }, { name: 'cut' }, { name: 'spent before' }],
  eachDeal: {
    columns: () => [],
    pay(config, given, deals, pays) {
      const [circle] = given.together(config.sharing, 'budget');
      if (circle === undefined) return pays;
      const spent = spend(config, circle, given);
      if (spent === undefined || spent.none !== undefined) return pays.map(() => unpriced(spent?.none ?? 'the budget needs itself'));
      const own = spent.pays.get(circle.me.id);
      return deals.map((deal, index) => dealWithin(pays[index]!, own?.get(deal.id), spent, circle, config, given));
    },
  },
  describe: (config, words) => `All of it comes from a budget of ${budgetWords(config, words)} for ${sharingWords(config.sharing)}${config.over === 'period' ? ' in each period' : ` over the ${config.over}`}, spent in the order of days and transaction ids; the deal that reaches its end is paid what is left.`,
  example: {
    title: '50 a unit until 100 are spent',
    yaml: `spif:
  commission on: revenue
  rate: 10%
  budget: { at: 100, across: plan, over: period }`,
    work: '600 × 10 % = 60 comes first; of 70 for the second deal 40 are left',
    given: { base: '1300', deals: ['600', '700'] },
    earns: '100',
  },
};

function budgetWords({ at }: SharedLimit, words: Given['words']): string {
  return at.fixed === undefined ? stated(at) : words.money(at.fixed.value);
}

function dealWithin(before: DealPay, left: Exact | undefined, { most }: Spent, circle: Circle, config: SharedLimit, { words, rounding }: Given): DealPay {
  const amount = left ?? roundTo(before.amount, rounding);
  const where = (): string => `the budget of ${words.money(most)} of ${circle.name}${config.over === 'period' ? '' : ` over the ${config.over}`}`;
  if (left === undefined) return { amount, took: [...(before.took ?? []), 0].slice(-1), text: before.text };
  const cut = amount.isZero();
  return { amount, took: [cut ? 2 : 1], text: () => `${before.text()}; ${cut ? `${where()} is spent` : `${words.money(amount)} is what is left of ${where()}`}` };
}

function spend(config: SharedLimit, circle: Circle, given: Given): Spent | undefined {
  return circle.once((): Spent => {
    const most = figureIn(config.at, circle.members[0]!.env);
    if (most.value === undefined) return { pays: new Map(), most: ZERO, left: ZERO, none: `the budget ${stated(config.at)} is not known: ${most.none}` };
    const cap = roundTo(greatest(ZERO, most.value), { ...given.rounding, mode: 'down' });
    const last = circle.earlier(config.over).at(-1);
    const earlier = last === undefined ? undefined : spend(config, last, given);
    // what is left of the budget goes on from the period before, or the version before; the budget itself may have grown since
    let left = earlier === undefined ? cap.minus(circle.keptBefore(config.over)) : cap.minus(earlier.most.minus(earlier.left));
    const events = circle.members.flatMap((member) => member.deals().map((deal) => ({ payee: member.id, ...deal })));
    events.sort((a, b) => a.day - b.day || textOrder(a.id, b.id) || textOrder(a.payee, b.payee));
    const pays = new Map<string, Map<string, Exact>>();
    for (const { payee, id, amount } of events) {
      const whole = roundTo(amount, given.rounding);
      const paid = whole.sign() < 0 ? whole : least(whole, greatest(ZERO, left));
      left = left.minus(paid);
      if (paid.equals(whole)) continue;
      let own = pays.get(payee);
      if (own === undefined) pays.set(payee, (own = new Map()));
      own.set(id, paid);
    }
    return { pays, most: cap, left };
  });
}
