/** The explanation of a payout as a flat list of entries: what went in, what each tier, deal and rule made of it, in the order of the tree. */
import type { Payout, Step } from '../engine/index.ts';
import type { Type } from '../expr/types.ts';
import type { Exact } from '../value/exact.ts';

export interface LedgerEntry {
  readonly step: string;
  readonly name: string;
  readonly tier?: number;
  readonly on?: Exact;
  readonly onType?: Type;
  readonly amount?: Exact;
  readonly unit?: Type;
  readonly currency: string;
}

/** Of one component, or (without a name) of the rules on the sum of components and the payment. */
export function entriesOf(payout: Payout, component: string | undefined): readonly LedgerEntry[] {
  const parts = payout.step?.parts ?? [];
  if (component === undefined) return parts.filter(({ kind }) => kind !== 'earning').map((step) => entryOf(step, payout.currency));
  const own = parts.find((step) => step.kind === 'earning' && step.name === component);
  const result = payout.components.find((one) => one.component === component);
  return (own?.parts ?? []).flatMap((step) => [...flat(step, payout.currency, result?.baseType)]);
}

function* flat(step: Step, currency: string, base: Type | undefined): Generator<LedgerEntry> {
  // a formula that says how it comes about is told by its parts, and a deal by itself
  const inner = step.kind === 'earning' && step.parts.length > 0;
  if (!inner) yield entryOf(step, currency, base);
  for (const part of step.parts) yield* flat(part, currency, base);
}

function entryOf({ kind, name, tier, on, amount, unit }: Step, currency: string, base?: Type): LedgerEntry {
  return { step: kind === 'target' ? 'input' : kind, name, ...(tier === undefined ? {} : { tier }), ...(on === undefined ? {} : { on, ...(base === undefined ? {} : { onType: base }) }), ...(amount === undefined ? {} : { amount }), ...(unit === undefined ? {} : { unit }), currency };
}
