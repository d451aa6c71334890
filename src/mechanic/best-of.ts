/** Best of several formulas: each is worked out on the whole period, and the greatest is paid; equal ones pay the first (COM-35). */
import type { Node } from '../document/node.ts';
import type { Exact } from '../value/exact.ts';
import { list } from './field.ts';
import { FORMULAS } from './formulas.ts';
import type { Applied, Given, Mechanic, Outcome, Reader } from './mechanic.ts';
import { ONE_FORMULA, readOneFormula } from './one-formula.ts';
import { unsoldOf } from './unsold.ts';

interface BestOf {
  readonly formulas: readonly Applied[];
}

export const bestOf: Mechanic<BestOf> = {
  key: 'best-of',
  kind: 'formula',
  unsold: ({ formulas }) => formulas.some((one) => unsoldOf(one) === true),
  step: 7,
  where: ['component'],
  summary: 'the greatest of several formulas on one measure',
  about: `Each entry of the list is one formula, written as it would stand in the component; all pay on the same measure, and the component pays the greatest amount. Where two are equal the first of them is reported.
The choice is made once, on the whole period (or on the window to date in a component that accumulates), never deal by deal: choosing for each deal would pay more than either formula.
A guarantee beside a commission is one entry with rate-plus-fixed and a rate of 0%.
If one of the formulas cannot be told (no quota, a blank rate), the component earns 0 with that reason, because the greatest is not known. Negative results pay the least negative one.
Gates and thresholds act before it and multipliers, floor and cap after it, once, on what is paid. Tiers read per-deal and rate-table, which go deal by deal, cannot stand in it, and it cannot be rounded at the transaction.
Also called greater of, higher of, or commission against guarantee.`,
  schema: {
    description: 'The formulas of which the greatest is paid; one formula in each entry.',
    markdownDescription: 'The formulas of which the greatest is paid; one formula in each entry.\n\nFor example `[{ rate: 7% }, { rate-plus-fixed: { rate: 0%, fixed: 250, due: always } }]`',
    examples: [[{ rate: '7%' }, { 'rate-plus-fixed': { rate: '0%', fixed: 250, due: 'always' } }]],
    ...list(ONE_FORMULA, 2, 10),
  },
  read(node, reader) {
    if (node.kind !== 'list') return undefined;
    const formulas = node.items.map((item) => readFormula(item, reader));
    return formulas.every((formula) => formula !== undefined) ? { formulas } : undefined;
  },
  calculate,
  formulas: (config) => config.formulas.flatMap((one) => one.mechanic.formulas(one.config)),
  needs: (config) => {
    const all = config.formulas.map((one) => one.mechanic.needs?.(one.config) ?? {});
    return { target: all.some(({ target }) => target === true), attainment: all.some(({ attainment }) => attainment === true) };
  },
  // pay ends only where every formula ends
  ends: (config) => {
    const ends = config.formulas.map((one) => one.mechanic.ends?.(one.config));
    return ends.every((end) => end !== undefined) ? ends[0] : undefined;
  },
  noCurve: (config) => config.formulas.map((one) => one.mechanic.noCurve?.(one.config)).find((why) => why !== undefined),
  describe: (config, words) => `Pays the greatest of these, and the first of equal ones: ${config.formulas.map((one, index) => `(${index + 1}) ${one.mechanic.describe(one.config, words)}`).join(' ')}`,
  example: {
    title: 'Seven percent, or 250 if that is more',
    yaml: `sales_commission:
  commission on: revenue
  best-of:
    - rate: 7%
    - rate-plus-fixed: { rate: 0%, fixed: 250, due: always }`,
    work: '3,614 × 7 % = 252.98, more than 250: 252.98',
    given: { base: '3614' },
    earns: '252.98',
  },
};

function readFormula(item: Node, reader: Reader): Applied | undefined {
  return readOneFormula(item, reader, FORMULAS, 'P375', 'pays each deal by itself, and best-of chooses once for the whole period', 'read the table marginal or whole, or pay it in a component of its own');
}

function calculate({ formulas }: BestOf, given: Given): Outcome {
  const outcomes = formulas.map(({ mechanic, config }) => mechanic.calculate(config, given));
  const unknown = outcomes.find(({ ends }) => ends !== undefined);
  if (unknown !== undefined) return unknown;
  let best = 0;
  outcomes.forEach(({ amount }, index) => {
    if (outcomes[best]!.amount!.lessThan(amount!)) best = index;
  });
  const { amount, text, parts } = outcomes[best]!;
  const named = (index: number): string => `(${index + 1}) ${formulas[index]!.mechanic.key}`;
  const { words } = given;
  const others = (): string => outcomes.flatMap((other, index) => (index === best ? [] : [`${named(index)} ${other.amount!.equals(amount!) ? 'pays the same' : `would pay ${words.money(other.amount!)}`}`])).join(', ');
  return {
    amount: amount!,
    text: () => `${named(best)} pays most, ${words.money(amount!)}; ${others()}`,
    parts: () => parts?.() ?? [{ text: text(), amount: amount as Exact, at: formulas[best]!.at }],
  };
}
