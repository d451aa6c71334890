/** What was earned and is paid, and the balances, against those expected. A balance that is not named must be zero. */
import type { Payout } from '../engine/index.ts';
import { total, ZERO, type Exact } from '../value/exact.ts';
import type { Difference } from './compare.ts';
import type { ExpectedLedger } from './expected-ledger.ts';
import { figureText } from './figure.ts';

export function ledgerDifferences(expected: readonly ExpectedLedger[], payouts: readonly Payout[]): readonly Difference[] {
  return expected.flatMap((wanted) => lineDifferences(wanted, payouts.filter(({ payee, period, plan }) => payee === wanted.payee && period.id === wanted.period && (wanted.plan === undefined || wanted.plan === plan.name))));
}

/** Versions of one plan in one period are one payout to whoever reads it: the last one's balances are those at its end. */
function lineDifferences(wanted: ExpectedLedger, payouts: readonly Payout[]): readonly Difference[] {
  const { payee, period, earned, payable, balances, because } = wanted;
  const last = payouts.at(-1);
  const currency = last?.currency ?? '';
  const differences: Difference[] = [];
  const differ = (at: Difference['at'], what: string, expectedText: string, found: string): void => {
    differences.push({ at, what: `${payee} ${period} ${what}`, kind: 'ledger', expected: expectedText, found, payout: { payee, period } });
  };
  const amount = (one: { readonly at: Difference['at']; readonly text: string; readonly value: Exact } | undefined, what: string, values: readonly Exact[]): void => {
    if (one === undefined) return;
    const found = total(values);
    if (values.length === 0 || !found.equals(one.value)) differ(one.at, what, one.text, values.length === 0 ? 'nothing' : figureText(found, 'money', currency));
  };
  amount(earned, 'earned', payouts.map(({ payment, total: own }) => payment?.earned ?? own));
  amount(payable, 'payable', payouts.map(({ payment, total: own }) => payment?.paid ?? own));
  if (balances !== undefined) {
    const found = new Map((last?.payment?.balances ?? []).map(({ account, closing }): [string, Exact] => [account, closing]));
    for (const one of balances) amount(one, `balance ${one.name}`, last === undefined ? [] : [found.get(one.name) ?? ZERO]);
    for (const [account, closing] of found) if (!closing.isZero() && !balances.some(({ name }) => name === account)) differ(wanted.at, `balance ${account}`, 'nothing', figureText(closing, 'money', currency));
  }
  if (because !== undefined) {
    const texts = payouts.flatMap(({ payment }) => [...(payment?.lines.map((line) => line.text()) ?? []), payment?.zero ?? '']).filter((text) => text !== '');
    if (!texts.some((text) => text.includes(because.text))) differ(because.at, 'because', `a line with "${because.text}"`, texts.length === 0 ? 'no line' : `"${texts.join('; ')}"`);
  }
  return differences;
}
