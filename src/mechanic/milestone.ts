/** A milestone or kicker: an amount paid once in a window when a condition first holds; a later reversal keeps or takes it back, as stated (BON-05). */
import { ONE, ZERO } from '../value/exact.ts';
import { CONDITION, field, FORMULA, map, oneOf } from './field.ts';
import { factsIn, figureIn, holds, readFigure, stated, whyNot, type Figure } from './figure.ts';
import type { Given, Mechanic, Outcome } from './mechanic.ts';
import { ended } from './outcome.ts';
import { isAmount, scaledFigure } from './scaling.ts';

interface Milestone {
  readonly when: Figure;
  readonly pays: Figure;
  readonly reversal: 'kept' | 'taken-back';
}

export const milestone: Mechanic<Milestone> = {
  key: 'milestone',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'an amount that is paid once in a window, when a condition first holds',
  about: `Pays "pays" in the first period in which "when" holds, and nothing more in the window of the component: accumulates: year, half or quarter, which it needs. Measures and quotas in the condition are to date, so ">= 100%" is the year's quota to date.
">=" reaches and ">" passes; comparisons are exact. The amount is money, a formula such as 25% * salary / 4, or a share of the target of the window to date; once paid it stays what it was, also where the formula would give another value now.
"reversal" must say what happens when the condition does not hold any more, after a return or a correction: kept leaves what was paid; taken-back makes it negative, and a second crossing pays it again, once in all.
A condition that cannot be told (no quota, 0 ÷ 0) pays nothing now and takes nothing back. The next window begins anew. A floor of the component with even-if-zero is refused: it would pay in its place. Gates, thresholds, multipliers, floors and caps act in the period that pays; they do not change it later.
For several levels write a component for each, or steps in a component that accumulates, which takes back what is lost. Also called milestone bonus, kicker, one-time accelerator, club bonus.`,
  schema: map(
    {
      when: field('The condition. At ">=" it is reached.', ['revenue >= 1_000_000', 'attainment of revenue >= 100% and deals >= 10'], CONDITION),
      pays: field('What is paid once: money, a formula, or a share of the target.', [5000, '25% * salary / 4', '10% of target'], FORMULA),
      reversal: field('What happens when the condition does not hold any more later in the window.', ['kept'], oneOf({ kept: 'what was paid stays paid', 'taken-back': 'it is taken back, and paid again when the condition holds again' })),
    },
    ['when', 'pays', 'reversal'],
    { defaultSnippets: [{ label: 'once a year', body: { when: 'attainment of ${1:revenue} >= 100%', pays: '${2:5_000}', reversal: 'kept' } }] },
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const [whenNode, paysNode, reversal] = [node.get('when'), node.get('pays'), node.get('reversal')];
    const when = whenNode === undefined ? undefined : readFigure(whenNode, ['yes-no'], reader);
    const pays = paysNode === undefined ? undefined : readFigure(paysNode, ['money'], reader);
    if (when === undefined || pays === undefined || reversal?.kind !== 'scalar') return undefined;
    if (pays.fixed !== undefined && pays.fixed.value.sign() <= 0) {
      reader.problem('P442', 'a milestone pays an amount above zero', paysNode!, { hint: 'write a positive amount, or leave the milestone out' });
      return undefined;
    }
    return { when, pays, reversal: reversal.text === 'kept' ? 'kept' : 'taken-back' };
  },
  calculate,
  decided,
  formulas: ({ when, pays }) => [when.formula, pays.formula],
  branches: ({ reversal }) => [{ name: 'not reached' }, { name: 'reached' }, { name: 'paid before' }, { name: reversal === 'kept' ? 'kept after a reversal' : 'taken back after a reversal' }],
  scaled: (config, _, amounts) => (isAmount(config.pays) && !amounts.equals(ONE) ? { ...config, pays: scaledFigure(config.pays, amounts) } : undefined),
  accumulating: 'always',
  describe: ({ when, pays, reversal }, words) =>
    `Pays ${pays.fixed === undefined ? stated(pays) : words.money(pays.fixed.value)} once, when ${when.formula.words()}. ${reversal === 'kept' ? 'Once paid it is kept.' : 'It is taken back when that does not hold any more.'}`,
  example: {
    title: 'Five thousand for the first million of the year, kept after a return',
    yaml: `first_million:
  bonus on: revenue
  accumulates: year
  milestone: { when: revenue >= 1_000_000, pays: 5_000, reversal: kept }`,
    work: '1,000,000 to date reach the million: 5,000',
    given: { base: '1000000' },
    earns: '5000',
  },
};

const [NOT_REACHED, REACHED, BEFORE, REVERSED] = [[0], [1], [2], [3]] as const;

function calculate(config: Milestone, given: Given): Outcome {
  const { when, pays } = config;
  const before = decided(config, given);
  if (before !== undefined) return before;
  const { words } = given;
  const open = holds(when, given.env);
  if (open === undefined) return ended(`${when.formula.text} cannot be told: ${whyNot(when, given.env)}`);
  const numbers = numbersIn(config, given);
  if (!open) return { amount: ZERO, took: () => NOT_REACHED, text: () => `${when.formula.text} does not hold${numbers}` };
  const amount = figureIn(pays, given.env);
  if (amount.none !== undefined) return ended(amount.none);
  return { amount: amount.value, took: () => REACHED, text: () => `${when.formula.text} holds and pays ${words.money(amount.value)}${pays.fixed === undefined ? ` (${stated(pays)})` : ''}${numbers}` };
}

/** What was paid is final, whatever the rules of the component would make of it now: it stays, or is taken back whole. */
function decided(config: Milestone, given: Given): Outcome | undefined {
  const { words, taken } = given;
  if (taken.sign() <= 0) return undefined;
  const { formula } = config.when;
  const open = holds(config.when, given.env);
  const paid = words.money(taken);
  if (open === undefined) return { amount: taken, ends: `${formula.text} cannot be told: ${whyNot(config.when, given.env)}; ${paid} paid before stays`, took: () => BEFORE, text: () => `${formula.text} cannot be told, and ${paid} was paid before` };
  const numbers = numbersIn(config, given);
  if (open) return { amount: taken, ends: `the milestone ${formula.text} was reached and paid before${numbers}`, took: () => BEFORE, text: () => `${formula.text} holds, and ${paid} was paid before` };
  const gone = `${formula.text} does not hold any more`;
  if (config.reversal === 'kept') return { amount: taken, ends: `the milestone ${gone}, and ${paid} paid before is kept${numbers}`, took: () => REVERSED, text: () => `${gone}; ${paid} paid before is kept` };
  return { amount: ZERO, ends: `the milestone ${gone}${numbers}`, took: () => REVERSED, text: () => `${gone}${numbers}` };
}

function numbersIn({ when }: Milestone, given: Given): string {
  const facts = factsIn(when, given.env, given.words);
  return facts === '' ? '' : `: ${facts}`;
}
