/** How `test --record` works: computes a workspace, writes a case for each person asked for, and runs the cases before anybody keeps them. */
import { join } from 'node:path';
import { compare, openCases, readSuite, recordCase, runCase, type Ground } from '../case/index.ts';
import { Problems } from '../diagnostic/diagnostic.ts';
import { DataFiles } from './data-files.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { exitOf, oneWorkspace, type Chosen } from './one-workspace.ts';
import { shown } from './path.ts';
import type { Session } from './session.ts';

export async function recordCommand(session: Session): Promise<ExitCode> {
  const { options, operands } = session;
  const problems = new Problems();
  const [people, periods] = [[...new Set(options.texts('person'))], [...new Set(options.texts('period'))]];
  if (people.length === 0 || periods.length === 0) problems.error('U003', `--record needs ${people.length === 0 ? '--person' : '--period'}`, { hint: 'such as --record acme --person ana --period 2026-Q1' });
  for (const option of ['format', 'coverage', 'min-coverage', 'mutate', 'min-mutation', 'allow-empty', 'no-redact', 'borders', 'write']) if (options.texts(option).length > 0 || options.flag(option)) problems.error('U018', `--${option} does nothing with --record`, { hint: 'leave it out' });
  const chosen = problems.failed ? undefined : await oneWorkspace(session, operands, problems);
  const text = chosen === undefined ? undefined : await recorded(session, chosen, people, periods, problems);
  await session.report(problems.all.filter(({ severity }) => severity === 'error'));
  if (text === undefined || problems.failed) return exitOf(problems);
  await session.result(text);
  await session.note(`next: keep it as NAME.test.yaml in ${shown(session.io.cwd, chosen!.folder)}, or in a folder below`);
  return EXIT.done;
}

async function recorded(session: Session, { workspace, plans, folder, everyPlan }: Chosen, people: readonly string[], periods: readonly string[], problems: Problems): Promise<string | undefined> {
  const files = new DataFiles(session.io, folder, false);
  const ground: Ground = { workspace, plans, everyPlan, files: (contract, faults) => files.of(contract, workspace, new Map(), faults) };
  const cases: string[] = [];
  for (const person of people) {
    const one = await recordCase({ person, periods }, ground, problems);
    if (one === undefined) return undefined;
    cases.push(one);
  }
  const text = `# Recorded by paycurve test --record: what was paid, and the lines it was paid for. These are data of real people.\ncases:\n${cases.join('')}`;
  await prove(text, join(folder, 'recorded.test.yaml'), ground, problems);
  return text;
}

/** A case that does not hold on the day it is recorded would be no witness. */
async function prove(text: string, path: string, ground: Ground, problems: Problems): Promise<void> {
  const opened = openCases({ name: path.slice(path.lastIndexOf('/') + 1), text }, problems);
  const suite = opened === undefined ? undefined : readSuite(opened, ground.workspace, ground.plans, problems);
  for (const one of suite?.cases ?? []) {
    const ran = await runCase(one, ground);
    for (const problem of ran.problems) if (problem.severity === 'error') problems.add(problem);
    for (const { at, what, expected, found } of compare(one, ran)) problems.error('T010', `${what}: the workspace pays ${expected}, and the lines of the case pay ${found}`, { at, hint: 'the case depends on lines that it does not hold; write it by hand' });
  }
}
