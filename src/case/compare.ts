/** What a run gave against what its case expects. Everything that differs is listed, each with its place in the file of cases. */
import type { Span } from '../diagnostic/diagnostic.ts';
import { codeDifferences } from './compare-codes.ts';
import { creditDifferences } from './compare-credits.ts';
import { ledgerDifferences } from './compare-ledger.ts';
import { payoutDifferences } from './compare-payouts.ts';
import { exclusionDifferences } from './compare-rows.ts';
import type { Ran } from './run.ts';
import type { Case } from './suite.ts';

export interface Difference {
  readonly at: Span;
  /** Whose amount of what: `ana 2026-Q1 new_business earned`. */
  readonly what: string;
  /** What kind of thing differs, without a name or an amount, for reports that many may read. */
  readonly kind: string;
  readonly expected: string;
  readonly found: string;
  /** The payout that explains what was found. */
  readonly payout?: { readonly payee: string; readonly period: string; readonly component?: string };
}

/** Empty when all is as expected. */
export function compare(one: Case, ran: Ran): readonly Difference[] {
  const codes = codeDifferences(one, ran);
  if (ran.failed || one.problems !== undefined) return codes;
  return [
    ...(one.expect === undefined ? [] : payoutDifferences(one.expect, one.at, one.only === undefined ? ran.payouts : ran.payouts.filter(({ payee }) => one.only!.includes(payee)))),
    ...(one.credits === undefined ? [] : creditDifferences(one.credits, ran.credits)),
    ...(one.ledger === undefined ? [] : ledgerDifferences(one.ledger, ran.payouts)),
    ...exclusionDifferences(one.excluded, ran.excluded),
    ...codes,
  ];
}
