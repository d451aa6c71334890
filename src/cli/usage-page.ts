/** Help pages: examples first, then how to call it, then the options. Written once, in the commands themselves. */
import { COMMON_OPTIONS, type Command, type CommandOption } from './command.ts';

/** The page of one command. */
export function commandPage(command: Command): string {
  const lines = [`paycurve ${command.name}: ${command.summary}`, '', 'Examples'];
  for (const [line, does] of command.examples) lines.push(`  $ ${line}`, `      ${does}`);
  lines.push('', `Usage: paycurve ${command.name}${command.operands === '' ? '' : ` ${command.operands}`} [options]`);
  if (command.options.length > 0) lines.push('', 'Options', ...optionLines(command.options));
  lines.push('', 'Options of every command', ...optionLines(COMMON_OPTIONS));
  if (command.about !== undefined) lines.push('', command.about.trimEnd());
  return `${lines.join('\n')}\n`;
}

/** The front page: every command with its line, and where to go on. */
export function frontPage(commands: readonly Command[], version: string): string {
  const widest = Math.max(...commands.map((command) => call(command).length));
  const lines = [
    `paycurve ${version}: sales incentive plans in YAML, sales in CSV, exact payouts, every cent explained`,
    '',
    'Start here',
    '  $ paycurve init acme',
    '      writes a small workspace that runs as it stands',
    '  $ paycurve run acme',
    '      computes what everybody earned, and shows it',
    '  $ paycurve explain ana acme --period 2026-Q1',
    '      shows where every cent of it came from',
    '',
    'Commands',
    ...commands.map((command) => `  ${call(command).padEnd(widest)}  ${command.summary}`),
    '',
    '`paycurve COMMAND --help` shows examples and options of a command, `paycurve help` the topics.',
    'Nothing leaves this machine: paycurve uses no network, asks for no account and counts nobody.',
  ];
  return `${lines.join('\n')}\n`;
}

function call(command: Command): string {
  return `paycurve ${command.name}${command.operands === '' ? '' : ` ${command.operands}`}`;
}

function optionLines(options: readonly CommandOption[]): string[] {
  const widest = Math.max(...options.map((option) => option.flags.length));
  return options.map((option) => `  ${option.flags.padEnd(widest)}  ${option.about}${option.repeatable ? '; may be given several times' : ''}`);
}
