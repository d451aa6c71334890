/** A closed period as the texts of its files. The same facts give the same bytes, whatever the order of rows and files was. */
import type { People } from '../data/reference.ts';
import type { Payout } from '../engine/index.ts';
import type { Balance } from '../engine/payment/result.ts';
import type { Workspace } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import type { PeriodRecord } from './books.ts';
import type { CreditLog } from './credit-log.ts';
import { BALANCES, CREDITS, EXCLUDED, LINES, PAYMENTS, PAYOUTS, PEOPLE, PRIOR, RESTATED, STEPS, TABLES, type BalanceEntry, type Entries, type LineEntry, type PaymentEntry, type PayoutEntry, type PriorEntry, type RestatedEntry, type StepEntry } from './entries.ts';
import { groupedBy } from './grouped.ts';
import { HEAD, headText, type FileFacts, type Head, type PlanMeaning } from './head.ts';
import { heldOf, versionIn } from './left.ts';
import { meaningOf, type Digest } from './meaning.ts';
import { pairKey } from './pair-key.ts';
import { personFacts } from './person-facts.ts';
import { tableText } from './table.ts';
import { totalsOf } from './totals.ts';

export interface ClosingFacts {
  readonly workspace: Workspace;
  readonly version: string;
  readonly period: Head['period'];
  readonly closedOn: Day;
  readonly before: PeriodRecord | undefined;
  /** Whether a record has the transaction. */
  knows(source: string, transaction: string): boolean;
  readonly plans: readonly PlanMeaning[];
  readonly inputs: Head['inputs'];
  readonly rows: Head['rows'];
  /** Of this period alone. */
  readonly payouts: readonly Payout[];
  /** Differences of closed periods, posted in this one. */
  readonly prior: readonly PriorEntry[];
  /** Payouts of those of them that nobody computes any more. */
  bare(entries: readonly PriorEntry[]): readonly Payout[];
  readonly log: CreditLog;
  /** Credits of closed periods that are not as the books know them. */
  readonly restated: readonly RestatedEntry[];
  readonly people: People | undefined;
  /** Ids of the manual entries of a payee in this period. */
  entriesOf(payee: string): readonly string[];
  readonly digest: Digest;
}

export interface Closing {
  /** By name; `record.json` is the last. */
  readonly files: ReadonlyMap<string, string>;
  readonly head: Head;
  readonly entries: Entries;
}

export function closingOf(facts: ClosingFacts): Closing {
  const { digest, period, before } = facts;
  const entries = entriesOf(facts);
  const texts = new Map<string, string>([
    [PAYOUTS.file, tableText(PAYOUTS, entries.payouts)],
    [LINES.file, tableText(LINES, entries.lines)],
    [PAYMENTS.file, tableText(PAYMENTS, entries.payments)],
    [STEPS.file, tableText(STEPS, entries.steps)],
    [BALANCES.file, tableText(BALANCES, entries.balances)],
    [PRIOR.file, tableText(PRIOR, entries.prior)],
    [CREDITS.file, tableText(CREDITS, entries.credits)],
    [RESTATED.file, tableText(RESTATED, entries.restated)],
    [EXCLUDED.file, tableText(EXCLUDED, entries.excluded)],
    [PEOPLE.file, tableText(PEOPLE, entries.people)],
  ]);
  const counts = new Map<string, number>([[PAYOUTS.file, entries.payouts.length], [LINES.file, entries.lines.length], [PAYMENTS.file, entries.payments.length], [STEPS.file, entries.steps.length], [BALANCES.file, entries.balances.length], [PRIOR.file, entries.prior.length], [CREDITS.file, entries.credits.length], [RESTATED.file, entries.restated.length], [EXCLUDED.file, entries.excluded.length], [PEOPLE.file, entries.people.length]]);
  const unsealed: Omit<Head, 'seal'> = {
    number: (before?.head.number ?? 0) + 1,
    period,
    workspace: facts.workspace.name,
    closedOn: facts.closedOn,
    previous: before?.head.seal,
    version: facts.version,
    meaning: { workspace: meaningOf(facts.workspace.source, digest).sha256, plans: [...facts.plans].sort((a, b) => textOrder(a.plan, b.plan) || textOrder(a.effective, b.effective)) },
    inputs: facts.inputs,
    late: facts.workspace.sources.filter(({ late }) => late === 'current-period').map(({ name }) => name).sort(textOrder),
    rows: facts.rows,
    files: TABLES.map(({ file }): FileFacts => ({ name: file, rows: counts.get(file)!, bytes: new TextEncoder().encode(texts.get(file)!).length, sha256: digest(texts.get(file)!) })),
    totals: totalsOf(entries),
  };
  const text = headText(unsealed, digest);
  texts.set(HEAD, text);
  return { files: texts, head: { ...unsealed, seal: text.slice(-68, -4) }, entries };
}

function entriesOf(facts: ClosingFacts): Entries {
  const { payouts, prior, log, people, period } = facts;
  const credits = [...log.credits.values()].filter((one) => one.period === period.id);
  const payees = [...new Set([...payouts, ...credits, ...prior].map(({ payee }) => payee))];
  return {
    payouts: [...payouts.map(payoutEntry), ...bareEntries(facts)],
    lines: payouts.flatMap(lineEntries),
    ...paymentEntries(facts),
    prior,
    credits,
    restated: facts.restated,
    excluded: log.excludedIn(period.from, period.to, facts.knows),
    people: payees.flatMap((payee) => personFacts(people, payee)),
  };
}

function payoutEntry({ payee, plan, from, to, currency, total, credited, paid, zero }: Payout): PayoutEntry {
  return { payee, plan: plan.name, title: plan.title, version: plan.from, from, to, currency, earned: total, credited, paid: paid.amount, paidCurrency: paid.currency, exchangeRate: paid.rate, zeroBecause: zero };
}

/** Whoever has no payout any more is paid in the currency of then, where that is not the plan's. */
function bareEntries({ payouts, prior, before, bare }: ClosingFacts): PayoutEntry[] {
  const rest = [...unposted(prior, new Set(payouts.map(({ payee, plan }) => pairKey(payee, plan.name)))).values()].flat();
  return bare(rest).flatMap((one) => (one.paid.currency === one.currency ? [] : { ...payoutEntry(one), version: bareVersion(before, one.payee, one.plan.name) }));
}

function bareVersion(before: PeriodRecord | undefined, payee: string, plan: string): number {
  return heldOf(before, payee, plan)[0]?.version ?? versionIn(before, payee, plan) ?? 0;
}

function lineEntries({ payee, plan, components, adjustments }: Payout): LineEntry[] {
  const front = { payee, plan: plan.name, version: plan.from };
  return [
    ...components.map((one): LineEntry => ({ ...front, line: 'component', name: one.component, title: one.title, pays: one.pays, measure: one.on, unit: one.baseType, base: one.base, quota: one.quota, attainment: one.attainment, earned: one.earned, text: one.zero })),
    ...adjustments.map((one): LineEntry => ({ ...front, line: 'adjustment', name: one.name, title: one.name, pays: undefined, measure: undefined, unit: undefined, base: undefined, quota: undefined, attainment: undefined, earned: one.change, text: one.text })),
  ];
}

/** Payouts, adjustments of people without one, and balances of people for whom nothing moves: all roll forward. */
function paymentEntries({ payouts, prior, before, entriesOf: manual }: ClosingFacts): Pick<Entries, 'payments' | 'steps' | 'balances'> {
  const payments: PaymentEntry[] = [];
  const steps: StepEntry[] = [];
  const balances: BalanceEntry[] = [];
  const posted = new Set<string>();
  for (const payout of payouts) {
    const { payee, plan, currency, total, payment } = payout;
    const front = { payee, plan: plan.name, version: plan.from };
    const own = payment?.balances ?? [];
    payments.push({ ...front, currency, opening: sumOf(own, 'opening'), earned: payment?.earned ?? total, paid: payment?.paid ?? total, closing: sumOf(own, 'closing'), zeroBecause: payment?.zero, entries: listed(manual(payee)) });
    posted.add(pairKey(payee, plan.name));
    for (const [at, line] of (payment?.lines ?? []).entries()) steps.push({ ...front, order: `${at + 1}`.padStart(3, '0'), step: `${line.step}`, name: line.name, account: line.account, cost: line.cost, change: line.change, text: line.text() });
    for (const { account, opening, closing, state } of own) balances.push({ ...front, account, currency, opening, closing, state: state === undefined ? undefined : JSON.stringify(state) });
  }
  for (const [key, rest] of unposted(prior, posted)) {
    const [payee, plan] = JSON.parse(key) as [string, string];
    const held = heldOf(before, payee, plan);
    const amount = rest.reduce((sum, one) => sum.plus(one.amount), ZERO);
    const front = { payee, plan, version: bareVersion(before, payee, plan) };
    payments.push({ ...front, currency: rest[0]!.currency, opening: sumOf(held, 'closing'), earned: amount, paid: amount, closing: sumOf(held, 'closing'), zeroBecause: amount.isZero() ? CANCELLED : undefined, entries: undefined });
    posted.add(key);
    rest.forEach((one, at) => steps.push({ ...front, order: `${at + 1}`.padStart(3, '0'), step: '13', name: 'prior-period', account: undefined, cost: one.amount, change: one.amount, text: `${one.period}: ${one.text}` }));
    carry(held, balances);
  }
  for (const key of new Set((before?.balances ?? []).filter(({ closing, state }) => !closing.isZero() || state !== undefined).map(({ payee, plan }) => pairKey(payee, plan)))) {
    if (posted.has(key)) continue;
    const [payee, plan] = JSON.parse(key) as [string, string];
    const held = heldOf(before, payee, plan);
    payments.push({ payee, plan, version: held[0]!.version, currency: held[0]!.currency, opening: sumOf(held, 'closing'), earned: ZERO, paid: ZERO, closing: sumOf(held, 'closing'), zeroBecause: undefined, entries: undefined });
    carry(held, balances);
  }
  return { payments, steps, balances };
}

/** Why nothing is paid to somebody who has differences and no payout. */
export const CANCELLED = 'the differences of closed periods cancel each other';

function listed(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : JSON.stringify(ids);
}

function unposted(prior: readonly PriorEntry[], posted: ReadonlySet<string>): Map<string, PriorEntry[]> {
  return groupedBy(prior.filter((one) => !posted.has(pairKey(one.payee, one.plan))), (one) => pairKey(one.payee, one.plan));
}

function carry(held: readonly BalanceEntry[], balances: BalanceEntry[]): void {
  for (const one of held) balances.push({ ...one, opening: one.closing });
}

function sumOf(balances: readonly Pick<Balance, 'opening' | 'closing'>[], end: 'opening' | 'closing'): Exact {
  return balances.reduce((sum, one) => sum.plus(one[end]), ZERO);
}
