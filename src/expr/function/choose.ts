/** Choices: `if` by a condition, `coalesce` the first value that is not blank. */
import { checkCondition } from '../check-logic.ts';
import { both, factsOf } from '../facts.ts';
import { tellWatchers, watching } from '../watched.ts';
import { oneKind, type FunctionSpec } from '../function-spec.ts';

export const ifFunction: FunctionSpec = {
  name: 'if',
  usage: 'if(condition, value, value otherwise)',
  about: 'The first value where the condition holds, else the second. Not applicable where the condition is.',
  least: 3,
  most: 3,
  check(call, checking, known) {
    const [condition, yes, no] = call.args as [(typeof call.args)[0], (typeof call.args)[0], (typeof call.args)[0]];
    checkCondition(condition, checking, known);
    const facts = factsOf(condition);
    const a = checking.judge(yes, both(known, facts.whenYes));
    const b = checking.judge(no, both(known, facts.whenNo));
    return { kind: oneKind([yes, no], [a.kind, b.kind], call, checking), blank: a.blank || b.blank };
  },
  compile(args, call) {
    const [condition, yes, no] = args as [(typeof args)[0], (typeof args)[0], (typeof args)[0]];
    return (env) => {
      const holds = condition(env);
      if (watching.count > 0 && typeof holds === 'boolean') tellWatchers(call, holds);
      return holds === true ? yes(env) : holds === false ? no(env) : undefined;
    };
  },
  words: ([condition, yes, no]) => `${yes} if ${condition}, otherwise ${no}`,
};

export const coalesceFunction: FunctionSpec = {
  name: 'coalesce',
  usage: 'coalesce(value, value when blank)',
  about: 'The first of its values that is not blank.',
  least: 2,
  most: Infinity,
  check(call, checking, known) {
    const judged = call.args.map((arg) => checking.judge(arg, known));
    const kind = oneKind(call.args, judged.map((one) => one.kind), call, checking);
    return { kind, blank: judged.every((one) => one.blank) };
  },
  compile(args) {
    return (env) => {
      for (const arg of args) {
        const value = arg(env);
        if (value !== null) return value;
      }
      return null;
    };
  },
  words: ([first, ...rest]) => `${first} (${rest.map((value) => `${value} when blank`).join(', ')})`,
};
