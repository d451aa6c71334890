/** `growth` over a baseline. A baseline of zero or less has no growth: a ratio to it would mean nothing, or the opposite (BON-12). */
import type { Exact } from '../../value/exact.ts';
import { oneKind, want, type FunctionSpec } from '../function-spec.ts';
import { kindOf } from '../kind.ts';

export const growthFunction: FunctionSpec = {
  name: 'growth',
  usage: 'growth(result, baseline)',
  about: 'What the result is above the baseline, as a share of the baseline. Not applicable where the baseline is zero or less.',
  least: 2,
  most: 2,
  check(call, checking, known) {
    const kinds = call.args.map((arg) => checking.solid(arg, known));
    call.args.forEach((arg, i) => want(arg, kinds[i]!, ['money', 'number', 'ratio'], 'money, numbers or ratios', call, checking, growthFunction.usage));
    oneKind(call.args, kinds, call, checking);
    return { kind: kindOf('ratio'), blank: false };
  },
  compile([result, baseline]) {
    return (env) => {
      const [now, before] = [result!(env), baseline!(env)];
      if (now == null || before == null || (before as Exact).sign() <= 0) return undefined;
      return (now as Exact).minus(before as Exact).over(before as Exact);
    };
  },
  words: ([result, baseline]) => `the growth of ${result} over ${baseline}`,
};
