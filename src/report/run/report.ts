/**
 * What a report of a run is: it takes payouts one by one (in the engine's order) and gives text. A report prints nothing,
 * reads nothing and knows no clock. A new format is one file and one line in `index.ts`.
 */
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Payout, SourceTally } from '../../engine/result.ts';

/** What is known before the first payout. */
export interface RunAbout {
  readonly version: string;
  readonly workspace: string;
  /** Name of a person for reading, when the people file has one. */
  nameOf(payee: string): string | undefined;
  /** Filters in force, as words: `person ana`, `period 2026-Q1`. */
  readonly filters: readonly string[];
  readonly by: 'person' | 'period' | 'component' | 'plan';
  /** Rows shown of a table; the rest is counted. */
  readonly top?: number;
  /** Width to lay out for, when standard output is a terminal. */
  readonly width?: number;
  /** Leave text cells of CSV as they are. */
  readonly csvRaw: boolean;
  /** Begin CSV with a byte order mark. */
  readonly csvBom: boolean;
  /** Show single people in shared formats. */
  readonly people: boolean;
}

/** What is known after the last one. */
export interface RunEnd {
  readonly sources: readonly SourceTally[];
  readonly warnings: readonly Diagnostic[];
  /** Whether they are said on standard error; with -q they are not. */
  readonly warningsShown: boolean;
  /** Where rejected rows were written, when there are any. */
  readonly rejectedTo?: string;
  /** Where excluded rows are listed one by one, when an output folder was asked for. */
  readonly excludedTo?: string;
}

export interface RunReport {
  /** Text that may be written now; often nothing until the end. */
  take(payout: Payout): string;
  /** A payout of another period than was asked for: what its balances were, for whoever has none later. */
  beside?(payout: Payout): void;
  end(end: RunEnd): string;
}
