/** Multiplier: a factor on what the formula paid, always or on a condition (COM-37, LNK-04). */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { MapNode, Node } from '../document/node.ts';
import { ONE, type Exact } from '../value/exact.ts';
import { factorAt, factorTablePhrase, factorTableWords, readFactorTable, TABLE_FIELDS, TABLE_KEYS, tableFormulas, type FactorTable } from './factor-table.ts';
import { CONDITION, field, FORMULA, list, map, oneOf } from './field.ts';
import { checkFactor } from './factor.ts';
import { factsIn, figureIn, holds, readFigure, stated, whyNot, type Figure } from './figure.ts';
import type { Given, Mechanic, Outcome, Reader } from './mechanic.ts';
import { ended } from './outcome.ts';

interface Factor {
  /** What is multiplied by: a formula, or a table by another measure. */
  readonly by: { readonly times: Figure; readonly table?: undefined } | { readonly table: FactorTable; readonly times?: undefined };
  readonly when?: Figure;
  readonly at: Span;
}

interface Multiplier {
  readonly factors: readonly Factor[];
  readonly combine: 'product' | 'sum-of-uplifts';
  /** Whether a negative amount is multiplied too. */
  readonly negative: 'keep' | 'multiply';
}

const TIMES = field('The factor: a number, a percent or a formula. 1 changes nothing.', [1.2, '120%', 'attainment of renewals'], FORMULA);
const WHEN = field('The condition on which it applies. Without it: always.', ['deals >= 10'], CONDITION);
const NEGATIVE = field(
  'What happens to a negative amount. Without it: keep.',
  ['keep'],
  oneOf({ keep: 'a negative amount stays as it is', multiply: 'a negative amount is multiplied too, so a factor below 1 makes a debt smaller' }),
);

export const multiplier: Mechanic<Multiplier> = {
  key: 'multiplier',
  kind: 'rule',
  step: 9,
  where: ['component'],
  summary: 'a factor on what the component earned, always or on a condition',
  about: `Multiplies what the formula paid by "times", if "when" holds (or always without it). "times" is a number, a percent or a formula such as attainment of renewals; below 1 it takes away.
Instead of "times" a table can give the factor: "by" names a measure or an attainment, "from" the rising edges and "gives" a factor for each. An edge belongs to the band that begins there, unless "edge: upper-inclusive"; with "read: interpolated" the factor runs in straight lines between the edges, and "above" says what comes after the last. "below" is the factor below the first edge.
Several multipliers stand under "of" and need "combine": product multiplies one after the other (1.5 × 1.25 = 1.875); sum-of-uplifts adds what each is above or below 1 (1 + 0.5 + 0.25 = 1.75).
A condition that cannot be told (0 ÷ 0, no quota) does not hold: the factor does not apply and the text says why. A factor without a value, or a table by something that is not known, makes the component earn 0 with that reason.
A negative amount stays as it is unless "negative: multiply" is stated, because a factor below 1 would make a debt smaller. It acts before floor and cap.
Also called modifier, link or multiplier table.`,
  schema: map({
    times: TIMES,
    ...TABLE_FIELDS,
    when: WHEN,
    combine: field('How several multipliers work together.', ['product', 'sum-of-uplifts'], oneOf({ product: 'one after the other: 1.5 × 1.25', 'sum-of-uplifts': 'the parts above 1 are added: 1 + 0.5 + 0.25' })),
    of: field('Several multipliers.', [[{ times: 1.5, when: 'deals >= 10' }, { times: 1.25 }]], list(map({ times: TIMES, ...TABLE_FIELDS, when: WHEN }), 1, 50)),
    negative: NEGATIVE,
  }),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const several = node.get('of');
    const nodes = several?.kind === 'list' ? several.items : [node];
    if (!checkForm(node, reader)) return undefined;
    const factors = nodes.map((one) => readFactor(one, reader));
    if (!factors.every((factor) => factor !== undefined)) return undefined;
    return { factors, combine: textOf(node.get('combine')) === 'sum-of-uplifts' ? 'sum-of-uplifts' : 'product', negative: textOf(node.get('negative')) === 'multiply' ? 'multiply' : 'keep' };
  },
  calculate,
  formulas: (config) => config.factors.flatMap((factor) => [...(factor.by.table === undefined ? [factor.by.times.formula] : tableFormulas(factor.by.table)), ...(factor.when === undefined ? [] : [factor.when.formula])]),
  needs: (config) => ({ attainment: config.factors.some(({ by }) => by.table?.axis.kind === 'attainment') }),
  branches: (config) =>
    config.factors.flatMap(({ at, when }, index) => {
      const name = config.factors.length === 1 ? '' : `factor ${index + 1} `;
      return [{ name: `${name}applies`, at }, { name: `${name}does not apply`, at, ...(when === undefined ? { never: true as const } : {}) }];
    }),
  describe(config, words) {
    const one = ({ by, ...factor }: Factor): string => `by ${by.table === undefined ? stated(by.times) : factorTablePhrase(by.table, words)}${factor.when === undefined ? '' : ` if ${factor.when.formula.words()}`}`;
    const how = config.factors.length === 1 ? '' : config.combine === 'product' ? ', one after the other' : ', adding what each is above 1';
    const debts = config.negative === 'keep' ? ' A negative amount stays as it is.' : ' A negative amount is multiplied too.';
    return `What is earned is multiplied ${config.factors.map(one).join(' and ')}${how}.${debts}`;
  },
  example: {
    title: 'A fifth more from ten deals on',
    yaml: `new_business:
  commission on: revenue
  rate: 5%
  multiplier: { times: 1.2, when: deals >= 10 }`,
    work: '40,000 × 5 % × 1.2 = 2,400',
    given: { base: '40000', other: { deals: '10' } },
    earns: '2400',
  },
};

function calculate(config: Multiplier, given: Given): Outcome {
  const { amount, env, words } = given;
  if (amount.sign() < 0 && config.negative === 'keep') return { amount, text: () => `${words.money(amount)} is negative and is not multiplied` };
  let all = ONE;
  const applied: { readonly factor: Factor; readonly value?: Exact }[] = [];
  for (const factor of config.factors) {
    if (factor.when !== undefined && holds(factor.when, env) !== true) {
      applied.push({ factor });
      continue;
    }
    const value = factor.by.table === undefined ? figureIn(factor.by.times, env) : factorAt(factor.by.table, given);
    if (value.none !== undefined) return ended(value.none);
    all = config.combine === 'product' ? all.times(value.value) : all.plus(value.value.minus(ONE));
    applied.push({ factor, value: value.value });
  }
  const result = amount.times(all);
  const text = (): string => {
    const lines = applied.map(({ factor, value }) => factorWords(factor, value, given)).join('; ');
    return applied.every(({ value }) => value === undefined) ? lines : `${words.money(amount)} × ${words.number(all)} = ${words.money(result)} (${lines})`;
  };
  // two branches for each factor: it applies, it does not
  return { amount: result, text, took: () => applied.map(({ value }, index) => 2 * index + (value === undefined ? 1 : 0)) };
}

function factorWords(factor: Factor, value: Exact | undefined, given: Given): string {
  const { env, words } = given;
  const { by } = factor;
  const times = by.table === undefined ? `the multiplier ${by.times.formula.text}` : value === undefined ? `the multiplier by ${by.table.axis.name}` : `the multiplier by ${by.table.axis.name} (${factorTableWords(by.table, given)})`;
  const when = factor.when;
  if (when === undefined) return `${times} always applies`;
  const facts = factsIn(when, env, words);
  const numbers = facts === '' ? '' : `: ${facts}`;
  if (value !== undefined) return `${times} applies, ${when.formula.text}${numbers}`;
  return `${times} does not apply, ${when.formula.text} does not hold${holds(when, env) === undefined ? `: ${whyNot(when, env)}` : numbers}`;
}

/** One multiplier, or several with `combine`. */
function checkForm(node: MapNode, reader: Reader): boolean {
  const combine = node.entry('combine');
  if (node.get('of') === undefined) {
    if (combine !== undefined) reader.problem('P365', '"combine" belongs to several multipliers under "of"', combine.keyAt, { hint: 'leave out "combine", or list the multipliers under "of"' });
    return combine === undefined;
  }
  if (combine === undefined) reader.problem('P369', 'several multipliers need "combine": whether they multiply each other or their uplifts add up', node, { expected: 'combine', hint: 'add "combine: product" (1.5 × 1.25) or "combine: sum-of-uplifts" (1 + 0.5 + 0.25)' });
  const beside = (['times', 'when', ...TABLE_KEYS]).flatMap((key) => node.entry(key) ?? []);
  for (const { key, keyAt } of beside) reader.problem('P366', `"${key}" stands beside a list of multipliers, and each of them has its own`, keyAt, { hint: `move "${key}" into the entries under "of"` });
  return beside.length === 0 && combine !== undefined;
}

function readFactor(node: Node, reader: Reader): Factor | undefined {
  if (node.kind !== 'map') return undefined;
  const [timesNode, whenNode] = [node.get('times'), node.get('when')];
  const by = readBy(node, timesNode, reader);
  const when = whenNode === undefined ? undefined : readFigure(whenNode, ['yes-no'], reader);
  if (by === undefined || (whenNode !== undefined && when === undefined)) return undefined;
  return { by, at: node.at, ...(when === undefined ? {} : { when }) };
}

/** A formula or a table, and not both. */
function readBy(node: MapNode, timesNode: Node | undefined, reader: Reader): Factor['by'] | undefined {
  const tabled = TABLE_KEYS.map((key) => node.entry(key)).find((entry) => entry !== undefined);
  if (timesNode === undefined && tabled === undefined) {
    reader.problem('P368', 'the multiplier does not say by what to multiply: "times" is missing', node, { expected: 'times', hint: 'add "times:", such as times: 1.2, or a table with "by:"' });
    return undefined;
  }
  if (timesNode === undefined) {
    const table = readFactorTable(node, reader);
    return table === undefined ? undefined : { table };
  }
  if (tabled !== undefined) {
    reader.problem('P376', `"${tabled.key}" belongs to a table of factors, and this multiplier has "times"`, tabled.keyAt, { hint: 'leave one of them out, or list both under "of" with "combine"' });
    return undefined;
  }
  const times = readFigure(timesNode, ['number', 'ratio'], reader);
  if (times === undefined || (times.fixed !== undefined && !checkFactor(times.fixed.value, times.formula.text.includes('%'), timesNode, reader))) return undefined;
  return { times };
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}
