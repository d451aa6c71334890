/**
 * Credit cap: the most of one deal that counts, before or after the split, for pay and for attainment (CRD-08, CRD-20). Deals
 * of one customer within some days can be taken as one, so that cutting an order in two does not get round it.
 */
import type { Node } from '../document/node.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { field, FORMULA, list, map, oneOf } from './field.ts';
import { factsIn, figureIn, readFigure, stated, type Figure } from './figure.ts';
import type { CreditLimit, Mechanic, Reader } from './mechanic.ts';

interface CreditCap {
  readonly at: Figure;
  readonly rules: Omit<CreditLimit, 'at'>;
  /** Paid on what does not count. */
  readonly excess: Exact;
}

const TEXT = { type: 'string' } as const;

export const creditCap: Mechanic<CreditCap> = {
  key: 'credit-cap',
  kind: 'rule',
  step: 3,
  // the excess is paid when each deal is known
  stepOf: () => 8,
  where: ['component'],
  summary: 'the most of one deal that counts, for pay and for attainment',
  about: `A deal counts up to this amount; what exceeds it moves no tier and adds nothing to the measure of this component. "at" is an amount or a formula, such as min(2 * quota of revenue, 250_000); of several limits the least is written with min.
"of: deal" compares the whole deal and shares what counts (before the split); "of: credit" compares what each person is credited (after the split).
"together" takes deals that are alike in some columns as one, from the first of them for a number of days; the earlier ones count first. A blank is alike to nothing. Only deals of the time that the component reads are seen together: the period, or to date where it accumulates.
"excess: lost" pays nothing on the rest; a percent pays it at that rate, after the minimum and cap of each deal, before multipliers.
Negative rows count in full, but a return that names its original (refers-to) counts for the same part as that did, in any later period. It cuts credit, not pay: for the most that a deal pays there is deal-cap.
Other components on the measure are not changed. Also called windfall limit, mega-deal rule, bluebird clause or large-deal cap.`,
  schema: map(
    {
      at: field('The most that counts: in the unit of the measure, or a formula.', [250000, 'min(2 * quota of revenue, 250_000)'], FORMULA),
      of: field('Of what.', ['deal'], oneOf({ deal: 'the whole deal, before it is split', credit: 'what each person is credited, after the split' })),
      together: field(
        'Which deals are taken as one.',
        [{ by: ['customer'], days: 30 }],
        map({ by: field('The columns in which they are alike.', [['customer']], { type: ['string', 'array'], if: { type: 'array' }, then: list(TEXT, 1, 10), else: TEXT }), days: field('For how many days from the first of them, that day counted as 0.', [30], { type: 'integer', minimum: 0, maximum: 3660 }) }, ['by', 'days']),
      ),
      excess: field('What is paid on the rest: lost, or a rate.', ['lost', '1%'], FORMULA),
    },
    ['at', 'of', 'excess'],
  ),
  read: (node, reader) => (node.kind === 'map' ? readCreditCap((key) => node.get(key), reader) : undefined),
  calculate({ excess }, { amount, cut, words, baseType }) {
    if (cut === undefined || cut.excess.isZero()) return { amount, took: () => [0], text: () => 'no deal exceeds the credit cap' };
    const extra = cut.excess.times(excess);
    return { amount: amount.plus(extra), took: () => [1], text: () => `${words.amount(cut.excess, baseType)} of ${cut.deals.join(', ')} exceeds the credit cap and does not count${excess.isZero() ? '' : `; it pays ${words.percent(excess)} = ${words.money(extra)}`}` };
  },
  formulas: ({ at }) => [at.formula],
  branches: () => [{ name: 'nothing cut' }, { name: 'cut' }],
  creditLimit: ({ at, rules }, { env, words, baseType }) => {
    const limit = figureIn(at, env);
    const told = limit.none ?? `${words.amount(limit.value, baseType)}${at.fixed === undefined ? ` (${stated(at)}, where ${factsIn(at, env, words)})` : ''}`;
    return { ...rules, at: limit, told };
  },
  paysExcess: ({ excess }) => !excess.isZero(),
  creditColumns: ({ rules }) => rules.by,
  describe({ at, rules, excess }, words) {
    const alike = rules.by.length === 0 ? '' : ` Deals alike in ${rules.by.join(' and ')} within ${rules.days} days count as one.`;
    return `Of one deal at most ${stated(at)} counts${rules.of === 'deal' ? ', before it is split' : ' for each person'}.${alike} The rest ${excess.isZero() ? 'pays nothing' : `pays ${words.percent(excess)}`}.`;
  },
  example: {
    title: 'A mega-deal counts up to 200,000; the rest pays one percent',
    yaml: `new_business:
  commission on: revenue
  rate: 5%
  credit-cap: { at: 200_000, of: deal, excess: 1% }`,
    work: 'a deal of 500,000 counts for 200,000 and pays 200,000 × 5 % + 300,000 × 1 % = 13,000; here a deal of 50,000 pays 2,500',
    given: { base: '50000', deals: ['50000'] },
    earns: '2500',
  },
};

function readCreditCap(get: (key: string) => Node | undefined, reader: Reader): CreditCap | undefined {
  const [atNode, excessNode, together] = [get('at'), get('excess'), get('together')];
  const of = get('of');
  if (atNode === undefined || excessNode?.kind !== 'scalar' || of?.kind !== 'scalar') return undefined;
  const at = readFigure(atNode, [reader.baseType ?? 'money'], reader);
  if (at?.fixed !== undefined && at.fixed.value.sign() <= 0) {
    reader.problem('P484', 'a credit cap lies above zero', atNode, { hint: 'write a positive amount, or leave it out' });
    return undefined;
  }
  const excess = excessNode.text === 'lost' ? { value: ZERO, percent: true } : reader.number(excessNode);
  if (excess !== undefined && (!excess.percent || excess.value.sign() < 0 || (reader.baseType !== 'money' && !excess.value.isZero()))) {
    reader.problem('P484', `the excess is lost or pays a percent of money, not ${excessNode.text}`, excessNode, { found: excessNode.text, hint: 'write lost, or a rate such as 1%' });
    return undefined;
  }
  const by = together?.kind === 'map' ? together.get('by') : undefined;
  const columns = (by === undefined ? [] : by.kind === 'list' ? by.items : [by]).map((node) => reader.column(node));
  const days = together?.kind === 'map' ? together.get('days') : undefined;
  if (at === undefined || excess === undefined || !columns.every((column) => column !== undefined)) return undefined;
  return { at, excess: excess.value, rules: { of: of.text as CreditLimit['of'], by: columns.map(({ name }) => name), days: days?.kind === 'scalar' ? +days.text : 0 } };
}
