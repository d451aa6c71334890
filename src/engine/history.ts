/**
 * What a person has earned under a plan so far, version after version: the past that true-ups, yearly caps and yearly
 * minimums look at.
 */
import type { Period, WindowName } from '../value/calendar.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import type { Booking } from './by-event.ts';
import type { Register } from './register.ts';
import type { Version } from './version.ts';

interface Earning {
  readonly period: Period;
  readonly version: Version;
  /** By the version's places: components, then plan-level rules. */
  readonly amounts: readonly Exact[];
}

/** A sum that goes on from where it was last asked for, while it is asked for the same window. */
interface Running {
  id: string;
  group: number;
  /** How many earnings it has looked at. */
  seen: number;
  sum: Exact;
}

export class History {
  /** By component: the sales that a return may take back. */
  readonly registers = new Map<string, Register>();
  /** By component: the sales that are earned in parts. */
  readonly bookings = new Map<string, Booking>();
  private readonly kept = new Map<string, Map<string, Exact>>();
  private readonly past: Earning[] = [];
  private readonly running = { month: new Map<string, Running>(), quarter: new Map<string, Running>(), half: new Map<string, Running>(), year: new Map<string, Running>() };

  /** By component and deal: the part that its credit cap let count, where that was not all. */
  keptOf(component: string): Map<string, Exact> {
    let kept = this.kept.get(component);
    if (kept === undefined) this.kept.set(component, (kept = new Map()));
    return kept;
  }

  record(period: Period, version: Version, amounts: readonly Exact[]): void {
    this.past.push({ period, version, amounts });
  }

  /** The sum earned under `key` (see `Version.places`) in the same window as `period`, before now, in versions of one group. */
  earned(key: string, period: Period, window: WindowName, group: number): Exact {
    const id = period[window];
    if (id === undefined || this.past.length === 0) return ZERO;
    let running = this.running[window].get(key);
    if (running === undefined || running.id !== id || running.group !== group) this.running[window].set(key, (running = { id, group, seen: 0, sum: ZERO }));
    for (; running.seen < this.past.length; running.seen++) {
      const earning = this.past[running.seen]!;
      if (earning.period[window] !== id || earning.version.group !== group) continue;
      const place = earning.version.places.get(key);
      if (place !== undefined) running.sum = running.sum.plus(earning.amounts[place]!);
    }
    return running.sum;
  }
}
