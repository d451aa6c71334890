/** How `explain PERSON` works: the payouts of one person, computed once more and printed as trees. */
import { Problems } from '../diagnostic/diagnostic.ts';
import { noPaint } from '../diagnostic/paint.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import type { Payout, PeriodSpan } from '../engine/index.ts';
import { EXPLAIN_FORMATS } from '../report/explain/index.ts';
import { version } from '../version.ts';
import { BookRun, booksForRun } from './books.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Computed } from '../engine/compute.ts';
import { computeFor, ended } from './explain-compute.ts';
import { nothingPaid } from './explain-nothing.ts';
import { wantedFormats } from './format-option.ts';
import { refuseIdleTree } from './idle-options.ts';
import { oneWorkspace, type Chosen } from './one-workspace.ts';
import { absolute } from './path.ts';
import { nameColumn, peopleNamed, personName } from './person-name.ts';
import type { Session } from './session.ts';
import { writeFile } from './write.ts';

const CREDITS_SHOWN = 8;
const NAMED = 3;
/** A tree in a file or a pipe need not be as narrow as a terminal. */
const WIDE = 120;

export async function explainPerson(session: Session, payee: string, paths: readonly string[]): Promise<ExitCode> {
  const problems = new Problems();
  const { options } = session;
  const periods = new Set(options.texts('period'));
  const formats = wantedFormats(options.texts('format'), 'table', problems);
  refuseIdleTree(options, formats, problems);
  const chosen = problems.failed ? undefined : await oneWorkspace(session, paths, problems);
  const settled = chosen === undefined ? undefined : await settledFor(session, chosen, payee, periods, problems);
  if (chosen === undefined || settled === undefined) return ended(session, problems);
  const { computed, own, others } = settled;
  if (problems.failed) return ended(session, problems);
  if (!others.has(payee)) {
    const named = peopleNamed(computed.people, payee, nameColumn(chosen.workspace)).slice(0, NAMED);
    return session.refuse('U012', `there is no person "${payee}"`, { hint: named.length > 0 ? `did you mean ${either(named)}? a person is named by id` : (didYouMean(payee, others) ?? 'paycurve run shows who was paid') });
  }
  const plans = new Set(options.texts('plan'));
  const known = computed.calculation.periods();
  const ids = known.map((one) => one.id);
  for (const period of periods) if (!ids.includes(period)) return session.refuse('U011', `there is no period "${period}"`, { hint: didYouMean(period, ids) ?? `there is ${either(ids.slice(0, 8), 'and')}` });
  const names = [...new Set(chosen.plans.map((plan) => plan.name))];
  for (const plan of plans) if (!names.includes(plan)) return session.refuse('U011', `there is no plan "${plan}"`, { hint: didYouMean(plan, names) ?? `there is ${either(names.slice(0, 8), 'and')}` });
  const shown = own.filter((payout) => (periods.size === 0 || periods.has(payout.period.id)) && (plans.size === 0 || plans.has(payout.plan.name)));
  if (shown.length === 0) {
    await session.result(
      nothingPaid({
        payee,
        periods: known.filter((one) => periods.size === 0 || periods.has(one.id)),
        plans: chosen.plans.filter((plan) => plans.size === 0 || plans.has(plan.name)),
        people: computed.people,
        begin: settled.begin,
        accounts: computed.accounts(),
        other: periods.size === 0 ? own : ((await settledFor(session, chosen, payee, new Set(), new Problems()))?.own ?? []),
      }),
    );
    return EXIT.done;
  }
  const several = [...new Set(shown.map((payout) => payout.period.id))];
  if (periods.size === 0 && several.length > 1) return session.refuse('U017', `${payee} was paid for ${several.length} periods`, { hint: `add --period ${several.at(-1)} (there is ${either(several, 'and')})` });
  await session.report(problems.all);
  const paint = session.colourOut ? (await import('../report/paint.ts')).paintFor(true) : noPaint;
  const about = {
    version,
    workspace: chosen.workspace.name,
    name: personName(computed.people, payee, nameColumn(chosen.workspace)),
    folder: chosen.workspace.folder,
    paint: noPaint,
    width: session.io.stdout.terminal ? session.width : Math.max(session.width, WIDE),
    most: options.flag('all') ? Infinity : CREDITS_SHOWN,
  };
  for (const { format, file } of formats) {
    const text = EXPLAIN_FORMATS.get(format)!(shown, file === undefined ? { ...about, paint } : about);
    if (file === undefined) await session.result(text);
    else {
      await writeFile(session.io.disk, absolute(session.io.cwd, file), text);
      await session.note(`wrote ${file}`);
    }
  }
  return EXIT.done;
}

interface Settled {
  readonly computed: Computed;
  readonly own: readonly Payout[];
  readonly begin: PeriodSpan | undefined;
  /** Everybody there is. */
  readonly others: ReadonlySet<string>;
}

/** The person's payouts; `periods`: only these and what they look back on, so that a quota missing elsewhere is in nobody's way. */
async function settledFor(session: Session, chosen: Chosen, payee: string, periods: ReadonlySet<string>, problems: Problems): Promise<Settled | undefined> {
  const opened = await booksForRun(session, chosen, problems);
  if (opened === undefined) return undefined;
  const books = opened.books.records.length === 0 ? undefined : new BookRun(opened, chosen);
  const computed = await computeFor(session, chosen, problems, { steps: true, curves: session.options.flag('curve'), watch: (one) => one === payee, ...(periods.size === 0 ? {} : { asked: periods }), ...books?.options() });
  if (computed === undefined) return undefined;
  if (books !== undefined) books.people = computed.people;
  books?.reckoning.begin(computed.calculation.periods());
  books?.reckoning.warnBefore(problems);
  const own: Payout[] = [];
  const others = new Set(computed.people?.all.map((person) => person.id));
  for (const payout of computed.calculation.settle()) {
    others.add(payout.payee);
    if (payout.payee !== payee) continue;
    if (books === undefined) own.push(payout);
    else books.reckoning.take(payout);
  }
  books?.reckoning.refuseCurrencies(problems, payee);
  if (books !== undefined)
    for (const payout of books.reckoning.payouts()) {
      others.add(payout.payee);
      if (payout.payee === payee) own.push(books.reckoning.explained(payout));
    }
  return { computed, own, others, begin: opened.books.records[0]?.head.period };
}
