/**
 * Exact `+ - * /` and dates by whole days. A division by zero is not applicable, never an exception; by a constant
 * zero it is an error of the plan.
 */
import type { Day } from '../value/day.ts';
import { Exact } from '../value/exact.ts';
import type { Compiling } from './compile.ts';
import type { Run } from './function-spec.ts';
import { fixed, fold, valueOf, type Piece } from './piece.ts';
import type { ArithmeticSign, Binary } from './tree.ts';
import type { Value } from './types.ts';

type Operation = (left: Exact, right: Exact) => Exact | undefined;

const OPERATIONS: { readonly [sign in ArithmeticSign]: Operation } = {
  '+': (left, right) => left.plus(right),
  '-': (left, right) => left.minus(right),
  '*': (left, right) => left.times(right),
  '/': (left, right) => (right.isZero() ? undefined : left.over(right)),
};

/** Constants larger than any pay, and than what should be worked out for every row. */
const LARGEST = 10n ** 120n;

export function compileArithmetic<E>(tree: Binary, sign: ArithmeticSign, left: Piece<E>, right: Piece<E>, context: Compiling<E>): Piece<E> {
  const dates = [tree.left, tree.right].map((side) => context.kinds.get(side)?.lean === 'date');
  if (dates[0] || dates[1]) return compileDates(tree, sign, dates[0]!, dates[1]!, left, right, context);
  const by = right.fixed ? valueOf(right) : undefined;
  if (sign === '/' && by instanceof Exact && by.isZero()) {
    context.faults.error('X122', tree.right.kind === 'number' ? 'the formula divides by zero' : `the formula divides by ${context.faults.words(tree.right)}, which is zero`, tree.right, { hint: 'divide by something else, or leave the division out' });
    return fixed(undefined);
  }
  const piece = fold([left, right], numeric(sign, left, right));
  const value = piece.fixed ? valueOf(piece) : undefined;
  if (value instanceof Exact && (value.d > LARGEST || value.n > LARGEST || -value.n > LARGEST)) {
    context.faults.error('X132', 'the constants here make a number of more than 120 digits', tree, { hint: 'look for a slip among its numbers' });
    return fixed(undefined);
  }
  return piece;
}

function numeric<E>(sign: ArithmeticSign, left: Piece<E>, right: Piece<E>): Run<E> {
  const operation = OPERATIONS[sign];
  const [a, b] = [left.run, right.run];
  if (right.fixed && valueOf(right) instanceof Exact) {
    const by = valueOf(right) as Exact;
    if (sign === '*') return (env) => times(a(env), by);
    return (env) => {
      const value = a(env);
      return value == null ? undefined : operation(value as Exact, by);
    };
  }
  return (env) => {
    const value = a(env);
    if (value == null) return undefined;
    const other = b(env);
    return other == null ? undefined : operation(value as Exact, other as Exact);
  };
}

function times(value: Value, by: Exact): Value {
  return value == null ? undefined : (value as Exact).times(by);
}

export function compileMinus<E>(of: Piece<E>): Run<E> {
  const run = of.run;
  return (env) => {
    const value = run(env);
    return value == null ? undefined : (value as Exact).negated();
  };
}

function compileDates<E>(tree: Binary, sign: ArithmeticSign, leftDate: boolean, rightDate: boolean, left: Piece<E>, right: Piece<E>, context: Compiling<E>): Piece<E> {
  const [a, b] = [left.run, right.run];
  if (leftDate && rightDate) {
    return fold([left, right], (env) => {
      const [later, earlier] = [a(env), b(env)];
      return later == null || earlier == null ? undefined : Exact.of((later as Day) - (earlier as Day));
    });
  }
  const [days, daysTree] = leftDate ? [right, tree.right] : [left, tree.left];
  const constant = days.fixed ? valueOf(days) : undefined;
  if (constant instanceof Exact && wholeDays(constant) === undefined) {
    context.faults.error('X131', `${context.faults.words(daysTree)} is no whole number of days`, daysTree, { hint: 'write a whole number of at most 999999 days' });
    return fixed(undefined);
  }
  const [date, count] = leftDate ? [a, b] : [b, a];
  return fold([left, right], (env) => {
    const day = date(env);
    const shift = count(env);
    if (day == null || shift == null) return undefined;
    const whole = wholeDays(shift as Exact);
    return whole === undefined ? undefined : sign === '-' ? (day as Day) - whole : (day as Day) + whole;
  });
}

const MOST_DAYS = 999_999n;

/** Undefined for parts of days and for more than anybody plans. */
function wholeDays(value: Exact): number | undefined {
  if (value.n % value.d !== 0n) return undefined;
  const days = value.n / value.d;
  return days > MOST_DAYS || -days > MOST_DAYS ? undefined : +days.toString();
}
