/** The front door of the formula language: text in, a checked and compiled formula out. */
import type { Problems, Span } from '../diagnostic/diagnostic.ts';
import type { FormulaText, Ref, Scope, Type, Value } from './types.ts';

/** A formula that has been read, checked against its names and compiled for environments of type `E`. */
export interface Formula<E> {
  readonly text: string;
  readonly at: Span;
  readonly type: Type;
  /** Every name it uses, once each, in order of appearance. */
  readonly refs: readonly Ref[];
  evaluate(env: E): Value;
  /** The formula printed in its one canonical spelling. */
  print(): string;
}

/**
 * Reads `text` in `scope`, wants one of the types `expect`, and compiles it with `bind`, which gives the reader of each
 * name. Reports every problem it finds and returns undefined when there is one.
 */
export declare function readFormula<E>(
  text: FormulaText & { readonly at: Span },
  scope: Scope,
  expect: readonly Type[],
  bind: (ref: Ref) => (env: E) => Value,
  problems: Problems,
): Formula<E> | undefined;
