/**
 * What a formula can be: its kinds of value and the names it may use. The tree itself is in `tree.ts`; one tree has
 * several readers: the checker, the evaluator, the printer, the sentence printer.
 */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';

/** `money` is in the plan's currency (columns in others are converted before a formula sees them). */
export type Type = 'money' | 'number' | 'ratio' | 'text' | 'date' | 'yes-no';

/** `null` is blank (an empty cell of an optional column), `undefined` is not applicable (0 ÷ 0, no quota). */
export type Value = Exact | string | Day | boolean | null | undefined;

/** A formula's text and where each of its characters stands in a file. `ScalarNode` satisfies it. */
export interface FormulaText {
  readonly text: string;
  /** Path into the document, handed on to every problem. */
  readonly pointer?: string;
  place(start: number, end: number): Span;
}

/** Something a formula may name: `amount`, or with a form, `attainment of revenue`. */
export interface Ref {
  readonly form?: 'attainment' | 'quota' | 'payout';
  readonly name: string;
}

export interface NameInfo {
  readonly type: Type;
  /** May be blank: must be guarded by `is blank` or `coalesce` before use. */
  readonly optional?: boolean;
  readonly declared?: Span;
  /** Of a `one of` column: its texts. Comparing with any other text is then an error with a suggestion. */
  readonly values?: readonly string[];
  /** A ratio of two counts, such as calls for each day: often far above one. */
  readonly counts?: boolean;
}

export interface Scope {
  /** Shown in messages: `columns of sales`, `measures and people columns`. */
  readonly what: string;
  lookup(ref: Ref): NameInfo | undefined;
  /** All known names of a form, for suggestions. */
  names(form?: Ref['form']): readonly string[];
}
