/** An amount that a formula says: a share of what another component earned, growth over a baseline, a weighted sum (COM-38, LNK-07, BON-12). */
import { FORMULA } from './field.ts';
import { factsIn, figureIn, readFigure, stated, type Figure } from './figure.ts';
import type { Mechanic } from './mechanic.ts';
import { ended } from './outcome.ts';

interface Amount {
  readonly figure: Figure;
}

export const amount: Mechanic<Amount> = {
  key: 'amount',
  kind: 'formula',
  unsold: true,
  step: 7,
  where: ['component'],
  summary: 'an amount that a formula says, such as a share of what another component earned',
  about: `Pays what the formula gives: money, from measures, attainments, quotas, people columns, target and "payout of COMPONENT". The measure paid on only says what the component is about, and is the base that reports show.
"payout of" is what the other component earned in this period before its rounding, so half of 55.7475 is 27.87375; round(payout of sales, 0.01, 'half-up') says that the rounded line is meant. Components are worked out in the order of what they need, whatever their order in the plan, and a circle is refused.
A formula that has no value (no quota, 0 ÷ 0, a blank column) makes the component earn 0 with that reason. A negative value pays negative: write max(…, 0) where it must not.
Columns of people that change inside the period take the value of the last day, with a warning. It cannot go deal by deal. Under "accumulates" measures and targets are to date and what was earned before is deducted; "payout of" is of the period, so with it a component that accumulates is refused.
Also called formula pay, boost or uplift on a commission, weighted quotas, growth bonus.`,
  schema: {
    description: 'The amount that is paid: a formula of type money.',
    markdownDescription: 'The amount that is paid: a formula of type money.\n\nFor example `50% * payout of sales` · `5% * max(revenue - last_year, 0)` · `target * (60% * attainment of a + 40% * attainment of b)`',
    examples: ['50% * payout of sales', '5% * max(revenue - last_year, 0)', 'target * (60% * attainment of a + 40% * attainment of b)'],
    ...FORMULA,
  },
  read(node, reader) {
    const figure = readFigure(node, ['money'], reader);
    return figure === undefined ? undefined : { figure };
  },
  calculate({ figure }, given) {
    const known = figureIn(figure, given.env);
    if (known.none !== undefined) return ended(known.none);
    return {
      amount: known.value,
      text: () => {
        const facts = factsIn(figure, given.env, given.words);
        return `${stated(figure)} is ${given.words.money(known.value)}${facts === '' ? '' : `: ${facts}`}`;
      },
    };
  },
  formulas: ({ figure }) => [figure.formula],
  describe: ({ figure }, words) => `Pays ${figure.fixed === undefined ? figure.formula.words() : words.money(figure.fixed.value)}.`,
  example: {
    title: 'Five percent of what was sold above the same period of the year before',
    yaml: `growth_bonus:
  bonus on: revenue
  amount: 5% * max(revenue - last_year, 0)`,
    work: '460 − 400 = 60, × 5 % = 3',
    given: { base: '460', other: { last_year: '400 USD' } },
    earns: '3',
  },
};
