/** Payouts with all their steps as one JSON document, described by schema/explain.schema.json. Amounts are texts. Rule: cli-conventions §12. */
import type { Payout, Step } from '../../engine/result.ts';
import { dayText } from '../../value/day.ts';
import { moneyFields } from '../exact-fields.ts';
import { stepFields } from '../ledger.ts';
import type { ExplainAbout } from './about.ts';
import { curveFields } from './curve.ts';
import { zeroOf } from '../payment.ts';

const FORMAT_VERSION = '1.0';

export function explainJson(payouts: readonly Payout[], about: ExplainAbout): string {
  const { version, workspace } = about;
  return `${JSON.stringify({ format_version: FORMAT_VERSION, tool: { name: 'paycurve', version }, workspace, payouts: payouts.map((payout) => record(payout, about)) }, undefined, 2)}\n`;
}

function record(payout: Payout, { name }: ExplainAbout): object {
  const { currency, paid } = payout;
  return {
    payee: payout.payee,
    ...(name === undefined ? {} : { name }),
    plan: payout.plan.name,
    title: payout.plan.title,
    period: payout.period.id,
    from: dayText(payout.from),
    to: dayText(payout.to),
    currency,
    ...moneyFields('total', payout.total, currency),
    ...(payout.zero === undefined ? {} : { zero_because: zeroOf(payout)! }),
    ...(payout.payment === undefined ? {} : { ...moneyFields('earned', payout.payment.earned, currency), ...moneyFields('payable', payout.payment.paid, currency) }),
    paid: { currency: paid.currency, ...moneyFields('amount', paid.amount, paid.currency) },
    ...(payout.step === undefined ? {} : { steps: payout.step.parts.map((part) => stepRecord(part, currency)) }),
    ...(payout.components.some(({ curve }) => curve !== undefined) ? { curves: payout.components.map((one) => curveFields(one, currency)) } : {}),
  };
}

function stepRecord(step: Step, currency: string): object {
  return { kind: step.kind, ...stepFields(step, currency), ...(step.parts.length === 0 ? {} : { steps: step.parts.map((part) => stepRecord(part, currency)) }) };
}
