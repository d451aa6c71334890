/** How `explain --transaction` works: everything that rules did with the rows of one id, gathered while they stream by. */
import type { Row } from '../data/contract.ts';
import { Problems } from '../diagnostic/diagnostic.ts';
import { lastKnown, transactionInBooks } from '../record/index.ts';
import { gonePage, transactionPage, type TransactionStory } from '../report/explain/transaction.ts';
import { dayText } from '../value/day.ts';
import { lateText } from '../report/late.ts';
import { BookRun, booksForRun } from './books.ts';
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
    if (story === undefined) stories.set(place, (story = { id, source: chosen.workspace.name, place, day: dayText(row.late?.dated ?? row.day), late: [], credits: [], misses: [], original: [], returns: [] }));
    if (row.late !== undefined && !story.late.includes(lateText(row.late))) story.late.push(lateText(row.late));
    return story;
  };
  const computed = await computeFor(session, chosen, problems, {
    closed: new BookRun(opened, chosen).reckoning.closed,
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
  const told = (day: string, credits: TransactionStory['credits'], late = false): readonly string[] => transactionInBooks(books, id, day, credits, computed.calculation.periods(), late);
  const gone = stories.size === 0 ? lastKnown(books, id) : undefined;
  if (gone === undefined && stories.size === 0)
    return session.refuse('U012', `no row has the id "${id}", or no plan looks at its source`, { hint: 'ids are compared letter for letter; several id columns are joined with /' });
  const pages = gone !== undefined ? [gonePage(id, gone, told(gone.day, []))] : [...stories.values()].map((story) => transactionPage({ ...story, books: told(story.day, story.credits, story.late.length > 0) }));
  await session.result(pages.join('\n'));
  return EXIT.done;
}

/** A row by its id, day and place, once. */
function note(rows: string[], row: Row): void {
  const text = `${row.id} of ${dayText(row.late?.dated ?? row.day)} (${row.file}:${row.line})`;
  if (!rows.includes(text)) rows.push(text);
}
