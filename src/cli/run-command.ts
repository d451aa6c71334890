/** How `run` works: read plans, read data, settle, then write all files or none, then print. Nothing is printed of a run with errors. */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { Problems } from '../diagnostic/diagnostic.ts';
import { applyIgnores } from '../diagnostic/ignore.ts';
import type { People } from '../data/reference.ts';
import { RUN_FORMATS, type RunAbout, type RunEnd, type RunReport } from '../report/run/index.ts';
import { version } from '../version.ts';
import { compute } from '../engine/compute.ts';
import { asKnown } from './as-known.ts';
import { booksForRun, type Opened } from './books.ts';
import { DataFiles } from './data-files.ts';
import { dataOverrides } from './data-option.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { wantedFormats, type WantedFormat } from './format-option.ts';
import { refuseIdleRunOptions } from './idle-options.ts';
import { exitOf, oneWorkspace, type Chosen } from './one-workspace.ts';
import { refuseDataFolder } from './out-folder.ts';
import { absolute, shown } from './path.ts';
import { nameColumn, personName } from './person-name.ts';
import { Progress } from './progress.ts';
import { RejectedRows } from './rejected-rows.ts';
import { RunFilter } from './run-filter.ts';
import { RunBooks } from './run-books.ts';
import { RunFolder } from './run-folder.ts';
import type { Session } from './session.ts';
import { FileGroup, writeFile } from './write.ts';

export async function runCommand(session: Session): Promise<ExitCode> {
  const problems = new Problems();
  const formats = wantedFormats(session.options.texts('format'), 'table', problems);
  const top = topOf(session, problems);
  refuseIdleRunOptions(session.options, formats, problems);
  const chosen = problems.failed ? undefined : await oneWorkspace(session, session.operands, problems);
  const opened = chosen === undefined ? undefined : await booksForRun(session, chosen, problems);
  if (session.options.flag('as-known') && opened !== undefined) return asKnown(session, chosen!, opened, formats, top, problems);
  const job = chosen === undefined || opened === undefined ? undefined : new RunJob(session, chosen, opened, formats, top, problems);
  if (job?.ready() !== true) return ended(session, problems);
  try {
    return await job.run();
  } catch (error) {
    await job.discard();
    throw error;
  }
}

async function ended(session: Session, problems: Problems): Promise<ExitCode> {
  await session.report(problems.all);
  return exitOf(problems);
}

function topOf(session: Session, problems: Problems): number | undefined {
  const text = session.options.text('top');
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) problems.error('U003', `--top cannot be "${text}"`, { hint: 'write a whole number, such as --top 20' });
  return +text;
}

class RunJob {
  private readonly filter: RunFilter;
  private readonly overrides: ReadonlyMap<string, readonly string[]>;
  private readonly files: DataFiles;
  private readonly group: FileGroup;
  private readonly rejected: RejectedRows;
  private readonly folder: RunFolder | undefined;
  private readonly books: RunBooks | undefined;
  private people: People | undefined;

  constructor(
    private readonly session: Session,
    private readonly chosen: Chosen,
    opened: Opened,
    private readonly formats: readonly WantedFormat[],
    private readonly top: number | undefined,
    private readonly problems: Problems,
  ) {
    const { io, options } = session;
    const out = options.text('out');
    this.filter = new RunFilter(options);
    this.overrides = dataOverrides(options.texts('data'), chosen.workspace, problems);
    this.files = new DataFiles(io, chosen.folder, out !== undefined);
    this.group = new FileGroup(io.disk, absolute(io.cwd, out ?? '.'));
    this.rejected = new RejectedRows(this.group, options.flag('csv-raw'), options.flag('csv-bom'));
    this.books = opened.books.records.length === 0 ? undefined : new RunBooks(opened, chosen);
    this.folder = out === undefined ? undefined : new RunFolder(this.group, this.about(undefined), this.filter, chosen.plans.some((plan) => plan.employerCosts.length > 0));
  }

  /** Whether the options fit the workspace. */
  ready(): boolean {
    refuseDataFolder(this.session.options.text('out'), this.chosen, this.session.io.cwd, this.problems);
    this.filter.check('plan', this.chosen.plans.map((plan) => plan.name), this.problems);
    return !this.problems.failed;
  }

  async run(): Promise<ExitCode> {
    const { session, problems, files } = this;
    await this.folder?.open();
    const progress = new Progress(session.io, session.options.count('quiet') === 0);
    const quarantine = session.options.text('on-bad-row') === 'quarantine';
    files.pause = async () => {
      await this.rejected.catchUp();
      await this.group.catchUp();
      await progress.tick('reading data');
    };
    const computed = await compute({
      workspace: this.chosen.workspace,
      plans: this.chosen.plans,
      problems,
      policy: quarantine ? 'quarantine' : 'stop',
      engine: { everyPlan: this.chosen.everyPlan, ...(this.filter.periods === undefined ? {} : { asked: this.filter.periods }), ...(this.folder === undefined ? {} : { steps: true, listener: this.folder.listener }), ...this.books?.options(this.folder?.listener) },
      inputs: (contract) => files.of(contract, this.chosen.workspace, this.overrides, problems),
      onPeople: (people) => {
        this.people = people;
        this.books?.knows(people);
      },
      onProgress: (bytes) => progress.read(bytes),
      ...(quarantine ? { onRejected: (row) => this.rejected.take(row) } : {}),
    });
    const reports = this.formats.map((wanted) => ({ wanted, text: [] as string[], report: RUN_FORMATS.get(wanted.format)!(this.about(wanted)) }));
    if (computed !== undefined) {
      const paid = new Set<string>();
      let settled = 0;
      const payouts = this.books === undefined ? computed.calculation.settle() : await this.books.settle(computed, this.folder !== undefined, problems, () => files.pause());
      for (const payout of payouts) {
        paid.add(payout.payee);
        if (++settled % 512 === 0) await files.pause();
        if (this.filter.passesBy(payout)) for (const { report } of reports) report.beside?.(payout);
        if (!this.filter.has(payout)) continue;
        for (const { report, text } of reports) text.push(report.take(payout));
        this.folder?.take(payout);
      }
      this.filter.check('person', this.people?.all.map((person) => person.id) ?? paid, problems);
      this.filter.check('period', computed.calculation.periodIds(), problems);
    }
    await progress.done();
    if (computed === undefined || problems.failed) {
      await this.discard();
      return ended(session, problems);
    }
    await this.rejected.catchUp();
    const end = this.endOf(computed.accounts(), applyIgnores(problems.all, this.chosen.files).problems.filter((problem) => problem.severity !== 'error' && problems.all.includes(problem)));
    const out = session.options.text('out');
    for (const one of reports) one.text.push(one.report.end(end));
    await this.commit(end);
    return this.deliver(reports, end, out);
  }

  async discard(): Promise<void> {
    await this.group.discard();
  }

  private async commit(end: RunEnd): Promise<void> {
    if (this.folder === undefined) await this.group.commit();
    else await this.folder.commit({ end, chosen: this.chosen, data: [...this.files.read.values()], options: this.session.options, written: this.session.io.now() });
  }

  private async deliver(reports: readonly { wanted: WantedFormat; text: string[]; report: RunReport }[], end: RunEnd, out: string | undefined): Promise<ExitCode> {
    const { session } = this;
    await session.report(end.warnings);
    await this.books?.note(session, this.filter.periods);
    for (const { wanted, text } of reports) {
      if (wanted.file === undefined) for (const piece of pieces(text)) await session.result(piece);
      else {
        await writeFile(session.io.disk, absolute(session.io.cwd, wanted.file), text.join(''));
        await session.note(`wrote ${wanted.file}`);
      }
    }
    if (end.rejectedTo !== undefined) await session.note(`rejected rows were left out, and are in ${end.rejectedTo}`);
    if (out !== undefined) await session.note(`wrote ${shown(session.io.cwd, absolute(session.io.cwd, out))}: ${this.folder!.names().join(', ')}`);
    return EXIT.done;
  }

  private about(wanted: WantedFormat | undefined): RunAbout {
    const { options, io } = this.session;
    const column = nameColumn(this.chosen.workspace);
    const onTerminal = wanted !== undefined && wanted.file === undefined && io.stdout.terminal;
    return {
      version,
      workspace: this.chosen.workspace.name,
      nameOf: (payee) => personName(this.people, payee, column),
      filters: this.filter.words,
      by: (options.text('by') ?? 'person') as RunAbout['by'],
      csvRaw: options.flag('csv-raw'),
      csvBom: options.flag('csv-bom'),
      people: options.flag('no-redact'),
      ...(this.top === undefined ? {} : { top: this.top }),
      ...(onTerminal ? { width: this.session.width } : {}),
    };
  }

  private endOf(sources: RunEnd['sources'], warnings: readonly Diagnostic[]): RunEnd {
    const { io, options } = this.session;
    const files = this.rejected.files.map((name) => shown(io.cwd, absolute(io.cwd, `${options.text('out') ?? '.'}/${name}`)));
    const out = options.text('out');
    return { sources, warnings, warningsShown: options.count('quiet') === 0, ...(out === undefined ? {} : { excludedTo: shown(io.cwd, absolute(io.cwd, `${out}/excluded.csv`)) }), ...(files.length === 0 ? {} : { rejectedTo: files.join(', ') }) };
  }
}

/** Small texts joined to pieces worth a write. */
function* pieces(texts: readonly string[]): Generator<string> {
  const SIZE = 2_000;
  for (let at = 0; at < texts.length; at += SIZE) yield texts.slice(at, at + SIZE).join('');
}
