/** How `journal` works: from the records alone, which must add up first. */
import { Problems } from '../diagnostic/diagnostic.ts';
import { checkBooks, transactionsOf } from '../record/index.ts';
import { JOURNAL_FORMATS } from '../report/books/journal.ts';
import { unknown } from './balances-command.ts';
import { openBooks } from './books.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { wantedFormats } from './format-option.ts';
import { exitOf, oneWorkspace } from './one-workspace.ts';
import { absolute } from './path.ts';
import type { Session } from './session.ts';
import { writeFile } from './write.ts';

export async function journalCommand(session: Session): Promise<ExitCode> {
  const problems = new Problems();
  const { io, options, operands } = session;
  const formats = wantedFormats(options.texts('format'), 'hledger', problems);
  const periods = options.texts('period');
  const chosen = problems.failed ? undefined : await oneWorkspace(session, operands, problems);
  const opened = chosen === undefined ? undefined : await openBooks(session, chosen, problems);
  if (opened !== undefined) {
    if (opened.books.records.length === 0) problems.error('B016', `no period of ${chosen!.workspace.name} is closed`, { data: { file: opened.shelf.name }, hint: 'paycurve close PERIOD closes the first' });
    else unknown('period', periods, opened.books.records.map(({ head }) => head.period.id), problems);
    checkBooks(opened.books, opened.shelf.name, problems);
  }
  if (opened === undefined || problems.failed) {
    await session.report(problems.all);
    return exitOf(problems);
  }
  const transactions = transactionsOf(opened.books).filter(({ period }) => periods.length === 0 || periods.includes(period));
  for (const { format, file } of formats) {
    const text = JOURNAL_FORMATS.get(format)!(chosen!.workspace.name, transactions);
    if (file === undefined) await session.result(text);
    else {
      await writeFile(io.disk, absolute(io.cwd, file), text);
      await session.note(`wrote ${file}`);
    }
  }
  return EXIT.done;
}
