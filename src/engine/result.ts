/**
 * What a run gives back: payouts with their reasons, and the account of every row. The tree of steps is the ledger;
 * `explain` reads it and never computes a second time. Rule: calculation contract §1.
 */
import type { FoundRate } from '../data/reference.ts';
import type { DataPlace, Span } from '../diagnostic/diagnostic.ts';
import type { Type } from '../expr/types.ts';
import type { Known } from '../mechanic/mechanic.ts';
import type { Plan } from '../plan/model.ts';
import type { Period } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';
import type { NoCurve, PayCurve } from './pay-curve.ts';
import type { Payment } from './payment/result.ts';

export type StepKind = 'credit' | 'measure' | 'quota' | 'attainment' | 'input' | 'target' | 'gate' | 'earning' | 'deal' | 'adjustment' | 'rounding' | 'true-up' | 'payout' | 'conversion' | 'payment' | 'balance' | 'employer-cost';

/** One entry of the ledger: what came out, why, and the entries that went in. */
export interface Step {
  readonly kind: StepKind;
  /** Short name: a measure, a component, a transaction id. */
  readonly name: string;
  readonly text: string;
  readonly amount?: Exact;
  readonly unit?: Type;
  /** Currency of a money amount. */
  readonly currency?: string;
  /** Of a slice: its tier, counted from 1, and the part of the base in it. */
  readonly tier?: number;
  readonly on?: Exact;
  readonly plan?: Span;
  readonly data?: DataPlace;
  readonly parts: readonly Step[];
}

export interface ComponentResult {
  readonly component: string;
  readonly title: string;
  readonly pays: 'commission' | 'bonus';
  /** The measure paid on, over the component's window. */
  readonly on: string;
  readonly base: Known;
  readonly baseType: Type;
  /** Absent when nothing in the component asks for them. */
  readonly quota?: Known | undefined;
  readonly attainment?: Known | undefined;
  /** In plan currency, rounded where the plan says. */
  readonly earned: Exact;
  /** The reason, whenever `earned` is zero. */
  readonly zero?: string | undefined;
  readonly step?: Step;
  /** Where it was asked for. */
  readonly curve?: PayCurve | NoCurve;
}

export interface AdjustmentResult {
  readonly name: string;
  readonly change: Exact;
  readonly text: string;
}

/** One payee, one plan (version), one period. */
export interface Payout {
  readonly payee: string;
  readonly plan: Plan;
  readonly period: Period;
  /** First and last day in the plan within the period. */
  readonly from: Day;
  readonly to: Day;
  readonly currency: string;
  readonly components: readonly ComponentResult[];
  readonly adjustments: readonly AdjustmentResult[];
  readonly total: Exact;
  /** Credited money of the period, each transaction of the plan's main source once, for the effective rate. */
  readonly credited: Exact;
  /** From earned to paid. Absent where nothing stands between them: earned and paid are then the total. */
  readonly payment?: Payment;
  /** Amount in the currency of payment; equal to `total` when that is the plan's and there is no `payment`. */
  readonly paid: { readonly currency: string; readonly amount: Exact; readonly rate?: Exact; /** The day of conversion, where it is not the last of the period. */ readonly day?: Day; /** The rate as the file has it. */ readonly found?: FoundRate };
  readonly zero?: string;
  /** A vacant seat: the total is what it would have been paid; `paid` is zero. */
  readonly vacant?: true;
  /** Owed by the employer on top, in plan currency. Absent where the plan states none. */
  readonly employerCosts?: readonly EmployerCostResult[];
  readonly step?: Step;
}

export interface EmployerCostResult {
  readonly name: string;
  /** What the rate applies to, within the ceiling. */
  readonly base: Exact;
  readonly amount: Exact;
  readonly text: string;
  readonly at: Span;
}

export interface ExclusionTally {
  /** Stable word: `no-payee`, `no-plan`, `filtered`, `no-measure`, `outside-calendar`, `not-used`, `repeat` */
  readonly reason: string;
  readonly text: string;
  readonly rows: number;
  /** A few transaction ids, for looking them up. */
  readonly examples: readonly string[];
}

/** Credited rows that count in this period, though they are of an earlier one that was closed without them. */
export interface LateTally {
  readonly period: string;
  readonly rows: number;
  readonly examples: readonly string[];
}

/** `read = credited + excluded + rejected` holds for every source. */
export interface SourceTally {
  readonly source: string;
  readonly read: number;
  readonly credited: number;
  readonly excluded: readonly ExclusionTally[];
  readonly rejected: number;
  /** Rows whose credits sum to more than the plan's stated shares (the same payee credited twice). */
  readonly doublyCredited: number;
  /** Among `credited`. */
  readonly late: readonly LateTally[];
  /** Rows of a split of which one person's share went to nobody: they are in no plan on that day. Counted among `credited`. */
  readonly creditedInPart: { readonly rows: number; readonly examples: readonly string[] };
  readonly firstDay?: Day;
  readonly lastDay?: Day;
}
