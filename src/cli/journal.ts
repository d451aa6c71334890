/** `paycurve journal`: closed periods as double entry, for hledger or beancount. */
import type { Command } from './command.ts';

export const journal: Command = {
  name: 'journal',
  operands: '[PATH…]',
  least: 0,
  most: Infinity,
  summary: 'writes closed periods as double-entry bookkeeping',
  examples: [
    ['paycurve journal acme > acme.journal', 'for hledger: hledger -f acme.journal balance'],
    ['paycurve journal acme --format beancount=acme.beancount', 'for beancount: bean-check acme.beancount'],
  ],
  options: [
    { flags: '--period ID', about: 'only this closed period', repeatable: true },
    { flags: '--format FORMAT[=FILE]', about: 'hledger (default), beancount; to a file with =FILE', choices: ['hledger', 'beancount'], repeatable: true },
  ],
  about: `Earned is an expense, paid is owed to the payee, and draws, holds and what is carried move balances: each
transaction sums to zero. Transactions are dated on the last day of their period.`,
  async run(session) {
    const { journalCommand } = await import('./journal-command.ts');
    return journalCommand(session);
  },
};
