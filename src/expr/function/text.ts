/** `starts_with`, `ends_with`, `contains`: exact and case-sensitive, as every comparison of texts. */
import { want, type FunctionSpec } from '../function-spec.ts';
import { kindOf } from '../kind.ts';

export const startsWithFunction = test('starts_with', 'starts with', (text, part) => text.startsWith(part));
export const endsWithFunction = test('ends_with', 'ends with', (text, part) => text.endsWith(part));
export const containsFunction = test('contains', 'contains', (text, part) => text.includes(part));

function test(name: string, verb: string, holds: (text: string, part: string) => boolean): FunctionSpec {
  const usage = `${name}(text, 'part')`;
  return {
    name,
    usage,
    about: `Whether the text ${verb} the part, capitals and all.`,
    least: 2,
    most: 2,
    check(call, checking, known) {
      for (const arg of call.args) want(arg, checking.solid(arg, known), ['text'], 'texts', call, checking, usage);
      return { kind: kindOf('yes-no'), blank: false };
    },
    compile([text, part]) {
      return (env) => {
        const a = text!(env);
        const b = part!(env);
        return a == null || b == null ? undefined : holds(a as string, b as string);
      };
    },
    words: ([text, part]) => `${text} ${verb} ${part}`,
  };
}
