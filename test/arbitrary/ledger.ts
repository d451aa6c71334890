/** Payouts as lines of exact texts, for comparing two computations number by number. */
import { dayText } from '../../src/value/day.ts';
import type { Known } from '../../src/mechanic/mechanic.ts';
import type { Answer, PayoutAnswer } from '../oracle/engine.ts';
import { exactText, type Travelled } from './road.ts';

/** The real road's answer in the oracle's words. */
export function answerOf({ payouts, accounts, problems, failed }: Travelled): Pick<Extract<Answer, { payouts: unknown }>, 'payouts' | 'rows'> | { refused: string[] } {
  if (failed) return { refused: problems.filter((problem) => problem.severity === 'error').map((problem) => problem.code) };
  const known = (value: Known | undefined): string => (value?.value === undefined ? 'n/a' : exactText(value.value));
  const rows: Record<string, number> = {};
  for (const account of accounts) {
    const add = (word: string, count: number): void => void (count > 0 && (rows[word] = (rows[word] ?? 0) + count));
    add('credited', account.credited);
    for (const { reason, rows: count } of account.excluded) add(reason, count);
  }
  return {
    rows,
    payouts: payouts.map(
      (payout): PayoutAnswer => ({
        payee: payout.payee,
        plan: payout.plan.name,
        effective: dayText(payout.plan.from),
        period: payout.period.id,
        components: payout.components.map((one) => ({ id: one.component, base: known(one.base), quota: known(one.quota), attainment: known(one.attainment), earned: exactText(one.earned) })),
        total: exactText(payout.total),
        paid: exactText(payout.paid.amount),
        ...(payout.payment === undefined ? {} : { payment: { earned: exactText(payout.payment.earned), due: exactText(payout.payment.paid), balances: payout.payment.balances.filter(({ closing }) => !closing.isZero()).map(({ account, closing }) => `${account} ${exactText(closing)}`).sort() } }),
      }),
    ),
  };
}

/** One line for each number that was compared. */
export function ledger({ rows, payouts }: { rows: Readonly<Record<string, number>>; payouts: readonly PayoutAnswer[] }): string[] {
  return [
    ...Object.keys(rows).sort().map((word) => `rows ${word}: ${rows[word]}`),
    ...payouts.flatMap(({ payee, plan, effective, period, components, total, paid, payment }) => [
      ...(payment === undefined ? [] : [`${payee} ${plan} ${effective} ${period}: earned ${payment.earned}, due ${payment.due}, balances ${payment.balances.join(', ')}`]),
      ...components.map((one) => `${payee} ${plan} ${effective} ${period} ${one.id}: base ${one.base}, quota ${one.quota}, attainment ${one.attainment}, earned ${one.earned}`),
      `${payee} ${plan} ${effective} ${period}: total ${total}, paid ${paid}`,
    ]),
  ];
}
