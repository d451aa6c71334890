/**
 * What the two roads through a CSV file have in common: where records go, what stops a file for good, and the limit
 * on a record. Rule: RFC 4180, read strictly.
 */

import type { Cells } from './cells.ts';

/** Receives each record: its cells (reused), the physical line it begins on, how many lines it spans. Blank lines are not records. */
export type RecordSink = (cells: Cells, line: number, lines: number) => void;

/** Characters of a record, delimiters included. */
export const MAX_RECORD = 1_048_576;

/** Why a file cannot be read on. `line` is where the trouble is, `opened` where the quoted cell in question begins. */
export interface RecordFault {
  readonly kind: 'long' | 'unclosed' | 'stray-quote' | 'after-quote';
  readonly line: number;
  /** 1-based position of the cell. */
  readonly cell?: number;
  readonly opened?: number;
  /** The character after the closing quote that should not stand there. */
  readonly next?: string;
  /** What stands there, a few characters of it. */
  readonly text?: string;
}
