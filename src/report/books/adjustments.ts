/** Prior-period adjustments line by line: what was recorded, what it comes out as now, why, and in which period the difference is paid. */
import type { PriorEntry } from '../../record/index.ts';
import { type Exact, total } from '../../value/exact.ts';
import { textOrder } from '../../value/text-order.ts';
import type { Cell, Listing, ListingColumn } from './listing.ts';

export interface Posted {
  readonly entry: PriorEntry;
  /** The period in which it is paid; undefined: the next one, which the data do not reach yet. */
  readonly into: string | undefined;
  readonly closed: boolean;
}

const COLUMNS: readonly ListingColumn[] = [
  { key: 'posted_in', title: 'Paid in' },
  { key: 'state', title: 'State' },
  { key: 'payee', title: 'Person' },
  { key: 'plan', title: 'Plan' },
  { key: 'period', title: 'For' },
  { key: 'line', title: 'Line', hidden: true },
  { key: 'name', title: 'Component' },
  { key: 'currency', title: 'Currency', hidden: true },
  { key: 'recorded', title: 'Recorded' },
  { key: 'recomputed', title: 'Now' },
  { key: 'amount', title: 'Difference' },
  { key: 'reason', title: 'Reason' },
  { key: 'text', title: 'Why' },
];

export function adjustmentsListing(workspace: string, version: string, posted: readonly Posted[], filters: readonly string[], otherwise: number): Listing {
  const rows = posted.map(({ entry, into, closed }): Cell[] => {
    const { currency } = entry;
    const money = (amount: Exact): Cell => ({ amount, currency });
    return [into ?? 'next', closed ? 'closed' : 'open', entry.payee, entry.plan, entry.period, entry.line, entry.name, currency, money(entry.recorded), money(entry.recomputed), money(entry.amount), entry.reason, entry.text];
  });
  const currencies = [...new Set(posted.map(({ entry }) => entry.currency))].sort(textOrder);
  const totals = currencies.map((currency): Cell[] => {
    const amount = total(posted.filter(({ entry }) => entry.currency === currency).map(({ entry }) => entry.amount));
    return ['Total', '', '', '', '', '', '', currency, '', '', { amount, currency }, currency, ''];
  });
  const only = filters.length === 0 ? '' : ` · only ${filters.join(', ')}`;
  return { kind: 'adjustments', workspace, version, heading: `${workspace} · ${posted.length} ${posted.length === 1 ? 'adjustment' : 'adjustments'} for closed periods${only}`, columns: COLUMNS, rows, totals: posted.length === 0 ? [] : totals, nothing: otherwise === 0 ? 'Closed periods come out as they were recorded.' : 'What was earned in closed periods comes out as it was recorded; some payments would not (B020).', closing: [] };
}

