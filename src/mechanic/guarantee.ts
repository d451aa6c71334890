/** Guarantee, or non-recoverable draw: pay is topped up to an amount, and nothing is owed for it (TIM-10). */
import { ZERO } from '../value/exact.ts';
import { field, map, scalarOrMap } from './field.ts';
import { formulasOf, pacedField, pacedIn, pacedPhrase, pacedSource, pacesOf, readPaced, type Paced } from './paced.ts';
import type { PaymentMechanic } from './payment.ts';
import { before, pointField, pointPhrase, readPoint, type PointInPlan } from './point-in-plan.ts';

interface Guarantee {
  readonly least: Paced;
  readonly until: PointInPlan | undefined;
}

export const guarantee: PaymentMechanic<Guarantee> = {
  key: 'guarantee',
  kind: 'payment',
  step: 14,
  unsold: true,
  summary: 'a guarantee, or non-recoverable draw: pay is topped up to it, and nothing is owed',
  about: `Pays the greater of what is due and the guarantee. The top-up is earned beside the components, and nobody pays it back; it is a line of its own, so that its cost can be seen.
The amount is stated for a time (4_000 per month, 825 per week) or by month of service, as { 1: 4_000 per month, 4: 2_000 per month, 7: 0 }; month 1 is the month in which service begins, and in periods that are no months the last day decides which it is. An amount per week counts for each week that ends in the period, on Sunday unless the plan says per week ending Friday; by month of service each week has the amount of the month in which it ends. A formula such as "0.8 * variable_pay per month" reads people columns. With "prorate: [draw]" in the plan it is scaled by days in the plan.
Exactly at the guarantee nothing is added. A negative result is topped up to it. "until" is the last day or period it holds for.
A least amount of a component or of the plan that belongs to the formula of pay is a floor; a top-up that is paid back is a draw.`,
  schema: {
    ...field('The least that is paid.', ['4_000 per month', { least: '4_000 per month', until: '2026-06-30' }], scalarOrMap({ type: ['string', 'number'] }, map({
      least: pacedField('The guarantee.', ['4_000 per month', { 1: '4_000 per month', 4: '2_000 per month', 7: 0 }]),
      until: pointField('The last day or period it holds for.', ['2026-06-30', 6]),
      account: field('The name of its line, where there are several. Without it: guarantee.', ['ramp_guarantee'], { type: 'string' }),
    }, ['least']))),
    defaultSnippets: [{ label: 'step-down guarantee', body: { least: { 1: '${1:4_000 per month}', 4: '2_000 per month', 7: 0 } } }],
  },
  takes: [],
  read(node, reader) {
    const least = readPaced(node.kind === 'map' ? node.get('least')! : node, reader);
    const untilNode = node.kind === 'map' ? node.get('until') : undefined;
    const until = untilNode === undefined ? undefined : readPoint(untilNode, reader);
    return least === undefined || (untilNode !== undefined && until === undefined) ? undefined : { least, until };
  },
  pay({ least, until }, given) {
    const { due, words } = given;
    const holds = given.inPlan && (until === undefined || before(until, given));
    const level = holds ? pacedIn(least, 'guarantee', given) : ZERO;
    if (level.sign() <= 0) return { due, took: () => [1], text: () => 'no guarantee holds in this period' };
    if (due.atLeast(level)) return { due, took: () => [1], text: () => `${words.money(due)} reaches the guarantee of ${words.money(level)}${pacedSource(least, given, 'guarantee')}` };
    const topUp = level.minus(due);
    return { due: level, cost: topUp, took: () => [0], text: () => `${words.money(due)} is topped up by ${words.money(topUp)} to the guarantee of ${words.money(level)}${pacedSource(least, given, 'guarantee')}; nothing is owed` };
  },
  final: () => true,
  amounts: ({ least, until }, given): Record<string, Paced> => (until === undefined || before(until, given) ? { guarantee: least } : {}),
  formulas: ({ least }) => formulasOf(least),
  paces: ({ least }) => pacesOf(least),
  branches: () => [{ name: 'topped up' }, { name: 'not needed' }],
  describe: ({ least, until }, words) => `At least ${pacedPhrase(least, words)} is paid${until === undefined ? '' : `, until ${pointPhrase(until)}`}; what is added is not paid back.`,
  example: {
    title: 'A short month, then a strong one',
    yaml: '- guarantee: 1_500 per month',
    work: '500 is topped up to 1,500; 3,000 is paid in full',
    earned: ['500', '3000'],
    paid: ['1500', '3000'],
    balance: ['0', '0'],
  },
};
