/**
 * A small world of deals in plain JSON: sales, the rows that take them back, and one component that pays on them. The oracle
 * computes from it, `test/arbitrary/deals/render.ts` writes it as YAML and CSV. Shares nothing with `src/`.
 */
import type { RoundingJson } from '../world.ts';

export interface DealWorld {
  readonly calendar: 'months' | 'quarters';
  /** First day of the first period and last day of the last one; the plan holds from one to the other. */
  readonly first: string;
  readonly last: string;
  readonly people: readonly PersonJson[];
  readonly rows: readonly RowJson[];
  readonly rounding: RoundingJson;
  readonly events: readonly EventJson[];
  readonly rules: readonly CreditRuleJson[];
  readonly main: MainJson;
  /** Pays `area` for the same deals at the rate that they earned for others. */
  readonly match: MatchJson | null;
}

export interface PersonJson {
  readonly id: string;
  /** Somebody else of the company is credited with nothing. */
  readonly inPlan: boolean;
  readonly vacant: boolean;
  /** Days of service; null: always. */
  readonly start: string | null;
  readonly end: string | null;
}

export interface CreditRuleJson {
  readonly name: string;
  readonly to: 'seller' | 'coOwner' | 'area';
  /** Whether the co-owner has a share of it, and how much of the whole it credits in all. */
  readonly split: boolean;
  readonly share: string;
  /** A customer whose rows it leaves alone. */
  readonly not: string | null;
  /** The rules that go before it. */
  readonly unless: readonly string[];
}

/** Shares of credit: what the co-owner has of it, where one is named. */
export interface RowJson {
  readonly id: string;
  readonly date: string;
  readonly seller: string | null;
  readonly coOwner: string | null;
  readonly coShare: string | null;
  /** Whose territory it is. */
  readonly area: string | null;
  readonly amount: string;
  readonly customer: string;
  readonly months: string | null;
  readonly until: string | null;
  /** The share of what it earns that is given away. */
  readonly away: string | null;
  /** The id of what it takes back, or brings back. */
  readonly original: string | null;
}

/** An invoice or a payment. */
export interface EventJson {
  readonly id: string;
  readonly date: string;
  readonly seller: string | null;
  readonly coOwner: string | null;
  readonly coShare: string | null;
  readonly order: string;
  readonly event: EventWord;
  readonly amount: string;
  readonly total: string | null;
}

export type EventWord = 'invoice' | 'payment';

/** `ofTotal`: compared with the total that stands on the row. */
export interface ByEventJson {
  readonly booking: string;
  readonly events: readonly { readonly event: EventWord; readonly share: string; readonly ofTotal: boolean }[];
}

export interface MainJson {
  readonly accumulates: 'quarter' | 'year' | null;
  readonly formula: FormulaJson;
  readonly multiplier: string | null;
  readonly cap: string | null;
  readonly clawback: ClawbackJson | null;
  /** Never with a clawback or what accumulates. */
  readonly byEvent: ByEventJson | null;
  readonly creditCap: CreditCapJson | null;
  readonly dealMinimum: DealLimitJson | null;
  readonly dealCap: DealLimitJson | null;
  readonly earningShare: 'share' | 'rest' | null;
}

/** `named`: a return takes back what its original was paid, where that lies in the same window. */
export interface DealLimitJson {
  readonly at: string;
  readonly named: boolean;
}

export interface CreditCapJson {
  readonly at: string;
  readonly of: 'deal' | 'credit';
  /** Deals of one customer within so many days are one. */
  readonly togetherDays: number | null;
  /** Paid on the rest; null: lost. */
  readonly excess: string | null;
}

export interface MatchJson {
  readonly share: string;
  readonly unmatched: 'error' | 'nothing';
  readonly multiplier: string | null;
  readonly clawback: ClawbackJson | null;
}

export type FormulaJson = { readonly kind: 'rate'; readonly rate: string } | { readonly kind: 'tiers'; readonly read: 'marginal' | 'whole'; readonly tiers: readonly TierJson[] };

/** The last one has no end. */
export interface TierJson {
  readonly to: string | null;
  readonly rate: string;
}

export interface ClawbackJson {
  /** `all`, a share such as `50%`, or `time`. */
  readonly takes: string;
  /** With `time`: `3 months`, `90 days`, or a column. */
  readonly term: string | null;
  readonly within: string;
  readonly rate: 'original' | 're-rate';
  readonly attainment: 'reverse' | 'keep' | null;
  readonly unmatched: 'error' | 'as-sale' | 'nothing';
  /** A customer whose sales are never taken back. */
  readonly except: string | null;
}
