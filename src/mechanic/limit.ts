/** What a floor and a cap share: an amount, the window over which it holds, and its scaling by days in the plan. */
import type { Node } from '../document/node.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import type { WindowName } from '../value/calendar.ts';
import { field, FORMULA, oneOf } from './field.ts';
import { factsIn, figureIn, readFigure, stated, type Figure } from './figure.ts';
import type { Given, Known, Reader, Words } from './mechanic.ts';

export interface Limit {
  readonly at: Figure;
  readonly over: 'period' | WindowName;
}

export const AT = field('The amount: money, a formula of type money, or a share of the target.', [50000, '300% of target'], FORMULA);
export const OVER = field(
  'The time over which it holds. Without it: each period (in a component that accumulates: the amount to date).',
  ['year'],
  oneOf({ period: 'each period by itself', quarter: 'all periods of a quarter together', half: 'all periods of a half year together', year: 'all periods of a year together' }),
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
  return { at, over: overNode?.kind === 'scalar' ? (overNode.text as Limit['over']) : 'period' };
}

/** The amount in force: `N% of target` over a window is of the target of that whole window; scaled by days in the plan where the plan says so. */
export function limitIn(limit: Limit, what: 'cap' | 'floor', given: Given): Known {
  const env = limit.over === 'period' ? given.env : (given.env.over?.(limit.over) ?? given.env);
  const at = figureIn(limit.at, env);
  if (at.none !== undefined) return { none: `the ${what} ${stated(limit.at)} is not known: ${at.none}` };
  return { value: at.value.times(limit.over === 'period' ? given.prorated(what) : given.prorated(what, limit.over)) };
}

/** The window of a limit over more than a period. */
export function windowOf(limit: Limit | undefined): WindowName | undefined {
  return limit === undefined || limit.over === 'period' ? undefined : limit.over;
}

/** ` (300% of target, where target is 80,000.00 USD)`: what the amount comes from, where the plan does not write it as a number. */
export function source(limit: Limit, what: 'cap' | 'floor', given: Given): string {
  const share = limit.over === 'period' ? given.prorated(what) : given.prorated(what, limit.over);
  const days = share.equals(ONE) ? '' : `${given.words.percent(share)} of it for the days in the plan`;
  if (limit.at.fixed !== undefined) return days === '' ? '' : ` (${days})`;
  const env = limit.over === 'period' ? given.env : (given.env.over?.(limit.over) ?? given.env);
  const written = stated(limit.at);
  const facts = limit.at.facts.some((fact) => fact.name === written) ? '' : `, where ${factsIn(limit.at, env, given.words)}`;
  return ` (${written}${facts}${days === '' ? '' : `; ${days}`})`;
}

/** Earned earlier in the window and not contained in the amount. */
export function earlier(limit: Limit, given: Given): Exact {
  return limit.over === 'period' ? ZERO : given.earnedBefore(limit.over);
}

/** `300% of target over the year`. */
export function limitPhrase(limit: Limit, words: Words): string {
  const amount = limit.at.fixed === undefined ? stated(limit.at) : words.money(limit.at.fixed.value);
  return limit.over === 'period' ? amount : `${amount} over the ${limit.over}`;
}
