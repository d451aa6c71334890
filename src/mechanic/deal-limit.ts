/**
 * What a minimum and a cap for one deal share: an amount for the whole deal, of which a person with a share of the credit
 * has the same share, and what a return takes back (COM-34, COM-28). A deal that was paid more or less than its rate gives
 * that back in proportion to what is returned, or a return would leave money with nobody having sold anything.
 */
import type { Node } from '../document/node.ts';
import { least, ONE, ZERO, type Exact } from '../value/exact.ts';
import { inOrder } from './deal-order.ts';
import { field, FORMULA, map } from './field.ts';
import { factsIn, figureIn, readFigure, stated, type Figure } from './figure.ts';
import type { Deal, DealPay, Given, Mechanic, Reader, Words } from './mechanic.ts';
import { unpriced } from './outcome.ts';

export interface DealLimit {
  readonly at: Figure;
  /** The column that names on a return what it takes back; undefined: data do not say. */
  readonly originals: string | undefined;
}

export const dealLimitSchema = (what: string, example: number) =>
  map(
    {
      at: field(`${what} A person with a share of the deal has the same share of it.`, [example, '1% of target'], FORMULA),
      originals: field('The text column that names, on a return, the id of the transaction it takes back; "none" where the data do not say.', ['original_id', 'none'], { type: 'string' }),
    },
    ['at', 'originals'],
  );

export function readDealLimit(node: Node, key: string, reader: Reader): DealLimit | undefined {
  if (node.kind !== 'map') return undefined;
  const [atNode, originals] = [node.get('at'), node.get('originals')];
  if (atNode === undefined || originals?.kind !== 'scalar') return undefined;
  const at = readFigure(atNode, ['money'], reader);
  const column = originals.text === 'none' && !originals.quoted ? { name: undefined, kind: 'text' } : reader.column(originals);
  if (at === undefined || column === undefined) return undefined;
  if (at.fixed !== undefined && at.fixed.value.sign() <= 0) {
    reader.problem('P372', `a ${key} lies above zero`, atNode, { hint: 'leave it out, or write a positive amount' });
    return undefined;
  }
  if (!['text', 'one-of'].includes(column.kind)) {
    reader.problem('P373', `${column.name} names transactions, and it is declared as ${column.kind}, not text`, originals, { found: column.kind, expected: 'text', hint: 'declare the column as text; blank where a row is no return' });
    return undefined;
  }
  return { at, originals: column.name };
}

/** How a limit acts on one deal: the amount it changes pay to, or undefined where it lets it be. */
type Change = (pay: Exact, limit: Exact) => Exact | undefined;

interface Changed {
  readonly pay: Exact;
  readonly value: Exact;
  /** What has not been returned yet. */
  left: Exact;
}

/** What both do with the deals, each with its own change. */
export function eachDealLimited(key: string, change: Change): NonNullable<Mechanic<DealLimit>['eachDeal']> {
  return {
    columns: ({ originals }) => (originals === undefined ? [] : [originals]),
    pay: (config, given, deals, pays) => limitDeals(config, key, given, deals, pays, change),
  };
}

/** Each deal that qualifies is changed by itself; then what returns of changed deals take back follows. */
function limitDeals(config: DealLimit, key: string, given: Given, deals: readonly Deal[], pays: readonly DealPay[], change: Change): readonly DealPay[] {
  const changed = new Map<string, Changed>();
  let at = 0;
  const once = inOrder(deals, given.from, (deal, size) => {
    const pay = pays[at++]!;
    if (size.sign() <= 0 || deal.value.sign() <= 0) return pay;
    const whole = figureIn(config.at, deal.env);
    if (whole.none !== undefined) return unpriced(`the ${key} ${stated(config.at)} is not known: ${whole.none}`);
    if (whole.value.sign() < 0) given.refuse(`the ${key} ${stated(config.at)} is ${given.words.money(whole.value)}, and it is zero or more`, 'correct the value it comes from');
    const amount = change(pay.amount, whole.value.times(deal.share));
    if (amount === undefined) return pay;
    changed.set(deal.id, { pay: amount, value: deal.value, left: deal.value });
    return { amount, text: () => `${pay.text()}; the ${key} of ${limitWords(config, whole.value, deal, given.words)} makes it ${given.words.money(amount)}` };
  });
  const { originals } = config;
  return originals === undefined || changed.size === 0 ? once : once.map((pay, index) => takenBack(deals[index]!, pay, key, originals, changed, given.words));
}

/** A return of a changed deal takes back its share of what was paid, and no more than all of it. */
function takenBack(deal: Deal, pay: DealPay, key: string, originals: string, changed: ReadonlyMap<string, Changed>, words: Words): DealPay {
  const id = deal.value.sign() < 0 ? deal.column(originals) : null;
  const original = typeof id === 'string' ? changed.get(id) : undefined;
  if (original === undefined) return pay;
  const back = least(deal.value.negated(), original.left);
  original.left = original.left.minus(back);
  const share = back.over(original.value);
  const amount = ZERO.minus(original.pay.times(share)).reduced();
  return { amount, text: () => `takes back ${words.percent(share)} of ${words.money(original.pay)}, which ${id} was paid with the ${key}: ${words.money(amount)}` };
}

function limitWords({ at }: DealLimit, whole: Exact, { share, env }: Deal, words: Words): string {
  const from = at.fixed === undefined ? ` (${stated(at)}${at.facts.length === 0 ? '' : `, where ${factsIn(at, env, words)}`})` : '';
  return share.equals(ONE) ? `${words.money(whole)}${from}` : `${words.percent(share)} of ${words.money(whole)}${from}`;
}

export function limitPhrase({ at }: DealLimit, words: Words): string {
  return at.fixed === undefined ? stated(at) : words.money(at.fixed.value);
}

export function returnsPhrase({ originals }: DealLimit): string {
  return originals === undefined ? 'A return pays at the rate alone, because the data do not say what it takes back.' : `A return takes back what the transaction named in ${originals} was paid, in proportion.`;
}
