/** The payment stage as steps: earned, each line with what it moved, and every balance with its account of the period. */
import type { Exact } from '../../value/exact.ts';
import type { Moment } from '../moment.ts';
import type { Step } from '../result.ts';
import type { Balance, Payment, PaymentLine } from './result.ts';

export function explainPayment(payment: Payment, earned: Exact, { version, words }: Moment): Step {
  const { plan } = version;
  const money = { unit: 'money', currency: plan.currency } as const;
  const line = (one: PaymentLine): Step => ({
    kind: 'payment',
    name: one.account ?? one.name,
    text: one.text(),
    amount: one.change,
    ...money,
    ...(one.at === undefined ? {} : { plan: one.at }),
    ...(one.data === undefined ? {} : { data: one.data }),
    parts: (one.parts?.() ?? []).map((part) => ({ kind: 'payment', name: '', text: part.text, amount: part.amount, ...money, ...(part.at === undefined ? {} : { plan: part.at }), parts: [] })),
  });
  const balance = ({ account, opening, closing }: Balance): Step => ({ kind: 'balance', name: account, text: `${words.money(opening)} at the beginning of the period`, amount: closing, ...money, parts: [] });
  const cost = payment.earned.minus(earned);
  const how =
    payment.closed === true ? `the period is closed: ${words.money(payment.earned)} earned and ${words.money(payment.paid)} paid, as it was recorded`
    : payment.zero !== undefined ? `zero, because ${payment.zero}`
    : cost.isZero() ? `of ${words.money(earned)} earned`
    : `of ${words.money(payment.earned)} earned: ${words.money(earned)} from the components, ${words.money(cost)} beside them`;
  return { kind: 'payment', name: 'paid', text: how, amount: payment.paid, ...money, plan: plan.at, parts: [...payment.lines.map(line), ...payment.balances.map(balance)] };
}
