/**
 * The payment stage of one person under one plan: from what is earned to what is paid, period after period, with the balances
 * that go on from one to the next. Rule: mechanics.md §0, steps 13–16; what an account moves by follows from what was due
 * before and after its rule, so that opening + earned − paid = closing cannot fail.
 */
import type { ManualEntry } from '../../data/manual-entry.ts';
import type { AppliedPayment, State } from '../../mechanic/payment.ts';
import type { Day } from '../../value/day.ts';
import { ZERO, type Exact } from '../../value/exact.ts';
import { roundTo } from '../../value/rounding.ts';
import { textOrder } from '../../value/text-order.ts';
import type { Moment } from '../moment.ts';
import { StageGiven } from './given.ts';
import { closedKey, vacancyLine, type Balance, type ClosedPayment, type Payment, type PaymentLine } from './result.ts';
import type { Stop } from './stop.ts';
import { whyNothing } from './zero.ts';

interface Account {
  balance: Exact;
  state: State | undefined;
}

const NOTHING: Account = { balance: ZERO, state: undefined };

export class PaymentStage {
  private readonly accounts = new Map<string, Account>();
  private currency: string | undefined;
  private number = 0;

  constructor(
    private readonly closed: ReadonlyMap<string, ClosedPayment>,
    private readonly through: Day | undefined,
  ) {}

  /** Whether the record already has this period. */
  isClosed(moment: Moment): boolean {
    return this.recordOf(moment) !== undefined;
  }

  /** Whether the record holds a payment of this very period. */
  isRecorded({ period, version }: Moment): boolean {
    return this.closed.has(closedKey(period.id, version.plan.from));
  }

  /** Whether a mechanic still has something to pay or to hold. */
  get open(): boolean {
    return [...this.accounts.values()].some(({ balance }) => !balance.isZero());
  }

  /** Whether something waits to be paid. */
  get waits(): boolean {
    return [...this.accounts.values()].some(({ balance }) => balance.sign() > 0);
  }

  settle(stop: Stop): Payment {
    if (stop.inPlan) this.number++;
    const { moment } = stop;
    const { plan } = moment.version;
    const recorded = this.recordOf(moment);
    if (recorded !== undefined) return this.recorded(recorded);
    this.refuseOtherCurrency(stop);
    const opening = new Map([...this.accounts].map(([name, { balance }]): [string, Exact] => [name, balance]));
    const lines: PaymentLine[] = [];
    let due = stop.total;
    let cost = ZERO;
    const add = (line: PaymentLine): void => {
      lines.push(line);
      due = due.plus(line.change);
      cost = cost.plus(line.cost);
    };
    if (moment.vacant && !due.isZero()) add(vacancyLine(due, moment.words));
    for (const { of, amount, text } of stop.differences) add({ step: 13, name: 'prior-period', cost: amount, change: amount, text: () => `${of}: ${text}` });
    // nobody sits there, so nothing is advanced, held or recovered
    const rules = moment.vacant ? [] : plan.payments.filter(({ mechanic }) => !stop.unreached || mechanic.unsold !== true);
    const [early, late] = [rules.filter(({ mechanic }) => mechanic.step < 16), rules.filter(({ mechanic }) => mechanic.step >= 16)];
    for (const applied of early) add(this.act(applied, due, stop));
    for (const entry of stop.entries) if (entry.kind === 'pay') add(entryLine(entry));
    for (const applied of late) add(this.act(applied, due, stop));
    const payment = { earned: stop.total.plus(cost), paid: due, lines, balances: this.balances(opening) };
    return due.isZero() ? { ...payment, zero: whyNothing(payment, stop) } : payment;
  }

  private recordOf({ period, version }: Moment): ClosedPayment | undefined {
    const recorded = this.closed.size === 0 ? undefined : this.closed.get(closedKey(period.id, version.plan.from));
    if (recorded !== undefined || this.through === undefined || period.to > this.through) return recorded;
    // closed without this person: nothing was paid, and nothing moved
    return { period: period.id, planFrom: version.plan.from, earned: ZERO, paid: ZERO, balances: new Map([...this.accounts].map(([name, { balance, state }]) => [name, { closing: balance, ...(state === undefined ? {} : { state }) }])) };
  }

  private act(applied: AppliedPayment, due: Exact, stop: Stop): PaymentLine {
    const { mechanic, config, account: name, at } = applied;
    const account = this.accounts.get(name) ?? NOTHING;
    const { rounding } = stop.moment.version.plan;
    const given = new StageGiven(stop, applied, due, account.balance, account.state, this.number, stop.entries.filter((entry) => entry.account === name));
    const outcome = mechanic.pay(config, given);
    const change = roundTo(outcome.due, rounding).minus(due);
    const cost = outcome.cost === undefined ? ZERO : roundTo(outcome.cost, rounding);
    const balance = account.balance.plus(cost).minus(change);
    if (!balance.isZero() || outcome.state !== undefined || account !== NOTHING) this.accounts.set(name, { balance, state: outcome.state });
    return {
      step: mechanic.step,
      name: mechanic.key,
      account: name,
      cost,
      change,
      text: outcome.text,
      at,
      ...(outcome.parts === undefined ? {} : { parts: outcome.parts }),
      ...(outcome.took === undefined ? {} : { took: outcome.took }),
    };
  }

  /** A closed period is paid as it was recorded; what it left behind is where the next one begins. */
  private recorded({ earned, paid, balances }: ClosedPayment): Payment {
    const opening = new Map([...this.accounts].map(([name, { balance }]): [string, Exact] => [name, balance]));
    this.accounts.clear();
    for (const [name, { closing, state }] of balances) this.accounts.set(name, { balance: closing, state });
    return { earned, paid, lines: [], balances: this.balances(opening), closed: true, ...(paid.isZero() ? { zero: 'the period is closed, and nothing was paid for it' } : {}) };
  }

  private balances(opening: ReadonlyMap<string, Exact>): Balance[] {
    const names = [...new Set([...opening.keys(), ...this.accounts.keys()])].sort(textOrder);
    return names.flatMap((account) => {
      const [before, now] = [opening.get(account) ?? ZERO, this.accounts.get(account) ?? NOTHING];
      if (before.isZero() && now.balance.isZero() && now.state === undefined) return [];
      return [{ account, opening: before, closing: now.balance, ...(now.state === undefined ? {} : { state: now.state }) }];
    });
  }

  /** A balance is money in the currency of its version; a version in another one would read its digits as its own. */
  private refuseOtherCurrency({ moment }: Stop): void {
    const { plan } = moment.version;
    if (this.currency !== undefined && this.currency !== plan.currency && this.open)
      moment.book.facts.problems.error('R030', `${moment.enrolment.person} has a balance in ${this.currency} under plan ${plan.name}, whose version from here on is in ${plan.currency}`, { at: plan.at, hint: 'end the balance under the earlier version, or give the new plan another id' });
    this.currency = plan.currency;
  }
}

function entryLine(entry: ManualEntry): PaymentLine {
  const amount = entry.amount!;
  const { id, reason, author, approver, at } = entry;
  return { step: 16, name: 'entry', cost: amount, change: amount, text: () => `${id}: ${reason} (${author}${approver === undefined ? '' : `, approved by ${approver}`})`, ...(at === undefined ? {} : { data: at }) };
}
