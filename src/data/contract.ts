/**
 * What a table of data promises: its files, its columns with their types, how its numbers are written. The plan room
 * reads contracts from `paycurve.yaml`; this room holds every row to them.
 */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Value } from '../expr/types.ts';
import type { Day } from '../value/day.ts';

export type ColumnType =
  | { readonly kind: 'text' | 'number' | 'ratio' | 'date' | 'timestamp' | 'yes-no' | 'payee' }
  /** One currency for the whole column, or the name of the column (of this table) that holds each row's currency. */
  | { readonly kind: 'money'; readonly currency: string | { readonly column: string } }
  | { readonly kind: 'one-of'; readonly values: readonly string[] };

export interface Column {
  /** The name formulas use. */
  readonly name: string;
  /** The header in the CSV file; equal to `name` unless `from HEADER` was written. */
  readonly header: string;
  readonly type: ColumnType;
  /** Declared with `?`: an empty cell is blank (`null`). */
  readonly optional: boolean;
  /** The file may lack the column altogether; every cell is then blank. */
  readonly mayBeAbsent?: boolean;
  readonly at?: Span;
}

export interface TableContract {
  /** `sales`, `people`, `quotas`, `rates`, … : the name in messages. */
  readonly name: string;
  /** Globs or `-`, relative to the workspace. */
  readonly files: readonly string[];
  readonly columns: readonly Column[];
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly decimalMark: '.' | ',';
  readonly at?: Span;
}

/** A column fetched from another table, as an analyst's VLOOKUP: the entry with the same key, valid on the date. */
export interface Lookup {
  /** The name formulas use. */
  readonly name: string;
  readonly table: string;
  /** Column of the table whose value is fetched, and its type. */
  readonly column: string;
  readonly type: ColumnType;
  /** Columns of this source that are compared, in order, with the table's key columns. */
  readonly by: readonly string[];
  /** Date column of this source for a table whose entries are dated. */
  readonly on?: string;
  /** Declared with `?`: no match gives blank instead of a bad row. */
  readonly optional: boolean;
  readonly at?: Span;
}

/** A source of transactions: rows stream through once. */
export interface SourceContract extends TableContract {
  /** Columns (or lookups) that together identify a transaction. */
  readonly id: readonly string[];
  /** Column or lookup that holds the date that decides the period. */
  readonly date: string;
  readonly duplicates: 'error' | 'ignore-identical';
  /** A row whose period was closed without it counts in the current period; undefined: in its own, as an adjustment. */
  readonly late?: 'current-period';
  readonly lookups: readonly Lookup[];
  /** How a row says that it takes back an earlier one; undefined: no row does. */
  readonly refersTo?: RefersTo;
}

/** What ties a return to its original: an id, else columns that are alike, oldest original first. */
export interface RefersTo {
  /** The column that holds the id of the original; blank on a sale. */
  readonly id?: string;
  /** Columns that a return and its original have in common, for negative rows without an id. */
  readonly alike: readonly string[];
  /** The column that says how much of an original such a row takes. */
  readonly amount?: string;
}

/** A reference table, small enough for memory, fetched from by lookups. */
export interface ReferenceContract extends TableContract {
  readonly key: readonly string[];
  /** Date column from which an entry holds, until the next entry of the same key (or `to`, included). */
  readonly from?: string;
  readonly to?: string;
}

/** Columns by role; each names a column of `table`. */
export interface PeopleContract {
  readonly table: TableContract;
  readonly id: string;
  readonly name?: string;
  readonly manager?: string;
  /** First and last day of service, both included. */
  readonly start?: string;
  readonly end?: string;
  /** The record holds from this day until the person's next record. */
  readonly from?: string;
  /** Whether it is a seat without a person: worked out, paid to nobody. */
  readonly vacant?: string;
}

/** Leaves of people: first day, last day unless it goes on, and what kind of leave. */
export interface LeaveContract {
  readonly table: TableContract;
  readonly payee: string;
  readonly from: string;
  readonly to?: string;
  readonly kind?: string;
}

/** What is taken off quotas: an amount or a share, for these days, with who allowed it and why. */
export interface ReliefContract {
  readonly table: TableContract;
  readonly payee: string;
  readonly measure?: string;
  readonly from: string;
  readonly to: string;
  readonly amount?: string;
  readonly share?: string;
  readonly reason: string;
  readonly approver: string;
}

export interface HierarchyContract {
  readonly table: TableContract;
  readonly person: string;
  readonly manager: string;
  readonly from?: string;
}

export interface QuotaContract {
  readonly table: TableContract;
  readonly payee: string;
  /** Absent: every record is for the measure `defaultMeasure`. */
  readonly measure?: string;
  readonly defaultMeasure?: string;
  readonly from: string;
  /** Absent: a record runs until the day before the payee's next record of that measure, the last one until `until`. */
  readonly to?: string;
  readonly until?: Day;
  readonly amount: string;
  /** The day from which a row changes the quota of its days, and how; `changes`: how, where no row says. */
  readonly changed?: string;
  readonly method?: string;
  readonly changes?: string;
}

export interface RateContract {
  readonly table: TableContract;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  /** Whether 1 ÷ rate may serve for the opposite direction. */
  readonly invert: boolean;
  /** A day without a rate takes the last earlier one, at most this many days back; 0: never. */
  readonly reachBack: number;
}

/** Manual entries (TIM-29); each role names a column of `table`. */
export interface AdjustmentContract {
  readonly table: TableContract;
  readonly id: string;
  readonly payee: string;
  /** The entry belongs to the period that holds this day. */
  readonly date: string;
  /** Absent: the only plan that the payee is in. */
  readonly plan?: string;
  /** Absent or blank: it pays. */
  readonly kind?: string;
  readonly account?: string;
  readonly amount: string;
  readonly reason: string;
  readonly author: string;
  readonly approver?: string;
}

/** Where a row counts that became known after its period was closed. */
export interface Late {
  /** The row's own day. */
  readonly dated: Day;
  readonly countsOn: Day;
  readonly period: string;
  readonly why: string;
}

/** One transaction as the engine sees it. The object and its array are reused: read, do not keep. */
export interface Row {
  /** Position in `columns`, then in `lookups`. Money is the amount alone; its currency is the column's, or the value of the column its type names. */
  readonly values: readonly Value[];
  /** Transaction id (several id columns are joined with `/`). */
  readonly id: string;
  /** The day on which it counts: its own, unless `late` says otherwise. */
  readonly day: number;
  readonly late?: Late;
  readonly file: string;
  readonly line: number;
  readonly row: number;
}

/** A data file as bytes; the command line supplies it (a file, standard input, or memory in tests). */
export interface Input {
  readonly name: string;
  chunks(): AsyncIterable<Uint8Array>;
}
