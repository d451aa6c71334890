/** `paycurve adjustments`: what closed periods come out as now, against what was recorded, line by line with the reason. */
import type { Command } from './command.ts';

export const adjustments: Command = {
  name: 'adjustments',
  operands: '[PATH…]',
  least: 0,
  most: Infinity,
  summary: 'lists what has changed in closed periods, why, and when it is paid',
  examples: [
    ['paycurve adjustments acme', 'all that were paid, and those that the open period will pay'],
    ['paycurve adjustments acme --person ana --format csv > ana.csv', 'those of one person, for a spreadsheet'],
    ['paycurve adjustments acme --posted-in 2026-05', 'those that are paid in May'],
  ],
  options: [
    { flags: '--person ID', about: 'only this person', repeatable: true },
    { flags: '--period ID', about: 'only differences of this closed period', repeatable: true },
    { flags: '--posted-in ID', about: 'only those that are paid in this period', repeatable: true },
    { flags: '--data SOURCE=FILES', about: 'read a source from other files, or - for standard input', repeatable: true },
    { flags: '--format FORMAT[=FILE]', about: 'table (default), csv, json, markdown; to a file with =FILE', choices: ['table', 'csv', 'json', 'markdown'], repeatable: true },
    { flags: '--csv-raw', about: 'do not guard text cells of CSV files against spreadsheets (for machines)' },
  ],
  async run(session) {
    const { adjustmentsCommand } = await import('./adjustments-command.ts');
    return adjustmentsCommand(session);
  },
};
