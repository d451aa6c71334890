/** The files of a record: what was paid and why, and all that is needed to explain later what has changed since. */
import { table, type RowOf } from './table.ts';

/** What everybody earned: one entry for each payee, version of a plan and stretch of the period. */
export const PAYOUTS = table(
  'payouts.csv',
  { payee: 'text', plan: 'text', title: 'text', version: 'day', from: 'day', to: 'day', currency: 'text', earned: 'exact', credited: 'exact', paid: 'exact', paidCurrency: 'text', exchangeRate: 'exact?', zeroBecause: 'text?' },
  ['payee', 'plan', 'version', 'from'],
);
export type PayoutEntry = RowOf<typeof PAYOUTS>;

/** What each payout consists of: components, and the rules on their sum. */
export const LINES = table(
  'lines.csv',
  { payee: 'text', plan: 'text', version: 'day', line: 'text', name: 'text', title: 'text', pays: 'text?', measure: 'text?', unit: 'text?', base: 'known?', quota: 'known?', attainment: 'known?', earned: 'exact', text: 'text?' },
  ['payee', 'plan', 'version', 'line', 'name'],
);
export type LineEntry = RowOf<typeof LINES>;

/** What was credited, transaction by transaction: later differences are told deal by deal. */
export const CREDITS = table(
  'credits.csv',
  { payee: 'text', plan: 'text', measure: 'text', rule: 'text', source: 'text', transaction: 'text', date: 'day', share: 'exact', value: 'exact?', original: 'exact?', originalCurrency: 'text?', exchangeRate: 'exact?' },
  ['payee', 'plan', 'measure', 'rule', 'source', 'transaction'],
);
export type CreditEntry = RowOf<typeof CREDITS>;

/** Credits of earlier closed periods that were not as known before, as they were when this one was closed; `gone`: there is none any more. */
export const RESTATED = table(
  'restated.csv',
  { period: 'text', state: 'text', payee: 'text', plan: 'text', measure: 'text', rule: 'text', source: 'text', transaction: 'text', date: 'day', share: 'exact', value: 'exact?', original: 'exact?', originalCurrency: 'text?', exchangeRate: 'exact?' },
  ['period', 'payee', 'plan', 'measure', 'rule', 'source', 'transaction'],
);
export type RestatedEntry = RowOf<typeof RESTATED>;

/** Transactions of the period that nobody was credited for: known then, and not late. */
export const EXCLUDED = table('excluded.csv', { source: 'text', transaction: 'text', date: 'day', reason: 'text' }, ['source', 'transaction']);
export type ExcludedEntry = RowOf<typeof EXCLUDED>;

/** What was known when the period was closed of everybody it moves money for; all their dated records. */
export const PEOPLE = table('people.csv', { payee: 'text', from: 'day', to: 'day', column: 'text', value: 'text' }, ['payee', 'from', 'column']);
export type PersonEntry = RowOf<typeof PEOPLE>;

/** Differences of earlier closed periods, paid in this one. `recorded`: with all adjustments before; `amount`: recomputed − recorded. */
export const PRIOR = table(
  'adjustments.csv',
  { payee: 'text', plan: 'text', period: 'text', line: 'text', name: 'text', currency: 'text', recorded: 'exact', recomputed: 'exact', amount: 'exact', reason: 'text', text: 'text', quota: 'known?' },
  ['payee', 'plan', 'period', 'line', 'name'],
);
export type PriorEntry = RowOf<typeof PRIOR>;

/** opening + earned − paid = closing, for each payee and version of a plan; `earned` holds the cost of payment rules and all adjustments. */
export const PAYMENTS = table(
  'payments.csv',
  { payee: 'text', plan: 'text', version: 'day', currency: 'text', opening: 'exact', earned: 'exact', paid: 'exact', closing: 'exact', zeroBecause: 'text?', entries: 'text?' },
  ['payee', 'plan', 'version'],
);
export type PaymentEntry = RowOf<typeof PAYMENTS>;

/** The steps from what the components earned to what is paid: draws, holds, top-ups, adjustments. `cost` is earned, `change` is paid. */
export const STEPS = table(
  'steps.csv',
  { payee: 'text', plan: 'text', version: 'day', order: 'text', step: 'text', name: 'text', account: 'text?', cost: 'exact', change: 'exact', text: 'text' },
  ['payee', 'plan', 'version', 'order'],
);
export type StepEntry = RowOf<typeof STEPS>;

/** The accounts that make up opening and closing: draws, holds, what is carried. `state` is the payment rule's own. */
export const BALANCES = table('balances.csv', { payee: 'text', plan: 'text', version: 'day', account: 'text', currency: 'text', opening: 'exact', closing: 'exact', state: 'text?' }, ['payee', 'plan', 'version', 'account']);
export type BalanceEntry = RowOf<typeof BALANCES>;

/** In the order in which a record lists them. */
export const TABLES = [PAYOUTS, LINES, PAYMENTS, STEPS, BALANCES, PRIOR, CREDITS, RESTATED, EXCLUDED, PEOPLE] as const;

/** The rows of one record. */
export interface Entries {
  readonly payouts: readonly PayoutEntry[];
  readonly lines: readonly LineEntry[];
  readonly payments: readonly PaymentEntry[];
  readonly steps: readonly StepEntry[];
  readonly balances: readonly BalanceEntry[];
  readonly prior: readonly PriorEntry[];
  readonly credits: readonly CreditEntry[];
  readonly restated: readonly RestatedEntry[];
  readonly excluded: readonly ExcludedEntry[];
  readonly people: readonly PersonEntry[];
}
