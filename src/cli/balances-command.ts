/** How `balances` works: from the records alone. */
import { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import { balancesListing } from '../report/books/balances.ts';
import { version } from '../version.ts';
import { openBooks } from './books.ts';
import type { ExitCode } from './exit.ts';
import { listed } from './listing.ts';
import { exitOf, oneWorkspace } from './one-workspace.ts';
import type { Session } from './session.ts';

export async function balancesCommand(session: Session): Promise<ExitCode> {
  const problems = new Problems();
  const { options, operands } = session;
  const chosen = await oneWorkspace(session, operands, problems);
  const opened = chosen === undefined ? undefined : await openBooks(session, chosen, problems);
  const records = opened?.books.records ?? [];
  if (opened !== undefined && records.length === 0) problems.error('B016', `no period of ${chosen!.workspace.name} is closed`, { data: { file: opened.shelf.name }, hint: 'paycurve close PERIOD closes the first' });
  const [people, periods] = [options.texts('person'), options.texts('period')];
  if (!problems.failed) {
    unknown('period', periods, records.map(({ head }) => head.period.id), problems);
    unknown('person', people, [...new Set(records.flatMap(({ payments }) => payments.map(({ payee }) => payee)))], problems);
  }
  if (problems.failed) {
    await session.report(problems.all);
    return exitOf(problems);
  }
  const words = [...people.map((one) => `person ${one}`), ...periods.map((one) => `period ${one}`)];
  return listed(session, balancesListing(chosen!.workspace.name, version, records, { period: (id) => periods.length === 0 || periods.includes(id), person: (id) => people.length === 0 || people.includes(id), all: options.flag('all'), words }));
}

/** A name in no record is an error: an empty list would look like no balance. */
export function unknown(what: string, wanted: readonly string[], known: readonly string[], problems: Problems): void {
  for (const one of wanted) if (!known.includes(one)) problems.error('U011', `there is no ${what} "${one}" in the records`, { hint: didYouMean(one, known) ?? `there is ${either(known.slice(0, 8), 'and')}${known.length > 8 ? ' …' : ''}` });
}
