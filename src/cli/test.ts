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
    ['paycurve test acme --mutate -q', 'changes the plans in one place at a time: which changes does no case notice?'],
    ['paycurve test --record acme --person ana --period 2026-Q1 > acme/plans/ana.test.yaml', 'keeps what somebody was paid as a case'],
    ['paycurve test acme --borders', 'shows what is paid at every border of the plans, one unit below and one above: where are the cliffs?'],
    ['paycurve test --format text --format junit=cases.xml', 'runs the cases of this folder, for people and for the test pane of CI'],
  ],
  options: [
    { flags: '--format FORMAT[=FILE]', about: 'text (default), json, junit; to a file with =FILE', choices: ['text', 'json', 'junit'], repeatable: true },
    { flags: '--coverage', about: 'also list what no case reaches: components, tiers, gates open and closed, caps, branches of formulas' },
    { flags: '--min-coverage N', about: 'the same, and exit with 1 when less than N percent is reached' },
    { flags: '--mutate', about: 'also change each rate, border and operator of the plans, one at a time, and list what no case notices' },
    { flags: '--min-mutation N', about: 'the same, and exit with 1 when fewer than N percent are noticed' },
    { flags: '--borders', about: 'instead: find every border of the plans (tiers, gates, caps, days) and show what is paid around it' },
    { flags: '--write FILE', about: 'with --borders: also write them as cases' },
    { flags: '--record', about: 'write cases from the data of a workspace instead: PATH is the workspace' },
    { flags: '--person ID', about: 'with --record: whose pay', repeatable: true },
    { flags: '--period ID', about: 'with --record: which periods; earlier ones come along as far as rows reach', repeatable: true },
    { flags: '--allow-empty', about: 'exit with 0 when there are no cases' },
    { flags: '--no-redact', about: 'show people and amounts in --format junit' },
  ],
  about: `PATH is a folder (searched, without names that begin with a dot and node_modules), a file of cases or a
quoted pattern. The default is this folder. Exit code 1: a case fails, or a file it needs has an error; with
--borders: a law is broken (a border lies elsewhere than the plan says, slices jump, a gap pays nothing, more than a cap is paid).
What a file of cases holds: paycurve help cases.`,
  async run(session) {
    if (session.options.flag('record')) return (await import('./record-command.ts')).recordCommand(session);
    if (session.options.flag('borders')) return (await import('./borders-command.ts')).bordersCommand(session);
    return (await import('./test-command.ts')).testCommand(session);
  },
};
