/** Floor: the least that is paid once something was earned, in a period or over a window (COM-33). */
import { field, FORMULA, map, scalarOrMap, YES_NO } from './field.ts';
import { AT, heldAgainst, limitIn, limitPhrase, OVER, readLimit, source, windowOf, type Limit } from './limit.ts';
import type { Given, Mechanic, Outcome } from './mechanic.ts';
import { ended } from './outcome.ts';

interface Floor extends Limit {
  readonly evenIfZero: boolean;
}

export const floor: Mechanic<Floor> = {
  key: 'floor',
  kind: 'rule',
  unsold: ({ evenIfZero }) => evenIfZero,
  step: 10,
  where: ['component', 'plan'],
  summary: 'the least that a component (or the plan) pays once something was earned',
  about: `Pays the larger of what was earned and the floor. The floor is money, a formula of type money, or "N% of target".
It applies when something above zero was earned; "even-if-zero: true" pays it also when the result is zero or negative. A component that a closed gate, a missed threshold or a missing value ended earns nothing, whatever the floor.
Without "over" it holds for each period; in a component that accumulates, for the amount to date. "over: quarter", half or year tops up in the last period of the window, so that the window as a whole reaches the floor and no more; a person who leaves is topped up in the last period they are in the plan.
With "prorate: [floor]" in the plan it is scaled by days in the plan. It acts after multipliers (a floor is not multiplied) and before the cap.
Also called minimum commission or minimum payout.`,
  schema: field(
    'The least that is paid once something was earned.',
    [500, { at: '10% of target', over: 'quarter' }, { at: 500, 'even-if-zero': true }],
    scalarOrMap(
      FORMULA,
      map({ at: AT, over: OVER, 'even-if-zero': field('Whether it is paid also when nothing was earned. Without it: no.', [true], YES_NO) }, ['at']),
    ),
  ),
  read(node, reader) {
    const limit = readLimit(node, 'floor', reader);
    const always = node.kind === 'map' ? node.get('even-if-zero') : undefined;
    return limit === undefined ? undefined : { ...limit, evenIfZero: always?.kind === 'scalar' && always.text === 'true' };
  },
  calculate: raised,
  over: windowOf,
  fromNothing: ({ evenIfZero }) => evenIfZero,
  formulas: (config) => [config.at.formula],
  branches: () => [{ name: 'not touched' }, { name: 'raised' }],
  describe: (config, words) => `At least ${limitPhrase(config, words)} is paid${config.evenIfZero ? ', even if nothing was earned' : ' once something was earned'}.`,
  example: {
    title: 'Never less than 500 in a month with sales',
    yaml: `sales_commission:
  commission on: revenue
  rate: 1%
  floor: 500`,
    work: '12,000 × 1 % = 120, less than 500: 500',
    given: { base: '12000' },
    earns: '500',
  },
};

const ABOVE = [0];
const RAISED = [1];

function raised(config: Floor, given: Given): Outcome {
  const { amount, words } = given;
  if (config.over !== undefined && !given.isLastOf(config.over)) return { amount, took: () => ABOVE, text: () => `the floor over the ${config.over} is settled in its last period` };
  const { own, before, with: amountWith } = heldAgainst(config, given);
  if (!config.evenIfZero && own.plus(before).sign() <= 0) return { amount, took: () => ABOVE, text: () => `${words.money(own)}: the floor applies only when something was earned` };
  const least = limitIn(config, 'floor', given);
  if (least.none !== undefined) return ended(least.none);
  const needed = least.value.minus(before);
  const name = (): string => `the floor of ${words.money(least.value)}${source(config, 'floor', given)}${windowOf(config) !== undefined ? ` over the ${config.over}, of which ${words.money(before)} was earned before` : ''}`;
  if (own.atLeast(needed)) return { amount, took: () => ABOVE, text: () => `${words.money(own)} reaches ${name()}` };
  return { amount: amountWith(needed), took: () => RAISED, text: () => `${words.money(own)} is raised to ${words.money(needed)} by ${name()}` };
}
