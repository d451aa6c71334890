/** `year`, `month` and `quarter` of a date, as numbers of the civil calendar; fiscal periods belong to the plan's calendar. */
import { civilOf, type Civil, type Day } from '../../value/day.ts';
import { Exact } from '../../value/exact.ts';
import { want, type FunctionSpec } from '../function-spec.ts';
import { kindOf } from '../kind.ts';

export const yearFunction = part('year', 'The calendar year of a date, such as 2026.', (civil) => civil.year);
export const monthFunction = part('month', 'The month of a date, 1 to 12.', (civil) => civil.month);
export const quarterFunction = part('quarter', 'The calendar quarter of a date, 1 to 4 (not the fiscal one).', (civil) => Math.ceil(civil.month / 3));

function part(name: string, about: string, of: (civil: Civil) => number): FunctionSpec {
  const usage = `${name}(date)`;
  const seen = new Map<number, Exact>();
  return {
    name,
    usage,
    about,
    least: 1,
    most: 1,
    check(call, checking, known) {
      want(call.args[0]!, checking.solid(call.args[0]!, known), ['date'], 'a date', call, checking, usage);
      return { kind: kindOf('number'), blank: false };
    },
    compile([date]) {
      return (env) => {
        const day = date!(env);
        if (day == null) return undefined;
        const number = of(civilOf(day as Day));
        let value = seen.get(number);
        if (value === undefined) seen.set(number, (value = Exact.of(number)));
        return value;
      };
    },
    words: ([date]) => `the ${name} of ${date}`,
  };
}
