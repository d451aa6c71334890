/** One run of one command: its operands and options, the world it may touch, and the only ways to say something. */
import type { Code } from '../diagnostic/codes.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { wantsColour, widthOf, type When } from './colour.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { WriteFault, type Io } from './io.ts';

export interface Options {
  flag(name: string): boolean;
  /** The value given last. */
  text(name: string): string | undefined;
  /** All values, in the order given. */
  texts(name: string): readonly string[];
  /** How often a flag was given. */
  count(name: string): number;
}

export class Session {
  readonly io: Io;
  readonly operands: readonly string[];
  readonly options: Options;

  constructor(io: Io, operands: readonly string[], options: Options) {
    this.io = io;
    this.operands = operands;
    this.options = options;
  }

  get colourOut(): boolean {
    return wantsColour(this.when, this.io.env, () => this.io.stdout.terminal);
  }

  get colourErr(): boolean {
    return wantsColour(this.when, this.io.env, () => this.io.stderr.terminal);
  }

  get width(): number {
    return widthOf(this.io.stdout.columns, this.io.env);
  }

  /** The result, on standard output. Only `-qq` silences it. */
  async result(text: string): Promise<void> {
    if (text !== '' && this.options.count('quiet') < 2) await this.io.stdout.write(text);
  }

  /** What a person may like to know, on standard error; not with `-q`. */
  async note(line: string): Promise<void> {
    if (this.options.count('quiet') === 0) await told(this.io, `${line}\n`);
  }

  /** Problems on standard error, for commands whose result is something else. Errors are said even with `-q`. */
  async report(problems: readonly Diagnostic[]): Promise<void> {
    const quiet = this.options.count('quiet');
    const shown = quiet > 1 ? [] : quiet > 0 ? problems.filter((problem) => problem.severity === 'error') : problems;
    if (shown.length > 0) await told(this.io, await problemText(shown, this.colourErr, this.width));
  }

  /** Says why the command could not do it, and gives the exit code for that. */
  async refuse(code: Code, message: string, rest: Omit<Diagnostic, 'code' | 'severity' | 'message'> = {}): Promise<ExitCode> {
    await this.report([{ code, severity: 'error', message, ...rest }]);
    return EXIT.failed;
  }

  /** A name that is in none of the pages: the near ones are suggested, else all are listed. */
  async noPage(what: string, name: string, known: Iterable<string>): Promise<ExitCode> {
    const { didYouMean, either } = await import('../diagnostic/suggest.ts');
    const names = [...known];
    return this.refuse('U015', `there is no ${what} "${name}"`, { hint: didYouMean(name, names) ?? `there is ${either(names, 'and')}` });
  }

  private get when(): When {
    return (this.options.text('color') ?? 'auto') as When;
  }
}

/** Writes to standard error. When nobody can hear it, nothing more can be said. */
export async function told(io: Io, text: string): Promise<void> {
  try {
    await io.stderr.write(text);
  } catch (error) {
    if (!(error instanceof WriteFault)) throw error;
  }
}

const MOST = 100;

/** Problems in words, as `validate` would print them; a long list is cut, and says so. */
export async function problemText(problems: readonly Diagnostic[], colour: boolean, width: number): Promise<string> {
  const { problemWords } = await import('../report/diagnostic/text.ts');
  const { capProblems, countProblems, foldProblems, sortProblems } = await import('../diagnostic/order.ts');
  const all = foldProblems(sortProblems(problems));
  const shown = capProblems(all, MOST);
  const rest = countProblems(all) - countProblems(shown);
  return `${await problemWords(shown, { colour, width })}${rest > 0 ? `\n… and ${rest} more\n` : ''}`;
}
