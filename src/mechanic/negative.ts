/** A negative result of a period: paid as it is, lost by the company, or carried into later periods (TIM-22). */
import { greatest, least, total, ZERO } from '../value/exact.ts';
import type { WindowName } from '../value/calendar.ts';
import { COUNT, readCount } from './count-field.ts';
import { entryAmounts } from './entry-amounts.ts';
import { field, map, oneOf, scalarOrMap } from './field.ts';
import type { Node } from '../document/node.ts';
import type { Reader } from './mechanic.ts';
import { leavingPhrase, type PaymentGiven, type PaymentMechanic, type PaymentOutcome, type State } from './payment.ts';
import { joinedTranches, olderTranches, sumOf, takeOldest, takeWhere, tranchesState, withNew } from './tranche.ts';

type Rule = 'pay' | 'floor-lose' | 'floor-carry';

interface Negative {
  readonly rule: Rule;
  readonly expires: number | undefined;
  readonly resets: WindowName | undefined;
  readonly leaving: 'carry' | 'forgive';
}

const RULES = { pay: 'it is taken as it is', 'floor-lose': 'nothing is paid, and it is forgotten: a cost', 'floor-carry': 'nothing is paid, and later pay makes up for it' };

export const negative: PaymentMechanic<Negative> = {
  key: 'negative',
  kind: 'payment',
  step: 13,
  summary: 'what becomes of a negative result: pay, floor-lose or floor-carry',
  about: `A period whose returns exceed its sales can come out below zero. Without this rule, or with "pay", the negative amount is what is paid. "floor-lose" pays nothing and forgets it; what it forgets is shown as a cost. "floor-carry" pays nothing and carries it: later pay makes up for it, all of it at once where it suffices.
What is carried stands on the account as a negative balance. It falls, as a cost, after "expires-after" periods, at the beginning of another quarter, half or year with "resets", or when the person leaves with "on-leaving: forgive", which lets a negative result of a later period fall as well; otherwise it stays. An entry of kind forgive lets it fall as well.
It acts before draws: a draw tops up from zero, so that the same money is never recovered twice.`,
  schema: {
    ...field('What becomes of a negative result.', ['floor-carry', { rule: 'floor-carry', 'expires-after': 3, resets: 'year' }], scalarOrMap(oneOf(RULES), map({
      rule: field('The rule.', ['floor-carry'], oneOf(RULES)),
      'expires-after': field('After how many periods what is carried falls.', [3], COUNT),
      resets: field('At the beginning of which time what is carried falls.', ['year'], oneOf({ quarter: 'each quarter', half: 'each half year', year: 'each year' })),
      'on-leaving': field('What becomes of it when the person leaves. Without it: carry.', ['forgive'], oneOf({ carry: 'it stays', forgive: 'it falls, and so does a negative result after leaving' })),
      account: field('The name of its balance. Without it: negative.', ['returns'], { type: 'string' }),
    }, ['rule']))),
  },
  takes: ['forgive'],
  joins: joinedTranches,
  opens: { sign: -1, state: (amount, of) => ({ tranches: tranchesState([{ of: `before ${of}`, amount: amount.negated(), age: 0 }])!, in: '' }) },
  read: readNegative,
  pay,
  final: ({ rule }) => rule === 'floor-lose',
  formulas: () => [],
  branches: ({ rule }) => (rule === 'pay' ? [] : rule === 'floor-lose' ? [{ name: 'lost' }, { name: 'not negative' }] : [{ name: 'carried' }, { name: 'made up for' }]),
  describe({ rule, expires, resets, leaving }) {
    if (rule === 'pay') return 'A negative result is taken as it is.';
    if (rule === 'floor-lose') return 'A negative result pays nothing and is forgotten.';
    const ends = [...(expires === undefined ? [] : [`after ${expires} periods`]), ...(resets === undefined ? [] : [`at the beginning of each ${resets}`]), ...(leaving === 'forgive' ? ['when the person leaves'] : [])];
    return `A negative result pays nothing and is made up for by later pay${ends.length === 0 ? '' : `; what is left of it falls ${ends.join(', and ')}`}.`;
  },
  example: {
    title: 'A month of returns is made up for by the next',
    yaml: '- negative: floor-carry',
    work: '−50 pays nothing; 120 − 50',
    earned: ['-50', '120'],
    paid: ['0', '70'],
    balance: ['-50', '0'],
  },
};

function readNegative(node: Node, reader: Reader): Negative | undefined {
  if (node.kind === 'scalar') return { rule: node.text as Rule, expires: undefined, resets: undefined, leaving: 'carry' };
  if (node.kind !== 'map') return undefined;
  const text = (key: string): string | undefined => { const found = node.get(key); return found?.kind === 'scalar' ? found.text : undefined; };
  const rule = text('rule') as Rule;
  const idle = ['expires-after', 'resets', 'on-leaving'].find((key) => node.get(key) !== undefined);
  if (rule !== 'floor-carry' && idle !== undefined) {
    reader.problem('P425', `"${idle}" is about what is carried, and ${rule} carries nothing`, node.entry(idle)!.keyAt, { pointer: node.pointer, hint: `write rule: floor-carry, or remove ${idle}` });
    return undefined;
  }
  const after = node.get('expires-after');
  const expires = after === undefined ? undefined : readCount(after, 1, 'periods', reader);
  if (after !== undefined && expires === undefined) return undefined;
  return { rule, expires, resets: text('resets') as WindowName | undefined, leaving: text('on-leaving') === 'forgive' ? 'forgive' : 'carry' };
}

/** Its state: the tranches, and the window in which they were left. */
type Kept = { readonly tranches: State; readonly in: string };

function pay({ rule, expires, resets, leaving }: Negative, given: PaymentGiven): PaymentOutcome {
  const { due, words, period } = given;
  const falls = (given.leaves || given.gone) && leaving === 'forgive';
  // a version that carries nothing keeps what an earlier one carries as it is
  const kept = given.state as Kept | undefined;
  const keeps = kept === undefined ? {} : { state: kept };
  if (rule === 'pay') return { due, ...keeps, text: () => (due.sign() < 0 ? `the negative ${words.money(due)} is taken as it is` : 'the result is not negative') };
  if (rule === 'floor-lose') {
    const lost = greatest(ZERO, due.negated());
    return { due: due.plus(lost), cost: lost, ...keeps, took: () => [lost.isZero() ? 1 : 0], text: () => (lost.isZero() ? 'the result is not negative' : `nothing is paid; the negative ${words.money(due)} is forgotten`) };
  }
  const older = olderTranches(kept?.tranches, given);
  const window = resets === undefined ? '' : (period[resets] ?? '');
  const { left: standing, taken: old } = takeWhere(older, ({ of }) => resets !== undefined && (given.windowOf(of, resets) ?? kept?.in) !== window);
  const reset = sumOf(old);
  const byHand = entryAmounts(given, 'forgive', sumOf(standing));
  const rest = takeOldest(standing, byHand.sum).left;
  const madeUp = least(sumOf(rest), greatest(ZERO, due));
  const fresh = greatest(ZERO, due.negated());
  const all = withNew(takeOldest(rest, madeUp).left, period.id, fresh);
  const { left, taken } = takeWhere(all, ({ age }) => falls || (expires !== undefined && age >= expires));
  const fallen = sumOf(taken);
  const told = (): string[] => [
    ...(reset.isZero() ? [] : [`a new ${resets} begins, and the ${words.money(reset)} carried falls`]),
    ...byHand.texts,
    ...(fresh.isZero() ? [] : [`nothing is paid; the negative ${words.money(due)} is carried`]),
    ...(madeUp.isZero() ? [] : [`${words.money(madeUp)} of the ${words.money(sumOf(rest))} carried is made up for`]),
    ...(fallen.isZero() ? [] : [`${words.money(fallen)} falls: ${falls ? leavingPhrase(given) : `${expires} periods have passed`}`]),
  ];
  const tranches = tranchesState(left);
  return {
    due: due.plus(fresh).minus(madeUp),
    cost: total([reset, byHand.sum, fallen]),
    ...(tranches === undefined ? {} : { state: { tranches, in: window } }),
    took: () => [...(fresh.isZero() ? [] : [0]), ...(madeUp.isZero() ? [] : [1])],
    text: () => `${told().join('; ') || 'the result is not negative'}; ${left.length === 0 ? 'nothing is carried' : `${words.money(sumOf(left).negated())} is carried`}`,
  };
}
