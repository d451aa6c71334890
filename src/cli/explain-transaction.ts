/** How `explain --transaction` works: everything that rules did with the rows of one id, gathered while they stream by. */
import type { Row } from '../data/contract.ts';
import { Problems } from '../diagnostic/diagnostic.ts';
import type { PeriodSpan } from '../engine/index.ts';
import { lastKnown, recordedCredits, toldOf, type Books } from '../record/index.ts';
import { gonePage, transactionPage, type TransactionStory } from '../report/explain/transaction.ts';
import { dayText } from '../value/day.ts';
import { booksForRun } from './books.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { computeFor, ended } from './explain-compute.ts';
import { oneWorkspace } from './one-workspace.ts';
import type { Session } from './session.ts';

export async function explainTransaction(session: Session, id: string, paths: readonly string[]): Promise<ExitCode> {
  const problems = new Problems();
  const chosen = await oneWorkspace(session, paths, problems);
  if (chosen === undefined) return ended(session, problems);
  const opened = await booksForRun(session, chosen, problems);
  if (opened === undefined) return ended(session, problems);
  const { books } = opened;
  const stories = new Map<string, TransactionStory>();
  const storyOf = (row: Row): TransactionStory => {
    const place = `${row.file}:${row.line}`;
    let story = stories.get(place);
    if (story === undefined) stories.set(place, (story = { id, source: chosen.workspace.name, place, day: dayText(row.day), credits: [], misses: [], original: [], returns: [], books: toldOf(books, id) }));
    return story;
  };
  const computed = await computeFor(session, chosen, problems, {
    listener: {
      credit({ row, payee, plan, currency, rule, period, share, adds, original }) {
        if (original?.id === id) note(storyOf(original).returns, row);
        if (row.id !== id) return;
        const story = storyOf(row);
        story.credits.push({ row, payee, plan, currency, rule, period, share, adds });
        if (original !== undefined) note(story.original, original);
      },
      miss(row, plan, rule, why) {
        if (row.id === id) storyOf(row).misses.push({ plan, rule, why });
      },
    },
  });
  if (computed === undefined) return ended(session, problems);
  const gone = stories.size === 0 ? lastKnown(books, id) : undefined;
  if (gone !== undefined) {
    await session.result(gonePage(id, gone, toldOf(books, id)));
    return EXIT.done;
  }
  if (stories.size === 0)
    return session.refuse('U012', `no row has the id "${id}", or no plan looks at its source`, { hint: 'ids are compared letter for letter; several id columns are joined with /' });
  await session.result([...stories.values()].map((story) => transactionPage({ ...story, books: [...(story.books ?? []), ...standing(story, books, computed.calculation.periods())] })).join('\n'));
  return EXIT.done;
}

/** What becomes of credits of today in periods that are closed, or before the books. */
function standing({ credits }: TransactionStory, books: Books, periods: readonly PeriodSpan[]): string[] {
  const first = books.records[0]?.head.period;
  if (first === undefined) return [];
  const known = recordedCredits(books).credits;
  const lines = credits.flatMap((credit) => {
    const { period, payee, plan, row } = credit;
    if (books.records.some(({ head }) => head.period.id === period))
      return [...known.values()].some((one) => one.transaction === row.id && one.payee === payee && one.plan === plan && one.period === period) ? [] : [`not in the record of ${period}, ${payee}, ${plan}: what it changes is paid in the open period, see paycurve adjustments`];
    const span = periods.find(({ id }) => id === period);
    return span !== undefined && span.from < first.from ? [`${period} is before ${first.id}, with which the books begin: nothing is paid for it here`] : [];
  });
  return [...new Set(lines)];
}

/** A row by its id, day and place, once. */
function note(rows: string[], row: Row): void {
  const text = `${row.id} of ${dayText(row.day)} (${row.file}:${row.line})`;
  if (!rows.includes(text)) rows.push(text);
}
