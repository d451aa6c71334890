/** Cap: the most that can be earned, in a period or over a window; the excess is lost (COM-28, COM-30). */
import { greatest, ZERO } from '../value/exact.ts';
import { field, map, scalarOrMap, FORMULA } from './field.ts';
import { AT, heldAgainst, limitIn, limitPhrase, OVER, readLimit, source, windowOf, type Limit } from './limit.ts';
import type { Given, Mechanic, Outcome } from './mechanic.ts';
import { ended } from './outcome.ts';

/** `undefined` under `limit`: the plan says that there is no cap. */
interface Cap {
  readonly limit: Limit | undefined;
}

export const cap: Mechanic<Cap> = {
  key: 'cap',
  kind: 'rule',
  step: 10,
  where: ['component', 'plan'],
  summary: 'the most that a component (or the plan) can pay; the excess is lost',
  about: `Pays the smaller of what was earned and the cap. The cap is money, a formula of type money, or "N% of target". What exceeds it is lost, not carried.
Without "over" it holds for each period; in a component that accumulates, the amount to date is compared. "over: quarter", half or year holds for all that is earned in the window, also where the component accumulates over another one; "over: period" for what each period adds.
Negative amounts are never changed by a cap: with "over: year", a return in May takes back its commission although the cap had cut it, and what was lost in March does not come back. A cap without "over" in a component that accumulates over the year caps what the year comes to, returns included.
With "prorate: [cap]" in the plan it is scaled by days in the plan, "N% of target" through its target. "cap: none" states in the plan that there is none, and changes nothing.
Under a component it acts after multipliers and the floor; under "adjust" it acts on the sum of components. paycurve help order shows where.
Also called limit or maximum payout. A lower rate above a point, sometimes called soft cap, is a tier.`,
  schema: {
    ...field('The most that can be earned; the excess is lost.', ['300% of target', { at: 50000, over: 'year' }, 'none'], scalarOrMap(FORMULA, map({ at: AT, over: OVER }, ['at']))),
    defaultSnippets: [{ label: 'yearly cap', body: { at: '${1:300% of target}', over: 'year' } }],
  },
  read(node, reader) {
    if (node.kind === 'scalar' && node.text === 'none' && !node.quoted) return { limit: undefined };
    const limit = readLimit(node, 'cap', reader);
    return limit === undefined ? undefined : { limit };
  },
  calculate: ({ limit }, given) => (limit === undefined ? { amount: given.amount, text: () => 'no cap, as the plan says' } : capped(limit, given)),
  limits: true,
  over: ({ limit }) => windowOf(limit),
  formulas: ({ limit }) => (limit === undefined ? [] : [limit.at.formula]),
  describe: ({ limit }, words) => (limit === undefined ? 'There is no cap.' : `At most ${limitPhrase(limit, words)} is paid; the excess is lost.`),
  example: {
    title: 'At most three times the target',
    yaml: `new_business:
  commission on: revenue
  target: 1_000 per period
  rate: 5%
  cap: 300% of target`,
    work: '80,000 × 5 % = 4,000, more than 300 % of 1,000 = 3,000: 3,000',
    given: { base: '80000', target: '1000' },
    earns: '3000',
  },
};

function capped(limit: Limit, given: Given): Outcome {
  const { amount, words } = given;
  const { own, before, with: amountWith } = heldAgainst(limit, given);
  if (own.sign() <= 0) return { amount, text: () => `${words.money(own)} is not above zero; the cap does not touch it` };
  const most = limitIn(limit, 'cap', given);
  if (most.none !== undefined) return ended(most.none);
  const room = greatest(ZERO, most.value.minus(before));
  const where = (): string => {
    const name = `the cap of ${words.money(most.value)}${source(limit, 'cap', given)}`;
    return windowOf(limit) !== undefined ? `${name} over the ${limit.over}, of which ${words.money(before)} is used up` : name;
  };
  if (room.atLeast(own)) return { amount, text: () => `${words.money(own)} is within ${where()}` };
  return { amount: amountWith(room), text: () => `${words.money(own)} is cut to ${words.money(room)} by ${where()}; ${words.money(own.minus(room))} is lost` };
}
