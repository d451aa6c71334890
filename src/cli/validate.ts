/** `paycurve validate`: shape and meaning of workspaces and plans. This is what CI calls; the findings are the result. */
import type { Command } from './command.ts';

export const validate: Command = {
  name: 'validate',
  operands: '[PATH…]',
  least: 0,
  most: Infinity,
  summary: 'checks workspaces and plans, and shows every problem with its place',
  examples: [
    ['paycurve validate acme', 'checks the workspace in acme and all its plans'],
    ["paycurve validate 'acme/plans/*.yaml' --format concise", 'checks some plans, one line for each problem'],
    ['paycurve validate acme --data', 'also reads the data: bad rows, unknown people, missing quotas and rates'],
    ['paycurve validate --format text --format sarif=findings.sarif', 'checks this folder, for people and for code scanning'],
  ],
  options: [
    { flags: '--format FORMAT[=FILE]', about: 'text (default), concise, json, junit, sarif, github, markdown; to a file with =FILE', choices: ['text', 'concise', 'json', 'junit', 'sarif', 'github', 'markdown'], repeatable: true },
    { flags: '--data', about: 'also read people, quotas, rates and sales, as a run would; nobody is paid' },
    { flags: '--fail-on SEVERITY', about: 'exit with 1 from this severity on: error (default), warning, info', choices: ['error', 'warning', 'info'] },
    { flags: '--max-warnings N', about: 'exit with 1 when there are more warnings' },
    { flags: '--max-errors N', about: 'list at most N problems (default 100); the counts stay complete' },
    { flags: '--stdin-filename PATH', about: 'where a plan read from - would stand; its workspace is looked for there' },
    { flags: '--allow-empty', about: 'exit with 0 when there is nothing to check' },
    { flags: '--no-redact', about: 'show cells of data in formats made to be shared' },
  ],
  about: `PATH is a folder (searched, without names that begin with a dot and node_modules), a paycurve.yaml (it and
its plans), a plan file, a quoted pattern, or - for a plan on standard input. The default is this folder.
Without --data no data file is opened, and the last line says so.
Files named *.test.yaml are tests of plans and are left out. A finding can be silenced on the line above it:
# paycurve-ignore P210: the reason, which is required.`,
  async run(session) {
    const { validateCommand } = await import('./validate-command.ts');
    return validateCommand(session);
  },
};
