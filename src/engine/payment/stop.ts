/** One halt of the payment stage: a person's period with what was earned in it, before anything is kept back or paid ahead. */
import type { ManualEntry } from '../../data/manual-entry.ts';
import type { Day } from '../../value/day.ts';
import type { Exact } from '../../value/exact.ts';
import type { Moment } from '../moment.ts';
import type { Tray } from './passage.ts';
import type { PriorPeriodDifference } from './result.ts';

export interface Stop {
  readonly moment: Moment;
  /** What the components and the rules of the plan earned. */
  readonly total: Exact;
  /** The same by component, after the rules of the plan. */
  readonly left: ReadonlyMap<string, Exact>;
  /** False in a period after the person has left. */
  readonly inPlan: boolean;
  /** Whether the person leaves in this period. */
  readonly leaves: boolean;
  /** Whether the person left in an earlier period and has not come back. */
  readonly gone: boolean;
  readonly serviceFrom: Day | undefined;
  /** Entries of the adjustments file for this period. */
  readonly entries: readonly ManualEntry[];
  /** Those that a closed period's record holds; only for working it out anew. */
  readonly past: readonly ManualEntry[];
  /** Paid with a later version of the same period: nothing acts yet. */
  readonly postponed: boolean;
  /** The stops of the same period that were postponed until this one. */
  readonly earlier: readonly Stop[];
  readonly differences: readonly PriorPeriodDifference[];
  /** Balances that pass to other plans of the person at the end of this stop, and those that come from others before it. */
  readonly passes: readonly Tray[];
  readonly comes: readonly Tray[];
  /** Accounts that the person takes along: for these they do not leave. */
  readonly stays: ReadonlySet<string>;
}
