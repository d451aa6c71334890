/** Payment cap: the most that is paid in a period; the excess is not lost but waits for periods with room (COM-32). */
import { greatest, least, ONE, ZERO } from '../value/exact.ts';
import type { WindowName } from '../value/calendar.ts';
import { COUNT, readCount } from './count-field.ts';
import { field, map, oneOf } from './field.ts';
import type { Node } from '../document/node.ts';
import type { Reader } from './mechanic.ts';
import { formulasOf, pacedField, pacedIn, pacedPhrase, pacedSource, pacesOf, readPaced, type Paced } from './paced.ts';
import type { PaymentGiven, PaymentMechanic, PaymentOutcome, State } from './payment.ts';
import { olderTranches, sumOf, takeOldest, takeWhere, tranchesState, withNew } from './tranche.ts';

interface PaymentCap {
  readonly at: Paced;
  readonly expires: number | undefined;
  readonly resets: WindowName | undefined;
  readonly atReset: 'lose' | 'pay';
  readonly leaving: 'pay' | 'forfeit' | 'continue';
}

export const paymentCap: PaymentMechanic<PaymentCap> = {
  key: 'payment-cap',
  kind: 'payment',
  step: 15,
  summary: 'the most that is paid in a period; the excess waits and is paid when there is room',
  about: `Pays the smaller of the cap and what is due together with what waits; the rest waits. It stays earned, and stands on the account as money that the company owes. Negative amounts are not touched by the cap, and money that waits makes up for them.
The cap is stated for a time (1_000 per month, 250 per week) or by month of service.
What waits is lost after "expires-after" periods, and taken off what is earned. "resets" is a quarter, half or year at whose beginning "at-reset" says what becomes of it: lose, or pay (at once, beside the cap); without "resets" it is kept.
When the person leaves, "on-leaving" says: pay (with the last pay, beside the cap), forfeit, or continue (without it): it is paid in later periods within the cap.
It pays out only what was earned: a yearly cap on earnings stands before it and counts what waits. A cap whose excess is lost is "cap".`,
  schema: {
    ...field('The most that is paid in a period; the excess waits.', [{ at: '1_000 per month', 'on-leaving': 'pay' }], map({
      at: pacedField('The most that is paid.', ['1_000 per month']),
      'expires-after': field('After how many periods what waits is lost.', [12], COUNT),
      resets: field('The time at whose beginning what waits is lost or paid.', ['year'], oneOf({ quarter: 'each quarter', half: 'each half year', year: 'each year' })),
      'at-reset': field('What becomes of it then.', ['pay'], oneOf({ lose: 'it is lost', pay: 'it is paid beside the cap' })),
      'on-leaving': field('What becomes of it when the person leaves. Without it: continue.', ['pay'], oneOf({ pay: 'it is paid with the last pay', forfeit: 'it is lost', continue: 'it is paid in later periods, within the cap' })),
      account: field('The name of its balance. Without it: payment-cap.', ['excess'], { type: 'string' }),
    }, ['at'])),
  },
  takes: [],
  read: readCap,
  pay,
  formulas: ({ at }) => formulasOf(at),
  paces: ({ at }) => pacesOf(at),
  branches: () => [{ name: 'cut' }, { name: 'paid of what waited' }, { name: 'not touched' }],
  describe({ at, expires, resets, atReset, leaving }, words) {
    const ends = [...(expires === undefined ? [] : [`is lost after ${expires} periods`]), ...(resets === undefined ? [] : [`${atReset === 'pay' ? 'is paid' : 'is lost'} at the beginning of each ${resets}`]), ...(leaving === 'continue' ? [] : [`${leaving === 'pay' ? 'is paid' : 'is lost'} when the person leaves`])];
    return `At most ${pacedPhrase(at, words)} is paid; the excess waits for periods with room${ends.length === 0 ? '' : `, and ${ends.join(', ')}`}.`;
  },
  example: {
    title: 'What exceeds a hundred is paid in the next month',
    yaml: '- payment-cap: { at: 100 per month }',
    work: '130 is cut to 100; 60 and the 30 that waited',
    earned: ['130', '60'],
    paid: ['100', '90'],
    balance: ['30', '0'],
  },
};

function readCap(node: Node, reader: Reader): PaymentCap | undefined {
  if (node.kind !== 'map') return undefined;
  const text = (key: string): string | undefined => { const found = node.get(key); return found?.kind === 'scalar' ? found.text : undefined; };
  const at = readPaced(node.get('at')!, reader);
  const after = node.get('expires-after');
  const expires = after === undefined ? undefined : readCount(after, 1, 'periods', reader);
  const [resets, atReset] = [text('resets'), text('at-reset')];
  if ((resets === undefined) !== (atReset === undefined)) {
    const written = resets === undefined ? 'at-reset' : 'resets';
    reader.problem('P425', resets === undefined ? 'at-reset needs resets: when it is' : 'the plan does not say what becomes of the excess when it resets', node.entry(written)!.keyAt, { pointer: node.pointer, hint: resets === undefined ? 'add resets: quarter, half or year' : 'add at-reset: lose, or at-reset: pay; without resets it is kept' });
    return undefined;
  }
  if (at === undefined || (after !== undefined && expires === undefined)) return undefined;
  return { at, expires, resets: resets as WindowName | undefined, atReset: atReset === 'pay' ? 'pay' : 'lose', leaving: (text('on-leaving') as PaymentCap['leaving'] | undefined) ?? 'continue' };
}

type Kept = { readonly tranches: State; readonly in: string };

function pay({ at, expires, resets, atReset, leaving }: PaymentCap, given: PaymentGiven): PaymentOutcome {
  const { due, words, period } = given;
  const most = pacedIn(at, 'payment cap', given, ONE);
  const kept = given.state as Kept | undefined;
  const older = olderTranches(kept?.tranches, given);
  const window = resets === undefined ? '' : (period[resets] ?? '');
  const { left: standing, taken: old } = takeWhere(older, ({ of }) => resets !== undefined && (given.windowOf(of, resets) ?? kept?.in) !== window);
  const reset = old.length > 0;
  const paidOut = atReset === 'pay' ? sumOf(old) : ZERO;
  const waits = sumOf(standing);
  const within = least(most, due.plus(waits));
  const fromWait = greatest(ZERO, least(waits, within.minus(least(due, most))));
  const fresh = greatest(ZERO, due.minus(most));
  // the last pay is of this period, so what would be lost at its end is still paid
  const paysAll = given.leaves && leaving === 'pay';
  const { left: all, taken: expired } = takeWhere(withNew(takeOldest(standing, fromWait).left, period.id, fresh), ({ age }) => !paysAll && expires !== undefined && age >= expires);
  const lost = sumOf(expired).plus(atReset === 'lose' ? sumOf(old) : ZERO);
  const ends = given.leaves && leaving !== 'continue';
  const open = sumOf(all);
  const left = ends ? [] : all;
  const onLeaving = paysAll ? open : ZERO;
  const forfeited = lost.plus(ends && leaving === 'forfeit' ? open : ZERO);
  const told = (): string[] => [
    ...(fresh.isZero() ? [] : [`${words.money(due)} is cut to ${words.money(most)}${pacedSource(at, given)}; ${words.money(fresh)} waits`]),
    ...(fromWait.isZero() ? [] : [`${words.money(fromWait)} of the ${words.money(waits)} that waited is paid`]),
    ...(paidOut.isZero() ? [] : [`a new ${resets} begins, and the ${words.money(paidOut)} that waited is paid`]),
    ...(lost.isZero() ? [] : [`${words.money(lost)} that waited is lost: ${reset ? `a new ${resets} begins` : `${expires} periods have passed`}`]),
    ...(ends && !open.isZero() ? [`the person leaves, and the ${words.money(open)} that waits is ${leaving === 'pay' ? 'paid' : 'lost'}`] : []),
  ];
  const tranches = tranchesState(left);
  return {
    due: due.minus(fresh).plus(fromWait).plus(paidOut).plus(onLeaving),
    cost: forfeited.negated(),
    ...(tranches === undefined ? {} : { state: { tranches, in: window } }),
    took: () => [fresh.sign() > 0 ? 0 : fromWait.sign() > 0 ? 1 : 2],
    text: () => `${told().join('; ') || `${words.money(due)} is within ${words.money(most)}`}; ${words.money(sumOf(left))} waits`,
  };
}
