/** `paycurve run`: a workspace and its data → payouts, as a report and, when asked, as a folder of files. */
import { RUN_FORMAT_NAMES } from '../report/run/names.ts';
import type { Command } from './command.ts';

export const run: Command = {
  name: 'run',
  operands: '[PATH…]',
  least: 0,
  most: Infinity,
  summary: 'computes what everybody earned',
  examples: [
    ['paycurve run acme', 'computes the workspace in the folder acme and prints what everybody earned'],
    ['paycurve run acme --period 2026-Q1 --format csv > q1.csv', 'gives one period to a spreadsheet'],
    ['paycurve run acme --on-bad-row quarantine --out results', 'sets bad rows aside, and writes payouts, ledger and manifest'],
  ],
  options: [
    { flags: '--person ID', about: 'only this person', repeatable: true },
    { flags: '--plan NAME', about: 'only payouts of this plan', repeatable: true },
    { flags: '--period ID', about: 'only this period, such as 2026-Q1', repeatable: true },
    { flags: '--by WHAT', about: 'what a line of the report is: person (default), period, component, plan', choices: ['person', 'period', 'component', 'plan'] },
    { flags: '--top N', about: 'show the first N lines of each table; the totals stay complete' },
    { flags: '--format FORMAT[=FILE]', about: `${Object.keys(RUN_FORMAT_NAMES).join(', ').replace('table', 'table (default)')}; to a file with =FILE`, choices: Object.keys(RUN_FORMAT_NAMES), repeatable: true },
    { flags: '--out FOLDER', about: 'write payouts, components, credits and excluded rows as CSV, the ledger and a manifest' },
    { flags: '--data SOURCE=FILES', about: 'read a source from other files, or - for standard input', repeatable: true },
    { flags: '--as-known DATE', about: 'what was closed up to that day, as it was recorded; no data are read' },
    { flags: '--on-bad-row WHAT', about: 'stop (default), or quarantine: leave bad rows out and write them to a file', choices: ['stop', 'quarantine'] },
    { flags: '--csv-raw', about: "do not guard text cells of CSV files against spreadsheets (for machines)" },
    { flags: '--csv-bom', about: 'begin CSV with a byte order mark: Excel then reads accents right on a double click' },
    { flags: '--no-redact', about: 'show single people in --format markdown' },
  ],
  about: `PATH is a folder with a paycurve.yaml (default: this folder), or plan files that take the place of the
workspace's own plans for this run. Closed periods are shown as recorded: paycurve help closing. Exit code 1: the plans or
the data have errors, and nothing was written.`,
  async run(session) {
    const { runCommand } = await import('./run-command.ts');
    return runCommand(session);
  },
};
