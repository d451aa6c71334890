/**
 * Entries of the explanation against those expected, in order. Of a component that is named, every entry that changes money is compared,
 * because one too many is as wrong as one too few; of what went in, the kinds that the case names.
 */
import { ZERO } from '../value/exact.ts';
import type { Payout } from '../engine/index.ts';
import type { Difference } from './compare.ts';
import { figureText, NOT_APPLICABLE } from './figure.ts';
import { entriesOf, type LedgerEntry } from './ledger.ts';
import type { ExpectedEntry, Figured } from './suite.ts';

const MONEY = ['earning', 'deal', 'adjustment', 'rounding', 'true-up'];

export function ledgerDifferences(expected: readonly ExpectedEntry[], payouts: readonly Payout[]): readonly Difference[] {
  const groups = new Map<string, ExpectedEntry[]>();
  for (const one of expected) {
    const key = [one.payee, one.period, one.plan, one.component].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((wanted) => groupDifferences(wanted, payouts));
}

function groupDifferences(wanted: readonly ExpectedEntry[], payouts: readonly Payout[]): readonly Difference[] {
  const { payee, period, plan, component } = wanted[0]!;
  const steps = new Set([...MONEY, ...wanted.map(({ step }) => step)]);
  const found = payouts.filter((payout) => payout.payee === payee && payout.period.id === period && (plan === undefined || payout.plan.name === plan)).flatMap((payout) => entriesOf(payout, component)).filter(({ step }) => steps.has(step));
  const who = `${payee} ${period}${component === undefined ? '' : ` ${component}`}`;
  const place = { payout: { payee, period, ...(component === undefined ? {} : { component }) } };
  const differences: Difference[] = [];
  for (let index = 0; index < Math.max(wanted.length, found.length); index++) {
    const [want, have] = [wanted[index], found[index]];
    if (want !== undefined && have !== undefined && fits(want, have)) continue;
    differences.push({ at: (want ?? wanted.at(-1)!).at, what: `${who} entry ${index + 1}`, kind: 'ledger', expected: want === undefined ? 'nothing' : wantedWords(want), found: have === undefined ? 'nothing' : foundWords(have), ...place });
  }
  return differences;
}

function fits(want: ExpectedEntry, have: LedgerEntry): boolean {
  const same = (wanted: Figured | undefined, value: LedgerEntry['amount']): boolean => wanted === undefined || (wanted.value === undefined ? value === undefined : value !== undefined && wanted.value.minus(value).equals(ZERO));
  return want.step === have.step && (want.name ?? have.name) === have.name && (want.tier === undefined || want.tier === `${have.tier ?? NOT_APPLICABLE}`) && same(want.on, have.on) && same(want.amount, have.amount);
}

function wantedWords({ step, name, tier, on, amount }: ExpectedEntry): string {
  return words(step, name, tier, on?.text, amount?.text);
}

function foundWords({ step, name, tier, on, onType, amount, unit, currency }: LedgerEntry): string {
  const text = (value: LedgerEntry['amount'], type: LedgerEntry['unit']): string => (value === undefined ? NOT_APPLICABLE : figureText(value, type ?? 'number', currency));
  return words(step, name === '' ? undefined : name, tier === undefined ? undefined : `${tier}`, on === undefined ? undefined : text(on, onType), text(amount, unit));
}

function words(step: string, name: string | undefined, tier: string | undefined, on: string | undefined, amount: string | undefined): string {
  return [step, name, tier === undefined ? undefined : `tier ${tier}`, on === undefined ? undefined : `on ${on}`, amount].filter((part) => part !== undefined).join(', ');
}
