/**
 * The words of a command line → operands and options, through commander. Its own messages and exit codes are never used:
 * every fault becomes a problem with a suggestion, and exit code 2. Rule: traps.md §12.
 */
import { Command as Parser, CommanderError, Option as ParserOption } from 'commander';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import { COMMON_OPTIONS, optionName, takesValue, type Command, type CommandOption } from './command.ts';

export interface Parsed {
  readonly operands: readonly string[];
  /** The values given to each option, in their order; an empty text for a flag. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Tells options from operands. Every fault of an option is a problem; undefined when the words cannot be told apart. */
export function parseOptions(command: Command, words: readonly string[], problems: Problems): Parsed | undefined {
  const known = [...command.options, ...COMMON_OPTIONS];
  const values = new Map<string, string[]>();
  const parser = new Parser(command.name).exitOverride().helpOption(false).argument('[operands...]').configureOutput({ writeErr: () => {}, writeOut: () => {} });
  for (const option of known) {
    const name = optionName(option);
    parser.addOption(new ParserOption(parserFlags(option)));
    parser.on(`option:${name}`, (value: string | null) => values.set(name, [...(values.get(name) ?? []), value ?? '']));
  }
  try {
    parser.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    refuse(error, command, known, problems);
    return undefined;
  }
  for (const option of known) checkValues(option, values.get(optionName(option)) ?? [], problems);
  return { operands: parser.args, values };
}

/** commander reads `[X]` as an optional value and `<X>` as a required one; ours are all required. */
function parserFlags(option: CommandOption): string {
  return takesValue(option) ? option.flags.replace(/ .*$/, ' <value>') : option.flags;
}

function checkValues(option: CommandOption, given: readonly string[], problems: Problems): void {
  const name = optionName(option);
  if (takesValue(option) && !option.repeatable && given.length > 1) {
    problems.error('U003', `--${name} was given ${given.length} times`, { hint: 'give it once' });
    return;
  }
  const { choices } = option;
  if (choices === undefined) return;
  for (const value of given)
    if (!choices.includes(value.replace(/=.*$/s, '')))
      problems.error('U003', `--${name} cannot be "${value}"`, { hint: didYouMean(value.replace(/=.*$/s, ''), choices) ?? `it is one of ${either(choices)}` });
}

function refuse(error: CommanderError, command: Command, known: readonly CommandOption[], problems: Problems): void {
  const quoted = /'([^']*)'/s.exec(error.message)?.[1] ?? '';
  const page = `paycurve ${command.name} --help lists its options`;
  if (error.code === 'commander.unknownOption') {
    const word = quoted.replace(/=.*$/s, '');
    const flags = known.flatMap((option) => option.flags.split(/[ ,]+/).filter((part) => part.startsWith('-')));
    problems.error('U002', `paycurve ${command.name} has no option ${word}`, { hint: didYouMean(word, flags) ?? page });
  } else if (error.code === 'commander.optionMissingArgument') {
    const flag = /--[a-z-]+/.exec(quoted)?.[0] ?? quoted;
    const option = known.find((one) => one.flags.includes(flag));
    problems.error('U003', `${flag} needs a value`, { hint: option === undefined ? page : `write ${option.flags.replace(/^-., /, '')}` });
  } else problems.error('U004', error.message.replace(/^error: /, ''), { hint: page });
}
