/** What crediting tells of each row to whoever listens: the ledger and CSV files, the explanation of a transaction. */
import type { Late, Row } from '../data/contract.ts';
import type { Measure } from '../plan/model.ts';
import type { Exact } from '../value/exact.ts';
import type { Conversion } from './conversion.ts';
import type { Exclusion } from './row-account.ts';

/** One credit as it happens. The day of its row is the one on which it counts. */
export interface Credit {
  readonly payee: string;
  readonly plan: string;
  readonly rule: string;
  readonly period: string;
  /** Of the plan, in which money is credited. */
  readonly currency: string;
  readonly share: Exact;
  /** Measures the credit adds to, with the credited value (undefined for counts and distinct values). */
  readonly adds: readonly Added[];
  readonly source: string;
  readonly row: Row;
  /** The sale that the row takes back, whose owners are credited with it. */
  readonly original?: Row;
}

/** What a credit adds to one measure. */
export interface Added {
  readonly measure: string;
  readonly kind: Measure['kind'];
  readonly type: Measure['type'];
  readonly value: Exact | undefined;
  /** The amounts that were converted for it, before the share. */
  readonly conversions: readonly Conversion[];
}

/** A row that nobody was credited for. */
export interface ExcludedRow {
  readonly source: string;
  readonly row: Row;
  readonly reason: Exclusion | 'repeat';
  readonly text: string;
  /** What the credit rules said, each sentence once. */
  readonly misses: readonly string[];
  /** Where its source would have it count, if not on its own day. */
  readonly late: readonly Late[];
}

export interface Listener {
  credit?(credit: Credit): void;
  exclude?(excluded: ExcludedRow): void;
  /** Why a rule gave nothing for a row. */
  miss?(row: Row, plan: string, rule: string, why: string): void;
}
