/** `abs` and `round`. A formula rounds only where it says so, to a named step and by a named mode (calculation contract §2). */
import { didYouMean, either } from '../../diagnostic/suggest.ts';
import type { Exact } from '../../value/exact.ts';
import { ROUNDING_MODES, roundTo, type RoundingMode } from '../../value/rounding.ts';
import type { Checking } from '../checking.ts';
import { want, type FunctionSpec } from '../function-spec.ts';
import { LITERAL, meet, UNKNOWN } from '../kind.ts';
import type { Tree } from '../tree.ts';
import type { Type } from '../types.ts';

const NUMERIC: readonly Type[] = ['money', 'number', 'ratio'];
const NUMERIC_WORDS = 'money, a number or a ratio';

export const absFunction: FunctionSpec = {
  name: 'abs',
  usage: 'abs(value)',
  about: 'The value without its sign.',
  least: 1,
  most: 1,
  check(call, checking, known) {
    const kind = checking.solid(call.args[0]!, known);
    want(call.args[0]!, kind, NUMERIC, NUMERIC_WORDS, call, checking, absFunction.usage);
    return { kind: meet(kind, LITERAL) ?? UNKNOWN, blank: false };
  },
  compile([of]) {
    return (env) => {
      const value = of!(env);
      return value == null ? undefined : (value as Exact).abs();
    };
  },
  words: ([of]) => `${of} without its sign`,
};

export const roundFunction: FunctionSpec = {
  name: 'round',
  usage: "round(value, 0.01, 'half-up')",
  about: `The value rounded to a whole multiple of the step, by a named mode: ${ROUNDING_MODES.join(', ')}.`,
  least: 3,
  most: 3,
  check(call, checking, known) {
    const [of, step, mode] = call.args as [Tree, Tree, Tree];
    const kind = checking.solid(of, known);
    want(of, kind, NUMERIC, NUMERIC_WORDS, call, checking, roundFunction.usage);
    const stepKind = checking.solid(step, known);
    if (step.kind !== 'number' || step.value.isZero()) reportStep(step, checking);
    else if (meet(kind, stepKind) === undefined) want(step, stepKind, kind.can, 'a step of the same kind as its value', call, checking, roundFunction.usage);
    checking.judge(mode, known);
    if (mode.kind !== 'text' || !(ROUNDING_MODES as readonly string[]).includes(mode.value)) reportMode(mode, checking);
    return { kind: meet(kind, LITERAL) ?? UNKNOWN, blank: false };
  },
  compile([of], call) {
    const to = (call.args[1] as Tree & { kind: 'number' }).value;
    const mode = (call.args[2] as Tree & { kind: 'text' }).value as RoundingMode;
    const rounding = { to, mode };
    return (env) => {
      const value = of!(env);
      return value == null ? undefined : roundTo(value as Exact, rounding);
    };
  },
  words: ([of, step, mode]) => `${of} rounded to ${step} (${mode})`,
};

function reportStep(step: Tree, { faults }: Checking): void {
  if (step.kind === 'bad') return;
  faults.error('X130', `the step to round to must be a positive number, but ${faults.words(step)} stands there`, step, { hint: `write a step such as 0.01 for cents: ${roundFunction.usage}` });
}

function reportMode(mode: Tree, { faults }: Checking): void {
  if (mode.kind === 'bad') return;
  const note = mode.kind === 'text' ? didYouMean(mode.value, ROUNDING_MODES) : undefined;
  faults.error('X130', `${faults.words(mode)} names no rounding`, mode, { ...(note === undefined ? {} : { note }), hint: `write one of ${either(ROUNDING_MODES.map((one) => `'${one}'`))}` });
}
