/** How `close` works: read the books, compute the period, refuse what cannot be closed, then add one record, whole or not at all. */
import { randomBytes } from 'node:crypto';
import { Problems, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import type { PeriodSpan, SourceTally } from '../engine/index.ts';
import { checkClosing, closingOf, closingOrder, HEAD, planMeaning, recordName, type Closing, type FileFacts } from '../record/index.ts';
import { closingText } from '../report/books/closing.ts';
import { dayText, readDay, type Day } from '../value/day.ts';
import { textOrder } from '../value/text-order.ts';
import { version } from '../version.ts';
import { openWholeBooks, reckon, type Opened, type Reckoned } from './books.ts';
import { DiskFault } from './disk.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { exitOf, oneWorkspace, type Chosen } from './one-workspace.ts';
import { shown } from './path.ts';
import { addRecord, sha256 } from './record-shelf.ts';
import type { Session } from './session.ts';

export async function closeCommand(session: Session): Promise<ExitCode> {
  const { options, operands } = session;
  const problems = new Problems();
  const [period, ...paths] = operands as [string, ...string[]];
  const on = closingDay(session, problems);
  const chosen = problems.failed ? undefined : await oneWorkspace(session, paths, problems);
  const opened = chosen === undefined ? undefined : await openWholeBooks(session, chosen, problems);
  const closing = chosen === undefined || opened === undefined ? undefined : await new Close(session, chosen, opened, period, on, problems).prepare();
  await session.report(problems.all);
  if (closing === undefined || problems.failed) return exitOf(problems);
  const dry = options.flag('dry-run');
  const { shelf } = opened!;
  const name = recordName(closing.head.number);
  const refused = dry ? undefined : await added(session, opened!, closing);
  if (refused !== undefined) {
    await session.report([refused]);
    return exitOf({ all: [refused] });
  }
  await session.result(closingText(closing, { workspace: chosen!.workspace.name, folder: `${shelf.name}/${name}`, dry, json: options.text('format') === 'json' }));
  if (!dry) await session.note(`next: keep ${shelf.name}/${name} where it cannot be lost, such as in the repository`);
  return EXIT.done;
}

/** Writes the record; what was in the way, or undefined when it stands. */
async function added({ io }: Session, { shelf }: Opened, { head, files }: Closing): Promise<Diagnostic | undefined> {
  const file = `${shelf.name}/${recordName(head.number)}/${HEAD}`;
  try {
    if (await addRecord(io.disk, shelf.path, head.number, files, `${process.pid}-${randomBytes(4).toString('hex')}`)) return undefined;
    return { code: 'B012', severity: 'error', message: `${shelf.name}/${recordName(head.number)} was written by another close in the meantime; this one wrote nothing`, data: { file }, hint: 'paycurve balances shows what was closed' };
  } catch (error) {
    if (!(error instanceof DiskFault)) throw error;
    return { code: 'U006', severity: 'error', message: `${shown(io.cwd, error.path)}: ${error.why}; ${head.period.id} is not closed, and nothing was recorded`, data: { file }, hint: 'free the way and close it again' };
  }
}

function closingDay({ io, options }: Session, problems: Problems): Day {
  const text = options.text('on') ?? io.now().slice(0, 10);
  const reading = readDay(text);
  if ('day' in reading) return reading.day;
  problems.error('U003', `--on cannot be "${text}": ${reading.fault}`, { hint: reading.hint });
  return 0;
}

class Close {
  constructor(
    private readonly session: Session,
    private readonly chosen: Chosen,
    private readonly opened: Opened,
    private readonly period: string,
    private readonly on: Day,
    private readonly problems: Problems,
  ) {}

  async prepare(): Promise<Closing | undefined> {
    const { session, opened, chosen, problems, period: id } = this;
    const done = opened.books.records.find(({ head }) => head.period.id === id);
    if (done !== undefined) {
      const file = `${opened.shelf.name}/${recordName(done.head.number)}/${HEAD}`;
      problems.error('B008', `${id} was closed on ${dayText(done.head.closedOn)}`, { data: { file }, hint: 'what has changed since is paid in the open period: paycurve adjustments lists it' });
      return undefined;
    }
    const reckoned = await reckon(session, opened, chosen, problems, id);
    if (reckoned === undefined) return undefined;
    const period = this.closable(reckoned);
    if (period === undefined || problems.failed) return undefined;
    const { reckoning, people, files, computed } = reckoned;
    const closing = closingOf({
      workspace: chosen.workspace,
      version,
      period,
      closedOn: this.on,
      before: opened.books.records.at(-1),
      knows: (source, transaction) => (reckoning.closed.late?.knownSince(source, transaction) ?? Infinity) < Infinity,
      plans: chosen.plans.map((plan) => planMeaning(plan, sha256)),
      inputs: {
        plans: this.inFolder(chosen.files.map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text), sha256: sha256(text) }))),
        data: this.inFolder([...files.read.values()]),
      },
      rows: computed.accounts().map(rowsOf),
      payouts: reckoning.openPayouts.filter((payout) => payout.period.id === id),
      prior: reckoning.prior().filter(({ into }) => into?.id === id).map(({ entry }) => entry),
      bare: (entries) => reckoning.bares(entries, period),
      log: reckoning.differences.log,
      restated: reckoning.differences.restated(),
      people,
      entriesOf: (payee) => (computed.entries?.of(payee) ?? []).filter(({ day }) => day >= period.from && day <= period.to).map((entry) => entry.id),
      digest: sha256,
    });
    checkClosing({ ...closing.entries, head: closing.head }, opened.books.records.at(-1), opened.shelf.name, problems);
    return closing;
  }

  /** The period, when there is nothing against closing it. */
  private closable({ computed, reckoning }: Reckoned): PeriodSpan | undefined {
    const { problems, on, period: id, session } = this;
    const all = computed.calculation.periods();
    const period = all.find((one) => one.id === id);
    const at = this.place();
    if (period === undefined) {
      const ids = all.map((one) => one.id);
      const after = this.afterAll(all);
      problems.error('U011', `there is no period "${id}"`, { hint: after ?? didYouMean(id, ids) ?? (ids.length === 0 ? 'there is no period at all' : `there is ${either(ids.slice(0, 8), 'and')}${ids.length > 8 ? ' …' : ''}`) });
      return undefined;
    }
    const days = computed.accounts().flatMap(({ firstDay, lastDay }) => [firstDay ?? [], lastDay ?? []].flat());
    const first = Math.min(computed.calculation.paysFrom(), days.reduce((a, b) => Math.min(a, b), Infinity));
    const last = days.reduce((a, b) => Math.max(a, b), -Infinity);
    const open = all.filter((one) => !reckoning.differences.closed(one.id) && !reckoning.before(one) && closingOrder(one, period) < 0 && (one.to >= first || computed.calculation.inhabited(one))).sort(closingOrder);
    const begin = session.options.flag('begin');
    const records = this.opened.books.records;
    if (begin && records.length > 0) problems.error('B009', `the books began with ${records[0]!.head.period.id}`, { ...at, hint: 'leave --begin out' });
    else if (reckoning.before(period)) problems.error('B009', `${id} is before ${records[0]!.head.period.id}, with which the books begin`, { ...at, hint: 'what is before the books was closed elsewhere; what is due for it is paid here by an entry of the adjustments file' });
    else if (open.length > 0 && !begin) problems.error('B009', `${id} cannot be closed while ${either(open.map((one) => one.id).slice(0, 4), 'and')}${open.length > 4 ? ' …' : ''} ${open.length === 1 ? 'is' : 'are'} open`, { ...at, hint: records.length === 0 ? `close ${open[0]!.id} first; if what is before ${id} was closed and paid elsewhere, --begin lets the books begin with it` : `close ${open[0]!.id} first` });
    const today = readDay(session.io.now().slice(0, 10));
    // a day more, for whoever is ahead of the clock's zone
    if ('day' in today && on > today.day + 1) problems.error('B010', `--on ${dayText(on)} is in the future: today is ${dayText(today.day)}`, { ...at, hint: 'give the day on which it is closed, once it has come' });
    else if (on <= period.to) problems.error('B010', `${id} is not over on ${dayText(on)}: its last day is ${dayText(period.to)}`, { ...at, hint: `close it on ${dayText(period.to + 1)} or later; --on gives the day` });
    else if (!session.options.flag('complete')) this.refuseUnreached(period, last);
    const late = records.at(-1)?.head;
    if (late !== undefined && on < late.closedOn) problems.error('B010', `--on ${dayText(on)} is before ${dayText(late.closedOn)}, when ${late.period.id} was closed`, { ...at, hint: 'records stand in the order of their days' });
    return period;
  }

  /** Why there is no such period where plans only have come to their end. */
  private afterAll(all: readonly PeriodSpan[]): string | undefined {
    const last = all.at(-1);
    const shape = (id: string): string => id.replace(/\d/g, '0');
    if (last === undefined || !all.some((one) => shape(one.id) === shape(this.period)) || all.some((one) => one.id >= this.period) || /-(00|1[3-9]|[2-9]\d)$/.test(this.period)) return undefined;
    return `no plan holds after ${dayText(last.to)}; differences of closed periods are paid as soon as a plan of the same name holds then`;
  }

  /** Data that end before the period does may have more to come. */
  private refuseUnreached({ id, from, to }: PeriodSpan, last: Day): void {
    const refuse = (message: string, hint: string): void => this.problems.error('B011', message, { ...this.place(), hint });
    if (last < from) refuse(`no transaction is of ${id} or later${last === -Infinity ? '' : `: the last is of ${dayText(last)}`}`, 'add the data of the period; if nothing was sold in it, say so: --complete');
    else if (last < to) refuse(`the last transaction is of ${dayText(last)}, and ${id} ends on ${dayText(to)}`, 'if the data are complete, say so: --complete');
  }

  private place() {
    return { data: { file: this.opened.shelf.name } };
  }

  /** Names from the workspace's folder, so that a record does not depend on where it was closed from. */
  private inFolder(files: readonly FileFacts[]): FileFacts[] {
    const { folder } = this.chosen.workspace;
    const prefix = folder === '.' ? '' : `${folder}/`;
    return files.map((one) => ({ ...one, name: one.name.startsWith(prefix) ? one.name.slice(prefix.length) : one.name })).sort((a, b) => textOrder(a.name, b.name));
  }
}

function rowsOf({ source, read, credited, excluded, rejected }: SourceTally): { source: string; read: number; credited: number; excluded: number; rejected: number } {
  return { source, read, credited, excluded: excluded.reduce((sum, one) => sum + one.rows, 0), rejected };
}
