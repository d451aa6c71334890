/** What a floor and a cap share: an amount, the window over which it holds, and its scaling by days in the plan. */
import type { Node } from '../document/node.ts';
import type { WindowName } from '../value/calendar.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import { field, FORMULA, oneOf } from './field.ts';
import { factsIn, figureIn, readFigure, stated, type Figure } from './figure.ts';
import type { Given, Known, Reader, Time, Words } from './mechanic.ts';

export interface Limit {
  readonly at: Figure;
  /** Undefined where the plan does not say: the amount is compared as it is, to date in a component that accumulates. */
  readonly over: Time | undefined;
}

export const AT = field('The amount: money, a formula of type money, or a share of the target.', [50000, '300% of target'], FORMULA);
export const OVER = field(
  'The time over which it holds. Without it: each period (in a component that accumulates: the amount to date).',
  ['year'],
  oneOf({ period: 'each period by itself, also in a component that accumulates', month: 'all periods of a month together, where they are shorter', quarter: 'all periods of a quarter together', half: 'all periods of a half year together', year: 'all periods of a year together' }),
);

/** Reads an amount, or a map with `at` and `over`. */
export function readLimit(node: Node, what: 'cap' | 'floor', reader: Reader): Limit | undefined {
  const atNode = node.kind === 'map' ? node.get('at') : node;
  const overNode = node.kind === 'map' ? node.get('over') : undefined;
  if (atNode === undefined) return undefined;
  const text = atNode.kind === 'scalar' ? atNode.text : '';
  if (/^\s*[0-9][0-9._]*%\s*$/.test(text)) {
    reader.problem('P371', `a ${what} is an amount of money, and ${text} does not say of what`, atNode, { found: text, note: `did you mean ${text.trim()} of target?`, hint: `write "${text.trim()} of target", or an amount` });
    return undefined;
  }
  const at = readFigure(atNode, ['money'], reader);
  if (at === undefined) return undefined;
  if (at.fixed !== undefined && at.fixed.value.sign() <= 0) {
    reader.problem('P370', `a ${what} lies above zero`, atNode, { found: text, hint: what === 'cap' ? 'write a positive amount, or "cap: none" to say that there is none' : 'leave the floor out, or write a positive amount' });
    return undefined;
  }
  return { at, over: overNode?.kind === 'scalar' ? (overNode.text as Time) : undefined };
}

/**
 * The amount in force. A limit that reads the target is scaled by days through its target, once, whichever of the two the
 * plan prorates; any other is scaled itself.
 */
export function limitIn(limit: Limit, what: 'cap' | 'floor', given: Given): Known {
  const at = figureIn(limit.at, given.limitEnv(what, limit.over));
  if (at.value !== undefined && at.value.sign() < 0) given.refuse(`the ${what} ${stated(limit.at)} is ${given.words.money(at.value)}, and a ${what} is zero or more`, 'correct the value it comes from');
  if (at.none !== undefined && given.on === '') given.refuse(`the ${what} ${stated(limit.at)} is not known: ${at.none}`, 'a limit on the whole payout needs a value for everybody: fill in what it reads, or say in the plan what a blank means, with coalesce');
  if (at.none !== undefined) return { none: `the ${what} ${stated(limit.at)} is not known: ${at.none}` };
  return readsTarget(limit) ? at : { value: at.value.times(given.prorated(what, limit.over)) };
}

function readsTarget({ at }: Limit): boolean {
  return at.facts.some(({ kind, ref }) => kind === 'own' && ref.name === 'target');
}

/** The window of a limit over more than a period. */
export function windowOf(limit: Limit | undefined): WindowName | undefined {
  return limit === undefined || limit.over === 'period' ? undefined : limit.over;
}

/** ` (300% of target, where target is 80,000.00 USD)`: what the amount comes from, where the plan does not write it as a number. */
export function source(limit: Limit, what: 'cap' | 'floor', given: Given): string {
  const share = readsTarget(limit) ? ONE : given.prorated(what, limit.over);
  const days = share.equals(ONE) ? '' : `${given.words.percent(share)} of it for the days in the plan`;
  if (limit.at.fixed !== undefined) return days === '' ? '' : ` (${days})`;
  const written = stated(limit.at);
  const facts = limit.at.facts.some((fact) => fact.name === written) ? '' : `, where ${factsIn(limit.at, given.limitEnv(what, limit.over), given.words)}`;
  return ` (${written}${facts}${days === '' ? '' : `; ${days}`})`;
}

/** What a limit is held against. */
export interface Held {
  /** What the period adds (over a window), or the amount as it is. */
  readonly own: Exact;
  /** Earned before in the limit's time. */
  readonly before: Exact;
  /** The amount of the chain when the part `own` is changed to this. */
  with(own: Exact): Exact;
}

/** Over a window what counts is all that is earned in it: what the true-up deducts is taken off, what was earned before is added. */
export function heldAgainst({ over }: Limit, given: Given): Held {
  const taken = over === undefined ? ZERO : given.taken;
  return { own: given.amount.minus(taken), before: over === undefined ? ZERO : given.earnedBefore(over), with: (own) => own.plus(taken) };
}

/** `300% of target over the year`. */
export function limitPhrase(limit: Limit, words: Words): string {
  const amount = limit.at.fixed === undefined ? stated(limit.at) : words.money(limit.at.fixed.value);
  return windowOf(limit) !== undefined ? `${amount} over the ${limit.over}` : amount;
}
