/** The words of a formula: what the lexer hands to the parser. */
import type { Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';

interface At {
  readonly start: number;
  readonly end: number;
}

export type Token = At &
  (
    | { readonly kind: 'number'; readonly value: Exact; readonly percent: boolean }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'date'; readonly value: Day }
    | { readonly kind: 'name'; readonly text: string }
    /** `%`, `^`, `?`, `:`, `.` and `&` mean nothing; the parser knows best what was meant by them. */
    | { readonly kind: 'sign'; readonly text: string }
    /** A value that could not be read and has been reported. */
    | { readonly kind: 'bad' }
    | { readonly kind: 'end' }
  );

/** Words that cannot be names of columns, measures or components. */
export const RESERVED_WORDS: readonly string[] = ['and', 'false', 'in', 'is', 'no', 'not', 'or', 'true', 'yes'];

/** How a name that formulas can use must look. */
export const NAME_PATTERN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Whether formulas can use the name as it stands. */
export function isFormulaName(name: string): boolean {
  return NAME_PATTERN.test(name) && !RESERVED_WORDS.includes(name);
}
