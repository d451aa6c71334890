/**
 * The payment stage of one person under one plan: from what is earned to what is paid, period after period, with the balances
 * that go on from one to the next. Rule: mechanics.md §0, steps 13–16; what an account moves by follows from what was due
 * before and after its rule, so that opening + earned − paid = closing cannot fail.
 */
import type { ManualEntry } from '../../data/manual-entry.ts';
import type { AppliedPayment, PaymentOutcome, State } from '../../mechanic/payment.ts';
import { dayText, type Day } from '../../value/day.ts';
import { ZERO, type Exact } from '../../value/exact.ts';
import { textOrder } from '../../value/text-order.ts';
import type { Moment } from '../moment.ts';
import { StageGiven } from './given.ts';
import { brought, postponed, rulesAt, together, WAITING, type Acting } from './payday.ts';
import { closedKey, COMES, PASSES, vacancyLine, type Balance, type ClosedEnd, type ClosedPayment, type Payment, type PaymentLine } from './result.ts';
import { refuseOverlap } from './overlap.ts';
import type { Tray } from './passage.ts';
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
  private begun = false;
  /** Accounts that a warning has told of. */
  private readonly told = new Set<string>();
  private counted: string | undefined;
  private service: Day | undefined;
  /** Stops of the running period that wait for the last version of it. */
  private waiting: Stop[] = [];
  /** The same person as if no period were closed: what is final comes out of here, so that closing never changes what is paid in the end. */
  private readonly asOpen: PaymentStage | undefined;

  constructor(
    private readonly closed: ReadonlyMap<string, ClosedPayment>,
    private readonly through: Day | undefined,
    private held?: ClosedEnd,
    private readonly tells = true,
  ) {
    this.asOpen = closed.size === 0 ? undefined : new PaymentStage(new Map(), undefined, undefined, false);
  }

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
    // instalments of both signs may cancel out for a while
    const accounts = this.held === undefined ? this.accounts : accountsOf(this.held.balances);
    return [...accounts.values()].some(({ balance, state }) => !balance.isZero() || Array.isArray(state));
  }

  settle(given: Stop): Payment {
    const { moment } = given;
    this.count(given);
    const recorded = this.recordOf(moment);
    const open = recorded?.elsewhere === true ? this.asOpen?.pass(given) : this.asOpen?.settle({ ...given, entries: recorded === undefined ? given.entries : given.past, differences: [], passes: shadows(given.passes), comes: shadows(given.comes) });
    if (recorded !== undefined) return this.recorded(recorded, open);
    const stop = given.postponed ? given : together(given, this.waiting);
    this.waiting = given.postponed ? [...this.waiting, given] : [];
    this.goOn(stop);
    this.refuseOtherCurrency(stop);
    this.warnWithoutRule(stop);
    this.takeOver(stop);
    const opening = new Map([...this.accounts].map(([name, { balance }]): [string, Exact] => [name, balance]));
    const lines: PaymentLine[] = [];
    let due = stop.total;
    let cost = ZERO;
    const add = (line: PaymentLine): void => {
      lines.push(line);
      due = due.plus(line.change);
      cost = cost.plus(line.cost);
    };
    for (const line of this.takeAlong(stop)) add(line);
    // who is not in the plan any more has it all in the other one, before anything acts on it here
    if (!stop.inPlan) for (const line of this.passOn(stop)) add(line);
    if (moment.vacant && !due.isZero()) add(vacancyLine(due, moment.words));
    for (const { of, component, amount, text } of stop.differences) add({ step: 13, name: 'prior-period', prior: { of, ...(component === undefined ? {} : { component }) }, cost: amount, change: amount, text: () => `${of}: ${text}` });
    const waited = this.accounts.get(WAITING)?.balance ?? ZERO;
    const waits = stop.postponed ? waited.plus(due) : ZERO;
    if (!waits.equals(waited)) add(stop.postponed ? postponed(due, stop) : brought(waited, stop));
    if (waits.isZero()) this.accounts.delete(WAITING);
    else this.accounts.set(WAITING, { balance: waits, state: undefined });
    // nobody sits there, so nothing is advanced, held or recovered
    const rules = moment.vacant || stop.postponed ? [] : rulesAt(stop);
    const [early, late] = [rules.filter(({ applied }) => applied.mechanic.step < 16), rules.filter(({ applied }) => applied.mechanic.step >= 16)];
    for (const rule of early) add(this.act(rule, due, open));
    // a balance ends when held money has been released, which may pay it back
    for (const rule of early) {
      const line = this.end(rule, due);
      if (line !== undefined) add(line);
    }
    if (!stop.postponed) for (const entry of stop.entries) if (entry.kind === 'pay') add(entryLine(entry));
    for (const rule of late) add(this.act(rule, due, open));
    for (const line of this.passOn(stop)) add(line);
    const payment = { earned: stop.total.plus(cost), paid: due, lines, balances: this.balances(opening) };
    return due.isZero() ? { ...payment, zero: whyNothing(payment, stop) } : payment;
  }

  private recordOf({ period, version }: Moment): ClosedPayment | undefined {
    const recorded = this.closed.size === 0 ? undefined : this.closed.get(closedKey(period.id, version.plan.from));
    if (recorded !== undefined || this.through === undefined || period.to > this.through) return recorded;
    // closed without this person: nothing was paid, and nothing moved
    return { period: period.id, planFrom: version.plan.from, earned: ZERO, paid: ZERO, balances: new Map([...this.accounts].map(([name, { balance, state }]) => [name, { closing: balance, ...(state === undefined ? {} : { state }) }])) };
  }

  /** A period of which nothing is known but that it was. */
  private pass(stop: Stop): undefined {
    this.count(stop);
    return undefined;
  }

  /** A period that a version cuts in two is one period of the person; a new service begins anew. */
  private count({ inPlan, moment, serviceFrom }: Stop): void {
    if (inPlan && this.counted !== moment.period.id) this.number = this.service === serviceFrom ? this.number + 1 : 1;
    if (inPlan) this.service = serviceFrom;
    this.counted = moment.period.id;
  }

  private act({ applied, stop }: Acting, due: Exact, open: Payment | undefined): PaymentLine {
    const { mechanic, config, account: name } = applied;
    // what is posted of closed periods neither makes a guarantee smaller nor is forgotten
    const known = mechanic.final?.(config) === true ? open?.lines.find((line) => line.account === name) : undefined;
    if (known !== undefined) return known;
    const given = this.given(applied, due, stop, stop.entries.filter((entry) => entry.account === applied.account));
    return this.posted(applied, given, mechanic.pay(config, given));
  }

  private end({ applied, stop }: Acting, due: Exact): PaymentLine | undefined {
    if (applied.mechanic.settle === undefined) return undefined;
    const given = this.given(applied, due, stop, []);
    const outcome = applied.mechanic.settle(applied.config, given);
    return outcome === undefined ? undefined : { ...this.posted(applied, given, outcome), step: 15 };
  }

  private given(applied: AppliedPayment, due: Exact, stop: Stop, entries: readonly ManualEntry[]): StageGiven {
    const { balance, state } = this.accounts.get(applied.account) ?? NOTHING;
    return new StageGiven(stop, applied, due, balance, state, this.number, entries);
  }

  /** Moves the account by what the outcome says. */
  private posted({ mechanic, config, account: name, at }: AppliedPayment, { due, opening }: StageGiven, outcome: PaymentOutcome): PaymentLine {
    // what a mechanic works out it has rounded; rounding what it leaves alone would move cents that no rule moves
    const change = outcome.due.minus(due);
    const cost = outcome.cost ?? ZERO;
    const balance = opening.plus(cost).minus(change);
    if (!balance.isZero() || outcome.state !== undefined || this.accounts.has(name)) this.accounts.set(name, { balance, state: outcome.state });
    return {
      step: mechanic.step,
      name: mechanic.key,
      account: name,
      cost,
      change,
      text: outcome.text,
      at,
      ...(mechanic.final?.(config) === true ? { final: true } : {}),
      ...(outcome.parts === undefined ? {} : { parts: outcome.parts }),
      ...(outcome.took === undefined ? {} : { took: outcome.took }),
    };
  }

  /** A closed period is paid as it was recorded; what it left behind is where the next one begins. */
  private recorded({ earned, paid, balances }: ClosedPayment, open: Payment | undefined): Payment {
    this.begun = true;
    this.waiting = [];
    const opening = new Map([...this.accounts].map(([name, { balance }]): [string, Exact] => [name, balance]));
    this.stand(balances);
    return { earned, paid, lines: [], balances: this.balances(opening), closed: true, ...(open === undefined ? {} : { anew: { lines: open.lines.filter(({ final }) => final === true), paid: open.paid } }), ...(paid.isZero() ? { zero: 'the period is closed, and nothing was paid for it' } : {}) };
  }

  /** Before the first open period: the accounts stand where the last record left them, not where a period of today would look. */
  private goOn(stop: Stop): void {
    const { held } = this;
    if (held === undefined) return;
    if (this.tells) refuseOverlap(stop, held, this.open);
    this.held = undefined;
    this.begun = true;
    this.currency = held.currency;
    this.stand(held.balances);
    // it waits inside a period, and what is closed was paid
    this.accounts.delete(WAITING);
  }

  private stand(balances: ClosedPayment['balances']): void {
    this.accounts.clear();
    for (const [name, account] of accountsOf(balances)) this.accounts.set(name, account);
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
    if (this.tells && this.currency !== undefined && this.currency !== plan.currency && this.open)
      moment.book.facts.problems.error('R030', `${moment.enrolment.person} has a balance in ${this.currency} under plan ${plan.name}, whose version from here on is in ${plan.currency}`, { at: plan.at, hint: 'end the balance under the earlier version, or give the new plan another id' });
    this.currency = plan.currency;
  }

  /** Balances that somebody comes with, from books kept elsewhere: they stand before the first period does anything. */
  private takeOver({ entries, moment: { version: { plan }, enrolment, period, book } }: Stop): void {
    for (const { kind, id, account, amount, at } of entries) {
      if (kind !== 'open') continue;
      const rule = plan.payments.find((one) => one.account === account);
      const refused = this.begun || this.accounts.has(account!) || rule === undefined;
      if (refused && this.tells)
        book.facts.problems.error('R036', `entry ${id} opens ${account} of ${enrolment.person} in ${period.id}, ${this.begun ? 'and that is not their first period' : 'which is opened twice'}`, { ...(at === undefined ? {} : { data: at }), hint: this.begun ? 'date it in the first period that is settled for them; later balances come from there' : 'write one entry for each balance' });
      else if (!refused) this.accounts.set(account!, { balance: amount!, state: rule.mechanic.opens?.state?.(amount!, period.id) });
    }
    this.begun = true;
  }

  /** Balances that come with the person from another plan. */
  private takeAlong({ comes, moment: { version: { plan }, words } }: Stop): PaymentLine[] {
    return comes.flatMap(({ from, loads }) =>
      loads.map(({ account, balance, state }): PaymentLine => {
        const rule = plan.payments.find((one) => one.account === account)!;
        const own = this.accounts.get(account) ?? NOTHING;
        this.accounts.set(account, { balance: own.balance.plus(balance), state: rule.mechanic.joins?.(own.state, state) ?? own.state });
        return { step: 13, name: COMES, account, cost: balance, change: ZERO, text: () => `${words.money(balance)} comes from plan ${from} with the person`, at: plan.balancesFrom!.find(({ name }) => name === from)!.at };
      }),
    );
  }

  /** Balances that go with the person into another plan. */
  private passOn({ passes, moment }: Stop): PaymentLine[] {
    const { version: { plan }, enrolment, words, book } = moment;
    return passes.flatMap(({ to: { plan: to }, accounts, disputed, loads }) =>
      [...accounts].flatMap((account): readonly PaymentLine[] => {
        const own = this.accounts.get(account);
        if (own === undefined || (own.balance.isZero() && !Array.isArray(own.state))) return [];
        const at = to.balancesFrom!.find(({ name }) => name === plan.name)!.at;
        if (to.currency !== plan.currency) {
          if (this.tells) book.facts.problems.error('R030', `${enrolment.person} has a balance in ${plan.currency} on ${account} of plan ${plan.name}, and plan ${to.name}, which takes it, is in ${to.currency}`, { at, hint: 'end the balance under the earlier plan, or leave balances-from out' });
          return [];
        }
        const dispute = disputed.get(account);
        if (dispute !== undefined && this.tells)
          book.facts.problems.error('R041', `${enrolment.person} goes from plan ${plan.name} into ${to.name} and ${dispute.rival} on ${dayText(dispute.day)}, and both take ${account} along`, { at, hint: 'let one of them take it' });
        this.accounts.delete(account);
        loads.push({ account, ...own });
        return [{ step: 16, name: PASSES, account, cost: own.balance.negated(), change: ZERO, text: () => `${words.money(own.balance)} passes to plan ${to.name} with the person`, at }];
      }),
    );
  }

  /** A balance that no rule of this version moves stays as it is; nobody may have meant that. */
  private warnWithoutRule({ moment: { version: { plan }, enrolment, period, words, book } }: Stop): void {
    for (const [name, { balance }] of this.accounts) {
      if (!this.tells || balance.isZero() || this.told.has(name) || name === WAITING || plan.payments.some(({ account }) => account === name)) continue;
      this.told.add(name);
      book.facts.problems.warning('R035', `${enrolment.person} has ${words.money(balance)} on ${name} in ${period.id}, and plan ${plan.name} has no rule for it from ${dayText(plan.from)} on: it stays as it is`, {
        at: plan.at,
        hint: `keep the rule of ${name} in this version (a draw of 0 per month still recovers), or end the balance under the earlier one by an entry of the adjustments file`,
      });
    }
  }
}

function accountsOf(balances: ClosedPayment['balances']): Map<string, Account> {
  return new Map([...balances].map(([name, { closing, state }]) => [name, { balance: closing, state }]));
}

function shadows(trays: readonly Tray[]): readonly Tray[] {
  return trays.map(({ open }) => open!);
}

function entryLine(entry: ManualEntry): PaymentLine {
  const amount = entry.amount!;
  const { id, reason, author, approver, at } = entry;
  return { step: 16, name: 'entry', cost: amount, change: amount, text: () => `${id}: ${reason} (${author}${approver === undefined ? '' : `, approved by ${approver}`})`, ...(at === undefined ? {} : { data: at }) };
}
