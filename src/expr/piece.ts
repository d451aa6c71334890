/** A compiled part of a formula, and whether it is the same for every row. */
import type { Run } from './function-spec.ts';
import type { Value } from './types.ts';

export interface Piece<E> {
  readonly run: Run<E>;
  readonly fixed: boolean;
}

export function fixed<E>(value: Value): Piece<E> {
  return { run: () => value, fixed: true };
}

/** The value of a fixed piece. It looks at no environment. */
export function valueOf<E>(piece: Piece<E>): Value {
  return piece.run(undefined as E);
}

/** `run`, worked out at once when all its parts are fixed. */
export function fold<E>(parts: readonly Piece<E>[], run: Run<E>): Piece<E> {
  const whole = { run, fixed: true };
  return parts.every((part) => part.fixed) ? fixed(valueOf(whole)) : { run, fixed: false };
}
