/** Gate: a condition on measures; where it does not hold the component pays nothing, or a stated share (LNK-01). */
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import { CONDITION, field, map, NUMBER, scalarOrMap } from './field.ts';
import { factsIn, holds, readFigure, whyNot, type Figure } from './figure.ts';
import type { Given, Mechanic } from './mechanic.ts';
import { shut } from './outcome.ts';

interface Gate {
  readonly when: Figure;
  /** The share that is still paid when the condition does not hold: 0 to below 1. */
  readonly otherwise: Exact;
}

export const gate: Mechanic<Gate> = {
  key: 'gate',
  kind: 'rule',
  step: 6,
  stepOf: (config) => (config.otherwise.isZero() ? 6 : 9),
  where: ['component'],
  summary: 'a condition that must hold for the component to pay',
  about: `The condition is a formula over measures, attainments and people columns, such as margin_pct >= 35%. Write >= for "reaches", > for "exceeds"; comparisons are exact.
Where it holds, the component pays as if there were no gate. Where it does not, it pays nothing, and the reason shows the numbers; later rules (multiplier, floor, cap) do not act. With "else: 50%" the stated share of what the formula pays is kept instead.
A condition that cannot be told (a ratio of 0 ÷ 0, no quota) does not hold, with the reason. A closed gate also clears a negative result, and "else" scales it: the gate multiplies pay by 1 or by the share, whatever its sign.
Several conditions are joined with and / or.
Also called qualifier or minimum qualifier.`,
  schema: {
    description: 'A condition that must hold for the component to pay.',
    markdownDescription: 'A condition that must hold for the component to pay; otherwise it pays nothing, or the share under `else`.\n\nFor example `margin_pct >= 35%` · `{ when: deals >= 5, else: 50% }`',
    examples: ['margin_pct >= 35%', { when: 'deals >= 5', else: '50%' }],
    ...scalarOrMap(
      CONDITION,
      map(
        {
          when: field('The condition.', ['margin_pct >= 35%', 'deals >= 5 and attainment of revenue >= 80%'], CONDITION),
          else: field('The share of the pay that is kept when the condition does not hold. Without it: nothing.', ['0%', '50%'], NUMBER),
        },
        ['when'],
      ),
    ),
  },
  read(node, reader) {
    const condition = node.kind === 'map' ? node.get('when') : node;
    const other = node.kind === 'map' ? node.get('else') : undefined;
    const when = condition === undefined ? undefined : readFigure(condition, ['yes-no'], reader);
    const share = other === undefined ? { value: ZERO } : reader.number(other);
    if (when === undefined || share === undefined) return undefined;
    if (other !== undefined && (share.value.sign() < 0 || share.value.atLeast(ONE))) {
      reader.problem('P360', '"else" is the share that is still paid when the gate is closed: 0% to below 100%', other, { expected: '0% to below 100%', hint: 'use a multiplier to pay more on a condition' });
      return undefined;
    }
    return { when, otherwise: share.value };
  },
  calculate(config, given) {
    const open = holds(config.when, given.env);
    const partly = !config.otherwise.isZero();
    if (open === true) return { ...(partly ? { amount: given.amount } : {}), took: () => OPEN, text: () => `the gate ${config.when.formula.text} is open${numbers(config, given)}` };
    const why = (): string => `the gate ${config.when.formula.text} is closed${open === undefined ? `: ${whyNot(config.when, given.env)}` : numbers(config, given)}`;
    // a condition that cannot be told does not hold (LNK-11)
    if (!partly) return { ...shut(why()), took: () => CLOSED };
    // taken down now: by the time somebody asks, `given` holds what this gate left
    const { amount: whole, words } = given;
    const amount = whole.times(config.otherwise);
    return { amount, took: () => CLOSED, text: () => `${why()}; ${words.percent(config.otherwise)} of ${words.money(whole)} is kept: ${words.money(amount)}` };
  },
  formulas: (config) => [config.when.formula],
  branches: () => [{ name: 'open' }, { name: 'closed' }],
  describe(config, words) {
    const other = config.otherwise.isZero() ? 'nothing' : `${words.percent(config.otherwise)} of it`;
    return `Pays only if ${config.when.formula.words()}; otherwise ${other}.`;
  },
  example: {
    title: 'Commission only at a margin of 35 % or more',
    yaml: `new_business:
  commission on: revenue
  gate: margin_pct >= 35%
  rate: 5%`,
    work: 'margin 35 % reaches 35 %: 20,000 × 5 % = 1,000',
    given: { base: '20000', other: { margin_pct: '35%' } },
    earns: '1000',
  },
};

const OPEN = [0];
const CLOSED = [1];

function numbers(config: Gate, given: Given): string {
  const facts = factsIn(config.when, given.env, given.words);
  return facts === '' ? '' : `: ${facts}`;
}
