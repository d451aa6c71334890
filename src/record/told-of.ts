/** What the books know of one transaction: in which closed periods it was credited, and in which a change of it was paid. */
import { dayText } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import { textOrder } from '../value/text-order.ts';
import type { Books } from './books.ts';
import type { CreditEntry } from './entries.ts';
import type { Head } from './head.ts';
import { GONE } from './recorded.ts';

/** One line each, in the order of the records. */
export function toldOf({ records }: Books, id: string): string[] {
  const lines: string[] = [];
  for (const { head, credits, restated, excluded } of records) {
    for (const one of credits) if (one.transaction === id) lines.push(`${head.period.id}, ${closed(head)}: ${what(one)}`);
    for (const one of excluded) if (one.transaction === id) lines.push(`${head.period.id}, ${closed(head)}: credited to nobody (${one.reason})`);
    for (const one of restated)
      if (one.transaction === id) lines.push(`adjusted in ${head.period.id}, ${closed(head)}: ${one.state === GONE ? `credited no longer in ${one.period}: ` : `as it was known then for ${one.period}: `}${what(one)}`);
  }
  return [...new Set(lines)];
}

/** The source and the day of a transaction that the data have no longer. */
export function lastKnown({ records }: Books, id: string): { readonly source: string; readonly day: string } | undefined {
  const found = records.flatMap(({ credits, restated }) => [...credits, ...restated]).filter(({ transaction }) => transaction === id).sort((a, b) => textOrder(a.source, b.source))[0];
  return found === undefined ? undefined : { source: found.source, day: dayText(found.date) };
}

function closed({ number, closedOn }: Head): string {
  return `record ${`${number}`.padStart(4, '0')} of ${dayText(closedOn)}`;
}

function what({ payee, plan, measure, value }: CreditEntry): string {
  return `${payee}, ${plan}, ${measure}${value === undefined ? '' : ` ${exactText(value)}`}`;
}
