/** How `verify` works: the records by themselves, then against what the data of today give. */
import { Problems, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { checkBooks, moneyIn, recordName, type PriorEntry } from '../record/index.ts';
import { verifyText } from '../report/books/verify.ts';
import { version } from '../version.ts';
import { openWholeBooks, reckon, type Opened } from './books.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { exitOf, oneWorkspace } from './one-workspace.ts';
import type { Session } from './session.ts';

export async function verifyCommand(session: Session): Promise<ExitCode> {
  const problems = new Problems();
  const { options, operands } = session;
  const only = options.flag('records-only');
  if (only && options.flag('data')) problems.error('U018', '--data does nothing with --records-only', { hint: 'leave one of them out' });
  const seal = options.text('seal');
  if (seal !== undefined && !/^[0-9a-f]{12,64}$/.test(seal)) problems.error('U003', `--seal cannot be "${seal}"`, { hint: 'give the seal that paycurve close printed, or at least its first 12 letters' });
  const chosen = problems.failed ? undefined : await oneWorkspace(session, operands, problems);
  const opened = chosen === undefined ? undefined : await openWholeBooks(session, chosen, problems);
  if (opened === undefined) {
    await session.report(problems.all);
    return exitOf(problems);
  }
  const { books, shelf } = opened;
  if (books.records.length === 0) return session.refuse('B016', `no period of ${chosen!.workspace.name} is closed`, { data: { file: shelf.name }, hint: 'paycurve close PERIOD closes the first' });
  checkBooks(books, shelf.name, problems);
  if (seal !== undefined && !books.records.some(({ head }) => head.seal.startsWith(seal))) problems.error('B017', `no record in ${shelf.name} has the seal ${seal}`, { data: { file: shelf.name }, hint: 'restore the records folder from a backup' });
  for (const name of books.unfinished) problems.add({ code: 'B015', severity: 'info', message: `${shelf.name}/${name} was left by a close that was interrupted`, data: { file: `${shelf.name}/${name}` }, hint: 'nothing of it counts; the next close removes it' });
  const differences: PriorEntry[] = [];
  let otherwise = 0;
  const records = problems.failed;
  if (!records && !only) {
    const reckoned = await reckon(session, opened, chosen!, problems);
    if (reckoned !== undefined) {
      differences.push(...reckoned.reckoning.prior().map(({ entry }) => entry));
      for (const entry of differences) problems.add(told(entry, opened));
      otherwise = reckoned.reckoning.tellOtherwise(problems);
    }
  }
  await session.report(problems.all);
  if (!problems.failed) await session.result(verifyText({ version, workspace: chosen!.workspace.name, folder: shelf.name, books, differences, otherwise, recomputed: !only, json: options.text('format') === 'json' }));
  return problems.failed ? (records ? EXIT.found : exitOf(problems)) : EXIT.done;
}

function told({ payee, plan, period, name, currency, recorded, recomputed, reason, text }: PriorEntry, { books, shelf }: Opened): Diagnostic {
  const record = books.records.find(({ head }) => head.period.id === period);
  const file = record === undefined ? shelf.name : `${shelf.name}/${recordName(record.head.number)}/lines.csv`;
  return { code: 'B014', severity: 'info', message: `${period}, ${payee}, ${plan}, ${name}: ${moneyIn(recorded, currency)} recorded, ${moneyIn(recomputed, currency)} today (${reason}: ${text})`, data: { file }, hint: 'it is paid as an adjustment in the open period' };
}
