/** How `explain` works: a code is looked up; a person or a transaction is computed once more with everything written down. */
import { Problems } from '../diagnostic/diagnostic.ts';
import { noPaint } from '../diagnostic/paint.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import type { CalculationOptions, Payout } from '../engine/index.ts';
import { codeList, explainCode } from '../report/code.ts';
import { transactionPage, type TransactionStory } from '../report/explain/transaction.ts';
import { payoutTree } from '../report/explain/tree.ts';
import { dayText } from '../value/day.ts';
import { compute, type Computed } from './compute.ts';
import { DataFiles } from './data-files.ts';
import { dataOverrides } from './data-option.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { exitOf, oneWorkspace, type Chosen } from './one-workspace.ts';
import { nameColumn, personName } from './person-name.ts';
import type { Session } from './session.ts';

const CREDITS_SHOWN = 8;
/** A tree in a file or a pipe need not be as narrow as a terminal. */
const WIDE = 120;

export async function explainCommand(session: Session): Promise<ExitCode> {
  const { operands, options } = session;
  const transaction = options.text('transaction');
  if (transaction !== undefined) return explainTransaction(session, transaction, operands);
  const [subject, ...paths] = operands;
  if (subject === undefined) {
    await session.result(codeList());
    return EXIT.done;
  }
  if (/^[A-Z]\d{3,}$/i.test(subject) && paths.length === 0 && !options.flag('period')) {
    const page = explainCode(subject);
    if (page !== undefined) {
      await session.result(page);
      return EXIT.done;
    }
    const { CODES } = await import('../diagnostic/codes.ts');
    return session.refuse('U012', `there is no code ${subject}`, { hint: didYouMean(subject.toUpperCase(), Object.keys(CODES)) ?? 'paycurve explain lists all codes' });
  }
  return explainPerson(session, subject, paths);
}

async function explainPerson(session: Session, payee: string, paths: readonly string[]): Promise<ExitCode> {
  const problems = new Problems();
  const { options } = session;
  const chosen = await oneWorkspace(session, paths, problems);
  const computed = chosen === undefined ? undefined : await computeFor(session, chosen, problems, { steps: true, watch: (one) => one === payee });
  if (chosen === undefined || computed === undefined) return ended(session, problems);
  const own: Payout[] = [];
  const others = new Set(computed.people?.all.map((person) => person.id));
  for (const payout of computed.calculation.settle()) {
    others.add(payout.payee);
    if (payout.payee === payee) own.push(payout);
  }
  if (problems.failed) return ended(session, problems);
  if (!others.has(payee)) return session.refuse('U012', `there is no person "${payee}"`, { hint: didYouMean(payee, others) ?? 'paycurve run shows who was paid' });
  const periods = new Set(options.texts('period'));
  const plans = new Set(options.texts('plan'));
  const known = computed.calculation.periodIds();
  for (const period of periods) if (!known.includes(period)) return session.refuse('U011', `there is no period "${period}"`, { hint: didYouMean(period, known) ?? `there is ${either(known.slice(0, 8), 'and')}` });
  const shown = own.filter((payout) => (periods.size === 0 || periods.has(payout.period.id)) && (plans.size === 0 || plans.has(payout.plan.name)));
  if (shown.length === 0) {
    await session.result(`${payee} was paid nothing: no plan holds for this person${periods.size > 0 ? ` in ${[...periods].join(', ')}` : ''}.\n`);
    return EXIT.done;
  }
  const several = [...new Set(shown.map((payout) => payout.period.id))];
  if (periods.size === 0 && several.length > 1) return session.refuse('U017', `${payee} was paid for ${several.length} periods`, { hint: `add --period ${several.at(-1)} (there is ${either(several, 'and')})` });
  await session.report(problems.all);
  const paint = session.colourOut ? (await import('../report/paint.ts')).paintFor(true) : noPaint;
  const name = personName(computed.people, payee, nameColumn(chosen.workspace));
  const most = options.flag('all') ? Infinity : CREDITS_SHOWN;
  await session.result(shown.map((payout) => payoutTree(payout, { paint, width: session.io.stdout.terminal ? session.width : Math.max(session.width, WIDE), most, name, folder: chosen.workspace.folder })).join('\n'));
  return EXIT.done;
}

async function explainTransaction(session: Session, id: string, paths: readonly string[]): Promise<ExitCode> {
  const problems = new Problems();
  const chosen = await oneWorkspace(session, paths, problems);
  if (chosen === undefined) return ended(session, problems);
  const stories = new Map<string, { -readonly [K in keyof TransactionStory]: TransactionStory[K] }>();
  const story = (row: { readonly id: string; readonly file: string; readonly line: number; readonly day: number }): (typeof stories extends Map<string, infer S> ? S : never) => {
    const place = `${row.file}:${row.line}`;
    let found = stories.get(place);
    if (found === undefined) stories.set(place, (found = { id: row.id, source: '', place, day: dayText(row.day), credits: [], misses: [] }));
    return found;
  };
  const computed = await computeFor(session, chosen, problems, {
    listener: {
      credit({ row, payee, plan, rule, period, share, adds }) {
        if (row.id !== id) return;
        const one = story(row);
        one.credits = [...one.credits, { payee, plan, rule, period, share, adds: [...adds] }];
      },
      miss(row, plan, rule, why) {
        if (row.id !== id) return;
        const one = story(row);
        one.misses = [...one.misses, { plan, rule, why }];
      },
    },
  });
  if (computed === undefined) return ended(session, problems);
  if (stories.size === 0)
    return session.refuse('U012', `no row has the id "${id}", or no plan looks at its source`, { hint: 'ids are compared letter for letter; several id columns are joined with /' });
  await session.result([...stories.values()].map((one) => transactionPage({ ...one, source: chosen.workspace.name })).join('\n'));
  return EXIT.done;
}

async function computeFor(session: Session, chosen: Chosen, problems: Problems, engine: CalculationOptions): Promise<Computed | undefined> {
  const files = new DataFiles(session.io, chosen.folder, false);
  const overrides = dataOverrides(session.options.texts('data'), chosen.workspace, problems);
  if (problems.failed) return undefined;
  return compute({
    workspace: chosen.workspace,
    plans: chosen.plans,
    problems,
    policy: session.options.text('on-bad-row') === 'quarantine' ? 'quarantine' : 'stop',
    engine,
    inputs: (contract) => files.of(contract, chosen.workspace, overrides, problems),
  });
}

async function ended(session: Session, problems: Problems): Promise<ExitCode> {
  await session.report(problems.all);
  return exitOf(problems);
}
