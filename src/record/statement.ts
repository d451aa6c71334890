/** Closed periods as payouts again, exactly as they were recorded: what reports, explanations and `--as-known` show of them. */
import type { AdjustmentResult, ComponentResult, Payout, Step } from '../engine/index.ts';
import type { Payment } from '../engine/payment/result.ts';
import type { Type } from '../expr/types.ts';
import type { State } from '../mechanic/payment.ts';
import type { Plan } from '../plan/model.ts';
import type { Period } from '../value/calendar.ts';
import { dayText } from '../value/day.ts';
import { minorPlaces } from '../value/currency.ts';
import { groupedText, percentText, shortText } from '../value/display.ts';
import { ZERO } from '../value/exact.ts';
import type { PeriodRecord } from './books.ts';
import type { CreditEntry, LineEntry, PaymentEntry, PayoutEntry } from './entries.ts';
import type { Head } from './head.ts';
import { moneyIn } from './money.ts';
import { creditsOf, ofPayout, payoutKey } from './of-payout.ts';

/** All payouts of a record. `plans`: those of today, for what reports read beside the names. */
export function recordedPayouts(record: PeriodRecord, plans: readonly Plan[]): Payout[] {
  const period: Period = record.head.period;
  const paid = new Map(record.payments.map((one): [string, PaymentEntry] => [payoutKey(one), one]));
  const payouts = record.payouts.map((entry): Payout => {
    const payment = paid.get(payoutKey(entry));
    paid.delete(payoutKey(entry));
    return payoutOf(record, entry, period, planOf(entry, plans), payment);
  });
  // an adjustment for somebody who earned nothing in the period, or a balance that only rolls forward
  for (const payment of paid.values()) if (!payment.earned.isZero() || !payment.paid.isZero()) payouts.push(bareOf(record, payment, period, plans));
  return payouts;
}

function payoutOf(record: PeriodRecord, entry: PayoutEntry, period: Period, plan: Plan, payment: PaymentEntry | undefined): Payout {
  const { lines } = ofPayout(record, entry);
  return {
    payee: entry.payee,
    plan,
    period,
    from: entry.from,
    to: entry.to,
    currency: entry.currency,
    components: lines.filter(({ line }) => line === 'component').map(componentOf),
    adjustments: lines.filter(({ line }) => line === 'adjustment').map(({ name, earned, text }): AdjustmentResult => ({ name, change: earned, text: text ?? '' })),
    total: entry.earned,
    credited: entry.credited,
    ...(payment === undefined ? {} : { payment: paymentOf(record, payment) }),
    paid: { currency: entry.paidCurrency, amount: entry.paid, ...(entry.exchangeRate === undefined ? {} : { rate: entry.exchangeRate }) },
    ...(entry.zeroBecause === undefined ? {} : { zero: entry.zeroBecause }),
  };
}

function componentOf({ name, title, pays, measure, unit, base, quota, attainment, earned, text }: LineEntry): ComponentResult {
  return {
    component: name,
    title,
    pays: pays === 'bonus' ? 'bonus' : 'commission',
    on: measure ?? '',
    base: base ?? { none: 'not recorded' },
    baseType: (unit ?? 'money') as Type,
    ...(quota === undefined ? {} : { quota }),
    ...(attainment === undefined ? {} : { attainment }),
    earned,
    ...(text === undefined ? {} : { zero: text }),
  };
}

export function paymentOf(record: PeriodRecord, payment: PaymentEntry): Payment {
  const { steps, balances } = ofPayout(record, payment);
  return {
    earned: payment.earned,
    paid: payment.paid,
    closed: true,
    lines: steps.map(({ step, name, account, cost, change, text }) => ({ step: +step, name, ...(account === undefined ? {} : { account }), cost, change, text: () => text })),
    balances: balances.map(({ account, opening, closing, state }) => ({ account, opening, closing, ...(state === undefined ? {} : { state: JSON.parse(state) as State }) })),
    ...(payment.zeroBecause === undefined ? {} : { zero: payment.zeroBecause }),
  };
}

function bareOf(record: PeriodRecord, payment: PaymentEntry, period: Period, plans: readonly Plan[]): Payout {
  const { payee, currency } = payment;
  return barePayout({ payee, plan: planOf({ ...payment, title: payment.plan }, plans), period, currency, payment: paymentOf(record, payment), paid: { currency, amount: payment.paid } });
}

/** A payout of somebody who earns nothing in the period, and whose balances or differences of closed periods are paid in it. */
export function barePayout(one: Pick<Payout, 'payee' | 'plan' | 'period' | 'currency' | 'payment' | 'paid'>): Payout {
  return { ...one, from: one.period.from, to: one.period.to, components: [], adjustments: [], total: ZERO, credited: ZERO, zero: 'not in the plan in this period' };
}

/** The version of today, or a plan of that name alone where there is none any more. */
export function planOf({ plan: name, title, version, currency }: Pick<PayoutEntry, 'plan' | 'title' | 'version' | 'currency'>, plans: readonly Plan[]): Plan {
  const known = plans.find((one) => one.name === name && one.from === version) ?? plans.find((one) => one.name === name);
  if (known !== undefined) return known;
  const source = { name: `${name} (no plan of today)`, text: '' };
  const at = { source, start: 0, end: 0 };
  const calendar = { kind: 'months', startMonth: 1, startDay: 1 } as const;
  const rounding = { to: ZERO, mode: 'half-up', at: 'component' } as Plan['rounding'];
  return { name, title, at, source, from: version, to: version, effectiveAt: at, currency, calendar, rounding, convertAt: { sales: 'transaction-date', quota: 'record-start', pay: 'period-end' }, prorate: [], credits: [], measures: [], components: [], adjust: [], payments: [], employerCosts: [] };
}

/** What a recorded payout consists of, down to the transactions, as a tree to explain it by. */
export function recordedSteps(payout: Payout, record: PeriodRecord | undefined): Step {
  const { payee, plan, currency } = payout;
  const money = { unit: 'money', currency } as const;
  const credits = record === undefined ? [] : creditsOf(record, payee, plan.name);
  const component = (one: ComponentResult): Step => {
    const own = credits.filter(({ measure }) => measure === one.on);
    const facts = [one.quota === undefined ? [] : [`quota ${one.quota.value === undefined ? one.quota.none : one.baseType === 'money' ? moneyIn(one.quota.value, currency) : shortText(one.quota.value)}`], one.attainment?.value === undefined ? [] : [`attainment ${percentText(one.attainment.value)}`], one.zero === undefined ? [] : [`zero, because ${one.zero}`]].flat();
    const measure: Step = { kind: 'measure', name: one.on, text: `as recorded, ${own.length} ${own.length === 1 ? 'credit' : 'credits'} in ${payout.period.id}`, ...(one.base.value === undefined ? {} : { amount: one.base.value, unit: one.baseType, ...(one.baseType === 'money' ? { currency } : {}) }), parts: own.map((credit) => creditStep(credit, one.baseType, currency)) };
    return { kind: 'earning', name: one.title, text: ['as recorded', ...facts].join(', '), amount: one.earned, ...money, parts: [measure] };
  };
  const parts = [
    ...payout.components.map(component),
    ...payout.adjustments.map((one): Step => ({ kind: 'adjustment', name: one.name, text: one.text, amount: one.change, ...money, parts: [] })),
    ...(payout.payment === undefined ? [] : [paymentStep(payout.payment, currency)]),
  ];
  return { kind: 'payout', name: payee, text: `${payee}, plan ${plan.name}, ${payout.period.id}${record === undefined ? '' : `: ${closedWords(record.head)}`}`, amount: payout.total, ...money, plan: plan.at, parts };
}

function creditStep({ transaction, date, rule, value }: CreditEntry, unit: Type, currency: string): Step {
  return { kind: 'credit', name: transaction, text: `${dayText(date)}, credited by ${rule}`, ...(value === undefined ? {} : { amount: value, unit, ...(unit === 'money' ? { currency } : {}) }), parts: [] };
}

function paymentStep({ paid, lines, balances, closed }: Payment, currency: string): Step {
  const money = { unit: 'money', currency } as const;
  return {
    kind: 'payment',
    name: 'paid',
    text: closed === true ? 'as recorded' : 'what has changed in closed periods',
    amount: paid,
    ...money,
    parts: [
      ...lines.map((one): Step => ({ kind: 'payment', name: one.account ?? one.name, text: one.text(), amount: one.change, ...money, parts: [] })),
      ...balances.map((one): Step => ({ kind: 'balance', name: one.account, text: `${groupedText(one.opening, minorPlaces(currency))} at the beginning of the period`, amount: one.closing, ...money, parts: [] })),
    ],
  };
}

/** Reasons computed today, with what was paid as it was recorded. */
export function withPayment(again: Payout, recorded: Payout): Payout {
  const { payment, paid } = recorded;
  const parts = again.step!.parts.filter(({ kind }) => kind !== 'payment');
  return { ...again, ...(payment === undefined ? {} : { payment }), paid, step: { ...again.step!, parts: payment === undefined ? parts : [...parts, paymentStep(payment, recorded.currency)] } };
}

export function closedWords({ number, closedOn }: Head): string {
  return `closed on ${dayText(closedOn)}, record ${`${number}`.padStart(4, '0')}`;
}
