/** Payment cap: the most that is paid in a period, or to date in a longer time; the excess is not lost but waits for room (COM-32). */
import { exactText } from '../value/display.ts';
import { greatest, least, ONE, ZERO } from '../value/exact.ts';
import type { WindowName } from '../value/calendar.ts';
import { COUNT, readCount } from './count-field.ts';
import { field, map, oneOf } from './field.ts';
import type { Node } from '../document/node.ts';
import type { Reader } from './mechanic.ts';
import { formulasOf, pacedField, pacedIn, pacedPhrase, pacedSource, pacesOf, readPaced, type Paced } from './paced.ts';
import { leavingPhrase, type PaymentGiven, type PaymentMechanic, type PaymentOutcome, type State } from './payment.ts';
import { exactOf, joinedTranches, olderTranches, sumOf, takeOldest, takeWhere, tranchesState, withNew } from './tranche.ts';

interface PaymentCap {
  readonly at: Paced;
  /** The time over which it counts to date; undefined: each period by itself. */
  readonly over: WindowName | undefined;
  /** What becomes of the excess in the last period of that time. */
  readonly atEnd: 'pay' | 'lose' | 'carry';
  readonly expires: number | undefined;
  readonly resets: WindowName | undefined;
  readonly atReset: 'lose' | 'pay';
  readonly leaving: 'pay' | 'forfeit' | 'continue';
}

export const paymentCap: PaymentMechanic<PaymentCap> = {
  key: 'payment-cap',
  kind: 'payment',
  step: 15,
  summary: 'the most that is paid in a period, or to date in a year; the excess waits and is paid when there is room',
  about: `Pays the smaller of the cap and what is due together with what waits; the rest waits. It stays earned, and stands on the account as money that the company owes. Negative amounts are not touched by the cap, and money that waits makes up for them.
The cap is stated for a time (1_000 per month, 250 per week) or by month of service.
With "over", a quarter, half or year, the cap counts to date: in no period of it has more been paid, since its first, than the caps of these periods come to; what a period leaves unused is room for the later ones. So "at: 20_000 per quarter" with "over: year" pays at most 40,000 by the middle of the year. The amount of each period is the one that holds in it, and a new quarter, half or year begins with no room left over. "at-end" says what becomes of the excess in the last period of that time: pay (then and there, beside the cap: a true-up at the end of the year), lose, or carry (without it) into the next. Of periods after the person has left each has room for itself alone.
What waits is lost after "expires-after" periods, and taken off what is earned. "resets" is a quarter, half or year at whose beginning "at-reset" says what becomes of it: lose, or pay (at once, beside the cap); without "resets" it is kept.
When the person leaves, "on-leaving" says: pay (with the last pay, beside the cap), forfeit, or continue (without it): it is paid in later periods within the cap. What is earned after leaving goes the same way: with pay it is paid at once and whole, also at the end of the time of "over", with forfeit what exceeds the cap is lost.
It pays out only what was earned: a yearly cap on earnings stands before it and counts what waits. A cap whose excess is lost is "cap".`,
  schema: {
    ...field('The most that is paid in a period; the excess waits.', [{ at: '1_000 per month', 'on-leaving': 'pay' }, { at: '20_000 per quarter', over: 'year', 'at-end': 'pay' }], map({
      at: pacedField('The most that is paid.', ['1_000 per month', '100% of target per period']),
      over: field('The time in which the cap counts to date. Without it: each period by itself.', ['year'], oneOf({ quarter: 'to date in the quarter', half: 'to date in the half year', year: 'to date in the year' })),
      'at-end': field('With over: what becomes of the excess in the last period of that time. Without it: carry.', ['pay'], oneOf({ pay: 'it is paid then, beside the cap', lose: 'it is lost', carry: 'it waits on, for room in the next' })),
      'expires-after': field('After how many periods what waits is lost.', [12], COUNT),
      resets: field('The time at whose beginning what waits is lost or paid.', ['year'], oneOf({ quarter: 'each quarter', half: 'each half year', year: 'each year' })),
      'at-reset': field('What becomes of it then.', ['pay'], oneOf({ lose: 'it is lost', pay: 'it is paid beside the cap' })),
      'on-leaving': field('What becomes of it when the person leaves. Without it: continue.', ['pay'], oneOf({ pay: 'it is paid with the last pay, and later pay is not capped', forfeit: 'it is lost, later as well', continue: 'it is paid in later periods, within the cap' })),
      account: field('The name of its balance. Without it: payment-cap.', ['excess'], { type: 'string' }),
    }, ['at'])),
  },
  takes: [],
  joins: joinedTranches,
  read: readCap,
  pay,
  formulas: ({ at }) => formulasOf(at),
  paces: ({ at }) => pacesOf(at),
  branches: () => [{ name: 'cut' }, { name: 'paid of what waited' }, { name: 'not touched' }],
  describe({ at, over, atEnd, expires, resets, atReset, leaving }, words) {
    const ends = [...(over === undefined || atEnd === 'carry' ? [] : [`${atEnd === 'pay' ? 'is paid' : 'is lost'} at the end of each ${over}`]), ...(expires === undefined ? [] : [`is lost after ${expires} periods`]), ...(resets === undefined ? [] : [`${atReset === 'pay' ? 'is paid' : 'is lost'} at the beginning of each ${resets}`]), ...(leaving === 'continue' ? [] : [`${leaving === 'pay' ? 'is paid' : 'is lost'} when the person leaves`])];
    return `At most ${pacedPhrase(at, words)} is paid${over === undefined ? '' : `, counted to date in each ${over}`}; the excess waits for periods with room${ends.length === 0 ? '' : `, and ${ends.join(', ')}`}.`;
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
  const [over, atEnd, resets, atReset] = [text('over'), text('at-end'), text('resets'), text('at-reset')];
  const idle = over === undefined ? (atEnd === undefined ? undefined : 'at-end') : resets === undefined ? undefined : 'resets';
  if (idle !== undefined) {
    reader.problem('P425', idle === 'at-end' ? 'at-end needs over: the time that ends' : `a cap to date over the ${over!} ends with it, and resets says it again`, node.entry(idle)!.keyAt, { pointer: node.pointer, hint: idle === 'at-end' ? 'add over: quarter, half or year' : 'write at-end: pay, lose or carry, in place of resets and at-reset' });
    return undefined;
  }
  if ((resets === undefined) !== (atReset === undefined)) {
    const written = resets === undefined ? 'at-reset' : 'resets';
    reader.problem('P425', resets === undefined ? 'at-reset needs resets: when it is' : 'the plan does not say what becomes of the excess when it resets', node.entry(written)!.keyAt, { pointer: node.pointer, hint: resets === undefined ? 'add resets: quarter, half or year' : 'add at-reset: lose, or at-reset: pay; without resets it is kept' });
    return undefined;
  }
  if (at === undefined || (after !== undefined && expires === undefined)) return undefined;
  return { at, over: over as WindowName | undefined, atEnd: (atEnd as PaymentCap['atEnd'] | undefined) ?? 'carry', expires, resets: resets as WindowName | undefined, atReset: atReset === 'pay' ? 'pay' : 'lose', leaving: (text('on-leaving') as PaymentCap['leaving'] | undefined) ?? 'continue' };
}

/** `room`: what the periods of the window so far have left unused, where the cap counts to date. */
type Kept = { readonly tranches?: State; readonly in: string; readonly room?: { readonly in: string; readonly left: string } };

function pay({ at, over, atEnd, expires, resets, atReset, leaving }: PaymentCap, given: PaymentGiven): PaymentOutcome {
  const { due, words, period } = given;
  const own = pacedIn(at, 'payment cap', given, ONE);
  const kept = given.state as Kept | undefined;
  const room = over === undefined || kept?.room === undefined || kept.room.in !== period[over] ? ZERO : exactOf(kept.room.left);
  const most = room.plus(own);
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
  const away = given.leaves || given.gone;
  const paysAll = away && leaving === 'pay';
  const still = withNew(takeOldest(standing, fromWait).left, period.id, fresh);
  const endsNow = !paysAll && over !== undefined && atEnd !== 'carry' && given.endsWindow(over) ? sumOf(still) : ZERO;
  const { left: all, taken: expired } = takeWhere(endsNow.isZero() ? still : [], ({ age }) => !paysAll && expires !== undefined && age >= expires);
  const lost = sumOf(expired).plus(atReset === 'lose' ? sumOf(old) : ZERO);
  const ends = away && leaving !== 'continue';
  const open = sumOf(all);
  const left = ends ? [] : all;
  const onLeaving = paysAll ? open : ZERO;
  const trueUp = atEnd === 'pay' ? endsNow : ZERO;
  const forfeited = lost.plus(endsNow.minus(trueUp)).plus(ends && leaving === 'forfeit' ? open : ZERO);
  const told = (): string[] => [
    ...(fresh.isZero() ? [] : [`${words.money(due)} is cut to ${words.money(most)}${over === undefined || room.isZero() ? pacedSource(at, given) : `: ${words.money(own)}${pacedSource(at, given)} and ${words.money(room)} left of the ${over} to date`}; ${words.money(fresh)} waits`]),
    ...(fromWait.isZero() ? [] : [`${words.money(fromWait)} of the ${words.money(waits)} that waited is paid`]),
    ...(paidOut.isZero() ? [] : [`a new ${resets} begins, and the ${words.money(paidOut)} that waited is paid`]),
    ...(endsNow.isZero() ? [] : [`the ${over} ends, and the ${words.money(endsNow)} that waits is ${atEnd === 'pay' ? 'paid' : 'lost'}`]),
    ...(lost.isZero() ? [] : [`${words.money(lost)} that waited is lost: ${reset ? `a new ${resets} begins` : `${expires} periods have passed`}`]),
    ...(ends && !open.isZero() ? [`${leavingPhrase(given)}, and the ${words.money(open)} that waits is ${leaving === 'pay' ? 'paid' : 'lost'}`] : []),
  ];
  const tranches = tranchesState(left);
  // what a period outside the plan does not use is no room for later ones
  const unused = given.inPlan ? most.minus(within) : least(room, most.minus(within));
  const roomLeft = over === undefined || unused.isZero() || given.endsWindow(over) ? undefined : { in: period[over] ?? '', left: exactText(unused) };
  return {
    due: due.minus(fresh).plus(fromWait).plus(paidOut).plus(trueUp).plus(onLeaving),
    cost: forfeited.negated(),
    ...(tranches === undefined && roomLeft === undefined ? {} : { state: { ...(tranches === undefined ? {} : { tranches }), in: window, ...(roomLeft === undefined ? {} : { room: roomLeft }) } }),
    took: () => [fresh.sign() > 0 ? 0 : fromWait.sign() > 0 ? 1 : 2],
    text: () => `${told().join('; ') || `${words.money(due)} is within ${words.money(most)}`}; ${words.money(sumOf(left))} waits`,
  };
}
