/**
 * A problem as data: code, place, arguments. Words for a place (line, column, frame) and colours come last.
 * Rule: cli-conventions §5–6.
 */
import type { Code } from './codes.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A text file as it was read: its name relative to the working directory (with `/`) and its whole text. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** A stretch of a text file, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A cell, a row or a whole data file, which is never held in memory as one text. */
export interface DataPlace {
  readonly file: string;
  /** First physical line of the record, 1-based; absent for the whole file. */
  readonly line?: number;
  /** 1-based data row (the header is not a row). */
  readonly row?: number;
  /** 1-based position of the column, and its header. */
  readonly column?: number;
  readonly header?: string;
  /** The raw cell or the raw line, as found. */
  readonly cell?: string;
}

export interface Label {
  readonly at: Span;
  readonly text: string;
}

/** Whose problem it is and when, where one cause brings a problem for each person and period. */
export interface Instance {
  /** Problems of equal code, place, hint and cause are told as one. */
  readonly cause: string;
  readonly who: string;
  readonly when: string;
  /** Puts `when` in order. */
  readonly order: number;
  /** The message for several people or periods, in the place of one. */
  say(who: string, when: string): string;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  readonly at?: Span;
  readonly data?: DataPlace;
  /** Path into the document, such as `/components/base/tiers/rates/1`. */
  readonly pointer?: string;
  /** Words beside the caret at the place itself, such as `did you mean margin?`. */
  readonly note?: string;
  readonly labels?: readonly Label[];
  /** One thing to do next. */
  readonly hint?: string;
  readonly found?: string;
  readonly expected?: string;
  readonly suggestion?: string;
  /** How many equal problems this one stands for, when folded (1 when absent). */
  readonly times?: number;
  /** Data rows of the folded problems other than the first, in order; only the first few of them. */
  readonly rows?: readonly number[];
  readonly instance?: Instance;
}

/** Collects the problems of a stage. A stage reports everything it finds; the next starts only without errors. */
export class Problems {
  readonly all: Diagnostic[] = [];

  add(problem: Diagnostic): void {
    this.all.push(problem);
  }

  error(code: Code, message: string, rest: Omit<Diagnostic, 'code' | 'severity' | 'message'> = {}): void {
    this.all.push({ code, severity: 'error', message, ...rest });
  }

  warning(code: Code, message: string, rest: Omit<Diagnostic, 'code' | 'severity' | 'message'> = {}): void {
    this.all.push({ code, severity: 'warning', message, ...rest });
  }

  get failed(): boolean {
    return this.all.some((problem) => problem.severity === 'error');
  }
}
