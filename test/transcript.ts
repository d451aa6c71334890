/**
 * Transcripts: what a person types and sees, as a test. `$` a command, plain lines standard output, `2> ` lines standard error,
 * `[n]` an exit code other than 0. Commands run in this process through `main`; `| head -N`, `| tail -N` and `| grep WORD`
 * are read here, so that a page can show a part.
 */
import { main } from '../src/cli/main.ts';
import type { Io, Output } from '../src/cli/io.ts';
import { processDisk } from '../src/cli/process-disk.ts';
import { version } from '../src/version.ts';

export interface Turn {
  readonly command: string;
  readonly shown: string;
}

/** Turns of a text; lines before the first `$` belong to none. */
export function readTurns(text: string): Turn[] {
  return text
    .split(/^(?=\$ )/m)
    .filter((part) => part.startsWith('$ '))
    .map((part) => {
      const end = part.indexOf('\n');
      return end < 0 ? { command: part.slice(2), shown: '' } : { command: part.slice(2, end), shown: part.slice(end + 1).trimEnd() };
    });
}

/** Runs one command in a folder and gives what would be seen, without a final line end. */
export async function seen(command: string, cwd: string): Promise<string> {
  const [call, ...filters] = command.split(' | ');
  const [program, ...words] = wordsOf(call!);
  if (program !== 'paycurve') throw new Error(`a transcript runs paycurve, not ${program}`);
  const parts: { readonly error: boolean; readonly text: string }[] = [];
  const output = (error: boolean): Output => ({
    terminal: false,
    async write(text) {
      parts.push({ error, text });
    },
    async end() {},
  });
  const io: Io = {
    cwd,
    env: { COLUMNS: '100', TZ: 'UTC', LC_ALL: 'C', SOURCE_DATE_EPOCH: '1767225600' },
    stdin: { terminal: false, async *chunks() {} },
    stdout: output(false),
    stderr: output(true),
    disk: processDisk,
    now: () => '2026-01-01T00:00:00Z',
    ticks: () => 0,
  };
  const code = await main(words, io);
  const out = filters.reduce(filtered, lines(joined(parts, false).replaceAll(`"version": "${version}"`, '"version": "VERSION"')));
  const err = lines(joined(parts, true)).map((line) => (line === '' ? '2>' : `2> ${line}`));
  return [...out, ...err, ...(code === 0 ? [] : [`[${code}]`])].map((line) => line.trimEnd()).join('\n');
}

function joined(parts: readonly { readonly error: boolean; readonly text: string }[], error: boolean): string {
  return parts.filter((part) => part.error === error).map((part) => part.text).join('');
}

function lines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function filtered(input: string[], filter: string): string[] {
  const [name, argument = ''] = wordsOf(filter);
  if (name === 'grep') return input.filter((line) => line.includes(argument));
  const count = /^-(\d+)$/.exec(argument)?.[1];
  if (count === undefined || (name !== 'head' && name !== 'tail')) throw new Error(`a transcript knows head -N, tail -N and grep WORD, not ${filter}`);
  return name === 'head' ? input.slice(0, Number(count)) : input.slice(-Number(count));
}

/** Words as a shell would cut them: blanks part, quotes hold together. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3]!);
}
