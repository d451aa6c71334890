/** The rules on the sum of the components, one after the other. Shares nothing with `src/`. */
import { greater, lesser, parse, sign, type Fraction } from '../fraction.ts';
import type { Moment } from './moment.ts';
import type { Run } from './run.ts';
import { keptUnder } from './shared-cap.ts';

/** The sum after the rule at the place, which finds it as those before left it. */
export function adjusted(run: Run, moment: Moment, place: number): Fraction {
  const rule = moment.plan.adjust[place]!;
  const before = run.total(moment, place);
  if ('sharedCap' in rule) return run.rounded(keptUnder(run, rule.sharedCap, moment, `rule ${moment.plan.adjust.slice(0, place).filter((one) => 'sharedCap' in one).length}`, before, (other) => run.total(other, place)));
  if (sign(before) <= 0) return before;
  return run.rounded('cap' in rule ? lesser(before, parse(rule.cap)) : greater(before, parse(rule.floor)));
}
