/**
 * What a person has earned under a plan so far, version after version: the past that true-ups, yearly caps and yearly
 * minimums look at.
 */
import type { Period, WindowName } from '../value/calendar.ts';
import { ZERO, type Exact } from '../value/exact.ts';

interface Earning {
  readonly period: Period;
  readonly version: number;
  readonly amounts: ReadonlyMap<string, Exact>;
}

export class History {
  private readonly past: Earning[] = [];

  record(period: Period, version: number, amounts: ReadonlyMap<string, Exact>): void {
    this.past.push({ period, version, amounts });
  }

  /** The sum earned under `key` (a component, or a plan-level rule) in the same window as `period`, before now. */
  earned(key: string, period: Period, window: WindowName, version: number | undefined): Exact {
    const id = period[window];
    let sum = ZERO;
    for (const earning of this.past) {
      if (id === undefined || earning.period[window] !== id) continue;
      if (version !== undefined && earning.version !== version) continue;
      sum = sum.plus(earning.amounts.get(key) ?? ZERO);
    }
    return sum;
  }
}
