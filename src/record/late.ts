/** What the books tell of rows that become known late: what was closed when, and which transactions were known then. Rule: TIM-06. */
import type { LateFacts } from '../engine/late-rows.ts';
import type { Period } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';
import { closingOrder } from './closing-order.ts';
import type { PeriodRecord } from './books.ts';
import { transactionKey } from './credit-log.ts';

export class LateBooks implements LateFacts {
  readonly first: { readonly id: string; readonly from: Day; readonly to: Day };
  private known: Map<string, number> | undefined;
  private readonly closed = new Map<string, number>();

  /** At least one. */
  constructor(private readonly records: readonly PeriodRecord[]) {
    this.first = records[0]!.head.period;
  }

  closedBy(period: Pick<Period, 'id' | 'from' | 'to'>): number {
    let number = this.closed.get(period.id);
    if (number === undefined) this.closed.set(period.id, (number = this.find(period)));
    return number;
  }

  /** A period that was passed over, as when nobody was in a plan, is closed with the first one that comes after it. */
  private find(period: Pick<Period, 'id' | 'from' | 'to'>): number {
    const own = this.records.find(({ head }) => head.period.id === period.id);
    if (own !== undefined) return own.head.number;
    if (period.from < this.first.from) return 0;
    return this.records.find(({ head }) => closingOrder(period, head.period) < 0)?.head.number ?? Infinity;
  }

  knownSince(source: string, id: string): number {
    this.known ??= firstKnown(this.records);
    return this.known.get(transactionKey({ source, transaction: id })) ?? Infinity;
  }

  stockOf(source: string): number {
    return this.records.find(({ head }) => head.late.includes(source))?.head.number ?? Infinity;
  }

  wereCurrent(source: string, record: number): boolean {
    return this.records[record - 1]?.head.late.includes(source) === true;
  }
}

function firstKnown(records: readonly PeriodRecord[]): Map<string, number> {
  const known = new Map<string, number>();
  for (const { head, credits, restated, excluded } of records)
    for (const rows of [credits, restated, excluded])
      for (const row of rows) {
        const key = transactionKey(row);
        if (!known.has(key)) known.set(key, head.number);
      }
  return known;
}
