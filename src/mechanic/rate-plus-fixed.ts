/** A rate and a fixed amount beside it: `c + r · b`. When the fixed part is due is a required word (COM-02). */
import type { Node } from '../document/node.ts';
import { ONE } from '../value/exact.ts';
import { field, FORMULA, map, oneOf } from './field.ts';
import { figureIn, readFigure, stated, type Figure } from './figure.ts';
import type { Given, Mechanic, Outcome, Part } from './mechanic.ts';
import { baseWords, ended } from './outcome.ts';
import { ratePhrase } from './rate-figure.ts';
import { isAmount, scaledFigure } from './scaling.ts';
import { flat, payFlat, type FlatRate } from './rate.ts';

interface RatePlusFixed {
  readonly flat: FlatRate;
  readonly fixed: Figure;
  readonly due: 'always' | 'with-results';
}

export const ratePlusFixed: Mechanic<RatePlusFixed> = {
  key: 'rate-plus-fixed',
  kind: 'formula',
  unsold: ({ due }) => due === 'always',
  step: 7,
  where: ['component'],
  summary: 'a flat rate and a fixed amount beside it',
  about: `Pays rate × measure, as rate does, plus a fixed amount of money. On a number or a count the rate is money for each unit.
"due" is required, because both are common: always pays the fixed amount in every period in which the person is in the plan, also without any results; with-results pays it only where the measure is above zero, so that returns alone do not earn it.
The fixed amount is paid once for the time that the component pays on: each period, or the window to date in a component that accumulates. It is scaled by days in the plan with "prorate: [amounts]".
A closed gate or a missed threshold pays neither part; after a threshold that pays only the excess, the fixed amount is paid whole once the threshold is reached. A negative measure earns negative at the rate, and with "due: always" the fixed amount beside it.
A rate from the people file that changes inside the period is applied day by day; the fixed amount takes the value of the last day. Without a rate that is known (no quota for icr) the component earns 0 with that reason.
Salary does not belong here: this is incentive pay. Also called base plus commission, flat bonus plus rate.`,
  schema: map(
    {
      rate: field('The rate on the measure paid on: a share of money, or money for each unit.', ['5%', 'icr', 20], FORMULA),
      fixed: field('The fixed amount: money, a formula of type money, or a share of the target.', [200, '10% of target'], FORMULA),
      due: field('When the fixed amount is due.', ['always'], oneOf({ always: 'in every period in the plan, also without results', 'with-results': 'only where the measure is above zero' })),
    },
    ['rate', 'fixed', 'due'],
    { defaultSnippets: [{ label: 'a rate and a fixed amount', body: { rate: '${1:5%}', fixed: '${2:200}', due: 'always' } }] },
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const [rate, amount, due] = [node.get('rate'), node.get('fixed'), node.get('due')];
    if (rate === undefined || amount === undefined || due?.kind !== 'scalar') return undefined;
    if (reader.baseType === 'ratio') {
      reader.problem('P302', `rate-plus-fixed pays a rate on ${reader.on}, and that is a ratio, not money or a number`, node, { hint: 'use curve or steps to pay on a ratio' });
      return undefined;
    }
    const read = flat(rate, reader);
    const fixed = readFigure(amount, ['money'], reader);
    if (read === undefined || fixed === undefined || !isPaid(fixed, amount)) return undefined;
    return { flat: read, fixed, due: due.text === 'always' ? 'always' : 'with-results' };

    function isPaid(figure: Figure, at: Node): boolean {
      if (figure.fixed === undefined || figure.fixed.value.sign() > 0) return true;
      reader.problem('P374', 'the fixed amount lies above zero', at, { hint: 'pay "rate:" alone, or write a positive amount' });
      return false;
    }
  },
  calculate,
  formulas: (config) => [config.flat.rate.formula, config.fixed.formula],
  scaled: (config, _, amounts) => (isAmount(config.fixed) && !amounts.equals(ONE) ? { ...config, fixed: scaledFigure(config.fixed, amounts) } : undefined),
  describe: ({ flat: { rate, on }, fixed, due }, words) => `Pays ${ratePhrase(rate, words)} of ${on}, and ${fixed.fixed === undefined ? stated(fixed) : words.money(fixed.fixed.value)} beside it ${due === 'always' ? 'in every period, also without results' : `where ${on} is above zero`}.`,
  example: {
    title: 'Six percent and 200 in every period',
    yaml: `sales_commission:
  commission on: revenue
  rate-plus-fixed: { rate: 6%, fixed: 200, due: always }`,
    work: '100,000 × 6 % + 200 = 6,200',
    given: { base: '100000' },
    earns: '6200',
  },
};

function calculate({ flat: config, fixed, due }: RatePlusFixed, given: Given): Outcome {
  const atRate = payFlat(config, given);
  if (atRate.ends !== undefined) return atRate;
  const { words } = given;
  const parts = (): readonly Part[] => atRate.parts?.() ?? [{ text: atRate.text(), amount: atRate.amount! }];
  if (due === 'with-results' && given.base.sign() <= 0) {
    return { amount: atRate.amount!, parts, text: () => `${atRate.text()}; the fixed amount is not due, because ${baseWords(given)} is not above zero` };
  }
  const amount = figureIn(fixed, given.env);
  if (amount.none !== undefined) return ended(`the fixed amount ${stated(fixed)} is not known: ${amount.none}`);
  if (amount.value.sign() < 0) given.refuse(`the fixed amount ${stated(fixed)} is ${words.money(amount.value)}, and it is zero or more`, 'correct the value it comes from');
  const sum = atRate.amount!.plus(amount.value);
  const source = fixed.fixed === undefined ? ` (${stated(fixed)})` : '';
  return {
    amount: sum,
    parts: () => [...parts(), { text: `fixed: ${words.money(amount.value)}${source}`, amount: amount.value }],
    text: () => `${atRate.text()}; with ${words.money(amount.value)}${source} fixed that is ${words.money(sum)}`,
  };
}
