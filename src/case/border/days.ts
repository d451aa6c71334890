/** First and last days: of the plan, of the period and of the person, each with the day before and the day after. Both ends belong to a span. */
import type { Plan } from '../../plan/model.ts';
import { dayText, type Day } from '../../value/day.ts';
import { runCase, type FoundCredit, type Ground } from '../run.ts';
import type { Case } from '../suite.ts';
import type { Broken } from './laws.ts';
import { samePlan, type Person } from './probe.ts';
import { headerOf, lineOfId, rowsOf, withRows } from './rows.ts';

export interface DayBorder {
  readonly what: string;
  /** The days, and the period that a transaction of that day is credited in; undefined: nobody of this plan is credited. */
  readonly days: readonly { readonly day: string; readonly period: string | undefined }[];
  readonly broken: readonly Broken[];
}

export async function dayBorders(plan: Plan, one: Case, ground: Ground, { payee, period }: Person, credits: readonly FoundCredit[]): Promise<readonly DayBorder[]> {
  const credit = credits.find((known) => known.payee === payee && plan.credits.some(({ name }) => name === known.rule));
  const rule = plan.credits.find(({ name }) => name === credit?.rule);
  const contract = rule === undefined ? undefined : ground.workspace.sources[rule.source];
  const rows = contract === undefined ? undefined : rowsOf(one, contract);
  const line = rows === undefined ? undefined : lineOfId(rows, credit!.transaction);
  const at = rows === undefined ? -1 : rows.header.indexOf(headerOf(contract!, contract!.date));
  if (rows === undefined || line === undefined || at < 0) return [];
  const creditedOn = async (day: Day): Promise<string | undefined> => {
    const ran = await runCase({ ...withRows(one, rows, rows.lines.with(line, rows.lines[line]!.with(at, dayText(day)))), credits: [], excluded: [] }, { ...ground, plans: [plan] });
    return ran.failed ? undefined : ran.credits.find((found) => found.transaction === credit!.transaction && found.payee === payee && found.rule === rule!.name)?.period;
  };
  const ran = await runCase(one, ground);
  const own = ran.payouts.find((payout) => payout.payee === payee && payout.period.id === period && samePlan(payout.plan, plan))?.period;
  const spans: readonly (readonly [string, Day, 'first' | 'last'])[] = [
    ['first day of the plan', plan.from, 'first'],
    ...(own === undefined ? [] : ([[`first day of ${own.id}`, own.from, 'first'], [`last day of ${own.id}`, own.to, 'last']] as const)),
    ['last day of the plan', plan.to, 'last'],
  ];
  // rows of the year before count for windows that look back, also where the plan did not hold yet
  const looksBack = plan.measures.some(({ of, window }) => window.kind === 'previous-year' && of.includes(rule!.name));
  const found: DayBorder[] = [];
  for (const [what, day, end] of spans) {
    const days = [];
    for (const near of [day - 1, day, day + 1]) days.push({ day: dayText(near), period: await creditedOn(near) });
    found.push({ what, days, broken: brokenDays(what, end, days.map(({ period: credited }, index) => (looksBack && day === plan.from && index === 0 ? undefined : credited))) });
  }
  return found;
}

/** Where the day inside next to an end is credited, the end is too; outside a plan nobody is. */
function brokenDays(what: string, end: 'first' | 'last', [before, at, after]: readonly (string | undefined)[]): readonly Broken[] {
  const [inside, outside] = end === 'first' ? [after, before] : [before, after];
  const why = inside !== undefined && at !== inside ? `${what} is not counted like the day inside` : what.endsWith('plan') && outside !== undefined ? `a day outside the plan is credited` : !what.endsWith('plan') && inside !== undefined && outside === inside ? `the day outside counts for the same period` : undefined;
  return why === undefined ? [] : [{ law: 'a border lies where the plan says', why }];
}
