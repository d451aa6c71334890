/** Minimum payment: a small amount is not paid but waits until enough has come together (TIM-22). */
import { ZERO } from '../value/exact.ts';
import { field, FORMULA, map, oneOf, scalarOrMap } from './field.ts';
import { figureIn, readFigure, stated, type Figure } from './figure.ts';
import type { PaymentMechanic } from './payment.ts';

interface MinimumPayment {
  readonly at: Figure;
  readonly leaving: 'pay' | 'continue';
}

export const minimumPayment: PaymentMechanic<MinimumPayment> = {
  key: 'minimum-payment',
  kind: 'payment',
  step: 16,
  summary: 'small amounts wait until enough has come together to be paid',
  about: `What is due together with what waits is paid when it reaches this amount; below it nothing is paid, and all of it waits. Exactly at the amount it is paid.
It is the last rule before the payment, after manual entries. What waits stays earned, and stands on the account as money that the company owes.
A negative amount does not wait: it is taken as it is, together with what waits.
When the person leaves, all that waits is paid whatever it comes to; "on-leaving: continue" lets it wait for what may still come.`,
  schema: {
    ...field('The least that is paid; less waits.', [25, { at: 25, 'on-leaving': 'continue' }], scalarOrMap(FORMULA, map({
      at: field('The least that is paid: money, or a formula of type money.', [25], FORMULA),
      'on-leaving': field('What becomes of it when the person leaves. Without it: pay.', ['continue'], oneOf({ pay: 'it is paid whatever it comes to', continue: 'it waits' })),
      account: field('The name of its balance. Without it: minimum-payment.', ['small_amounts'], { type: 'string' }),
    }, ['at']))),
  },
  takes: [],
  read(node, reader) {
    const [atNode, leaving] = node.kind === 'map' ? [node.get('at')!, node.get('on-leaving')] : [node, undefined];
    const at = readFigure(atNode, ['money'], reader);
    if (at?.fixed !== undefined && at.fixed.value.sign() <= 0) {
      reader.problem('P422', 'the least that is paid lies above zero', atNode, { hint: 'write a positive amount, or leave the rule out' });
      return undefined;
    }
    return at === undefined ? undefined : { at, leaving: leaving?.kind === 'scalar' && leaving.text === 'continue' ? 'continue' : 'pay' };
  },
  pay({ at, leaving }, given) {
    const { due, opening, words } = given;
    const known = figureIn(at, given.env);
    if (known.value === undefined) given.refuse(`the least that is paid is not known: ${known.none}`, 'fill in what it reads');
    const limit = known.value ?? ZERO;
    const sum = due.plus(opening);
    const last = given.leaves && leaving === 'pay';
    if (sum.sign() <= 0 || sum.atLeast(limit) || last || (!given.inPlan && leaving === 'pay'))
      return { due: sum, took: () => [0], text: () => (opening.isZero() ? `${words.money(due)} is paid` : `${words.money(sum)} is paid, with the ${words.money(opening)} that waited${sum.atLeast(limit) || sum.sign() <= 0 ? '' : ', because the person leaves'}`) };
    return { due: ZERO, took: () => [1], text: () => `${words.money(sum)} is less than ${words.money(limit)}; it waits` };
  },
  formulas: ({ at }) => [at.formula],
  branches: () => [{ name: 'paid' }, { name: 'waits' }],
  describe: ({ at, leaving }, words) => `Less than ${at.fixed === undefined ? stated(at) : words.money(at.fixed.value)} is not paid but waits until enough has come together${leaving === 'pay' ? ', or the person leaves' : ''}.`,
  example: {
    title: 'Ten wait until twenty-five have come together',
    yaml: '- minimum-payment: 25',
    work: '10 wait; 10 + 15 = 25 are paid',
    earned: ['10', '15'],
    paid: ['0', '25'],
    balance: ['10', '0'],
  },
};
