/**
 * The whole program as one function: words and a world in, exit code out. It never ends the process itself.
 * 0 means that everything was delivered, or that the reader left. Rule: cli-conventions §2–3.
 */
import { Problems, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { COMMANDS } from './commands.ts';
import { DiskFault } from './disk.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { WriteFault, type Io } from './io.ts';
import { Session, problemText, told } from './session.ts';
import { commandPage, frontPage } from './usage-page.ts';
import { version } from '../version.ts';
import { readWords } from './words.ts';

export async function main(words: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const code = await answer(words, io);
    await io.stdout.end();
    return code;
  } catch (error) {
    if (error instanceof WriteFault && error.left) return EXIT.done;
    if (error instanceof WriteFault)
      return refuse(io, { code: 'U008', severity: 'error', message: `could not write ${error.where}: ${error.reason}`, hint: 'free some space or choose another place, and run it again' });
    if (error instanceof DiskFault) return refuse(io, { code: 'U006', severity: 'error', message: `${error.path}: ${error.why}` });
    const fault = error instanceof Error ? error : new Error(String(error));
    const more = words.includes('--debug') ? `${fault.stack}\n` : '';
    await told(io, `paycurve: internal error: ${fault.message.split('\n')[0]} (this is a bug; --debug shows where)\n${more}`);
    return EXIT.internal;
  }
}

async function answer(words: readonly string[], io: Io): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined) {
    await told(io, frontPage(COMMANDS, version));
    return EXIT.failed;
  }
  if (first === '--help' || first === '-h' || first === '--version' || first === '-V') {
    await io.stdout.write(first === '--help' || first === '-h' ? frontPage(COMMANDS, version) : `${version}\n`);
    return EXIT.done;
  }
  const command = COMMANDS.find((one) => one.name === first);
  if (command === undefined) return unknownCommand(first, io);
  const end = rest.indexOf('--');
  if (rest.slice(0, end < 0 ? rest.length : end).some((word) => word === '--help' || word === '-h')) {
    await io.stdout.write(commandPage(command));
    return EXIT.done;
  }
  const problems = new Problems();
  const read = await readWords(command, rest, problems);
  if (read === undefined) return refuse(io, ...problems.all);
  return command.run(new Session(io, read.operands, read.options));
}

async function unknownCommand(word: string, io: Io): Promise<ExitCode> {
  const { didYouMean } = await import('../diagnostic/suggest.ts');
  const found = word.startsWith('-') ? `the option ${word} stands before any command` : `there is no command "${word}"`;
  const hint = didYouMean(word, COMMANDS.map((one) => one.name)) ?? (word.startsWith('-') ? 'write the command first, then its options' : 'paycurve --help lists the commands');
  return refuse(io, { code: word.startsWith('-') ? 'U002' : 'U001', severity: 'error', message: found, hint });
}

async function refuse(io: Io, ...problems: Diagnostic[]): Promise<ExitCode> {
  await told(io, await problemText(problems, false, 100));
  return EXIT.failed;
}
