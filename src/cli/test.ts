/** `paycurve test`: the cases beside plans, run as a run would and compared to the cent. What differs is the result. */
import type { Command } from './command.ts';

export const test: Command = {
  name: 'test',
  operands: '[PATH…]',
  least: 0,
  most: Infinity,
  summary: 'runs the cases beside plans (*.test.yaml): do they pay what was worked out by hand?',
  examples: [
    ['paycurve test acme', 'runs every case in the folder acme'],
    ["paycurve test 'acme/plans/*.test.yaml' -q", 'runs some files of cases, and shows only what fails'],
    ['paycurve test --min-coverage 100', 'fails when there is a tier, a gate or a cap that no case reaches'],
    ['paycurve test --format text --format junit=cases.xml', 'runs the cases of this folder, for people and for the test pane of CI'],
  ],
  options: [
    { flags: '--format FORMAT[=FILE]', about: 'text (default), json, junit; to a file with =FILE', choices: ['text', 'json', 'junit'], repeatable: true },
    { flags: '--coverage', about: 'also list what no case reaches: components, tiers, gates open and closed, caps, branches of formulas' },
    { flags: '--min-coverage N', about: 'the same, and exit with 1 when less than N percent is reached' },
    { flags: '--allow-empty', about: 'exit with 0 when there are no cases' },
    { flags: '--no-redact', about: 'show people and amounts in --format junit' },
  ],
  about: `PATH is a folder (searched, without names that begin with a dot and node_modules), a file of cases or a
quoted pattern. The default is this folder. Exit code 1: a case fails, or a file it needs has an error.
What a file of cases holds: paycurve help cases.`,
  async run(session) {
    const { testCommand } = await import('./test-command.ts');
    return testCommand(session);
  },
};
