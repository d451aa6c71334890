/**
 * A period that versions of a plan share is paid once, under the last of them: what the earlier ones earned in it waits until
 * then, so that a guarantee, a draw or a payment cap for a month acts once in a month. Amounts that are prorated are the sum of
 * what each version gives for its own days.
 */
import type { AppliedPayment } from '../../mechanic/payment.ts';
import { dayText } from '../../value/day.ts';
import type { Exact } from '../../value/exact.ts';
import { ZERO } from '../../value/exact.ts';
import type { Moment } from '../moment.ts';
import type { PaymentLine } from './result.ts';
import type { Stop } from './stop.ts';

/** The account on which it waits, inside the period. */
export const WAITING = 'earlier-version';

/** The line that says so. */
export const LATER = 'later-version';

/** Whether the moment is paid with a later one of the same period; `later`: the moments after it, in order of time. */
export function paidLater(moment: Moment, later: readonly Moment[]): boolean {
  if (moment.late || later[0]?.period.id !== moment.period.id) return false;
  const rest = later.filter((one) => one.period.id === moment.period.id && !one.late);
  return rest.length > 0 && rest.every(({ version }) => version.plan.currency === moment.version.plan.currency) && [moment, ...rest].some(({ version }) => version.plan.payments.length > 0);
}

/** The stop that pays, with what the earlier ones bring: entries, and amounts of components of the same name. */
export function together(stop: Stop, earlier: readonly Stop[]): Stop {
  if (earlier.length === 0) return stop;
  const left = new Map(stop.left);
  for (const one of earlier) for (const [name, amount] of one.left) left.set(name, (left.get(name) ?? ZERO).plus(amount));
  return { ...stop, left, earlier, entries: [...earlier.flatMap(({ entries }) => entries.filter(({ kind }) => kind !== 'open')), ...stop.entries] };
}

/** A rule with the stop it acts at. */
export interface Acting {
  readonly applied: AppliedPayment;
  readonly stop: Stop;
}

/** The rules of the last version, and amounts for a time that only an earlier one gives, for its own days. */
export function rulesAt(stop: Stop): readonly Acting[] {
  const { plan } = stop.moment.version;
  const own = plan.payments.map((applied) => ({ applied, stop }));
  const ended = stop.earlier.flatMap((one): readonly Acting[] =>
    prorates(stop) && prorates(one)
      ? one.moment.version.plan.payments.filter(({ mechanic, account }) => mechanic.amounts !== undefined && !plan.payments.some((each) => each.account === account)).map((applied) => ({ applied, stop: { ...stop, moment: one.moment, earlier: NONE } }))
      : NONE,
  );
  return ended.length === 0 ? own : [...ended, ...own].sort((a, b) => a.applied.mechanic.step - b.applied.mechanic.step);
}

function prorates({ moment }: Stop): boolean {
  return moment.version.plan.prorate.includes('draw');
}

/** What waits for the last version of the period. */
export function postponed(due: Exact, { moment: { words, period, version } }: Stop): PaymentLine {
  return { step: 13, name: LATER, account: WAITING, cost: ZERO, change: due.negated(), text: () => `${words.money(due)} is paid with what the version after ${dayText(version.plan.to)} earns in ${period.id}` };
}

/** What waited. */
export function brought(amount: Exact, { moment: { words, period } }: Stop): PaymentLine {
  return { step: 13, name: WAITING, account: WAITING, cost: ZERO, change: amount, text: () => `${words.money(amount)} was earned earlier in ${period.id}, under the version before` };
}

const NONE: readonly never[] = [];
