/** What becomes of a balance that the payee owes when its rule ends or the person leaves: forgiven, collected or carried (TIM-12). */
import type { Node } from '../document/node.ts';
import { greatest, least, ZERO, type Exact } from '../value/exact.ts';
import { field, FORMULA, map, oneOf, scalarOrMap } from './field.ts';
import { figureIn, readFigure, stated, type Figure } from './figure.ts';
import type { PeriodFormula, Reader, Words } from './mechanic.ts';
import type { PaymentGiven } from './payment.ts';

export type BalanceEnd =
  | { readonly kind: 'forgive' }
  | { readonly kind: 'carry' }
  | { readonly kind: 'collect'; readonly downTo: Figure | undefined; readonly rest: 'forgive' | 'carry' };

const WORDS = { forgive: 'it falls, and is shown as a cost', collect: 'it is taken from the pay of that period, as far as that goes; the rest stays owed', carry: 'it stays owed' };

export function endField(when: string, without = 'carry'): ReturnType<typeof field> {
  return field(
    `What becomes of what is still owed ${when}. Without it: ${without}.`,
    ['forgive', { 'collect-down-to': 300, rest: 'forgive' }],
    scalarOrMap(
      oneOf(WORDS),
      map({
        'collect-down-to': field('It is taken from the pay of that period, of which this amount stays.', [300], FORMULA),
        rest: field('What becomes of the rest. Without it: carry.', ['forgive'], oneOf({ forgive: WORDS.forgive, carry: WORDS.carry })),
      }, ['collect-down-to']),
    ),
  );
}

export function readEnd(node: Node | undefined, reader: Reader): BalanceEnd | undefined {
  if (node === undefined) return { kind: 'carry' };
  if (node.kind === 'scalar') return node.text === 'collect' ? { kind: 'collect', downTo: undefined, rest: 'carry' } : node.text === 'forgive' ? { kind: 'forgive' } : { kind: 'carry' };
  if (node.kind === 'list') return undefined;
  const downTo = readFigure(node.get('collect-down-to')!, ['money'], reader);
  const rest = node.get('rest');
  return downTo === undefined ? undefined : { kind: 'collect', downTo, rest: rest?.kind === 'scalar' && rest.text === 'forgive' ? 'forgive' : 'carry' };
}

export interface Ended {
  /** Taken from what is due. */
  readonly collected: Exact;
  /** Paid for by the company. */
  readonly forgiven: Exact;
}

/** What of `owed` is collected from `due` and what is forgiven. */
export function endedOf(end: BalanceEnd, owed: Exact, due: Exact, given: PaymentGiven): Ended {
  if (end.kind === 'carry' || owed.sign() <= 0) return { collected: ZERO, forgiven: ZERO };
  if (end.kind === 'forgive') return { collected: ZERO, forgiven: owed };
  const collected = least(owed, greatest(ZERO, due.minus(keptOf(end, given))));
  return { collected, forgiven: end.rest === 'forgive' ? owed.minus(collected) : ZERO };
}

/** What the last pay keeps when a balance is collected from it: zero where nothing is said. */
export function keptOf(end: BalanceEnd, given: PaymentGiven): Exact {
  if (end.kind !== 'collect' || end.downTo === undefined) return ZERO;
  const floor = figureIn(end.downTo, given.env);
  if (floor.value === undefined) given.refuse(`the amount to which a balance is collected is not known: ${floor.none}`, 'fill in what it reads');
  return given.rounded(floor.value ?? ZERO);
}

export function endFormulas(end: BalanceEnd): readonly PeriodFormula[] {
  return end.kind === 'collect' && end.downTo !== undefined ? [end.downTo.formula] : [];
}

/** Continues a sentence about what is owed at the end. */
export function endPhrase(end: BalanceEnd, words: Words): string {
  if (end.kind === 'carry') return 'stays owed';
  if (end.kind === 'forgive') return 'is forgiven';
  const floor = end.downTo === undefined ? '' : `, down to ${end.downTo.fixed === undefined ? stated(end.downTo) : words.money(end.downTo.fixed.value)}`;
  return `is collected from that pay${floor}, and the rest ${end.rest === 'forgive' ? 'is forgiven' : 'stays owed'}`;
}
