/** Manual entries: what a person decided, with the reason, who wrote it and who approved it (TIM-29). Never an edited result. */
import type { DataPlace } from '../diagnostic/diagnostic.ts';
import type { Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';

/** What an entry does, in words for the messages that list them. */
export const ENTRY_KINDS = {
  pay: 'adds its amount to what is earned and paid',
  release: 'pays held money, all of it without an amount',
  forfeit: 'lets held money fall, all of it without an amount',
  forgive: 'lets a balance that the payee owes fall, all of it without an amount',
  open: 'is a balance that somebody comes with, negative where they owe it; nothing is earned or paid',
} as const;

export type EntryKind = keyof typeof ENTRY_KINDS;

export interface ManualEntry {
  readonly id: string;
  readonly payee: string;
  /** It belongs to the period that holds this day. */
  readonly day: Day;
  readonly plan?: string;
  readonly kind: EntryKind;
  /** Whose balance it moves; `pay` has none. */
  readonly account?: string;
  /** Absent: all there is. */
  readonly amount?: Exact;
  readonly currency?: string;
  readonly reason: string;
  readonly author: string;
  readonly approver?: string;
  readonly at?: DataPlace;
}

export interface ManualEntries {
  /** In the order of days, then ids. */
  readonly all: readonly ManualEntry[];
  of(payee: string): readonly ManualEntry[];
}

export function manualEntries(all: readonly ManualEntry[], order: (a: string, b: string) => number): ManualEntries {
  const sorted = [...all].sort((a, b) => a.day - b.day || order(a.id, b.id));
  const byPayee = new Map<string, ManualEntry[]>();
  for (const entry of sorted) {
    const own = byPayee.get(entry.payee);
    if (own === undefined) byPayee.set(entry.payee, [entry]);
    else own.push(entry);
  }
  return { all: sorted, of: (payee) => byPayee.get(payee) ?? NONE };
}

const NONE: readonly ManualEntry[] = [];
