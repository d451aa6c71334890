/** People who share: who is in a group, and what a mechanic may ask of the group and of each of its members. */
import type { Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';
import type { PeriodEnv, Time } from './mechanic.ts';

/** Pay and credit of one deal; `none` says why the pay cannot be told. */
export type EarnedByOthers = { readonly pay: Exact; readonly credit: Exact; readonly people: number; readonly none?: undefined } | { readonly none: string };

/** Who shares: people of the plan with one value in a column of the people file, or all of them. */
export interface Sharing {
  readonly across: { readonly kind: 'plan' } | { readonly kind: 'column'; readonly column: number; readonly name: string };
  /**
   * `last-day`: who is in it on the last day of the period. `any-day`: everybody who was in the plan on some day, in the
   * group of their last. `days`: everybody, in each group by days.
   */
  readonly members: 'last-day' | 'any-day' | 'days';
}

export interface Member {
  readonly id: string;
  readonly env: PeriodEnv;
  /** Days in the group within the period. */
  readonly days: number;
  /** The amount before the asking rule acts, rounded; for a rule of the plan the sum that it acts on. */
  before(): Exact;
  /** What each deal is paid before the asking rule. */
  deals(): readonly { readonly id: string; readonly day: Day; readonly amount: Exact }[];
}

/** A group in one period. What is worked out for it is the same for all of its members, and does not depend on who asks first. */
export interface Circle {
  /** `store North`, `the plan`. */
  readonly name: string;
  /** In order of ids. */
  readonly members: readonly Member[];
  /** Who asks. */
  readonly me: Member;
  /** Of the period. */
  readonly days: number;
  /** Whether the period is the last of its window; true for a period. */
  closes(time: Time): boolean;
  /** The same group in the earlier periods of the time under this version, in order; none for a period. */
  earlier(time: Time): readonly Circle[];
  /** What the group kept of this in the time under earlier versions that this one goes on from. */
  keptBefore(time: Time): Exact;
  /**
   * The same group in the last period before this one in which it had members, also under earlier versions that this one goes on
   * from. `terms` are those of the same mechanic there, where that is another version; `sharing` reads from them who shares.
   */
  previous(sharing: (terms: unknown) => Sharing | undefined): { readonly circle: Circle; readonly terms?: unknown } | undefined;
  /** Works out once what all members share. Undefined where that needs itself, which has been reported. */
  once<T>(work: () => T): T | undefined;
}
