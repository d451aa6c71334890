/** The words after a command's name → operands and options. Most calls have no option, and then no parser is loaded. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Command } from './command.ts';
import type { Options } from './session.ts';

export interface Words {
  readonly operands: readonly string[];
  readonly options: Options;
}

/** Reads the words, and holds the number of operands to what the command takes. Undefined after a problem. */
export async function readWords(command: Command, words: readonly string[], problems: Problems): Promise<Words | undefined> {
  const plain = words.every((word) => !word.startsWith('-') || word === '-');
  const { operands, values } = plain ? { operands: words, values: new Map<string, string[]>() } : ((await import('./parse.ts')).parseOptions(command, words, problems) ?? {});
  if (operands === undefined || values === undefined) return undefined;
  if (operands.length < command.least || operands.length > command.most) {
    const found = operands.length < command.least ? 'is missing an operand' : `takes ${command.most === 0 ? 'no operand' : `at most ${command.most}`}, got ${operands.length}`;
    problems.error('U004', `paycurve ${command.name} ${found}`, { hint: `call it as: paycurve ${command.name} ${command.operands}`.trimEnd() });
  }
  return problems.failed ? undefined : { operands, options: optionsOf(values) };
}

function optionsOf(values: ReadonlyMap<string, readonly string[]>): Options {
  return {
    flag: (name) => values.has(name),
    text: (name) => values.get(name)?.at(-1),
    texts: (name) => values.get(name) ?? [],
    count: (name) => values.get(name)?.length ?? 0,
  };
}
