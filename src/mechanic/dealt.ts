/** Rows as mechanics see them: stretches of a measure, deals, returns of them, and what is said of a deal's pay. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Value } from '../expr/types.ts';
import type { Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';
import type { Known, PeriodEnv } from './mechanic.ts';

/** The base of a stretch of days in which nothing about the person changed. */
export interface Slice {
  readonly from: Day;
  readonly to: Day;
  readonly base: Exact;
  /** The period environment as of that stretch. */
  readonly env: PeriodEnv;
}

/** One credited transaction of the measure paid on. */
export interface Deal {
  readonly id: string;
  readonly day: Day;
  /** Credited value (share included). */
  readonly value: Exact;
  /** The part of the transaction that is credited; two credits of one transaction are added. */
  readonly share: Exact;
  /** A return that moves totals and is paid by the rule on returns alone. */
  readonly returned?: true;
  /** A column that the component orders its deals by, or that one of its rules asked for under `eachDeal`. */
  column(name: string): Value;
  /** Of a return that names its sale: the column of that sale, as the sale was asked. */
  sold?(name: string): Value;
  readonly env: PeriodEnv;
}

/** A row that takes back a sale, or a part of it. */
export interface Returned {
  readonly id: string;
  readonly day: Day;
  readonly original: { readonly id: string; readonly day: Day; column(name: string): Value };
}

/** What a rule on returns says of all of them. */
export interface ReturnRules {
  /** What was earned on the original, or the difference that it makes to its window. */
  readonly rate: 'original' | 're-rate';
  /** Whether the return lowers the measure that tiers are read by, in its own window. */
  readonly attainment: 'reverse' | 'keep';
  /** What a return does whose original is not known, or earned nothing under this plan. */
  readonly unmatched: 'error' | 'as-sale' | 'nothing';
}

/** An event by which a share of what a sale earns becomes due. */
export interface EventPart {
  readonly measure: string;
  readonly share: Exact;
  /** Columns of the event's rows: the id of the sale, and what the value of a row is compared with (undefined: the sale). */
  readonly deal: string;
  readonly of: string | undefined;
  readonly at: Span;
}

/** How much of a deal counts at most. */
export interface CreditLimit {
  readonly at: Known;
  /** The whole deal before it is split, or the credit of each person. */
  readonly of: 'deal' | 'credit';
  /** Deals that are alike in these columns are one, from the first of them for so many days; none: each by itself. */
  readonly by: readonly string[];
  readonly days: number;
}

export interface DealPay {
  readonly amount: Exact;
  /** Which of the mechanic's branches the deal took, by their position. */
  readonly took?: readonly number[];
  /** Why the deal cannot be priced (no quota, a blank rate); the component then earns nothing, as it would on its total. */
  readonly none?: string;
  /** Where in the plan the rate stands, and how it applied, in words. */
  readonly text: () => string;
}
