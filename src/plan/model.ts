/** A checked plan and workspace: what the engine works from. Built by `workspace.ts` and `read.ts`, never by hand. */
import type { AdjustmentContract, HierarchyContract, LeaveContract, PeopleContract, ReliefContract, QuotaContract, RateContract, ReferenceContract, Row, SourceContract, TableContract } from '../data/contract.ts';
import type { PersonRecord } from '../data/reference.ts';
import type { Source, Span } from '../diagnostic/diagnostic.ts';
import type { Formula } from '../expr/formula.ts';
import type { Type } from '../expr/types.ts';
import type { Applied, PeriodFormula } from '../mechanic/mechanic.ts';
import type { AppliedPayment } from '../mechanic/payment.ts';
import type { CivilKind, WeekKind, WindowName } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';
import type { DayCount } from '../value/day-count.ts';
import type { Exact } from '../value/exact.ts';
import type { Rounding } from '../value/rounding.ts';

export type { AdjustmentContract, HierarchyContract, PeopleContract, QuotaContract, RateContract } from '../data/contract.ts';

/** The row a formula sees, and the conversion of its money into the plan's currency. */
export interface RowEnv {
  row: Row;
  /** Converts at the day the plan names; reports a missing rate and gives zero (the run then fails). */
  convert(amount: Exact, from: string, to: string): Exact;
}

export type RowFormula = Formula<RowEnv>;
export type PersonFormula = Formula<PersonRecord>;

export type CalendarSpec =
  | { readonly kind: CivilKind; readonly startMonth: number; readonly startDay: number }
  | { readonly kind: WeekKind; readonly yearStarts: readonly Day[]; /** The period that a 53rd week belongs to; the last without it. */ readonly week53?: number }
  | { readonly kind: 'file'; readonly table: TableContract };

export type RoundingPoint = 'transaction' | 'component' | 'payout';
export interface RoundingRule extends Rounding {
  readonly at: RoundingPoint;
  readonly place?: Span;
}

export interface Workspace {
  readonly name: string;
  readonly source: Source;
  /** Folder of `paycurve.yaml`, relative to the working directory, `.` or with `/`. */
  readonly folder: string;
  readonly currency: string;
  readonly calendar: CalendarSpec;
  readonly rounding: RoundingRule;
  readonly planGlobs: readonly string[];
  /** The folder of closed periods, beside `paycurve.yaml`. */
  readonly records: string;
  readonly sources: readonly SourceContract[];
  readonly tables: readonly ReferenceContract[];
  readonly people?: PeopleContract;
  readonly hierarchy?: HierarchyContract;
  readonly quotas?: QuotaContract;
  readonly rates?: RateContract;
  readonly adjustments?: AdjustmentContract;
  readonly leaves?: LeaveContract;
  readonly relief?: ReliefContract;
  readonly planRates?: RateContract;
}

export type Window =
  | { readonly kind: 'period' }
  | { readonly kind: 'to-date'; readonly in: WindowName }
  /** `mean`: divided by all of the periods, or by those in which the person is in the plan. */
  | { readonly kind: 'rolling'; readonly periods: number; readonly mean?: 'all' | 'present' }
  | { readonly kind: 'previous' }
  /** The period at the same place of the year before; `toDate`: from the first day of that year on. */
  | { readonly kind: 'previous-year'; readonly toDate: boolean };

export interface CreditRule {
  readonly name: string;
  readonly at: Span;
  /** Index into `workspace.sources`. */
  readonly source: number;
  readonly where?: RowFormula;
  readonly to: CreditTo;
  /** Rules that go before it: it credits nobody where one of them did. Credit rules stand after those in the plan's list. */
  readonly unless: readonly string[];
  /** Share of the transaction's value for the payee (or, with a split, to be split); usually 1. */
  readonly share: Exact;
}

export type CreditTo =
  /** Index into row values of the payee column; others take their share first, the payee keeps the rest. */
  | { readonly kind: 'payee'; readonly column: number; readonly split: readonly SplitShare[] }
  | { readonly kind: 'managers'; readonly column: number; readonly levels: readonly { readonly level: number; readonly share: Exact }[] };

export interface SplitShare {
  readonly column: number;
  /** A fixed share, or the ratio in a column of the row. */
  readonly share: Exact | { readonly column: number };
}

/** The stated answer when a quota is zero or missing. */
export type QuotaAnswer = 'error' | 'not-applicable' | '0%' | '100%';

export type Phasing =
  | { readonly kind: 'exact' } // records must fit periods
  | { readonly kind: 'even' } // equal parts for the periods a record covers, minor units by largest remainder
  | { readonly kind: 'days' } // by days of overlap, exact
  | { readonly kind: 'weights'; readonly weights: readonly Exact[] }; // one for each period of the year, summing to 1

export interface QuotaRule {
  /** Name in the quota file. */
  readonly measure: string;
  readonly phasing: Phasing;
  readonly zero: QuotaAnswer;
  readonly missing: QuotaAnswer;
  /** Of a group measure: the payee's own records, the members' together, or records of the group's name. */
  readonly whose?: 'payee' | 'members' | 'group';
  /** A result to date is held against the quota of the whole window, not of its part to date. */
  readonly whole?: true;
  readonly at: Span;
}

/** Whose credits (or payouts) a group measure counts, whatever plan they are in: each belongs to the group of its payee on its day. */
export type Across =
  /** People who have one value in a text column of the people file: the payee's, the one written, or the one that stands in another column of the payee. */
  | { readonly kind: 'column'; readonly column: number; readonly name: string; readonly only?: string; readonly through?: { readonly column: number; readonly name: string } }
  /** People whom the payee leads on the day. */
  | { readonly kind: 'reports' }
  /** Everybody in this plan. */
  | { readonly kind: 'plan' }
  /** Everybody. */
  | { readonly kind: 'company' };

export interface Measure {
  readonly name: string;
  readonly at: Span;
  readonly type: Type;
  readonly kind: 'sum' | 'count' | 'distinct' | 'min' | 'max' | 'ratio' | 'payouts';
  /** What is added, compared or told apart; absent for `count` and `ratio`. */
  readonly value?: RowFormula;
  /** Names of credit rules (all from one source). */
  readonly of: readonly string[];
  readonly where?: RowFormula;
  readonly window: Window;
  /** Whether the window was written; a component that accumulates widens only unwritten ones. */
  readonly windowWritten: boolean;
  /** For `ratio`: names of two measures. */
  readonly ratio?: { readonly over: string; readonly under: string };
  /** It is of a group, not of one person. */
  readonly across?: Across;
  /** For `payouts`: the components whose pay counts, or all that is earned. */
  readonly components?: readonly string[] | 'all';
  readonly quota: QuotaRule;
  /** The measure that this one is, with its money converted at plan rates. */
  readonly atPlanRates?: string;
}

export interface Component {
  readonly name: string;
  readonly title: string;
  readonly at: Span;
  readonly pays: 'commission' | 'bonus';
  /** The measure paid on. */
  readonly on: string;
  readonly weight?: Exact;
  /** To whom it applies; absent: everybody. `reSpread`: where it does not, the other components share its weight. */
  readonly applies?: { readonly formula: PersonFormula; readonly reSpread: boolean };
  /** Target incentive for the stated length of time, in plan currency. */
  readonly target?: { readonly formula: PersonFormula; readonly per: 'period' | WindowName };
  readonly accumulates?: WindowName;
  readonly rounding: RoundingRule;
  readonly formula: Applied;
  /** Sorted by step, then by the list of mechanics. */
  readonly rules: readonly Applied[];
  /** Every period formula in it, for finding needs and cycles. */
  readonly formulas: readonly PeriodFormula[];
}

/** What can be scaled by days. */
export type Scaled = 'quota' | 'target' | 'cap' | 'floor' | 'draw' | 'tiers' | 'amounts';

/** How days count where something is scaled by them. */
export interface DayRule {
  readonly count: DayCount;
  /** Sorted. */
  readonly holidays: readonly Day[];
  /** Whether the first day of service counts, when it lies inside a period. */
  readonly firstDay: boolean;
  /** The people column with the share that somebody works; it scales whatever is prorated. */
  readonly partTime?: string;
  /** What days on leave do not count for. */
  readonly leave: readonly Scaled[];
}

/** What holds for somebody new through this month of service, after the steps before it. */
export interface RampStep {
  /** The last month of service; the month of the first day is month 1. */
  readonly to: number;
  /** The share of the quota, and of what commissions earn. */
  readonly quota: Exact;
  readonly rate: Exact;
  /** Whether rates above quota hold. */
  readonly accelerators: boolean;
}

/** Owed by the employer on top of pay, and shown beside it: a rate on what is paid, or on some components, up to a ceiling. */
export interface EmployerCost {
  readonly name: string;
  readonly at: Span;
  readonly rate: Exact;
  /** Components; undefined: all that is paid. */
  readonly of: readonly string[] | undefined;
  /** In plan currency, of what the rate applies to. */
  readonly ceiling?: { readonly at: Exact; readonly over: 'period' | WindowName };
}

/** The days whose rates convert: rows, quotas and pay. */
export interface ConvertAt {
  readonly sales: 'transaction-date' | 'period-end' | 'average' | { readonly column: string };
  readonly quota: 'record-start' | 'period-start' | 'period-end' | 'average';
  readonly pay: 'period-end' | 'average' | { readonly daysAfter: number };
}

export interface Plan {
  readonly name: string;
  readonly title: string;
  readonly at: Span;
  readonly source: Source;
  readonly from: Day;
  /** Included. */
  readonly to: Day;
  readonly effectiveAt: Span;
  readonly appliesTo?: PersonFormula;
  readonly currency: string;
  readonly calendar: CalendarSpec;
  readonly rounding: RoundingRule;
  /** What windows that began under the previous version do: count on, or start again. */
  readonly continues?: 'accumulate' | 'restart';
  /** Plans whose balances come along with a person who goes on from them into this one. */
  readonly balancesFrom?: readonly { readonly name: string; readonly at: Span }[];
  readonly convertAt: ConvertAt;
  /** Quotas, and results that are held against them, are converted at plan rates. */
  readonly planRates?: true;
  /** Paid in this currency, or in the one named by this people column, at the rate of the period's last day. */
  readonly paidIn?: { readonly currency: string } | { readonly column: string };
  readonly prorate: readonly Scaled[];
  readonly days?: DayRule;
  /** In order of months. */
  readonly ramp?: readonly RampStep[];
  readonly rampAt?: Span;
  readonly credits: readonly CreditRule[];
  readonly measures: readonly Measure[];
  /** In an order in which every component comes after those it refers to. */
  readonly components: readonly Component[];
  /** Plan-level rules on the sum of components (step 11), in the order written. */
  readonly adjust: readonly (Applied & { readonly of: readonly string[]; readonly all: boolean })[];
  /** Rules on what is paid and when (steps 13–16), by step, then in the order written. */
  readonly payments: readonly AppliedPayment[];
  readonly employerCosts: readonly EmployerCost[];
}
