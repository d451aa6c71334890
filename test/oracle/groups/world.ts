/**
 * A small world of several people in plain JSON, with numbers and dates as texts: what the oracle of groups computes from and
 * `test/arbitrary/groups/` draws and renders. Shares nothing with `src/`.
 */
import type { Mode } from '../fraction.ts';

export interface GroupWorld {
  readonly rounding: { readonly to: string; readonly mode: Mode; readonly at: 'component' | 'payout' | 'transaction' };
  /** First and last day of all plans. */
  readonly effective: readonly [string, string];
  readonly people: readonly PersonRow[];
  readonly rows: readonly SaleRow[];
  readonly quotas: readonly QuotaRow[];
  readonly plans: readonly GroupPlan[];
}

/** Holds from its day until the next of the person. */
export interface PersonRow {
  readonly id: string;
  readonly from: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly role: string;
  readonly manager: string | null;
  readonly team: string | null;
  readonly points: string;
  readonly share: string;
  /** One for all records of the person. */
  readonly rate: string;
}

export interface SaleRow {
  readonly id: string;
  readonly date: string;
  readonly seller: string | null;
  readonly co: string | null;
  readonly coShare: string | null;
  readonly amount: string;
  readonly units: string;
}

/** Of one person or of a named group. */
export interface QuotaRow {
  readonly payee: string;
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
}

/** Plans of one id are versions of one plan. */
export interface GroupPlan {
  readonly id: string;
  readonly effective: readonly [string, string];
  /** Goes on from the version before. */
  readonly continues: boolean;
  readonly role: string | null;
  /** Quotas by days in the plan. */
  readonly prorates: boolean;
  readonly credits: readonly GroupCredit[];
  readonly measures: readonly GroupMeasure[];
  readonly components: readonly GroupComponent[];
  /** On the sum of the components, in the order written. */
  readonly adjust: readonly PlanRule[];
}

export interface GroupCredit {
  readonly name: string;
  readonly to: 'seller' | 'co';
  readonly share: string;
  /** Whether the co-owner of the row takes the share that stands in it. */
  readonly split: boolean;
}

export type Across = 'plan' | 'company' | 'reports' | 'team' | 'manager' | { readonly team: string } | { readonly id: string } | { readonly through: 'id' | 'manager' };
export type AnswerWord = 'error' | 'not-applicable' | '0%' | '100%';
export type Window = 'period' | 'quarter-to-date' | 'year-to-date' | 'previous';

export interface GroupMeasure {
  readonly name: string;
  readonly kind: 'sum' | 'count' | 'min' | 'max' | 'payouts';
  readonly value: 'amount' | 'units';
  readonly of: readonly string[];
  readonly window: Window | null;
  readonly across: Across | null;
  /** What others earn: all of it, or by these components. */
  readonly payouts?: 'all' | readonly string[];
  readonly quota: { readonly of: 'members' | 'group' | 'payee'; readonly zero: AnswerWord; readonly missing: AnswerWord } | null;
}

/** A formula over a member's period. */
export type Term =
  | readonly ['number', string]
  | readonly ['column', 'points' | 'share' | 'rate']
  | readonly ['measure' | 'attainment' | 'payout', string]
  | readonly ['*' | '+' | '-', Term, Term];
export interface Condition {
  readonly of: Term;
  readonly than: string;
  readonly strict: boolean;
}

export type SharedAcross = 'plan' | 'team' | 'manager';
export type Members = 'last-day' | 'any-day' | 'days';
export interface Split {
  readonly across: SharedAcross;
  readonly members: Members;
  readonly qualifies: Condition | null;
  readonly shares: 'equal' | { readonly by: Term } | { readonly fixed: Term };
}
export type Over = 'period' | 'quarter' | 'year';
export interface SharedLimit {
  readonly at: Term;
  readonly across: SharedAcross;
  readonly over: Over;
}

export type Prizes =
  | { readonly places: readonly string[] }
  | { readonly top: string; readonly count: 'up' | 'down' | 'half-up'; readonly prize: string; readonly least: number }
  | { readonly percentile: string; readonly prize: string; readonly least: number };
export interface ContestJson {
  readonly across: SharedAcross;
  readonly members: 'last-day' | 'any-day';
  /** Null: the measure paid on. */
  readonly by: Term | null;
  readonly enter: Condition | null;
  readonly prizes: Prizes;
  /** Null: not written. */
  readonly ties: 'pool' | 'full' | { readonly breakBy: Term; readonly then: 'pool' | 'full' } | null;
  readonly budget: string | null;
  readonly over: Over | null;
  readonly pointValue: string | null;
}

export type Formula =
  | { readonly kind: 'rate' | 'per-unit' | 'amount'; readonly of: Term }
  | { readonly kind: 'tiers'; readonly rates: readonly { readonly to: string | null; readonly rate: string }[] }
  /** By attainment of the measure paid on. */
  | { readonly kind: 'steps'; readonly bands: readonly { readonly from: string; readonly pays: string }[] }
  | { readonly kind: 'pool'; readonly fund: Term; readonly split: Split; readonly nobody: 'unspent' | 'carried' }
  | { readonly kind: 'contest'; readonly contest: ContestJson };

export interface GroupComponent {
  readonly id: string;
  readonly on: string;
  readonly gate: Condition | null;
  readonly formula: Formula;
  readonly dealCap: Term | null;
  readonly budget: SharedLimit | null;
  readonly shareOut: Split | null;
  readonly multiplier: { readonly times: string; readonly when: Condition | null } | null;
  readonly floor: string | null;
  readonly cap: string | null;
  readonly sharedCap: SharedLimit | null;
}

export type PlanRule = { readonly cap: string } | { readonly floor: string } | { readonly sharedCap: SharedLimit };
