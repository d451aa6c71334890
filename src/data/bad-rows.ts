/**
 * Where bad rows go: with `stop` their reasons are errors and the run is refused, with `quarantine` they are handed
 * over and counted. Nothing is dropped in silence. Rule: calculation contract §1.
 */
import type { Diagnostic, Problems } from '../diagnostic/diagnostic.ts';

export type Policy = 'stop' | 'quarantine';

export interface RejectedRow {
  readonly source: string;
  readonly file: string;
  readonly line: number;
  readonly row: number;
  readonly header: readonly string[];
  /** The cells as found. */
  readonly cells: readonly string[];
  readonly reasons: readonly Diagnostic[];
}

/** Listed problems of a source when nothing else is said. */
export const MAX_PROBLEMS = 1_000;

export class BadRows {
  rejected = 0;
  private listed = 0;
  private unlisted = 0;

  constructor(
    private readonly source: string,
    private readonly policy: Policy,
    private readonly problems: Problems,
    private readonly most: number,
    private readonly onRejected: ((row: RejectedRow) => void) | undefined,
  ) {}

  add(row: RejectedRow, always: boolean): void {
    this.rejected++;
    if (this.policy === 'stop' || always) for (const reason of row.reasons) this.list(reason);
    this.onRejected?.(row);
  }

  /** After the last file. */
  finish(read: number): void {
    if (this.unlisted > 0) {
      const message = `${this.source} has ${this.unlisted} more ${this.unlisted === 1 ? 'problem' : 'problems'} like these`;
      this.problems.error('D304', message, { hint: 'correct the first ones and run again', times: this.unlisted });
    }
    if (this.policy === 'quarantine' && this.rejected > 0) {
      const message = `${this.rejected} of ${read} rows of ${this.source} ${this.rejected === 1 ? 'was' : 'were'} rejected`;
      this.problems.warning('D303', message, { hint: 'the reasons are with the rejected rows; correct them and run again' });
    }
  }

  private list(reason: Diagnostic): void {
    if (this.listed < this.most) {
      this.listed++;
      this.problems.add(reason);
    } else this.unlisted++;
  }
}
