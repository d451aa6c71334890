/** Advance: money on top of what is earned now, taken off later (TIM-11). The trade sometimes calls it a draw. */
import { greatest, least, ZERO } from '../value/exact.ts';
import { COUNT, readCount } from './count-field.ts';
import { entryAmounts } from './entry-amounts.ts';
import { field, map, scalarOrMap } from './field.ts';
import { formulasOf, pacedField, pacedIn, pacedPhrase, pacedSource, pacesOf, readPaced, type Paced } from './paced.ts';
import type { PaymentMechanic } from './payment.ts';
import { before, pointField, pointPhrase, readPoint, type PointInPlan } from './point-in-plan.ts';
import { joinedLists, olderTranches, sumOf, takeOldest, takeWhere, tranchesState, withNew } from './tranche.ts';

interface Advance {
  readonly pays: Paced;
  readonly until: PointInPlan | undefined;
  /** Periods until it is taken off. */
  readonly after: number;
}

export const advance: PaymentMechanic<Advance> = {
  key: 'advance',
  kind: 'payment',
  step: 14,
  unsold: true,
  summary: 'an advance on top of what is earned, taken off in a later period',
  about: `Pays the advance on top of what is due, and takes it off "settle-after" periods later (without it: the next one). It is taken off what is due in that period before the new advance is added: the new advance is paid whole, and does not count as pay for what is taken off. What is left is carried and taken off next; pay is never taken below zero for it. Written short it is advance: 600 per month.
The amount is stated for a time (also per week) or by month of service, as with a draw, and "until" is the last day or period with an advance. With "prorate: [draw]" in the plan it is scaled by days in the plan.
In the period in which the person leaves no advance is paid, and all that is outstanding is taken off; what remains stays owed. An entry of kind forgive lets it fall.
A top-up to an amount is a draw; here the whole advance is paid whatever is earned.`,
  schema: {
    ...field('An advance, taken off later.', ['600 per month', { pays: '1_000 per month', until: '2026-01-31' }], scalarOrMap({ type: ['string', 'number'] }, map({
      pays: pacedField('The advance.', ['1_000 per month', { 1: '1_000 per month', 2: 0 }]),
      'settle-after': field('After how many periods it is taken off. Without it: 1.', [1, 3], COUNT),
      until: pointField('The last day or period with an advance.', ['2026-01-31', 1]),
      account: field('The name of its balance. Without it: advance.', ['start_advance'], { type: 'string' }),
    }, ['pays']))),
  },
  takes: ['forgive'],
  joins: joinedLists,
  opens: { sign: -1, state: (amount, of) => tranchesState([{ of: `before ${of}`, amount: amount.negated(), age: 0 }])! },
  read(node, reader) {
    const pays = readPaced(node.kind === 'map' ? node.get('pays')! : node, reader);
    const [untilNode, afterNode] = node.kind === 'map' ? [node.get('until'), node.get('settle-after')] : [];
    const until = untilNode === undefined ? undefined : readPoint(untilNode, reader);
    const after = afterNode === undefined ? 1 : readCount(afterNode, 1, 'periods', reader);
    return pays === undefined || after === undefined || (untilNode !== undefined && until === undefined) ? undefined : { pays, until, after };
  },
  pay({ pays, until, after }, given) {
    const { due, words, period } = given;
    const older = olderTranches(given.state, given);
    const forgiven = entryAmounts(given, 'forgive', sumOf(older));
    const standing = takeOldest(older, forgiven.sum).left;
    const last = given.leaves || !given.inPlan;
    const ripe = takeWhere(standing, ({ age }) => last || age >= after);
    const wanted = sumOf(ripe.taken);
    const settled = least(wanted, greatest(ZERO, due));
    const paid = last || (until !== undefined && !before(until, given)) ? ZERO : pacedIn(pays, 'advance', given);
    const rest = withNew([...takeOldest(ripe.taken, settled).left, ...ripe.left], period.id, paid);
    const told = (): string[] => [
      ...forgiven.texts,
      ...(wanted.isZero() ? [] : [`${words.money(settled)} of the ${words.money(wanted)} advanced before is taken off${settled.equals(wanted) ? '' : ', which is all there is'}`]),
      ...(paid.isZero() ? [] : [`${words.money(paid)} is advanced${pacedSource(pays, given, 'advance')}`]),
    ];
    const state = tranchesState(rest);
    return {
      due: due.minus(settled).plus(paid),
      cost: forgiven.sum,
      ...(state === undefined ? {} : { state }),
      took: () => [...(paid.isZero() ? [] : [0]), ...(settled.isZero() ? [] : [1])],
      text: () => `${told().join('; ') || 'nothing is advanced or taken off'}; ${words.money(sumOf(rest))} is outstanding`,
      parts: () => [{ text: 'taken off', amount: settled.negated() }, { text: 'advanced', amount: paid }].filter(({ amount }) => !amount.isZero()),
    };
  },
  amounts: ({ pays, until }, given): Record<string, Paced> => (until === undefined || before(until, given) ? { advance: pays } : {}),
  formulas: ({ pays }) => formulasOf(pays),
  paces: ({ pays }) => pacesOf(pays),
  branches: () => [{ name: 'advanced' }, { name: 'taken off' }],
  describe: ({ pays, until, after }, words) => `An advance of ${pacedPhrase(pays, words)} is paid on top of what is earned${until === undefined ? '' : `, until ${pointPhrase(until)}`}, and taken off ${after === 1 ? 'in the next period' : `${after} periods later`}.`,
  example: {
    title: 'An advance in the first month, taken off in the second',
    yaml: '- advance: { pays: 1_000 per month, until: 1 }',
    work: '1,000 + 1,000 advanced; 3,000 − 1,000',
    earned: ['1000', '3000'],
    paid: ['2000', '2000'],
    balance: ['-1000', '0'],
  },
};
