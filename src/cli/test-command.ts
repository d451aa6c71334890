/** How `test` works: find the files of cases, read what they need, run each case by itself, and give the result in every format asked for. */
import { Coverage, mutate, runSuite, staleIn, type SuiteResult, type Tested } from '../case/index.ts';
import { Problems } from '../diagnostic/diagnostic.ts';
import { noPaint } from '../diagnostic/paint.ts';
import { covered } from '../report/case/coverage.ts';
import { noticedOf } from '../report/case/mutation.ts';
import { CASE_FORMATS, type CaseReport } from '../report/case/index.ts';
import { version } from '../version.ts';
import { CaseReader, findCaseFiles } from './case-files.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { wantedFormats, type WantedFormat } from './format-option.ts';
import { absolute, shown } from './path.ts';
import type { Session } from './session.ts';
import { writeFile } from './write.ts';

/** Explanations in a file or a pipe need not be as narrow as a terminal. */
const WIDE = 120;

export async function testCommand(session: Session): Promise<ExitCode> {
  const { io, options } = session;
  const usage = new Problems();
  const formats = wantedFormats(options.texts('format'), 'text', usage);
  if (options.flag('no-redact') && !formats.some(({ format }) => format === 'junit')) usage.error('U018', '--no-redact does nothing without --format junit', { hint: 'leave it out: text and json show everything' });
  for (const name of ['person', 'period']) if (options.flag(name)) usage.error('U018', `--${name} does nothing without --record`, { hint: 'cases are run whole' });
  if (options.flag('write')) usage.error('U018', '--write does nothing without --borders', { hint: 'add --borders, or leave it out' });
  const least = percent(session, 'min-coverage', usage);
  const leastNoticed = percent(session, 'min-mutation', usage);
  const paths = session.operands.length === 0 ? ['.'] : session.operands;
  const files = await findCaseFiles(io, paths, usage);
  if (!usage.failed && files.length === 0 && !options.flag('allow-empty'))
    usage.error('U007', `nothing to test: no file *.test.yaml in ${paths.join(', ')}`, { hint: 'paycurve help cases shows one; quote patterns so that paycurve expands them; --allow-empty makes this no error' });
  if (usage.failed) {
    await session.report(usage.all);
    return EXIT.failed;
  }
  const problems = new Problems();
  const reader = new CaseReader(io, problems);
  const suites: SuiteResult[] = [];
  const tested: Tested[] = [];
  const coverage = options.flag('coverage') || least !== undefined ? new Coverage() : undefined;
  for (const file of files) {
    if (options.flag('verbose')) await session.note(`read ${shown(io.cwd, file)}`);
    const ready = await reader.read(file);
    if (ready === undefined) continue;
    tested.push(ready);
    suites.push(await runSuite(ready.suite, ready.ground, coverage));
  }
  const sound = !problems.all.some(({ severity }) => severity === 'error') && suites.every(({ cases }) => cases.every(({ differences }) => differences.length === 0));
  const mutation = options.flag('mutate') || leastNoticed !== undefined ? { plans: sound ? await mutate(tested) : undefined, ...(leastNoticed === undefined ? {} : { least: leastNoticed }) } : undefined;
  for (const { at, path, what } of mutation?.plans === undefined ? [] : staleIn(tested, mutation.plans))
    problems.error('T012', `there is no change "${what}" at ${path} that every case lets pass`, { at, hint: 'paycurve test --mutate --format json lists them; remove the entry, or correct it' });
  const report: CaseReport = { suites, problems: problems.all.filter((problem) => problem.severity === 'error'), ...(coverage === undefined ? {} : { coverage: { plans: coverage.result(), ...(least === undefined ? {} : { least }) } }), ...(mutation === undefined ? {} : { mutation }) };
  for (const wanted of formats) await deliver(session, wanted, report);
  return codeOf(report);
}

function percent(session: Session, name: string, usage: Problems): number | undefined {
  const text = session.options.text(name);
  if (text === undefined) return undefined;
  if (!/^(100|\d{1,2})$/.test(text)) usage.error('U003', `--${name} cannot be "${text}"`, { hint: `write a percentage from 0 to 100, such as --${name} 90` });
  return +text;
}

async function deliver(session: Session, { format, file }: WantedFormat, report: CaseReport): Promise<void> {
  const { io, options } = session;
  const paint = file === undefined && session.colourOut ? (await import('../report/paint.ts')).paintFor(true) : noPaint;
  const text = CASE_FORMATS.get(format)!(report, { version, paint, width: io.stdout.terminal ? session.width : Math.max(session.width, WIDE), redact: !options.flag('no-redact'), all: !options.flag('quiet') });
  if (file === undefined) await session.result(text);
  else {
    await writeFile(io.disk, absolute(io.cwd, file), text);
    await session.note(`wrote ${file}`);
  }
}

/** A file that could not be read is no finding: its cases were not run. */
function codeOf({ problems, suites, coverage, mutation }: CaseReport): ExitCode {
  if (problems.some(({ code }) => /^U0(05|06|07|14)$/.test(code))) return EXIT.failed;
  if (coverage?.least !== undefined) {
    const { reached, all } = covered(coverage.plans);
    if (reached * 100 < coverage.least * all) return EXIT.found;
  }
  if (mutation?.least !== undefined && mutation.plans !== undefined) {
    const { noticed, all } = noticedOf(mutation.plans);
    if (noticed * 100 < mutation.least * all) return EXIT.found;
  }
  return problems.length > 0 || suites.some((suite) => suite.cases.some(({ differences }) => differences.length > 0)) ? EXIT.found : EXIT.done;
}
