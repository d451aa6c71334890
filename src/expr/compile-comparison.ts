/**
 * Comparisons, chosen once by the static kind: numbers by cross-multiplication (no quotient is made to compare),
 * dates and texts directly. Not applicable compared with anything is not applicable.
 */
import { Exact } from '../value/exact.ts';
import type { Run } from './function-spec.ts';
import { isNumeric, type Kind } from './kind.ts';
import { valueOf, type Piece } from './piece.ts';
import type { Binary, ComparisonSign, Tree } from './tree.ts';

const TURNED: { readonly [sign in ComparisonSign]: ComparisonSign } = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

export function compileComparison<E>(tree: Binary, sign: ComparisonSign, left: Piece<E>, right: Piece<E>, kinds: ReadonlyMap<Tree, Kind>): Run<E> {
  const numbers = isNumeric(kinds.get(tree.left)!) && isNumeric(kinds.get(tree.right)!);
  if (!numbers) return direct(sign, left.run, right.run);
  if (right.fixed) {
    const value = valueOf(right);
    return value instanceof Exact ? withConstant(sign, left.run, value) : () => undefined;
  }
  if (left.fixed) {
    const value = valueOf(left);
    return value instanceof Exact ? withConstant(TURNED[sign], right.run, value) : () => undefined;
  }
  return ofTwo(sign, left.run, right.run);
}

function withConstant<E>(sign: ComparisonSign, run: Run<E>, constant: Exact): Run<E> {
  const test = TESTS[sign];
  return (env) => {
    const value = run(env);
    return value == null ? undefined : test((value as Exact).compare(constant));
  };
}

function ofTwo<E>(sign: ComparisonSign, a: Run<E>, b: Run<E>): Run<E> {
  const test = TESTS[sign];
  return (env) => {
    const left = a(env);
    if (left == null) return undefined;
    const right = b(env);
    return right == null ? undefined : test((left as Exact).compare(right as Exact));
  };
}

const TESTS: { readonly [sign in ComparisonSign]: (order: number) => boolean } = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Texts, dates, yes and no. */
function direct<E>(sign: ComparisonSign, a: Run<E>, b: Run<E>): Run<E> {
  const test = DIRECT[sign];
  return (env) => {
    const left = a(env);
    if (left == null) return undefined;
    const right = b(env);
    return right == null ? undefined : test(left as string, right as string);
  };
}

const DIRECT: { readonly [sign in ComparisonSign]: (left: string, right: string) => boolean } = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};
