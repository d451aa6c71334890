/** `paycurve explain SUBJECT`: a code, a person's payout down to the lines it came from, or one transaction. */
import type { Command } from './command.ts';

export const explain: Command = {
  name: 'explain',
  operands: 'CODE | PERSON [PATH…]',
  least: 0,
  most: Infinity,
  summary: 'shows where an amount came from, who got what for a transaction, or what a code means',
  examples: [
    ['paycurve explain ana acme --period 2026-Q1', 'the tree from the payout down to the lines of the data and the plan'],
    ['paycurve explain ana acme --period 2026-Q1 --format markdown=ana.md', 'the same as a statement that can be sent'],
    ['paycurve explain --transaction 1004 acme', 'who got what for it, and if nobody did, why not'],
    ['paycurve explain P301', 'what a code means, with a wrong and a right example'],
  ],
  options: [
    { flags: '--period ID', about: 'the period to explain; needed when the person was paid for several', repeatable: true },
    { flags: '--plan NAME', about: 'only this plan', repeatable: true },
    { flags: '--transaction ID', about: 'explain a transaction instead of a person' },
    { flags: '--format FORMAT[=FILE]', about: 'table (default), markdown (a statement to send), json; to a file with =FILE', choices: ['table', 'markdown', 'json'], repeatable: true },
    { flags: '--curve', about: 'also show what each component pays for any result: where pay bends, and by how much it jumps' },
    { flags: '--all', about: 'list every transaction, however many' },
    { flags: '--data SOURCE=FILES', about: 'read a source from other files, or - for standard input', repeatable: true },
    { flags: '--on-bad-row WHAT', about: 'stop (default), or quarantine', choices: ['stop', 'quarantine'] },
  ],
  async run(session) {
    const { explainCommand } = await import('./explain-command.ts');
    return explainCommand(session);
  },
};
