/** Payouts added up for a table: one sheet for each plan version, one row for each person or period. */
import type { ComponentResult, Payout } from '../../engine/result.ts';
import type { Known } from '../../mechanic/mechanic.ts';
import type { Plan } from '../../plan/model.ts';
import { total, ZERO, type Exact } from '../../value/exact.ts';
import { payableOf, zeroOf } from '../payment.ts';
import { PERIOD, windowWords } from './window-words.ts';

/** Results and quotas that an attainment is made of, each payee's once. */
interface Reached {
  readonly base: Exact;
  readonly quota: Exact;
}

interface Attainments {
  times: number;
  last: Known | undefined;
  readonly parts: Map<string, Reached>;
}

export class SheetRow {
  readonly earned = new Map<string, Exact>();
  readonly paid = new Map<string, Exact>();
  readonly reasons = new Set<string>();
  /** Why nothing was paid though something was earned. */
  readonly unpaid = new Set<string>();
  readonly people = new Set<string>();
  adjusted = ZERO;
  /** Earned beside the components: top-ups, manual entries, what was forgiven. */
  beside = ZERO;
  /** The same by what it comes from. */
  readonly besides = new Map<string, Exact>();
  /** In plan currency. */
  payable = ZERO;
  /** By payee, then account: as it opened first and closed last. */
  readonly balances = new Map<string, Map<string, { readonly opening: Exact; closing: Exact }>>();
  /** Of the total, what vacant seats would have been paid. */
  vacant = ZERO;
  /** Owed by the employer on top, by name. */
  readonly employerCosts = new Map<string, Exact>();
  total = ZERO;
  credited = ZERO;
  private readonly reached = new Map<string, Attainments>();

  add(payout: Payout): void {
    this.people.add(payout.payee);
    for (const component of payout.components) {
      this.earned.set(component.component, (this.earned.get(component.component) ?? ZERO).plus(component.earned));
      this.reach(payout, component);
    }
    for (const adjustment of payout.adjustments) this.adjusted = this.adjusted.plus(adjustment.change);
    this.total = this.total.plus(payout.total);
    if (payout.vacant === true) this.vacant = this.vacant.plus(payout.total);
    this.credited = this.credited.plus(payout.credited);
    this.addPayment(payout);
    for (const { name, amount } of payout.employerCosts ?? []) this.employerCosts.set(name, (this.employerCosts.get(name) ?? ZERO).plus(amount));
    this.paid.set(payout.paid.currency, (this.paid.get(payout.paid.currency) ?? ZERO).plus(payout.paid.amount));
    if (payout.zero !== undefined) this.reasons.add(zeroOf(payout)!);
  }

  /** What the company owes at the end of the row's last period, less what it is owed. */
  get closing(): Exact {
    return total([...this.balances.values()].flatMap((accounts) => [...accounts.values()].map(({ closing }) => closing)));
  }

  private addPayment(payout: Payout): void {
    this.payable = this.payable.plus(payableOf(payout));
    if (payout.payment === undefined) return;
    this.beside = this.beside.plus(payout.payment.earned.minus(payout.total));
    for (const { name, cost } of payout.payment.lines) if (!cost.isZero()) this.besides.set(name, (this.besides.get(name) ?? ZERO).plus(cost));
    const accounts = this.balances.get(payout.payee) ?? new Map<string, { readonly opening: Exact; closing: Exact }>();
    this.balances.set(payout.payee, accounts);
    for (const { account, opening, closing } of payout.payment.balances) accounts.set(account, { opening: accounts.get(account)?.opening ?? opening, closing });
    if (payout.payment.zero !== undefined && !payout.total.isZero()) this.unpaid.add(payout.payment.zero);
  }

  /** Results ÷ quotas over everything in the row; one attainment alone is shown as the engine gave it. */
  attainment(key: string): Known | undefined {
    const found = this.reached.get(key);
    if (found === undefined || found.times === 1) return found?.last;
    let base = ZERO;
    let quota = ZERO;
    for (const one of found.parts.values()) {
      base = base.plus(one.base);
      quota = quota.plus(one.quota);
    }
    return quota.sign() > 0 ? { value: base.over(quota) } : { none: 'no quota' };
  }

  private reach(payout: Payout, component: ComponentResult): void {
    const key = attainmentKey(payout.plan, component);
    if (key === undefined) return;
    const found = this.reached.get(key) ?? { times: 0, last: undefined, parts: new Map() };
    this.reached.set(key, found);
    // A result to date holds those of earlier periods: only the payee's last one counts.
    const whose = windowWords(payout.plan, component) !== PERIOD ? payout.payee : `${payout.payee} ${payout.period.id}`;
    if (!found.parts.has(whose)) found.times++;
    found.last = component.attainment;
    if (component.base.value !== undefined && component.quota?.value !== undefined) found.parts.set(whose, { base: resultOf(payout.plan, component, component.base.value, component.quota.value), quota: component.quota.value });
  }
}

/** What is held against the quota: the base, or at plan rates what the attainment says it was. */
function resultOf({ planRates }: Plan, { attainment }: ComponentResult, base: Exact, quota: Exact): Exact {
  return planRates === true && attainment?.value !== undefined ? attainment.value.times(quota) : base;
}

/** Components that show the same attainment share a column; undefined where no attainment was asked for. */
export function attainmentKey(plan: Plan, component: ComponentResult): string | undefined {
  return component.attainment === undefined ? undefined : `${component.on} ${windowWords(plan, component)}`;
}

/** What a column of attainment shows. */
export interface Attained {
  readonly measure: string;
  /** `undefined`: the period itself. */
  readonly window: string | undefined;
}

export class Sheet {
  readonly rows = new Map<string, SheetRow>();
  readonly all = new SheetRow();
  /** Titles of components, by name, in the plan's order. */
  readonly components = new Map<string, string>();
  readonly attainments = new Map<string, Attained>();
  /** Whether something stands between earned and paid. */
  payments = false;
  /** First days of the periods, by their ids. */
  readonly periods = new Map<string, number>();
  readonly currency: string;
  readonly plan: Plan;

  constructor(plan: Plan, currency: string) {
    this.plan = plan;
    this.currency = currency;
  }

  add(key: string, payout: Payout): void {
    let row = this.rows.get(key);
    if (row === undefined) this.rows.set(key, (row = new SheetRow()));
    row.add(payout);
    this.all.add(payout);
    this.periods.set(payout.period.id, payout.period.from);
    this.payments ||= payout.payment !== undefined;
    for (const component of payout.components) {
      this.components.set(component.component, component.title);
      const attainment = attainmentKey(payout.plan, component);
      if (attainment === undefined || this.attainments.has(attainment)) continue;
      const window = windowWords(payout.plan, component);
      this.attainments.set(attainment, { measure: component.on, window: window === PERIOD ? undefined : window.replaceAll('-', ' ') });
    }
  }
}
