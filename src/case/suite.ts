/** Cases beside plans, read and checked: rows and reference data in, exact amounts out. Built by `read.ts`. */
import type { TableContract } from '../data/contract.ts';
import type { Source, Span } from '../diagnostic/diagnostic.ts';
import type { ScalarNode } from '../document/node.ts';
import type { Exact } from '../value/exact.ts';
import type { ExpectedLedger } from './expected-ledger.ts';

export interface Suite {
  readonly source: Source;
  readonly cases: readonly Case[];
}

/** One case, by itself: nothing of another case is left over in it. */
export interface Case {
  readonly name: string;
  readonly at: Span;
  /** The arithmetic by hand. */
  readonly work?: string;
  /** CSV texts that stand in for the files of a table. */
  readonly tables: ReadonlyMap<TableContract, ScalarNode>;
  /** Absent: payouts are not compared. */
  readonly expect?: readonly Expected[];
  /** Only payouts of these people are compared. */
  readonly only?: readonly string[];
  readonly credits?: readonly ExpectedCredit[];
  readonly ledger?: readonly ExpectedLedger[];
  readonly excluded: readonly ExpectedExclusion[];
  readonly problems?: ExpectedCodes;
  readonly warnings?: ExpectedCodes;
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
