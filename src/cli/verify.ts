/** `paycurve verify`: every byte of the records, their chain, totals and balances, and what today's data would give. */
import type { Command } from './command.ts';

export const verify: Command = {
  name: 'verify',
  operands: '[PATH…]',
  least: 0,
  most: Infinity,
  summary: 'checks the records of closed periods, byte by byte and sum by sum',
  examples: [
    ['paycurve verify acme', 'the chain, every file, control totals, balances; then computes again and names what differs'],
    ['paycurve verify acme --records-only', 'without today\'s data'],
    ['paycurve verify acme --seal 3f2a…', 'also whether the books hold the record with this seal, noted when it was closed'],
  ],
  options: [
    { flags: '--records-only', about: 'do not compute again with today\'s data' },
    { flags: '--seal HEX', about: 'a record must have this seal (at least 12 of its letters)' },
    { flags: '--data SOURCE=FILES', about: 'read a source from other files, or - for standard input', repeatable: true },
    { flags: '--format FORMAT', about: 'text (default), json', choices: ['text', 'json'] },
  ],
  about: `Exit code 1: a record is not what was written, or does not add up. What today's data would change is told and is
no fault: it becomes an adjustment in the open period.`,
  async run(session) {
    const { verifyCommand } = await import('./verify-command.ts');
    return verifyCommand(session);
  },
};
