/**
 * What a command is: one object in one file, and one line in `commands.ts`. Its file imports nothing heavy at the top;
 * what a command needs is loaded when it runs, so `--help` answers at once.
 */
import type { ExitCode } from './exit.ts';
import type { Session } from './session.ts';

export interface CommandOption {
  /** As shown: `--format FORMAT[=FILE]`, `-q, --quiet`. A word in capitals after the name is its value. */
  readonly flags: string;
  readonly about: string;
  readonly repeatable?: boolean;
  /** The only values allowed, when they are few; a near one is suggested for another. */
  readonly choices?: readonly string[];
}

export interface Command {
  readonly name: string;
  /** Operands as shown: `[PATH…]`, `SUBJECT`. */
  readonly operands: string;
  /** How many operands it takes at most, and at least. */
  readonly most: number;
  readonly least: number;
  readonly summary: string;
  /** Two or three commands that can be run as they stand, each with what it does. */
  readonly examples: readonly (readonly [command: string, does: string])[];
  /** More lines after the options: what paths may be, exit codes that are special. */
  readonly about?: string;
  readonly options: readonly CommandOption[];
  run(session: Session): Promise<ExitCode>;
}

/** Options of every command. */
export const COMMON_OPTIONS: readonly CommandOption[] = [
  { flags: '--color WHEN', about: 'always, never or auto (a terminal has colours unless NO_COLOR is set)', choices: ['always', 'never', 'auto'] },
  { flags: '-q, --quiet', about: 'only the result; twice (-qq): only the exit code' },
  { flags: '-v, --verbose', about: 'also say on standard error what was read' },
  { flags: '--debug', about: 'show the stack of an internal error' },
  { flags: '--no-input', about: 'accepted and without effect: nothing is ever asked' },
  { flags: '-h, --help', about: 'this page' },
];

/** `--format FORMAT[=FILE]` → `format`. */
export function optionName(option: CommandOption): string {
  return /--([a-z-]+)/.exec(option.flags)![1]!;
}

export function takesValue(option: CommandOption): boolean {
  return / [A-Z]/.test(option.flags);
}
