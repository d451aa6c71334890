/**
 * Balances of people for whom nothing moves in a period, such as leavers who owe: they have no payout there, and their balance
 * stands all the same. A line of a period without them would not lead to the total.
 */
import type { Payout } from '../../engine/result.ts';
import { textOrder } from '../../value/text-order.ts';
import type { Sheet, SheetRow } from './sheet.ts';

type Accounts = SheetRow['balances'] extends Map<string, infer A> ? A : never;

export class Standing {
  /** By plan and currency, then payee: closings in order of time. */
  private readonly seen = new Map<string, Map<string, { readonly from: number; readonly accounts: Accounts }[]>>();

  see({ plan, currency, payee, period, payment }: Payout): void {
    if (payment === undefined) return;
    const key = JSON.stringify([plan.name, currency]);
    const people = this.seen.get(key) ?? new Map<string, { from: number; accounts: Accounts }[]>();
    this.seen.set(key, people);
    const own = people.get(payee) ?? [];
    people.set(payee, own);
    own.push({ from: period.from, accounts: new Map(payment.balances.map(({ account, closing }) => [account, { opening: closing, closing }])) });
  }

  /** Adds them to the rows of periods, and to the whole of what begins with an asked period. `last`: of sheets that share a plan only the last takes them. */
  addTo(sheet: Sheet, byPeriod: boolean, last: boolean): void {
    const people = last ? this.seen.get(JSON.stringify([sheet.plan.name, sheet.currency])) : undefined;
    if (people === undefined || sheet.periods.size === 0) return;
    for (const [payee, own] of [...people].sort(([a], [b]) => textOrder(a, b))) {
      stand(sheet.all, payee, own, Math.min(...sheet.periods.values()));
      if (byPeriod) for (const [id, row] of sheet.rows) stand(row, payee, own, sheet.periods.get(id) ?? -Infinity);
    }
  }
}

function stand(row: SheetRow, payee: string, own: readonly { readonly from: number; readonly accounts: Accounts }[], from: number): void {
  const before = row.balances.has(payee) ? undefined : own.filter((one) => one.from < from).sort((a, b) => a.from - b.from).at(-1);
  const owed = [...(before?.accounts ?? [])].filter(([, { closing }]) => !closing.isZero());
  if (owed.length > 0) row.balances.set(payee, new Map(owed.map(([account, both]) => [account, { ...both }])));
}
