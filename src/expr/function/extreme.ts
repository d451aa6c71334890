/** `min` and `max` of two or more values of one kind. Not applicable when one of the values is. */
import { Exact, greatest, least } from '../../value/exact.ts';
import { oneKind, want, type FunctionSpec, type Run } from '../function-spec.ts';
import type { Type, Value } from '../types.ts';

const ORDERED: readonly Type[] = ['money', 'number', 'ratio', 'date'];

export const minFunction = extreme('min', 'smaller', 'smallest', (a, b) => (a instanceof Exact ? least(a, b as Exact) : b! < a! ? b : a));
export const maxFunction = extreme('max', 'larger', 'largest', (a, b) => (a instanceof Exact ? greatest(a, b as Exact) : a! < b! ? b : a));

function extreme(name: string, ofTwo: string, ofMany: string, pick: (a: Value, b: Value) => Value): FunctionSpec {
  const usage = `${name}(value, other value)`;
  return {
    name,
    usage,
    about: `The ${ofMany} of its values: money, numbers, ratios or dates.`,
    least: 2,
    most: Infinity,
    check(call, checking, known) {
      const kinds = call.args.map((arg) => checking.solid(arg, known));
      call.args.forEach((arg, i) => want(arg, kinds[i]!, ORDERED, 'money, numbers, ratios or dates', call, checking, usage));
      return { kind: oneKind(call.args, kinds, call, checking), blank: false };
    },
    compile<E>(args: readonly Run<E>[]): Run<E> {
      const [first, ...rest] = args as [Run<E>, ...Run<E>[]];
      return (env) => {
        let best = first(env);
        if (best == null) return undefined;
        for (const arg of rest) {
          const value = arg(env);
          if (value == null) return undefined;
          best = pick(best, value);
        }
        return best;
      };
    },
    words: (args) => `the ${args.length === 2 ? ofTwo : ofMany} of ${args.slice(0, -1).join(', ')} and ${args[args.length - 1]}`,
  };
}
