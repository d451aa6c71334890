/** What the commands on closed periods share: the books of a workspace, and one more calculation over them. */
import { compute, type Computed } from '../engine/compute.ts';
import type { CalculationOptions, PeriodSpan } from '../engine/index.ts';
import type { People } from '../data/reference.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { readBooks, Reckoning, type Books, type Shelf } from '../record/index.ts';
import { DiskFault } from './disk.ts';
import { DataFiles } from './data-files.ts';
import { dataOverrides } from './data-option.ts';
import type { Chosen } from './one-workspace.ts';
import { shown } from './path.ts';
import { sha256, shelfOf } from './record-shelf.ts';
import type { Session } from './session.ts';

export interface Opened {
  readonly shelf: Shelf & { readonly path: string };
  readonly books: Books;
}

/** The books, or undefined after a problem was reported. */
export async function openBooks({ io }: Session, { folder, workspace }: Chosen, problems: Problems): Promise<Opened | undefined> {
  const shelf = shelfOf(io, folder, workspace.records);
  if ((await io.disk.kind(shelf.path)) === 'file') {
    problems.error('B003', `${shelf.name} is a file, and closed periods are kept in a folder of that name`, { data: { file: shelf.name }, hint: 'move it away, or name another folder with `records:` in paycurve.yaml' });
    return undefined;
  }
  try {
    const books = await readBooks(shelf, workspace.name, problems);
    return books === undefined ? undefined : { shelf, books };
  } catch (error) {
    if (!(error instanceof DiskFault)) throw error;
    const file = shown(io.cwd, error.path);
    problems.error('U006', `${file}: ${error.why}`, { data: { file }, hint: 'the records of closed periods must be readable; nothing was computed' });
    return undefined;
  }
}

/** The books of all plans together; a few of them cannot be compared with what was closed. */
export async function openWholeBooks(session: Session, chosen: Chosen, problems: Problems): Promise<Opened | undefined> {
  if (chosen.everyPlan) return openBooks(session, chosen, problems);
  problems.error('B018', `closed periods are of all plans of ${chosen.workspace.name}, and single plan files were named`, { at: { source: chosen.workspace.source, start: 0, end: 0 }, hint: `name the workspace: ${chosen.workspace.folder}` });
  return undefined;
}

/** For runs and explanations: plans named by their files are tried out, and books know nothing of that. */
export async function booksForRun(session: Session, chosen: Chosen, problems: Problems): Promise<Opened | undefined> {
  const opened = await openBooks(session, chosen, problems);
  if (opened === undefined || chosen.everyPlan || opened.books.records.length === 0) return opened;
  await session.note('plan files were named: closed periods are computed as if they were open');
  return { ...opened, books: { records: [], unfinished: [] } };
}

/** The reckoning over the books, ready to be given to the engine. */
export class BookRun {
  people: People | undefined;
  readonly reckoning: Reckoning;

  constructor({ books }: Opened, { workspace, plans }: Chosen, also?: string) {
    this.reckoning = new Reckoning(books, { workspace, plans, digest: sha256, people: () => this.people }, also);
  }

  options(): Pick<CalculationOptions, 'closed' | 'listener'> {
    return { closed: this.reckoning.closed, listener: this.reckoning.differences.log.listener };
  }
}

export interface Reckoned {
  readonly computed: Computed;
  readonly reckoning: Reckoning;
  readonly people: People | undefined;
  readonly files: DataFiles;
}

/** Computes the workspace over its books and settles everybody. `closing`: the id of the period that is to be closed. */
export async function reckon(session: Session, opened: Opened, chosen: Chosen, problems: Problems, closing?: string): Promise<Reckoned | undefined> {
  const files = new DataFiles(session.io, chosen.folder, true);
  const overrides = dataOverrides(session.options.texts('data'), chosen.workspace, problems);
  if (problems.failed) return undefined;
  const run = new BookRun(opened, chosen, closing);
  const computed = await compute({
    workspace: chosen.workspace,
    plans: chosen.plans,
    problems,
    policy: 'stop',
    engine: { everyPlan: chosen.everyPlan, ...run.options(), ...(closing === undefined ? {} : { asked: new Set([closing]), complete: session.options.flag('complete') }) },
    inputs: (contract) => files.of(contract, chosen.workspace, overrides, problems),
    onPeople: (people) => (run.people = people),
  });
  if (computed === undefined) return undefined;
  const periods = computed.calculation.periods();
  run.reckoning.begin(periods, periods.find((one: PeriodSpan) => one.id === closing));
  run.reckoning.warnBefore(problems);
  for (const payout of computed.calculation.settle()) run.reckoning.take(payout);
  run.reckoning.refuseCurrencies(problems);
  return problems.failed ? undefined : { computed, reckoning: run.reckoning, people: run.people, files };
}
