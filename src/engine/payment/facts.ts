/** What the payment stage knows besides the plan: plain data from the adjustments file, the people file and the record. */
import type { Day } from '../../value/day.ts';
import type { LateFacts } from '../late-rows.ts';
import type { Payout } from '../result.ts';
import type { EntryDesk } from './desk.ts';
import type { ClosedEnd, ClosedPayment, PriorPeriodDifference } from './result.ts';

/** What the record of closed periods tells; see the record room. */
export interface ClosedFacts {
  /** The last day of the last closed period. A period up to it that the record does not have was closed with nothing in it. */
  readonly through?: Day;
  /** The same, where the record has every period up to it: these are settled again, however far the data reach. */
  readonly reaches?: Day;
  /** What is known of rows that come late. */
  readonly late?: LateFacts;
  /** The closed periods of a payee under the plan of this id, in order of time. */
  of(payee: string, plan: string): readonly ClosedPayment[];
  /** Where the last of them left the accounts of the two, whatever its version and its period are called today; the first open period begins there. */
  left?(payee: string, plan: string): ClosedEnd | undefined;
  /** How closed periods differ from what they come out as now; asked once, when the first open period is reached. */
  differences?(payee: string, plan: string, recomputed: readonly Payout[]): readonly PriorPeriodDifference[];
}

export interface PayingFacts {
  readonly desk: EntryDesk | undefined;
  readonly closed: ClosedFacts | undefined;
  /** First day of the service that holds the day, where it is known. */
  serviceFrom(payee: string, day: Day): Day | undefined;
  /** The last day of the plan of this id, in its last version. */
  lastDayOf(plan: string): Day;
  /** Whether a version of the plan of this id holds on the day. */
  holdsOn(plan: string, day: Day): boolean;
  /** Whether the person is still there on the day after. */
  staysAfter(payee: string, day: Day): boolean;
}
