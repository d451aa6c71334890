/** A formula chosen by a property of the person: certified or not, region, tenure (LNK-12). Each value has its own; an unknown one is an error. */
import type { MapEntry } from '../document/node.ts';
import { Exact } from '../value/exact.ts';
import { field, map } from './field.ts';
import { readFigure, type Figure } from './figure.ts';
import { FORMULAS } from './formulas.ts';
import type { Applied, Given, Mechanic, Outcome, Reader } from './mechanic.ts';
import { ended } from './outcome.ts';
import { ONE_FORMULA, readOneFormula } from './one-formula.ts';
import { keyNode } from './edge.ts';
import { unsoldOf } from './unsold.ts';

interface Choose {
  readonly by: Figure;
  /** In the order written. */
  readonly ways: readonly { readonly value: string; readonly applied: Applied }[];
}

export const choose: Mechanic<Choose> = {
  key: 'choose',
  kind: 'formula',
  unsold: ({ ways }) => ways.some(({ applied }) => unsoldOf(applied) === true),
  step: 7,
  where: ['component'],
  summary: 'a formula chosen by a property of the person, such as certified or region',
  about: `"by" names a text or a yes/no column of people (or a formula that gives one), and "ways" has one formula for each value, written as it would stand in the component: two matrices, two tables, a rate and a curve.
A value that no way names is an error of the run, with the person and the value; so is a blank. A way for each known value is the whole list: there is no silent rest.
The value is that of the last day in the plan in the period; where it changes inside the period a warning says so. People columns with dates give each period the value that held then, not today's.
All ways pay on the same measure, and only the chosen one needs its quota or target to be there. Tiers read per-deal and rate-table, which go deal by deal, cannot stand in it, and it cannot be rounded at the transaction.
Gates, thresholds, multipliers, floor and cap act on whatever way is chosen. Also called table by attribute, plan variant, certified and uncertified table.`,
  schema: map(
    {
      by: field('What decides: a text or yes/no column of people, or a formula that gives one.', ['certified', 'region'], { type: ['string', 'boolean'] }),
      ways: field('One formula for each value.', [{ yes: { rate: '5%' }, no: { rate: '3%' } }], {
        type: 'object',
        additionalProperties: { ...ONE_FORMULA, description: 'The formula for this value.', markdownDescription: 'The formula for this value.', examples: [] },
        minProperties: 1,
        maxProperties: 100,
      }),
    },
    ['by', 'ways'],
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const [byNode, waysNode] = [node.get('by'), node.get('ways')];
    const by = byNode === undefined ? undefined : readFigure(byNode, ['text', 'yes-no'], reader);
    if (by === undefined || waysNode?.kind !== 'map') return undefined;
    const ways = waysNode.entries.map((entry) => readWay(entry, by, reader));
    return ways.every((way) => way !== undefined) ? { by, ways } : undefined;
  },
  calculate,
  formulas: ({ by, ways }) => [by.formula, ...ways.flatMap(({ applied }) => applied.mechanic.formulas(applied.config))],
  needs: ({ ways }) => {
    const all = ways.map(({ applied }) => applied.mechanic.needs?.(applied.config) ?? {});
    return { target: all.some(({ target }) => target === true), attainment: all.some(({ attainment }) => attainment === true) };
  },
  ends: ({ ways }) => {
    const ends = ways.map(({ applied }) => applied.mechanic.ends?.(applied.config));
    return ends.every((end) => end !== undefined) ? ends[0] : undefined;
  },
  branches: ({ ways }) => ways.map(({ value, applied }) => ({ name: `the way ${value}`, at: applied.at })),
  describe: ({ by, ways }, words) => `What is paid depends on ${by.formula.words()}. ${ways.map(({ value, applied }) => `Where it is ${value}: ${applied.mechanic.describe(applied.config, words)}`).join(' ')}`,
  example: {
    title: 'Certified people have a better table',
    yaml: `devices:
  bonus on: revenue
  choose:
    by: if(years >= 2, 'senior', 'junior')
    ways:
      senior: { rate: 5% }
      junior: { rate: 3% }`,
    work: 'three years of service are senior: 10,000 × 5 % = 500',
    given: { base: '10000', other: { years: '3' } },
    earns: '500',
  },
};

function readWay(entry: MapEntry, by: Figure, reader: Reader): Choose['ways'][number] | undefined {
  if (by.formula.type === 'yes-no' && entry.key !== 'yes' && entry.key !== 'no' && entry.key !== 'true' && entry.key !== 'false') {
    reader.problem('P441', `${by.formula.text} is yes or no, and ${entry.key} is neither`, keyNode(entry), { found: entry.key, expected: 'yes or no', hint: 'write one way for yes and one for no' });
    return undefined;
  }
  const applied = readOneFormula(entry.value, reader, FORMULAS, 'P440', 'pays deal by deal, and a way is chosen once for the whole period', 'pay it in a component of its own, with a gate on the property');
  const value = by.formula.type === 'yes-no' ? (entry.key === 'yes' || entry.key === 'true' ? 'yes' : 'no') : entry.key;
  return applied === undefined ? undefined : { value, applied };
}

function calculate({ by, ways }: Choose, given: Given): Outcome {
  const found = by.formula.evaluate(given.env);
  const value = typeof found === 'boolean' ? (found ? 'yes' : 'no') : typeof found === 'string' ? found : undefined;
  const index = ways.findIndex((way) => way.value === value);
  if (index < 0 || found instanceof Exact) {
    const known = ways.map((way) => way.value).join(', ');
    const what = value === undefined ? `${by.formula.text} has no value` : `${by.formula.text} is '${value}', and no way is for it`;
    given.refuse(what, `correct the value, or add a way; there is ${known}`);
    return ended(what);
  }
  const { applied } = ways[index]!;
  const outcome = applied.mechanic.calculate(applied.config, given);
  return { ...outcome, text: () => `${by.formula.text} is ${value}: ${outcome.text()}`, took: () => [index] };
}
