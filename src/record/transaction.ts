/** What the books say of one transaction: whether its period is closed, what was recorded then, and what was adjusted since. */
import type { Type } from '../expr/types.ts';
import { dayText } from '../value/day.ts';
import { exactText, percentText } from '../value/display.ts';
import { ONE, type Exact } from '../value/exact.ts';
import type { Books, PeriodRecord } from './books.ts';

/** As it is credited now. */
interface Now {
  readonly payee: string;
  readonly plan: string;
  readonly period: string;
  readonly adds: readonly { readonly measure: string; readonly type: Type; readonly value: Exact | undefined }[];
}

/** Lines of text; none where no period is closed. `day`: of the transaction. */
export function transactionInBooks({ records }: Books, id: string, day: string, now: readonly Now[]): readonly string[] {
  if (records.length === 0) return [];
  const periods = new Set(now.map(({ period }) => period));
  const closed = records.filter(({ head }) => periods.has(head.period.id) || (dayText(head.period.from) <= day && dayText(head.period.to) >= day));
  if (closed.length === 0) return [`its period is open; the last closed one is ${records.at(-1)!.head.period.id}`];
  return [...closed.flatMap((record) => recordedThen(record, id)), ...records.flatMap((record) => changedLater(record, id))];
}

function recordedThen({ head, credits, excluded }: PeriodRecord, id: string): string[] {
  const when = `${head.period.id} was closed on ${dayText(head.closedOn)}`;
  const own = credits.filter(({ transaction }) => transaction === id);
  if (own.length > 0) return own.map(({ payee, plan, measure, rule, share, value }) => `${when} with ${payee}, plan ${plan}, rule ${rule}: ${measure}${value === undefined ? '' : ` ${exactText(value)}`}${share.equals(ONE) ? '' : `, share ${percentText(share, 4)}`}`);
  const out = excluded.find(({ transaction }) => transaction === id);
  return [`${when} ${out === undefined ? 'without it: it came later, and what it changes is a prior-period adjustment' : `with nobody credited: ${out.reason}`}`];
}

/** Restated when a later period was closed, and the adjustments whose reason names it. */
function changedLater({ head, restated, prior }: PeriodRecord, id: string): string[] {
  const words = new RegExp(`(^|[^A-Za-z0-9])${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^A-Za-z0-9])`);
  return [
    ...restated.filter(({ transaction }) => transaction === id).map(({ period, state, payee, measure, value }) => `when ${head.period.id} was closed, ${period} was restated: ${payee}, ${measure} ${state === 'gone' ? 'no more' : value === undefined ? '' : exactText(value)}`.trimEnd()),
    ...prior.filter(({ text }) => words.test(text)).map(({ payee, period, name, amount, currency, text }) => `paid in ${head.period.id} for ${period}: ${payee}, ${name} ${exactText(amount)} ${currency}, because ${text}`),
  ];
}
