/** Options that would do nothing in this call. They are refused: whoever gives one believes that it was heeded. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { WantedFormat } from './format-option.ts';
import type { Options } from './session.ts';

/** What each format of a run heeds; a CSV has one line for each person, plan and period, or for each component of these. */
const BY: Readonly<Record<string, readonly string[]>> = { table: ['person', 'period', 'component', 'plan'], csv: ['person', 'component'] };

export function refuseIdleRunOptions(options: Options, formats: readonly WantedFormat[], problems: Problems): void {
  const wanted = (...names: readonly string[]): boolean => formats.some(({ format }) => names.includes(format));
  const by = options.text('by');
  if (by !== undefined && by !== 'person' && !formats.some(({ format }) => BY[format]?.includes(by)))
    idle(problems, `--by ${by}`, `--format ${formats.map(({ format }) => format).join(', ')}`, wanted('csv') ? 'a CSV has lines by person or by component; add them up in the spreadsheet, or leave --format out for the table' : 'leave --by out, or print the table');
  if (options.flag('top') && !wanted('table') && !(wanted('markdown') && options.flag('no-redact'))) idle(problems, '--top', `--format ${formats.map(({ format }) => format).join(', ')}`, 'CSV and JSON are always complete; leave --top out');
  if (options.flag('no-redact') && !wanted('markdown')) idle(problems, '--no-redact', 'a run without --format markdown', 'the other formats show single people anyway; leave it out');
  for (const name of ['csv-raw', 'csv-bom'])
    if (options.flag(name) && !wanted('csv') && !options.flag('out')) idle(problems, `--${name}`, 'a run that writes no CSV', 'add --format csv or --out FOLDER, or leave it out');
}

/** A transaction is explained for everybody, over all periods; a list of codes for nobody. */
export function refuseIdleExplainOptions(options: Options, about: 'transaction' | 'list', problems: Problems): void {
  const names = about === 'transaction' ? ['period', 'plan', 'curve', 'all', 'format'] : ['period', 'plan', 'curve', 'all', 'format', 'data', 'on-bad-row'];
  const where = about === 'transaction' ? '--transaction' : 'the list of codes';
  for (const name of names) if (options.flag(name)) idle(problems, `--${name}`, where, about === 'transaction' ? 'all credits of the transaction are shown, as a table; leave it out' : 'name the person: paycurve explain PERSON');
}

/** Only the tree cuts long lists, and a statement shows what was paid, not what would be. */
export function refuseIdleTree(options: Options, formats: readonly WantedFormat[], problems: Problems): void {
  if (options.flag('all') && !formats.some(({ format }) => format === 'table')) idle(problems, '--all', `--format ${formats.map(({ format }) => format).join(', ')}`, 'Markdown and JSON are always complete; leave it out');
  if (options.flag('curve') && formats.every(({ format }) => format === 'markdown')) idle(problems, '--curve', '--format markdown', 'the tree and JSON show curves; leave it out');
}

function idle(problems: Problems, option: string, where: string, hint: string): void {
  problems.error('U018', `${option} does nothing with ${where}`, { hint });
}
