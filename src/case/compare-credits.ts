/** Credits against those expected: of each payee and measure that a case names, all of them. */
import { ZERO, type Exact } from '../value/exact.ts';
import type { Difference } from './compare.ts';
import { figureText } from './figure.ts';
import type { FoundCredit } from './run.ts';
import type { ExpectedCredit } from './suite.ts';

/** One credit in one measure. */
interface Entry {
  readonly payee: string;
  readonly measure: string;
  readonly transaction: string;
  readonly rule: string;
  readonly period: string;
  readonly share: Exact;
  readonly value: Exact | undefined;
  readonly valueText: string;
}

export function creditDifferences(expected: readonly ExpectedCredit[], found: readonly FoundCredit[]): readonly Difference[] {
  const named = new Set(expected.map(({ payee, measure }) => `${payee} ${measure}`));
  const entries = found.flatMap(entriesOf).filter(({ payee, measure }) => named.has(`${payee} ${measure}`));
  const left = new Set(entries);
  const differences: Difference[] = [];
  for (const wanted of expected) {
    const same = [...left].filter((entry) => entry.payee === wanted.payee && entry.measure === wanted.measure && entry.transaction === wanted.transaction);
    const match = same.find((entry) => fits(wanted, entry));
    const near = match ?? same[0];
    if (near !== undefined) left.delete(near);
    if (match === undefined) differences.push({ at: wanted.at, what: whatOf(wanted), kind: 'credits', expected: wordsOf(wanted), found: near === undefined ? 'nothing' : entryWords(near, wanted) });
  }
  const last = expected[expected.length - 1]!;
  for (const entry of left) differences.push({ at: last.at, what: whatOf(entry), kind: 'credits', expected: 'nothing', found: entryWords(entry, {}) });
  return differences;
}

function entriesOf({ adds, transaction, payee, rule, period, share, currency }: FoundCredit): Entry[] {
  return adds.map(({ measure, type, value }) => ({ payee, measure, transaction, rule, period, share, value, valueText: value === undefined ? 'counted' : figureText(value, type, currency) }));
}

function fits(wanted: ExpectedCredit, entry: Entry): boolean {
  const value = wanted.value === undefined || (entry.value ?? ZERO).equals(wanted.value.value);
  const share = wanted.share === undefined || entry.share.equals(wanted.share.value);
  return value && share && (wanted.rule ?? entry.rule) === entry.rule && (wanted.period ?? entry.period) === entry.period;
}

function whatOf({ payee, measure, transaction }: Pick<Entry, 'payee' | 'measure' | 'transaction'>): string {
  return `credit of ${transaction} to ${payee} in ${measure}`;
}

function wordsOf({ value, share, rule, period }: ExpectedCredit): string {
  return [value?.text, share === undefined ? undefined : `share ${share.text}`, rule === undefined ? undefined : `by ${rule}`, period === undefined ? undefined : `in ${period}`].filter((part) => part !== undefined).join(', ') || 'a credit';
}

/** What was found, in the parts that were expected, or all of them. */
function entryWords(entry: Entry, wanted: Partial<ExpectedCredit>): string {
  const all = wanted.value === undefined && wanted.share === undefined && wanted.rule === undefined && wanted.period === undefined;
  const parts: readonly (readonly [boolean, string])[] = [
    [all || wanted.value !== undefined, entry.valueText],
    [all || wanted.share !== undefined, `share ${figureText(entry.share, 'ratio', '')}`],
    [all || wanted.rule !== undefined, `by ${entry.rule}`],
    [all || wanted.period !== undefined, `in ${entry.period}`],
  ];
  return parts.flatMap(([wants, words]) => (wants ? [words] : [])).join(', ');
}
