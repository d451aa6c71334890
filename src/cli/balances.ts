/** `paycurve balances`: draws, holds and what is carried, by person, rolled forward over the closed periods. */
import type { Command } from './command.ts';

export const balances: Command = {
  name: 'balances',
  operands: '[PATH…]',
  least: 0,
  most: Infinity,
  summary: 'rolls draws, holds and carried balances forward, period by period',
  examples: [
    ['paycurve balances acme', 'every balance of every closed period: opening + earned − paid = closing'],
    ['paycurve balances acme --person ana --all', 'also periods in which she had none'],
  ],
  options: [
    { flags: '--person ID', about: 'only this person', repeatable: true },
    { flags: '--period ID', about: 'only this closed period', repeatable: true },
    { flags: '--all', about: 'also those who have no balance' },
    { flags: '--format FORMAT[=FILE]', about: 'table (default), csv, json, markdown; to a file with =FILE', choices: ['table', 'csv', 'json', 'markdown'], repeatable: true },
    { flags: '--csv-raw', about: 'do not guard text cells of CSV files against spreadsheets (for machines)' },
  ],
  about: 'Balances are read from the records; no data are read. A balance is what the company owes: a draw outstanding is negative.',
  async run(session) {
    const { balancesCommand } = await import('./balances-command.ts');
    return balancesCommand(session);
  },
};
