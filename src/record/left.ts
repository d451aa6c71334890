/** Where the last record left the accounts of a payee and plan: under the last version that it has of them, whatever it is called today. */
import type { ClosedEnd } from '../engine/payment/result.ts';
import type { State } from '../mechanic/payment.ts';
import type { Books, PeriodRecord } from './books.ts';
import type { BalanceEntry } from './entries.ts';
import { groupedBy } from './grouped.ts';
import { pairKey } from './pair-key.ts';

/** Undefined where the books know nothing of the payee and plan. */
export function leftBy({ records }: Books, payee: string, plan: string): ClosedEnd | undefined {
  const known = ownOf(records.at(-1));
  const own = known.payments.get(pairKey(payee, plan));
  const through = records.reduce((day, record) => Math.max(day, ownOf(record).days.get(pairKey(payee, plan)) ?? -Infinity), -Infinity);
  const held = heldOf(records.at(-1), payee, plan);
  if (own === undefined && through === -Infinity) return undefined;
  const balances = new Map(held.map(({ account, closing, state }): [string, { closing: typeof closing; state?: State }] => [account, { closing, ...(state === undefined ? {} : { state: JSON.parse(state) as State }) }]));
  return { through, currency: held[0]?.currency, balances };
}

/** The balances with which the last version of the plan left the period. */
export function heldOf(record: PeriodRecord | undefined, payee: string, plan: string): readonly BalanceEntry[] {
  const own = ownOf(record).balances.get(pairKey(payee, plan)) ?? [];
  const last = own.reduce((latest, { version }) => Math.max(latest, version), -Infinity);
  return own.filter(({ version }) => version === last);
}

/** The version under which the record last has the payee and plan. */
export function versionIn(record: PeriodRecord | undefined, payee: string, plan: string): number | undefined {
  return ownOf(record).payments.get(pairKey(payee, plan));
}

interface Own {
  readonly balances: ReadonlyMap<string, readonly BalanceEntry[]>;
  /** The last version that was paid. */
  readonly payments: ReadonlyMap<string, number>;
  /** The last day that was settled. */
  readonly days: ReadonlyMap<string, number>;
}

const known = new WeakMap<PeriodRecord, Own>();
const NOTHING: Own = { balances: new Map(), payments: new Map(), days: new Map() };

function ownOf(record: PeriodRecord | undefined): Own {
  if (record === undefined) return NOTHING;
  let own = known.get(record);
  if (own === undefined) known.set(record, (own = sorted(record)));
  return own;
}

function sorted({ balances, payments, payouts }: PeriodRecord): Own {
  const greatest = (of: Map<string, number>, { payee, plan }: { payee: string; plan: string }, value: number): void => void of.set(pairKey(payee, plan), Math.max(of.get(pairKey(payee, plan)) ?? -Infinity, value));
  const versions = new Map<string, number>();
  for (const one of payments) greatest(versions, one, one.version);
  const days = new Map<string, number>();
  for (const one of payouts) greatest(days, one, one.to);
  return { balances: groupedBy(balances, (one) => pairKey(one.payee, one.plan)), payments: versions, days };
}
