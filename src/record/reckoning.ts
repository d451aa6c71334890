/**
 * A run over the books: closed periods stay as they were recorded, what has changed since goes into the first open period, and
 * balances begin where the last closed one ended. Given to the engine before it settles, asked afterwards.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Payout } from '../engine/index.ts';
import type { ClosedFacts } from '../engine/payment/facts.ts';
import type { ClosedPayment, PriorPeriodDifference } from '../engine/payment/result.ts';
import type { State } from '../mechanic/payment.ts';
import type { Period } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';
import { total, ZERO, type Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import { asPaid } from './as-paid.ts';
import type { Books } from './books.ts';
import { CANCELLED } from './close.ts';
import { closingOrder } from './closing-order.ts';
import { Differences, type Today } from './differences.ts';
import type { PriorEntry } from './entries.ts';
import { groupedBy } from './grouped.ts';
import { LateBooks } from './late.ts';
import { heldOf, leftBy, versionIn } from './left.ts';
import { moneyIn } from './money.ts';
import { otherwiseOf } from './otherwise.ts';
import { ofPayout } from './of-payout.ts';
import { pairKey } from './pair-key.ts';
import { recordOf } from './recorded.ts';
import { barePayout, planOf, recordedPayouts, recordedSteps, withPayment } from './statement.ts';

/** A period as the engine lists it. */
type Span = Pick<Period, 'id' | 'from' | 'to'>;

export class Reckoning {
  readonly differences: Differences;
  /** For the engine. */
  readonly closed: ClosedFacts;
  private readonly asked = new Map<string, readonly PriorEntry[]>();
  private readonly open: Payout[] = [];
  /** By payee and plan, then by period, then by version. */
  private readonly payments: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<Day, ClosedPayment>>>;
  private settled: readonly Span[] = [];
  private closing: Span | undefined;
  private readonly taken = new Set<Payout>();

  /** `also`: a period whose credits are wanted beside those of closed ones. */
  constructor(
    readonly books: Books,
    private readonly today: Today,
    also?: string,
  ) {
    this.differences = new Differences(books, today, also);
    this.payments = paymentsOf(books);
    const last = books.records.reduce((day, { head }) => Math.max(day, head.period.to), -Infinity);
    this.closed = {
      ...(books.records.length === 0 ? {} : { reaches: last, late: new LateBooks(books.records) }),
      of: (payee, plan) => this.paymentsFor(payee, plan),
      left: (payee, plan) => leftBy(books, payee, plan),
      differences: (payee, plan, recomputed) => this.differencesFor(payee, plan, recomputed),
    };
  }

  /** The periods that can be settled, as soon as the calendars are known; `closing`: the one that is being closed. */
  begin(periods: readonly Span[], closing?: Span): void {
    this.settled = periods;
    this.closing = closing;
  }

  /** Whether the period was closed elsewhere, before these books began. */
  before(period: Span): boolean {
    const first = this.books.records[0]?.head.period;
    return first !== undefined && period.from < first.from && !this.differences.closed(period.id);
  }

  /** Names the rows that are credited before the books, and for which nothing is paid here. */
  warnBefore(problems: Problems): void {
    const first = this.books.records[0]?.head.period;
    for (const span of this.settled) {
      const passed = this.differences.log.elsewhere.get(span.id);
      if (passed === undefined || !this.before(span)) continue;
      const { rows, examples } = passed;
      problems.warning('B019', `${rows} ${rows === 1 ? 'row is' : 'rows are'} of ${span.id}, before ${first!.id}, with which the books begin, and nothing is paid for ${rows === 1 ? 'it' : 'them'} here: ${examples.join(', ')}${rows > examples.length ? ' …' : ''}`, { hint: 'what came late is paid by an entry of the adjustments file in an open period; what was paid elsewhere stays as it is' });
    }
  }

  /** A payout as the engine settled it. */
  take(payout: Payout): void {
    if (this.differences.closed(payout.period.id)) this.recompute(payout);
    else if (!this.before(payout.period)) this.open.push(payout);
  }

  private recompute(payout: Payout): void {
    if (!this.taken.has(payout)) this.differences.take(payout);
    this.taken.add(payout);
  }

  /** After the last payout: what everybody gets, closed periods as recorded. In the order of the engine. */
  payouts(): Payout[] {
    const prior = this.unposted();
    const period = this.openPeriod();
    const bare = period === undefined ? [] : this.bares(prior, period);
    const recorded = this.books.records.flatMap((record) => recordedPayouts(record, this.today.plans));
    return [...recorded, ...this.open, ...bare].sort((a, b) => textOrder(a.payee, b.payee) || textOrder(a.plan.name, b.plan.name) || a.period.from - b.period.from || a.period.to - b.period.to || a.plan.from - b.plan.from);
  }

  /**
   * A payout with its reasons: as it was computed today where that gives every line that was recorded, else from the record
   * itself, which is not computed a second time.
   */
  explained(payout: Payout): Payout {
    if (payout.step !== undefined) return payout;
    const again = [...this.taken].find((one) => one.payee === payout.payee && one.plan.name === payout.plan.name && one.plan.from === payout.plan.from && one.period.id === payout.period.id);
    if (again?.step !== undefined && sameLines(again, payout)) return withPayment(again, payout);
    return { ...payout, step: recordedSteps(payout, recordOf(this.books, payout.period.id)) };
  }

  /** Payouts of periods that are not closed. */
  get openPayouts(): readonly Payout[] {
    return this.open;
  }

  /** The first period that is neither closed nor before the books, in the order in which periods close. */
  openPeriod(): Span | undefined {
    return this.closing ?? this.open.map(({ period }) => period).sort(closingOrder)[0];
  }

  /** The first open period of a plan's own, else of all. */
  private postedIn(plan: string): Span | undefined {
    const own = this.open.filter((one) => one.plan.name === plan).map(({ period }) => period);
    return own.sort(closingOrder)[0] ?? this.openPeriod();
  }

  /** Every difference with the period it is posted in (undefined: none is open yet). */
  prior(): { readonly entry: PriorEntry; readonly into: Span | undefined }[] {
    this.askRest();
    const own = new Map<string, Span>();
    for (const one of this.open) if (holdsPrior(one) && !own.has(pairKey(one.payee, one.plan.name))) own.set(pairKey(one.payee, one.plan.name), one.period);
    const posted = new Map<string, Span | undefined>();
    const postedIn = (plan: string): Span | undefined => {
      if (!posted.has(plan)) posted.set(plan, this.postedIn(plan));
      return posted.get(plan);
    };
    return [...this.asked.values()].flat().map((entry) => ({ entry, into: own.get(pairKey(entry.payee, entry.plan)) ?? postedIn(entry.plan) }));
  }

  /** After the last payout: a difference in one currency is not paid in another. `only`: the payee who is asked about. */
  refuseCurrencies(problems: Problems, only?: string): void {
    const open = new Map(this.open.filter(holdsPrior).map((one): [string, Payout] => [pairKey(one.payee, one.plan.name), one]));
    for (const [key, entries] of group(this.prior().map(({ entry }) => entry))) {
      const { payee, plan, currency: own } = entries[0]!;
      if (only !== undefined && payee !== only) continue;
      const payout = open.get(key);
      const currency = payout?.currency ?? heldOf(this.books.records.at(-1), payee, plan)[0]?.currency ?? own;
      for (const one of entries) if (one.currency !== currency) problems.error('R038', otherCurrency(one, payout, currency), { ...(payout === undefined ? {} : { at: payout.plan.at }), hint: `let ${plan} end with its versions in ${one.currency}, and give what follows in ${currency} a plan id of its own; if periods in ${currency} are closed already, take out again what changed ${one.period}, and pay it by an entry of the adjustments file` });
    }
  }

  /** Payments of closed periods that would come out otherwise, and for which nothing is posted. */
  tellOtherwise(problems: Problems): number {
    const found = otherwiseOf(this.books, this.taken, this.prior().map(({ entry }) => entry), this.differences);
    for (const { period, payee, plan, text } of found)
      problems.add({ code: 'B020', severity: 'info', message: `${period}, ${payee}, ${plan}: ${text}`, hint: 'nothing is posted for it: what differs in time goes on from the balances; pay or take the rest by an entry of the adjustments file' });
    return found.length;
  }

  /** Those that no payout of the engine holds: of people or plans that are no more. */
  private unposted(): PriorEntry[] {
    const held = new Set(this.open.filter(holdsPrior).map(({ payee, plan }) => pairKey(payee, plan.name)));
    return this.prior().map(({ entry }) => entry).filter(({ payee, plan }) => !held.has(pairKey(payee, plan)));
  }

  private askRest(): void {
    for (const [payee, plan] of this.differences.pairs()) {
      const key = pairKey(payee, plan);
      if (!this.asked.has(key)) this.asked.set(key, this.differences.of(payee, plan));
    }
  }

  private differencesFor(payee: string, plan: string, recomputed: readonly Payout[]): PriorPeriodDifference[] {
    for (const payout of recomputed) if (this.differences.closed(payout.period.id)) this.recompute(payout);
    const entries = this.differences.of(payee, plan);
    this.asked.set(pairKey(payee, plan), entries);
    return entries.map(({ period, line, name, amount, text }) => ({ of: period, amount, ...(line === 'component' ? { component: name } : {}), text: `${name}: ${text}` }));
  }

  /** Every closed period under every version, so that one who was not paid in it then has a full difference now. */
  private paymentsFor(payee: string, plan: string): readonly ClosedPayment[] {
    if (this.books.records.length === 0) return [];
    const known = this.payments.get(pairKey(payee, plan));
    const versions = this.today.plans.filter(({ name }) => name === plan);
    const result: ClosedPayment[] = [];
    for (const span of this.settled) if (this.before(span)) for (const { from } of versions) result.push({ ...empty(span.id, from), elsewhere: true });
    for (const { head } of this.books.records) {
      const own = known?.get(head.period.id);
      // entries were posted whatever the version was called then
      const entries = [...new Set([...(own?.values() ?? [])].flatMap((one) => one.entries ?? []))];
      for (const { from } of versions) result.push({ ...(own?.get(from) ?? empty(head.period.id, from)), entries });
    }
    return result;
  }

  /** The payouts of a period that no calculation gives: differences of people or plans that are no more. */
  bares(prior: readonly PriorEntry[], period: Span): Payout[] {
    return [...group(prior)].map(([key, entries]) => this.bare(key, entries, period));
  }

  /** What nobody earns, and somebody gets all the same. */
  private bare(key: string, entries: readonly PriorEntry[], period: Span): Payout {
    const [payee, plan] = JSON.parse(key) as [string, string];
    const { currency } = entries[0]!;
    const amount = total(entries.map((one) => one.amount));
    const own = planOf({ plan, title: plan, version: versionIn(this.books.records.at(-1), payee, plan) ?? 0, currency }, this.today.plans);
    return barePayout({
      payee,
      plan: own,
      period,
      currency,
      payment: { earned: amount, paid: amount, lines: entries.map((one) => ({ step: 13, name: 'prior-period', cost: one.amount, change: one.amount, text: () => `${one.period}: ${one.name}: ${one.text}` })), balances: heldOf(this.books.records.at(-1), payee, plan).map(({ account, closing }) => ({ account, opening: closing, closing })), ...(amount.isZero() ? { zero: CANCELLED } : {}) },
      paid: asPaid(this.books, entries, own.rounding.mode),
    });
  }
}

/** Whether differences of closed periods are paid in it. */
function holdsPrior({ payment }: Payout): boolean {
  return payment?.lines.some(({ name }) => name === 'prior-period') === true;
}

function otherCurrency({ payee, plan, period, name, amount, text, currency }: PriorEntry, payout: Payout | undefined, paid: string): string {
  return `${moneyIn(amount, currency)} of ${period} are due to ${payee} under plan ${plan} (${name}: ${text}), ${payout === undefined ? `and other amounts of the same plan are in ${paid}` : `and ${payout.period.id}, in which it would be paid, is in ${paid}`}`;
}

function sameLines(a: Payout, b: Payout): boolean {
  const lines = ({ components, adjustments }: Payout): [string, Exact][] => [...components.map((one): [string, Exact] => [one.component, one.earned]), ...adjustments.filter((one) => !one.change.isZero()).map((one): [string, Exact] => [`adjustment ${one.name}`, one.change])];
  const [left, right] = [lines(a), lines(b)];
  return left.length === right.length && left.every(([name, amount]) => right.some(([other, also]) => other === name && also.equals(amount)));
}

function group(entries: readonly PriorEntry[]): Map<string, PriorEntry[]> {
  return groupedBy(entries, (one) => pairKey(one.payee, one.plan));
}

function empty(period: string, planFrom: Day): ClosedPayment {
  return { period, planFrom, earned: ZERO, paid: ZERO, balances: new Map() };
}

function paymentsOf({ records }: Books): Map<string, Map<string, Map<Day, ClosedPayment>>> {
  const pairs = new Map<string, Map<string, Map<Day, ClosedPayment>>>();
  for (const record of records)
    for (const payment of record.payments) {
      const { payee, plan, version, earned, paid, entries } = payment;
      const { balances } = ofPayout(record, payment);
      const periods = pairs.get(pairKey(payee, plan)) ?? new Map<string, Map<Day, ClosedPayment>>();
      const known = periods.get(record.head.period.id) ?? new Map<Day, ClosedPayment>();
      known.set(version, {
        period: record.head.period.id,
        planFrom: version,
        entries: entries === undefined ? [] : (JSON.parse(entries) as string[]),
        earned,
        paid,
        balances: new Map(balances.map(({ account, closing, state }): [string, { closing: typeof closing; state?: State }] => [account, { closing, ...(state === undefined ? {} : { state: JSON.parse(state) as State }) }])),
      });
      pairs.set(pairKey(payee, plan), periods.set(record.head.period.id, known));
    }
  return pairs;
}
