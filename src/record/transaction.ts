/** What the books say of one transaction: whether its period is closed, what was recorded then, and what was adjusted since. */
import type { PeriodSpan } from '../engine/index.ts';
import type { Type } from '../expr/types.ts';
import { dayText } from '../value/day.ts';
import { exactText, percentText } from '../value/display.ts';
import { ONE, type Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import type { Books, PeriodRecord } from './books.ts';
import { ELSEWHERE } from './credit-log.ts';

/** As it is credited now. */
interface Now {
  readonly payee: string;
  readonly plan: string;
  readonly period: string;
  readonly adds: readonly { readonly measure: string; readonly type: Type; readonly value: Exact | undefined }[];
}

/** Lines of text; none where no period is closed. `day`: of the transaction, its own; `late`: it counts on a later one; `spans`: of the periods of today. */
export function transactionInBooks({ records }: Books, id: string, day: string, now: readonly Now[], spans: readonly PeriodSpan[], late = false): readonly string[] {
  if (records.length === 0) return [];
  const first = records[0]!.head.period;
  const periods = new Set(now.map(({ period }) => period));
  const closed = records.filter(({ head, credits, restated, excluded }) => periods.has(head.period.id) || (dayText(head.period.from) <= day && dayText(head.period.to) >= day) || [...credits, ...restated, ...excluded].some(({ transaction }) => transaction === id));
  const earlier = spans.filter(({ id: period, from }) => periods.has(period) && from < first.from).map(({ id: period }) => `${period} is before ${first.id}, with which the books begin: nothing is paid for it here`);
  if (closed.length === 0) return earlier.length > 0 ? earlier : [`its period is open; the last closed one is ${records.at(-1)!.head.period.id}`];
  return [...earlier, ...closed.flatMap((record) => recordedThen(record, id, late)), ...records.flatMap((record) => changedLater(record, id))];
}

/** The source and the day of a transaction that the data may have no longer. */
export function lastKnown({ records }: Books, id: string): { readonly source: string; readonly day: string } | undefined {
  const found = records.flatMap(({ credits, restated }) => [...credits, ...restated]).filter(({ transaction }) => transaction === id).sort((a, b) => textOrder(a.source, b.source))[0];
  return found === undefined ? undefined : { source: found.source, day: dayText(found.date) };
}

function recordedThen({ head, credits, excluded }: PeriodRecord, id: string, late: boolean): string[] {
  const when = `${head.period.id} was closed on ${dayText(head.closedOn)}`;
  const own = credits.filter(({ transaction }) => transaction === id);
  if (own.length > 0) return own.map(({ payee, plan, measure, rule, share, value }) => `${when} with ${payee}, plan ${plan}, rule ${rule}: ${measure}${value === undefined ? '' : ` ${exactText(value)}`}${share.equals(ONE) ? '' : `, share ${percentText(share, 4)}`}`);
  const out = excluded.find(({ transaction }) => transaction === id);
  return [`${when} ${out === undefined ? `without it: it came later, and ${late ? 'counts in a later period' : 'what it changes is a prior-period adjustment'}` : out.reason === ELSEWHERE ? 'knowing it, and it counts elsewhere' : `with nobody credited: ${out.reason}`}`];
}

/** Restated when a later period was closed, and the adjustments whose reason names it. */
function changedLater({ head, restated, prior }: PeriodRecord, id: string): string[] {
  const words = new RegExp(`(^|[^A-Za-z0-9])${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^A-Za-z0-9])`);
  return [
    ...restated.filter(({ transaction }) => transaction === id).map(({ period, state, payee, measure, value }) => `when ${head.period.id} was closed, ${period} was restated: ${payee}, ${measure} ${state === 'gone' ? 'no more' : value === undefined ? '' : exactText(value)}`.trimEnd()),
    ...prior.filter(({ text }) => words.test(text)).map(({ payee, period, name, amount, currency, text }) => `paid in ${head.period.id} for ${period}: ${payee}, ${name} ${exactText(amount)} ${currency}, because ${text}`),
  ];
}
