/**
 * What the payment stage gives back for one payout: earned, paid, how the one became the other, and every balance. For each
 * account, and in sum: opening + earned − paid = closing (calculation contract §7).
 */
import type { DataPlace, Span } from '../../diagnostic/diagnostic.ts';
import type { Part, Words } from '../../mechanic/mechanic.ts';
import type { State } from '../../mechanic/payment.ts';
import { dayText, type Day } from '../../value/day.ts';
import type { Exact } from '../../value/exact.ts';

/** One step from what is earned to what is paid. */
export interface PaymentLine {
  /** 13 prior periods and negative results · 14 draws, guarantees · 15 holds, instalments · 16 manual entries, small amounts. */
  readonly step: number;
  /** The mechanic (`draw`), `prior-period` or `entry`. */
  readonly name: string;
  /** The account it moves; absent where it only adds to what is earned and paid. */
  readonly account?: string;
  /** Added to what is earned: a guarantee's top-up, a balance forgiven, a manual entry, a difference of a closed period. */
  readonly cost: Exact;
  /** Added to what is due. The account moves by `cost − change`. */
  readonly change: Exact;
  readonly text: () => string;
  readonly parts?: () => readonly Part[];
  readonly took?: () => readonly number[];
  readonly at?: Span;
  readonly data?: DataPlace;
  /** Of a prior-period difference: the closed period and the component. */
  readonly prior?: Pick<PriorPeriodDifference, 'of' | 'component'>;
  /** Its cost is nobody's debt: see `final` of a payment mechanic. */
  readonly final?: true;
}

/** Lines of balances that pass from plan to plan with the person. What the one adds to earned the other takes off, and nothing is paid by it. */
export const PASSES = 'passes-to';
export const COMES = 'comes-from';

/** What a vacant seat would have earned is paid to nobody (CRD-15). */
export function vacancyLine(earned: Exact, words: Words): PaymentLine {
  return { step: 13, name: 'vacant', final: true, cost: earned.negated(), change: earned.negated(), text: () => `a vacant seat: ${words.money(earned)} is vacancy money and paid to nobody` };
}

/** What the company owes the payee on an account: a draw outstanding is negative, held money positive. Plan currency. */
export interface Balance {
  readonly account: string;
  readonly opening: Exact;
  readonly closing: Exact;
  /** What its mechanic remembers: plain data, so that a record can hold it and the next run can go on from it. */
  readonly state?: State;
}

export interface Payment {
  /** The payout's total and all costs of the lines. */
  readonly earned: Exact;
  /** In plan currency; `Payout.paid` has it in the currency of payment. */
  readonly paid: Exact;
  readonly lines: readonly PaymentLine[];
  /** By account, those that are or were not zero and those that have a state. */
  readonly balances: readonly Balance[];
  /** The period is closed: this is as it was recorded, whatever the total is now. */
  readonly closed?: true;
  /** Of a closed period, as it would be if no period were closed: the lines whose cost is final, and what would be paid. */
  readonly anew?: { readonly lines: readonly PaymentLine[]; readonly paid: Exact };
  /** The reason, whenever `paid` is zero. */
  readonly zero?: string;
}

/** A closed period as its record has it: where the next open period goes on. */
export interface ClosedPayment {
  /** Id of the period. */
  readonly period: string;
  /** First day of the plan's version: a period that two versions share has a payment under each. */
  readonly planFrom: Day;
  /** Ids of the manual entries it holds; an entry dated in it that is not among them came too late. */
  readonly entries?: readonly string[];
  /** Before the books began: nothing is known of it. */
  readonly elsewhere?: true;
  readonly earned: Exact;
  readonly paid: Exact;
  readonly balances: ReadonlyMap<string, { readonly closing: Exact; readonly state?: State }>;
}

/** What closed periods left behind of one payee and plan. */
export interface ClosedEnd {
  /** The last day that they settled; −Infinity where they only carried a balance on. */
  readonly through: Day;
  /** Of the balances; undefined where there are none. */
  readonly currency: string | undefined;
  readonly balances: ClosedPayment['balances'];
}

export function closedKey(period: string, planFrom: Day): string {
  return `${period} ${dayText(planFrom)}`;
}

/** A difference between a closed period as recorded and as it comes out now: earned and paid in the first open period (TIM-05). */
export interface PriorPeriodDifference {
  /** Id of the closed period. */
  readonly of: string;
  readonly amount: Exact;
  /** The component whose earning differs; absent for rules of the plan and of payment. */
  readonly component?: string;
  /** Why, in one line: `SO-17 came late`. */
  readonly text: string;
}
