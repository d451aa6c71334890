/**
 * `and`, `or`, `not` with three values (Kleene): not applicable counts only where the other side does not decide.
 * The right side is asked only when the left leaves it open.
 */
import type { Run } from './function-spec.ts';
import { valueOf, type Piece } from './piece.ts';

export function compileAnd<E>(left: Piece<E>, right: Piece<E>): Run<E> {
  if (left.fixed && valueOf(left) === true) return right.run;
  const [a, b] = [left.run, right.run];
  return (env) => {
    const first = a(env);
    if (first === false) return false;
    const second = b(env);
    if (second === false) return false;
    return first === true && second === true ? true : undefined;
  };
}

export function compileOr<E>(left: Piece<E>, right: Piece<E>): Run<E> {
  if (left.fixed && valueOf(left) === false) return right.run;
  const [a, b] = [left.run, right.run];
  return (env) => {
    const first = a(env);
    if (first === true) return true;
    const second = b(env);
    if (second === true) return true;
    return first === false && second === false ? false : undefined;
  };
}

export function compileNot<E>(of: Piece<E>): Run<E> {
  const run = of.run;
  return (env) => {
    const value = run(env);
    return value === true ? false : value === false ? true : undefined;
  };
}

export function compileBlankTest<E>(of: Piece<E>, negated: boolean): Run<E> {
  const run = of.run;
  return (env) => {
    const value = run(env);
    return value === undefined ? undefined : (value === null) !== negated;
  };
}
