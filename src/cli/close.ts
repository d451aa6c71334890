/** `paycurve close PERIOD`: freezes what everybody is paid for a period into the append-only records of the workspace. */
import type { Command } from './command.ts';

export const close: Command = {
  name: 'close',
  operands: 'PERIOD [PATH…]',
  least: 1,
  most: Infinity,
  summary: 'freezes a period: what was paid, and why, is recorded for good',
  examples: [
    ['paycurve close 2026-01 acme', 'records January, and prints the seal of the record'],
    ['paycurve close 2026-01 acme --dry-run', 'says what would be recorded, and writes nothing'],
    ['paycurve close 2026-03 acme --on 2026-04-03 --complete', 'closed on 3 April; nothing was sold in the last days of March'],
  ],
  options: [
    { flags: '--on DATE', about: 'the day of closing (default: today)' },
    { flags: '--complete', about: 'the data are complete, though the last transaction is before the last day' },
    { flags: '--begin', about: 'the books begin with this period; earlier ones were closed elsewhere' },
    { flags: '--dry-run', about: 'check everything and write nothing' },
    { flags: '--data SOURCE=FILES', about: 'read a source from other files, or - for standard input', repeatable: true },
    { flags: '--format FORMAT', about: 'text (default), json', choices: ['text', 'json'] },
  ],
  about: `Periods close in order, each once, and none is opened again: what changes later is paid as an adjustment in
the open period. See paycurve help closing. Exit code 1: the period cannot be closed, and nothing was written.`,
  async run(session) {
    const { closeCommand } = await import('./close-command.ts');
    return closeCommand(session);
  },
};
