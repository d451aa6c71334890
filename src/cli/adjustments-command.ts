/** How `adjustments` works: those of the records as they were posted, then those that the open period will post. */
import { Problems } from '../diagnostic/diagnostic.ts';
import { adjustmentsListing, type Posted } from '../report/books/adjustments.ts';
import { version } from '../version.ts';
import { openWholeBooks, reckon } from './books.ts';
import type { ExitCode } from './exit.ts';
import { listed } from './listing.ts';
import { exitOf, oneWorkspace } from './one-workspace.ts';
import type { Session } from './session.ts';

export async function adjustmentsCommand(session: Session): Promise<ExitCode> {
  const problems = new Problems();
  const { options, operands } = session;
  const chosen = await oneWorkspace(session, operands, problems);
  const opened = chosen === undefined ? undefined : await openWholeBooks(session, chosen, problems);
  if (opened !== undefined && opened.books.records.length === 0) problems.error('B016', `no period of ${chosen!.workspace.name} is closed`, { data: { file: opened.shelf.name }, hint: 'paycurve close PERIOD closes the first' });
  const reckoned = opened === undefined || problems.failed ? undefined : await reckon(session, opened, chosen!, problems);
  if (reckoned === undefined || problems.failed) {
    await session.report(problems.all);
    return exitOf(problems);
  }
  const otherwise = reckoned.reckoning.tellOtherwise(problems);
  await session.report(problems.all);
  const posted: Posted[] = opened!.books.records.flatMap(({ head, prior }) => prior.map((entry): Posted => ({ entry, into: head.period.id, closed: true })));
  for (const { entry, into } of reckoned.reckoning.prior()) posted.push({ entry, into: into?.id, closed: false });
  const wanted = (name: string, value: string | undefined): boolean => options.texts(name).length === 0 || (value !== undefined && options.texts(name).includes(value));
  const shown = posted.filter(({ entry, into }) => wanted('person', entry.payee) && wanted('period', entry.period) && wanted('posted-in', into));
  const filters = ['person', 'period', 'posted-in'].flatMap((name) => options.texts(name).map((value) => `${name.replace('-', ' ')} ${value}`));
  return listed(session, adjustmentsListing(chosen!.workspace.name, version, shown, filters, otherwise));
}
