/**
 * A small world in plain JSON: everything a run depends on, with numbers and dates as texts. The oracle computes from it,
 * `test/arbitrary/render.ts` writes it as YAML and CSV. Shares nothing with `src/`.
 */
import type { Mode } from './fraction.ts';

export interface World {
  readonly currency: string;
  readonly calendar: CalendarJson;
  readonly rounding: RoundingJson;
  /** Dated records; a person's records hold from `from` until the next one. */
  readonly people: readonly PersonJson[];
  readonly transactions: readonly TransactionJson[];
  readonly quotas: readonly QuotaJson[];
  readonly rates: readonly RateJson[];
  readonly invert: boolean;
  readonly reachBack: number;
  /** Who leads whom, dated; absent: the people's own column says so. */
  readonly hierarchy?: readonly LeaderJson[];
  /** Dated unit costs by customer, which rows look up. */
  readonly costs: readonly CostJson[];
  readonly plans: readonly PlanJson[];
  readonly leaves?: readonly LeaveJson[];
  readonly reliefs?: readonly ReliefJson[];
  /** Absent: no file of adjustments. */
  readonly entries?: readonly EntryJson[];
}

export type WindowWord = 'quarter' | 'half' | 'year';
export type WeekPattern = 'four-weeks' | '4-4-5' | '4-5-4' | '5-4-4';
export type CalendarJson =
  | { readonly kind: 'months' | 'quarters' | 'halves' | 'years'; readonly starts: string }
  /** Years of whole weeks from their first days; the last entry ends the last year. */
  | { readonly kind: WeekPattern; readonly years: readonly string[] }
  | { readonly kind: 'list'; readonly windows: readonly WindowWord[]; readonly periods: readonly PeriodJson[] };
export interface PeriodJson {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly quarter?: string;
  readonly half?: string;
  readonly year?: string;
}
export interface RoundingJson {
  readonly to: string;
  readonly mode: Mode;
  readonly at: 'transaction' | 'component' | 'payout';
}
export interface PersonJson {
  readonly id: string;
  readonly from: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly role: string;
  readonly rate: string;
  readonly target: string | null;
  readonly manager: string | null;
  readonly pay: string;
}
export interface LeaderJson {
  readonly person: string;
  readonly manager: string | null;
  readonly from: string;
}
export interface CostJson {
  readonly customer: string;
  readonly from: string;
  readonly cost: string;
}
export type SourceName = 'sales' | 'services';
export interface TransactionJson {
  readonly source: SourceName;
  readonly id: string;
  readonly date: string;
  readonly seller: string | null;
  readonly coOwner: string | null;
  readonly coShare: string | null;
  readonly amount: string;
  readonly fee: string;
  readonly currency: string;
  readonly type: string;
  readonly quantity: string;
  readonly customer: string;
  /** The id of the transaction that it takes back. */
  readonly original?: string;
}
export interface QuotaJson {
  readonly payee: string;
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
}
export interface RateJson {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly rate: string;
}

export interface LeaveJson {
  readonly payee: string;
  readonly from: string;
  /** Null: it goes on. */
  readonly to: string | null;
}
/** A share of what its days stand for in every quota of the person, or in those of one measure. */
export interface ReliefJson {
  readonly payee: string;
  readonly measure: string | null;
  readonly from: string;
  readonly to: string;
  readonly share: string;
}
export interface DaysJson {
  readonly count: 'days' | 'weekdays' | 'months';
  readonly holidays: readonly string[];
  readonly firstDay: boolean;
  readonly leave: readonly ('quota' | 'target')[];
}

export interface PlanJson {
  readonly id: string;
  readonly effective: readonly [string, string];
  readonly role: string | null;
  readonly currency: string;
  readonly calendar?: CalendarJson;
  readonly rounding?: RoundingJson;
  readonly onVersionChange?: 'accumulate' | 'restart';
  readonly convertAt: 'transaction-date' | 'period-end';
  /** A currency, `pay` (the people column), or null: the plan's own. */
  readonly paidIn: string | null;
  readonly prorate: readonly ('quota' | 'target' | 'cap' | 'floor' | 'draw')[];
  readonly credits: readonly CreditJson[];
  readonly measures: readonly MeasureJson[];
  readonly components: readonly ComponentJson[];
  readonly adjust: readonly AdjustJson[];
  readonly days?: DaysJson;
  /** Shares of the quota by month of service. */
  readonly ramp?: readonly { readonly to: number; readonly quota: string }[];
  /** In the order written, after the rules of `adjust`. */
  readonly payments?: readonly PaymentJson[];
}

/** A day, or the person's period under the plan. */
export type PointJson = { readonly day: string } | { readonly number: number };
export interface PacedJson {
  readonly byService: boolean;
  /** By month of service; one where it is not by service. */
  readonly rungs: readonly { readonly from: number; readonly amount: string; readonly pace: string }[];
}
export type EndJson = 'forgive' | 'carry' | 'collect' | { readonly downTo: string; readonly rest: 'forgive' | 'carry' };
/** `account`: the name of its balance, always written. */
export type PaymentJson = { readonly account: string } & (
  | { readonly kind: 'negative'; readonly rule: 'pay' | 'floor-lose' | 'floor-carry'; readonly expires: number | null; readonly resets: WindowWord | null; readonly leaving: 'carry' | 'forgive' }
  | { readonly kind: 'draw'; readonly amount: PacedJson; readonly recover: string; readonly from: PointJson | null; readonly until: PointJson | null; readonly downTo: PacedJson | null; readonly end: EndJson }
  | { readonly kind: 'guarantee'; readonly amount: PacedJson; readonly until: PointJson | null }
  | { readonly kind: 'advance'; readonly amount: PacedJson; readonly after: number; readonly until: PointJson | null }
  | { readonly kind: 'hold'; readonly share: string; readonly of: readonly string[] | null; readonly until: PointJson | { readonly hand: true }; readonly forfeitAfter: number | null; readonly leaving: 'release' | 'forfeit' | 'continue' }
  | { readonly kind: 'instalments'; readonly parts: number | readonly string[]; readonly every: number; /** Null: by `every`. */ readonly after: readonly number[] | null; readonly of: readonly string[] | null; readonly spread: boolean; readonly leaving: 'pay' | 'forfeit' | 'continue' }
  | { readonly kind: 'payment-cap'; readonly amount: PacedJson; readonly over: WindowWord | null; readonly atEnd: 'pay' | 'lose' | 'carry'; readonly expires: number | null; readonly resets: WindowWord | null; readonly atReset: 'lose' | 'pay'; readonly leaving: 'pay' | 'forfeit' | 'continue' }
  | { readonly kind: 'minimum-payment'; readonly at: string; readonly leaving: 'pay' | 'continue' });

/** A manual entry; the plan, and for a balance its account, are always named. */
export interface EntryJson {
  readonly id: string;
  readonly payee: string;
  readonly date: string;
  readonly plan: string;
  readonly kind: 'pay' | 'forgive' | 'release' | 'forfeit';
  readonly account: string | null;
  /** Null: all there is. */
  readonly amount: string | null;
}

export interface CreditJson {
  readonly name: string;
  readonly from: SourceName;
  readonly to: 'seller' | 'coOwner' | 'managers';
  readonly share: string;
  /** With `to: seller`: what the co-owner takes; `coShare` is the row's own column. */
  readonly split: string | null;
  /** With `to: managers`: the share of level 1, 2, …; null skips a level. */
  readonly levels: readonly (string | null)[];
  readonly where: readonly string[] | null;
}

export interface MeasureJson {
  readonly name: string;
  readonly kind: 'sum' | 'count' | 'distinct' | 'min' | 'max' | 'ratio';
  readonly value: 'amount' | 'net' | 'margin' | 'quantity' | 'customer' | 'type' | null;
  readonly of: readonly string[];
  readonly where: readonly string[] | null;
  /** `period`, `quarter-to-date`, `rolling 3`, `previous`; null: not written. */
  readonly window: string | null;
  /** Of a rolling sum or count: divided by all of the periods, or by those in the plan. */
  readonly mean?: 'all' | 'present';
  readonly ratio: readonly [string, string] | null;
  readonly quota: { readonly phasing: 'exact' | 'even' | 'days' | readonly string[]; readonly zero: AnswerWord; readonly missing: AnswerWord } | null;
}
export type AnswerWord = 'error' | 'not-applicable' | '0%' | '100%';

/** A formula over a payee's period. */
export type Term =
  | readonly ['number', string]
  | readonly ['rate' | 'icr' | 'target']
  | readonly ['measure' | 'attainment' | 'quota' | 'payout', string]
  | readonly ['*' | '+' | '-' | '/', Term, Term];

export interface ComponentJson {
  readonly id: string;
  readonly pays: 'commission' | 'bonus';
  readonly on: string;
  readonly weight: string | null;
  /** `target_incentive` or a number, for a length of time. */
  readonly target: { readonly amount: string; readonly per: 'period' | WindowWord } | null;
  readonly accumulates: WindowWord | null;
  /** Only for people of this role; where it has a weight, the others share it or it is unpaid. */
  readonly onlyFor?: { readonly role: string; readonly otherwise: 're-spread' | 'unpaid' | null };
  readonly rounding: RoundingJson | null;
  readonly formula: FormulaJson;
  readonly threshold: { readonly at: string; readonly percent: boolean; readonly paysFrom: 'threshold' | 'first-unit' } | null;
  readonly gate: { readonly of: Term; readonly than: string; readonly strict: boolean; readonly otherwise: string | null } | null;
  /** What one whole deal pays at least and at most, and whether a return names what it takes back. */
  readonly eachDeal?: { readonly least: Term | null; readonly most: Term | null; readonly named: boolean };
  readonly multiplier: MultiplierJson | null;
  readonly floor: LimitJson | null;
  readonly cap: LimitJson | null;
}

export interface FactorTableJson {
  readonly by: Term;
  readonly from: readonly string[];
  readonly gives: readonly string[];
  /** Null: not written, the first edge is zero. */
  readonly below: string | null;
  readonly upperInclusive: boolean;
  /** Null: read in bands. */
  readonly above: 'flat' | 'continue' | null;
}
export interface FactorJson {
  /** With `table`: nothing. */
  readonly times: Term;
  readonly table?: FactorTableJson;
  readonly when: { readonly of: Term; readonly than: string } | null;
}
/** One factor, or (with `more`) several that work together. */
export interface MultiplierJson extends FactorJson {
  readonly negative: boolean;
  readonly more?: { readonly combine: 'product' | 'sum-of-uplifts'; readonly of: readonly FactorJson[] };
}

export interface LimitJson {
  readonly at: Term;
  /** Null: not written. */
  readonly over: 'period' | WindowWord | null;
  readonly evenIfZero: boolean;
}

export interface ConditionJson {
  readonly of: Term;
  readonly than: string;
}
/** A row of a rate table; what is null may be anything. */
export interface RateRowJson {
  readonly types: readonly string[] | null;
  readonly customers: readonly string[] | null;
  readonly quantity: { readonly from: string | null; readonly to: string | null } | null;
  readonly rate: Term;
}
export type By = 'base' | 'attainment' | Term;
export type FormulaJson =
  | { readonly kind: 'rate' | 'per-unit'; readonly rate: Term }
  | { readonly kind: 'amount'; readonly of: Term }
  | { readonly kind: 'each-deal'; readonly of: FormulaJson }
  /** By the person's role on the last day. */
  | { readonly kind: 'choose'; readonly ways: Readonly<Record<string, FormulaJson>> }
  /** The whole component: what is paid once in the window. */
  | { readonly kind: 'milestone'; readonly when: ConditionJson; readonly pays: Term; readonly reversal: 'kept' | 'taken-back' }
  | { readonly kind: 'streak'; readonly when: ConditionJson; readonly periods: number; readonly pays: Term; readonly then: 'restart' | 'go-on' }
  | { readonly kind: 'rising-rate'; readonly rate: Term; readonly from: string; readonly adds: string; readonly per: string; readonly upTo: string | null }
  | { readonly kind: 'rate-table'; readonly rows: readonly RateRowJson[] }
  /** By the type of the transaction. */
  | { readonly kind: 'category-tiers'; readonly by: 'base' | 'attainment' | 'pay'; readonly consume: 'by-date' | 'pro-rata'; readonly bands: readonly { readonly to: string | null; readonly rates: Readonly<Record<string, string>>; readonly rate: string | null }[] }
  | { readonly kind: 'best-of'; readonly of: readonly FormulaJson[] }
  | { readonly kind: 'rate-plus-fixed'; readonly rate: Term; readonly fixed: Term; readonly due: 'always' | 'with-results' }
  | { readonly kind: 'tiers'; readonly read: 'marginal' | 'whole' | 'overage' | 'per-deal'; readonly by: By | 'pay'; readonly edge: 'lower' | 'upper-inclusive'; readonly rates: readonly { readonly to: string | null; readonly rate: Term; readonly back?: boolean }[]; readonly position: 'before' | 'after'; readonly apportion?: true }
  | { readonly kind: 'interpolated'; readonly by: By; readonly tiers: readonly { readonly to: string; readonly amount: Term }[] }
  | { readonly kind: 'accelerate'; readonly rate: Term; readonly at: readonly (readonly [string, string])[] }
  | { readonly kind: 'curve'; readonly by: By; readonly points: readonly (readonly [string, string])[]; readonly gives: 'target-share' | 'amount' | 'rate'; readonly below: string; readonly above: 'flat' | 'continue' }
  | { readonly kind: 'steps'; readonly by: By; readonly bands: readonly { readonly from: string; readonly pays: Term }[] }
  | { readonly kind: 'matrix'; readonly rows: { readonly by: Term; readonly from: readonly string[] }; readonly columns: { readonly by: Term; readonly from: readonly string[] }; readonly cells: readonly (readonly string[])[]; readonly gives: 'target-share' | 'amount' | 'rate'; readonly read: 'cell' | 'interpolated' };

export interface AdjustJson {
  readonly what: 'cap' | 'floor';
  readonly limit: LimitJson;
  /** Component ids; null: all. */
  readonly of: readonly string[] | null;
}
