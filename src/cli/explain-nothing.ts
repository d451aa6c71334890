/** What `explain` says of a person without a payout: no data reached the period, or no plan holds, and then why. */
import type { People } from '../data/reference.ts';
import { either } from '../diagnostic/suggest.ts';
import { whyAbsent, type Payout, type PeriodSpan, type SourceTally } from '../engine/index.ts';
import type { Plan } from '../plan/model.ts';
import { dayText } from '../value/day.ts';

export interface Nothing {
  readonly payee: string;
  /** The periods asked for, or all that any plan knows; with their days. */
  readonly periods: readonly PeriodSpan[];
  /** The plans asked for, or all. */
  readonly plans: readonly Plan[];
  readonly people: People | undefined;
  /** The first period of the books, where there are any: earlier ones were closed elsewhere. */
  readonly begin: PeriodSpan | undefined;
  readonly accounts: readonly SourceTally[];
  /** What the person was paid otherwise. */
  readonly other: readonly Payout[];
}

export function nothingPaid(nothing: Nothing): string {
  const { payee, periods, other } = nothing;
  const where = periods.length > 3 ? `${periods[0]!.id} to ${periods.at(-1)!.id}` : either(periods.map((one) => one.id));
  const lines = [`${payee} has no payout in ${where}:`, ...reasons(nothing).map((reason) => `  ${reason}`)];
  const ids = [...new Set(other.map((one) => one.period.id))];
  if (ids.length > 0) lines.push(`There are payouts for ${either(ids, 'and')}.`);
  return `${lines.join('\n')}\n`;
}

function reasons({ payee, periods, plans, people, accounts, begin }: Nothing): string[] {
  if (begin !== undefined && periods.length > 0 && periods.every(({ from }) => from < begin.from)) return [`the books begin with ${begin.id}: what is before it was closed elsewhere, and is not paid here`];
  const days = accounts.flatMap(({ firstDay, lastDay }) => [firstDay ?? [], lastDay ?? []].flat());
  if (days.length === 0) return ['the data hold no transaction, and only periods that transactions reach are settled'];
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  const reached = periods.filter((one) => one.to >= first && one.from <= last);
  if (reached.length === 0) return [`no data reach it: the transactions are of ${dayText(first)} to ${dayText(last)}, and only periods that they reach are settled`];
  const [from, to] = [reached[0]!.from, reached.at(-1)!.to];
  return plans.map((plan) => `${plan.name}: ${whyAbsent(payee, plan, from, to, people)}`);
}
