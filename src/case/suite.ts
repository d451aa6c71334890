/** Cases beside plans, read and checked: rows and reference data in, exact amounts out. Built by `read.ts`. */
import type { TableContract } from '../data/contract.ts';
import type { Diagnostic, Source, Span } from '../diagnostic/diagnostic.ts';
import type { MapNode, ScalarNode } from '../document/node.ts';
import type { Plan } from '../plan/model.ts';
import type { Exact } from '../value/exact.ts';
import type { ExpectedPayment } from './expected-payment.ts';

export interface Suite {
  readonly source: Source;
  readonly cases: readonly Case[];
  readonly equivalent: readonly Equivalent[];
}

/** A change of a plan that no case can notice, as its author says. */
export interface Equivalent {
  readonly at: Span;
  readonly path: string;
  readonly what: string;
  readonly because: string;
}

/** One case, by itself: nothing of another case is left over in it. */
export interface Case {
  readonly name: string;
  readonly at: Span;
  /** What it is about, for the table at the end of a report. */
  readonly mechanic?: string;
  /** Where it comes from. */
  readonly source?: string;
  /** Plans written in the file of cases; absent: those of the workspace. */
  readonly own?: OwnPlans;
  /** The arithmetic by hand. */
  readonly work?: string;
  /** CSV texts that stand in for the files of a table. */
  readonly tables: ReadonlyMap<TableContract, ScalarNode>;
  /** Absent: payouts are not compared. */
  readonly expect?: readonly Expected[];
  /** Only payouts of these people are compared. */
  readonly only?: readonly string[];
  readonly credits?: readonly ExpectedCredit[];
  readonly ledger?: readonly ExpectedEntry[];
  readonly payments?: readonly ExpectedPayment[];
  readonly excluded: readonly ExpectedExclusion[];
  readonly problems?: ExpectedCodes;
  readonly warnings?: ExpectedCodes;
}

/** Plans of a case, and what is wrong with them: a fault is what comes out of the case, expected or not. */
export interface OwnPlans {
  readonly plans: readonly Plan[];
  /** What each plan was read from. */
  readonly roots: ReadonlyMap<Plan, MapNode>;
  readonly faults: readonly Diagnostic[];
}

/** The figures of a component or of a whole payout. */
export type FigureName = 'earned' | 'base' | 'quota' | 'attainment' | 'total' | 'paid';

export interface Figure {
  readonly name: FigureName;
  readonly at: Span;
  /** As written, for the report. */
  readonly text: string;
  /** Absent: not applicable. */
  readonly value: Exact | undefined;
}

export interface Expected {
  readonly at: Span;
  readonly payee: string;
  readonly period: string;
  readonly plan?: string;
  readonly component?: string;
  readonly figures: readonly Figure[];
  readonly currency?: { readonly text: string; readonly at: Span };
  readonly because?: { readonly text: string; readonly at: Span };
}

export interface ExpectedCredit {
  readonly at: Span;
  readonly payee: string;
  readonly measure: string;
  readonly transaction: string;
  readonly value?: { readonly text: string; readonly value: Exact };
  readonly share?: { readonly text: string; readonly value: Exact };
  readonly rule?: string;
  readonly period?: string;
}

/** One entry of the explanation. */
export interface ExpectedEntry {
  readonly at: Span;
  readonly payee: string;
  readonly period: string;
  readonly plan?: string;
  /** Absent: of the payout as a whole. */
  readonly component?: string;
  readonly step: string;
  readonly name?: string;
  readonly tier?: string;
  readonly on?: Figured;
  readonly amount?: Figured;
}

/** A value as written, and exactly; no value: not applicable. */
export interface Figured {
  readonly text: string;
  readonly value: Exact | undefined;
}

export interface ExpectedExclusion {
  readonly at: Span;
  readonly reason: string;
  /** How many, or which. */
  readonly rows: number | readonly string[];
}

export interface ExpectedCodes {
  readonly at: Span;
  /** In order, each once. */
  readonly codes: readonly string[];
}
