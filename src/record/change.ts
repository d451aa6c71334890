/**
 * What has happened to the credits of closed periods since they were closed, deal by deal: late, cancelled, changed, moved to
 * somebody else, converted at another rate. Rule: TIM-05, TIM-06, CRD-19.
 */
import type { Exact } from '../value/exact.ts';
import { dayText } from '../value/day.ts';
import { exactText, shortText } from '../value/display.ts';
import { textOrder } from '../value/text-order.ts';
import { ELSEWHERE, transactionKey, type Logged } from './credit-log.ts';

/** In the order in which a line with several names them. */
export const REASONS = {
  'late-deal': 'a deal that was not known when the period was closed',
  cancellation: 'a cancellation, return or credit note that was not known then',
  'changed-deal': 'a deal that was known then and reads otherwise now',
  'changed-rate': 'another rate of exchange',
  'changed-quota': 'another quota',
  'changed-person': 'something about a person, their role or who leads them',
  'changed-plan': 'another plan, or another component in it',
  other: 'none of these: what others sold, or another release of paycurve',
} as const;

export type Reason = keyof typeof REASONS;

/** One credit that is not what it was. */
export interface Change {
  readonly payee: string;
  readonly plan: string;
  readonly period: string;
  readonly measure: string;
  readonly reason: Reason;
  readonly text: string;
}

/** Credits and excluded rows of closed periods: as recorded, or as they are today. */
export interface Known {
  readonly credits: ReadonlyMap<string, Logged>;
  /** By transaction: why nobody was credited. */
  readonly excluded: ReadonlyMap<string, string>;
}

export function changesOf(then: Known, now: Known, byHierarchy: (plan: string, rule: string) => boolean): Change[] {
  const owners = { then: ownersOf(then.credits), now: ownersOf(now.credits) };
  const changes: Change[] = [];
  const tell = (one: Logged, [reason, text]: readonly [Reason, string]): void => {
    const { payee, plan, period, measure } = one;
    changes.push({ payee, plan, period, measure, reason, text: `${one.transaction} (${dayText(one.date)}) ${text}` });
  };
  for (const [key, before] of then.credits) {
    const after = now.credits.get(key);
    if (after === undefined) tell(before, gone(before, owners.now.get(transactionKey(before)), now.excluded.get(transactionKey(before)), byHierarchy));
    else if (!same(before.value, after.value) || !before.share.equals(after.share)) tell(before, altered(before, after));
  }
  for (const [key, after] of now.credits)
    if (!then.credits.has(key)) tell(after, added(after, owners.then.get(transactionKey(after)), then.excluded.get(transactionKey(after)), byHierarchy));
  return changes.sort((a, b) => textOrder(a.text, b.text));
}

/** Credits of now that are not as they were known, and those that are no more: what the next record has to know. */
export function restatementsOf(then: ReadonlyMap<string, Logged>, now: ReadonlyMap<string, Logged>): (Logged & { readonly state: string })[] {
  const changed = [...now].filter(([key, after]) => {
    const before = then.get(key);
    return before === undefined || !same(before.value, after.value) || !before.share.equals(after.share);
  });
  return [...changed.map(([, after]) => ({ ...after, state: 'now' })), ...[...then].filter(([key]) => !now.has(key)).map(([, before]) => ({ ...before, state: 'gone' }))];
}

/** Credits by transaction. */
function ownersOf(credits: ReadonlyMap<string, Logged>): Map<string, Logged[]> {
  const owners = new Map<string, Logged[]>();
  for (const one of credits.values()) {
    const key = transactionKey(one);
    const known = owners.get(key);
    if (known === undefined) owners.set(key, [one]);
    else known.push(one);
  }
  return owners;
}

function same(a: Exact | undefined, b: Exact | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}

function altered(before: Logged, after: Logged): [Reason, string] {
  if (!before.share.equals(after.share)) return ['changed-deal', `share ${amount(before.share)} → ${amount(after.share)}`];
  if (before.exchangeRate !== undefined && after.exchangeRate !== undefined && same(before.original, after.original) && !before.exchangeRate.equals(after.exchangeRate))
    return ['changed-rate', `at ${amount(before.exchangeRate)} → ${amount(after.exchangeRate)}`];
  return ['changed-deal', `${amount(before.value)} → ${amount(after.value)}`];
}

/** A credit that is there no longer. `others`: who has the transaction today. */
function gone(before: Logged, others: readonly Logged[] | undefined, excluded: string | undefined, byHierarchy: (plan: string, rule: string) => boolean): [Reason, string] {
  const what = `${amount(before.value)} is credited no longer`;
  const moved = elsewhere(before, others);
  if (moved !== undefined) return ['changed-deal', `${amount(before.value)}: ${moved}`];
  if (others !== undefined) return [byHierarchy(before.plan, before.rule) || !others.some((one) => one.rule === before.rule) ? 'changed-person' : 'changed-deal', `${what}${named(others, before, ', but to ')}`];
  if (excluded !== undefined) return [excluded === 'filtered' ? 'changed-deal' : excluded === 'no-plan' ? 'changed-person' : 'changed-plan', `${what}: excluded as ${excluded}`];
  return ['changed-deal', `${amount(before.value)} is in the data no longer`];
}

/** A credit that is new. `others`: who had the transaction then. */
function added(after: Logged, others: readonly Logged[] | undefined, excluded: string | undefined, byHierarchy: (plan: string, rule: string) => boolean): [Reason, string] {
  const what = `${amount(after.value)}`;
  const moved = elsewhere(after, others);
  if (moved !== undefined) return ['changed-deal', `${what}: it was of ${others!.find((one) => one.payee === after.payee)!.period}`];
  if (others !== undefined) return [byHierarchy(after.plan, after.rule) || !others.some((one) => one.rule === after.rule) ? 'changed-person' : 'changed-deal', `${what} is credited now${named(others, after, ', then to ')}`];
  if (excluded === ELSEWHERE) return ['changed-person', `${what} was known then, and counted elsewhere`];
  if (excluded !== undefined) return [excluded === 'filtered' ? 'changed-deal' : excluded === 'no-plan' ? 'changed-person' : 'changed-plan', `${what} was excluded as ${excluded}`];
  return after.value !== undefined && after.value.sign() < 0 ? ['cancellation', what] : ['late-deal', what];
}

/** The same credit in another period: the date of the deal was changed. */
function elsewhere(one: Logged, others: readonly Logged[] | undefined): string | undefined {
  const other = others?.find(({ payee, plan, rule, measure, period }) => payee === one.payee && plan === one.plan && rule === one.rule && measure === one.measure && period !== one.period);
  return other === undefined ? undefined : `it is of ${other.period} now`;
}

function named(others: readonly Logged[], one: Logged, words: string): string {
  const payees = [...new Set(others.filter((other) => other.rule === one.rule && other.payee !== one.payee).map((other) => other.payee))].sort(textOrder);
  return payees.length === 0 ? '' : `${words}${payees.join(', ')}`;
}

function amount(value: Exact | undefined): string {
  if (value === undefined) return 'one';
  const text = exactText(value);
  // nobody reads a fraction of large numbers
  return text.includes('/') && text.length > 12 ? shortText(value) : text;
}
