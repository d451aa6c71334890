/** Balances by person, rolled forward period by period: opening + earned − paid = closing, for each line and in total. */
import { endsOf, type PeriodRecord } from '../../record/index.ts';
import { total, type Exact } from '../../value/exact.ts';
import { textOrder } from '../../value/text-order.ts';
import type { Cell, Listing, ListingColumn } from './listing.ts';

const COLUMNS: readonly ListingColumn[] = [
  { key: 'period', title: 'Period' },
  { key: 'payee', title: 'Person' },
  { key: 'plan', title: 'Plan' },
  { key: 'account', title: 'Account' },
  { key: 'currency', title: 'Currency', hidden: true },
  { key: 'opening', title: 'Opening' },
  { key: 'earned', title: 'Earned' },
  { key: 'paid', title: 'Paid' },
  { key: 'closing', title: 'Closing' },
];

/** What is asked for; every line that matches is shown. */
export interface BalanceFilter {
  period(id: string): boolean;
  person(id: string): boolean;
  /** Also those without a balance. */
  readonly all: boolean;
  readonly words: readonly string[];
}

export function balancesListing(workspace: string, version: string, records: readonly PeriodRecord[], filter: BalanceFilter): Listing {
  const rows: Cell[][] = [];
  const totals: Cell[][] = [];
  for (const { head, payments, balances } of records) {
    if (!filter.period(head.period.id)) continue;
    const sums = new Map<string, Exact[]>();
    const ends = endsOf(payments);
    for (const one of payments) {
      if (!filter.person(one.payee)) continue;
      const { payee, plan, currency, opening, earned, paid, closing } = one;
      const known = sums.get(currency);
      const { opening: first, closing: last } = ends(one);
      sums.set(currency, [first, earned, paid, last].map((value, at) => (known === undefined ? value : known[at]!.plus(value))));
      const accounts = balances.filter((each) => each.payee === payee && each.plan === plan && each.version === one.version);
      if (accounts.length === 0 && !filter.all) continue;
      const money = (amount: Exact): Cell => ({ amount, currency });
      rows.push([head.period.id, payee, plan, accounts.length === 1 ? accounts[0]!.account : accounts.length === 0 ? '' : 'all', currency, money(opening), money(earned), money(paid), money(closing)]);
      if (accounts.length > 1) for (const { account, opening: from, closing: to } of accounts) rows.push([head.period.id, payee, plan, account, currency, money(from), '', '', money(to)]);
    }
    for (const [currency, amounts] of [...sums].sort(([a], [b]) => textOrder(a, b))) totals.push([`${head.period.id} in all`, '', '', '', currency, ...amounts.map((amount): Cell => ({ amount, currency }))]);
  }
  const holds = totals.every((row) => total([5, 6].map((at) => amountOf(row[at]!))).minus(amountOf(row[7]!)).equals(amountOf(row[8]!)));
  const only = filter.words.length === 0 ? '' : ` · only ${filter.words.join(', ')}`;
  return {
    kind: 'balances',
    workspace,
    version,
    heading: `${workspace} · ${records.length} closed ${records.length === 1 ? 'period' : 'periods'}${only}`,
    columns: COLUMNS,
    rows,
    totals,
    nothing: totals.length === 0 ? 'Nobody was paid.' : 'Nobody has a balance: all that was earned was paid.',
    closing: rows.length === 0 ? [] : [holds ? 'opening + earned − paid = closing, in every line and in all' : 'opening + earned − paid is NOT closing: paycurve verify names the line'],
  };
}

function amountOf(cell: Cell): Exact {
  return (cell as Exclude<Cell, string>).amount;
}
