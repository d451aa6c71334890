/** `months` between two dates and the value of a contract that grows by a rate each year (COM-05, COM-39). */
import { Exact, ONE, total, ZERO } from '../../value/exact.ts';
import type { Day } from '../../value/day.ts';
import { wholeMonths } from '../../value/months.ts';
import { roundTo } from '../../value/rounding.ts';
import { want, type FunctionSpec } from '../function-spec.ts';
import { kindOf, LITERAL, meet, UNKNOWN } from '../kind.ts';

export const monthsFunction: FunctionSpec = {
  name: 'months',
  usage: 'months(from, to)',
  about: 'The full months from one date to another; 0 until the first is full, and where the second lies before. A month is full on the same day of a later one, or on its last day where it has no such day.',
  least: 2,
  most: 2,
  check(call, checking, known) {
    for (const arg of call.args) want(arg, checking.solid(arg, known), ['date'], 'a date', call, checking, monthsFunction.usage);
    return { kind: kindOf('number'), blank: false };
  },
  compile([from, to]) {
    return (env) => {
      const [a, b] = [from!(env), to!(env)];
      return a == null || b == null ? undefined : Exact.of(wholeMonths(a as Day, b as Day));
    };
  },
  words: ([from, to]) => `the full months from ${from} to ${to}`,
};

/** No contract is longer; a cell with another number is a mistake in the data, and its value is not applicable. */
const LONGEST = 100;

export const escalatedFunction: FunctionSpec = {
  name: 'escalated',
  usage: 'escalated(first_year, 5%, years)',
  about: 'The value of a contract over whole years, each the one before raised by the rate. A fourth value is the step to which each year is rounded (half-up); without it no year is.',
  least: 3,
  most: 4,
  check(call, checking, known) {
    const [first, rate, years, step] = call.args;
    const kind = checking.solid(first!, known);
    want(first!, kind, ['money', 'number'], 'money or a number', call, checking, escalatedFunction.usage);
    want(rate!, checking.solid(rate!, known), ['ratio', 'number'], 'a rate', call, checking, escalatedFunction.usage);
    want(years!, checking.solid(years!, known), ['number'], 'a number of years', call, checking, escalatedFunction.usage);
    if (step !== undefined) want(step, checking.solid(step, known), ['money', 'number'], 'a step such as 1 or 0.01', call, checking, escalatedFunction.usage);
    return { kind: meet(kind, LITERAL) ?? UNKNOWN, blank: false };
  },
  compile([first, rate, years, step]) {
    return (env) => {
      const values = [first!(env), rate!(env), years!(env), step === undefined ? ONE : step(env)];
      if (values.some((value) => value == null)) return undefined;
      const [value, by, count, to] = values as [Exact, Exact, Exact, Exact];
      return to.sign() <= 0 ? undefined : sumOf(value, by.plus(ONE), count, step === undefined ? undefined : to);
    };
  },
  words: ([first, rate, years, step]) => `${first} raised by ${rate} each year over ${years} years${step === undefined ? '' : `, each rounded to ${step}`}`,
};

function sumOf(first: Exact, factor: Exact, years: Exact, step: Exact | undefined): Exact | undefined {
  const parts: Exact[] = [];
  let year = first;
  for (let left = years; !left.isZero(); left = left.minus(ONE)) {
    if (left.lessThan(ONE) || parts.length >= LONGEST) return undefined;
    if (step !== undefined) year = roundTo(year, { to: step, mode: 'half-up' });
    parts.push(year);
    year = year.times(factor);
  }
  return parts.length === 0 ? ZERO : total(parts);
}
