/** What the employer owes on top of one person's pay under a plan, period after period: ceilings add pay up over their window (TIM-28). */
import type { EmployerCost } from '../plan/model.ts';
import { least, total, ZERO, type Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import type { Moment } from './moment.ts';
import type { WorkedPayout } from './payout.ts';
import type { EmployerCostResult } from './result.ts';

export class EmployerCosts {
  /** By cost and window: the pay so far. */
  private readonly before = new Map<string, Exact>();

  of(worked: WorkedPayout, moment: Moment): readonly EmployerCostResult[] {
    return moment.version.plan.employerCosts.map((cost) => this.one(cost, worked, moment));
  }

  private one({ name, rate, of, ceiling, at }: EmployerCost, worked: WorkedPayout, { version, period, words }: Moment): EmployerCostResult {
    const late = of === undefined ? [] : (worked.payment?.lines ?? []).filter(({ prior }) => prior?.component !== undefined && of.includes(prior.component));
    const windowOf = (id: string): string | undefined => (ceiling === undefined || ceiling.over === 'period' ? id : version.calendar.periods.find((one) => one.id === id)?.[ceiling.over]);
    // what came late to closed periods of the same window is in their sums already, and nothing was owed on it yet
    const known = total(late.filter(({ prior }) => windowOf(prior!.of) === windowOf(period.id)).map(({ cost }) => cost));
    const pay = total(late.map(({ cost }) => cost)).plus(of === undefined ? (worked.payment?.paid ?? worked.total) : total(worked.components.map(({ component, shown }) => (of.includes(component.name) ? (worked.left?.get(component.name) ?? shown) : ZERO))));
    const on = of === undefined ? 'paid' : `earned by ${of.join(', ')}`;
    const key = `${name} ${ceiling === undefined || ceiling.over === 'period' ? period.id : (period[ceiling.over] ?? period.id)}`;
    const before = ceiling?.over === 'period' ? ZERO : (this.before.get(key) ?? ZERO).minus(known);
    const after = before.plus(pay);
    this.before.set(key, after);
    const base = ceiling === undefined ? pay : least(ceiling.at, after).minus(least(ceiling.at, before));
    const amount = roundTo(base.times(rate), version.plan.rounding);
    const cut = base.equals(pay) ? '' : ` within the ceiling of ${words.money(ceiling!.at)} per ${ceiling!.over}, of ${words.money(pay)}${before.isZero() ? '' : ` after ${words.money(before)}`}`;
    return { name, base, amount, at, text: `${words.percent(rate)} of ${words.money(base)} ${on}${cut}; owed by the employer, no part of pay` };
  }
}
