/** `paycurve reopen`: there is none, and what to do instead. Whoever looks for it finds the answer here. */
import type { Command } from './command.ts';

export const reopen: Command = {
  name: 'reopen',
  operands: '[PERIOD] [PATH…]',
  least: 0,
  most: Infinity,
  summary: 'does not exist: a closed period stays closed, and says what to do instead',
  examples: [
    ['paycurve adjustments acme', 'what has changed in closed periods since, line by line, paid in the open period'],
    ['paycurve run acme --as-known 2026-02-03', 'prints what was closed up to that day, as it was'],
  ],
  options: [],
  about: 'Always exit code 2.',
  async run(session) {
    const [period] = session.operands;
    return session.refuse('B013', `${period ?? 'a closed period'} is not opened again: people were told and paid what its record holds`, {
      hint: 'correct the data, the quota or the plan as if it were open; paycurve run pays the difference in the open period, and paycurve adjustments says why',
    });
  },
};
