/** How `validate` works: find, read, check, silence what is silenced, and give the findings in every format asked for. */
import { Problems, type Diagnostic, type Severity, type Source } from '../diagnostic/diagnostic.ts';
import type { Heard } from '../diagnostic/ignore.ts';
import { findingsOf, type Findings, type FormatOptions } from '../report/diagnostic/findings.ts';
import { textReport } from '../report/diagnostic/text.ts';
import { version } from '../version.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { wantedFormats, type WantedFormat } from './format-option.ts';
import { absolute, shown } from './path.ts';
import { loadTargets, type LoadedWorkspace, type Piped } from './plan-files.ts';
import type { Session } from './session.ts';
import { findTargets } from './target.ts';

const MOST = 100;

export async function validateCommand(session: Session): Promise<ExitCode> {
  const { io, options } = session;
  const usage = new Problems();
  const formats = wantedFormats(options.texts('format'), 'text', usage);
  const maxWarnings = whole(session, 'max-warnings', usage);
  const most = whole(session, 'max-errors', usage) ?? MOST;
  const paths = session.operands.length === 0 ? ['.'] : session.operands;
  const piped = paths.includes('-') ? await readPiped(session) : undefined;
  const targets = await findTargets(io, [...paths.filter((path) => path !== '-'), ...(piped === undefined ? [] : [piped.path])], usage, 'all', piped?.path);
  const problems = new Problems();
  const loaded = await loadTargets(io, targets, problems, { together: false, ...(piped === undefined ? {} : { piped }) });
  if (!usage.failed && loaded.files.length + problems.all.length === 0 && !options.flag('allow-empty'))
    usage.error('U007', `nothing to check: no plan or workspace in ${paths.join(', ')}`, { hint: 'quote patterns so that paycurve expands them; --allow-empty makes this no error' });
  if (usage.failed) {
    await session.report(usage.all);
    return EXIT.failed;
  }
  const data = await dataFiles(session, loaded.workspaces, problems);
  if (options.flag('verbose')) for (const file of loaded.files) await session.note(`read ${file.name}`);
  const heard = await silenced(problems.all, loaded.files);
  const findings = findingsOf(heard.problems, { files: loaded.files.map((file) => file.name), ignored: heard.ignored, most, ...(data === undefined ? {} : { data }) });
  for (const wanted of formats) await deliver(session, wanted, findings);
  return codeOf(heard.problems, findings, options.text('fail-on') as Severity | undefined, maxWarnings);
}

/** Names of the data files that were opened, [] when they were not asked for; undefined where there is none to open. */
async function dataFiles(session: Session, workspaces: readonly LoadedWorkspace[], problems: Problems): Promise<readonly string[] | undefined> {
  if (workspaces.length === 0) return undefined;
  if (!session.options.flag('data')) return [];
  const opened = await (await import('./check-data.ts')).checkData(session.io, workspaces, problems);
  return opened.length === 0 ? undefined : opened;
}

function whole(session: Session, name: string, usage: Problems): number | undefined {
  const text = session.options.text(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) usage.error('U003', `--${name} cannot be "${text}"`, { hint: `write a whole number, such as --${name} 0` });
  return +text;
}

/** A plan on standard input, as if it stood where `--stdin-filename` says. */
async function readPiped(session: Session): Promise<Piped> {
  const { io, options } = session;
  const parts: Uint8Array[] = [];
  for await (const part of io.stdin.chunks()) parts.push(part);
  const path = absolute(io.cwd, options.text('stdin-filename') ?? 'stdin.yaml');
  return { path, bytes: Buffer.concat(parts), name: options.flag('stdin-filename') ? shown(io.cwd, path) : '<stdin>' };
}

/** The ignores in the files, which few files have: the list of codes is loaded only for them. */
async function silenced(problems: readonly Diagnostic[], files: readonly Source[]): Promise<Heard> {
  if (!files.some((file) => file.text.includes('paycurve-ignore'))) return { problems, ignored: 0 };
  return (await import('../diagnostic/ignore.ts')).applyIgnores(problems, files);
}

async function deliver(session: Session, wanted: WantedFormat, findings: Findings): Promise<void> {
  const { io, options } = session;
  const colour = wanted.file === undefined && wanted.format === 'text' && session.colourOut;
  const how: FormatOptions = {
    version,
    width: session.width,
    redact: !options.flag('no-redact'),
    ...(colour ? { paint: (await import('../report/paint.ts')).paintFor(true) } : {}),
  };
  const format = wanted.format === 'text' ? textReport : (await import('../report/diagnostic/index.ts')).diagnosticFormats.find((one) => one.name === wanted.format)!.format;
  const text = format(findings, how);
  if (wanted.file === undefined) await session.result(text);
  else {
    const { writeFile } = await import('./write.ts');
    await writeFile(io.disk, absolute(io.cwd, wanted.file), text);
    await session.note(`wrote ${wanted.file}`);
  }
}

/** Files that could not be read are no findings: the check was not done. */
function codeOf(problems: readonly Diagnostic[], { counts }: Findings, failOn: Severity = 'error', maxWarnings: number | undefined): ExitCode {
  if (problems.some((problem) => problem.severity === 'error' && /^U00[56]$/.test(problem.code))) return EXIT.failed;
  const failing = counts.error + (failOn === 'error' ? 0 : counts.warning) + (failOn === 'info' ? counts.info : 0);
  return failing > 0 || (maxWarnings !== undefined && counts.warning > maxWarnings) ? EXIT.found : EXIT.done;
}
