/**
 * What a payment mechanic is: a rule on what is paid and when, after everything that is earned (mechanics.md §0, steps 13–16:
 * negative results, draws and guarantees, holds and instalments). Each has an account: what it keeps back or pays ahead goes
 * into it, so that opening + earned − paid = closing holds whatever the mechanic does.
 */
import type { ManualEntry } from '../data/manual-entry.ts';
import type { Node } from '../document/node.ts';
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';
import type { Paced } from './paced.ts';
import type { Period, WindowName } from '../value/calendar.ts';
import type { Branch, JsonSchema, Part, PeriodEnv, PeriodFormula, Reader, Words } from './mechanic.ts';

/** What a mechanic remembers from period to period. Plain data: the record of a closed period holds it. Amounts are exact texts. */
export type State = string | number | boolean | null | readonly State[] | { readonly [key: string]: State };

/** The length of time that an amount is stated for. */
export type Pace = 'period' | 'month' | WindowName;

/** What a payment mechanic is handed for one person and period. */
export interface PaymentGiven {
  /** What is to be paid after the rules before this one. */
  readonly due: Exact;
  /** What the rule acts on: what the components it names (`of`) earned after the rules of the plan, else all that is due. */
  readonly base: Exact;
  /** What the company owes the payee on this mechanic's account: a draw outstanding is negative, a hold positive. */
  readonly opening: Exact;
  readonly state: State | undefined;
  readonly period: Period;
  /** 1 in the person's first period under the plan, whatever its version; 1 again when they come back to a new service. */
  readonly number: number;
  /** Whether the person leaves the plan in this period; a plan that ends with them still there is not left. */
  readonly leaves: boolean;
  /** Whether the person left in an earlier period and has not come back: what on-leaving says goes on for what comes later. */
  readonly gone: boolean;
  /** False in a period after the person has left, in which something is still to be paid. */
  readonly inPlan: boolean;
  /** The part of this period in an amount stated for a longer time, in whole cents; the whole of it for several months in a period. */
  paced(amount: Exact, pace: Pace): Exact | undefined;
  /** Months of service (1: the month in which it begins), one for each month of the period; undefined when its begin is not known. */
  serviceMonths(): readonly number[] | undefined;
  /** The month of service that holds the day. */
  serviceMonth(day: Day): number | undefined;
  /** How many periods ago the period of this id was; undefined where the calendar of this version has none of that id. */
  since(of: string): number | undefined;
  /** The quarter, half or year of the period of this id. */
  windowOf(of: string, window: WindowName): string | undefined;
  /** Whether the period is the last of its quarter, half or year. */
  endsWindow(window: WindowName): boolean;
  /** Days in the plan ÷ days of the period when the plan prorates draws, else 1. */
  readonly prorated: Exact;
  /** What earlier versions of the plan give of the amount of this name for their days of this period, not yet rounded; zero where nothing is prorated. */
  earlier(what: string): Exact;
  /** Cut by these weights into parts of whole cents, which sum to it; of equal ones the earliest are the larger. */
  inParts(amount: Exact, weights: readonly Exact[]): readonly Exact[];
  /** Rounded as the plan rounds. */
  rounded(amount: Exact): Exact;
  readonly env: PeriodEnv;
  /** The same questions on the last day: whether something holds by then. A change before it is what is asked for, so nothing warns of it. */
  readonly lastDay: PeriodEnv;
  /** Entries of the adjustments file that address this account in this period. */
  readonly entries: readonly ManualEntry[];
  readonly words: Words;
  /** Reports a value from the data that no plan can mean; the run then pays nobody. */
  refuse(what: string, hint: string): void;
}

/** What it makes of it. The account moves by `due before + cost − due after`. */
export interface PaymentOutcome {
  readonly due: Exact;
  /** Added to what is earned: a top-up that nobody pays back, a balance forgiven; negative: held money forfeited. */
  readonly cost?: Exact;
  readonly state?: State;
  /** Why, in one line that names the numbers that went in. Called only when somebody asks. */
  readonly text: () => string;
  readonly took?: () => readonly number[];
  /** The steps inside; their amounts sum to the change of what is due. */
  readonly parts?: () => readonly Part[];
}

export interface PaymentExample {
  readonly title: string;
  /** An entry of `adjust`, ready to paste. */
  readonly yaml: string;
  readonly work: string;
  /** Checked by a test: earned in period after period, this is paid and these are the balances of the account. */
  readonly earned: readonly string[];
  readonly paid: readonly string[];
  readonly balance: readonly string[];
}

export interface PaymentMechanic<C> {
  /** The key of an entry of `adjust`. Its account is called so too, unless the plan names it. */
  readonly key: string;
  readonly kind: 'payment';
  /** 13 to 16; rules of one step act in the order written. */
  readonly step: number;
  readonly summary: string;
  readonly about: string;
  readonly schema: JsonSchema;
  /** Kinds of manual entries that it understands. */
  readonly takes: readonly ManualEntry['kind'][];
  /** May pay where nothing was sold, so that periods without data count. */
  readonly unsold?: true;
  /** Takes a balance that somebody comes with: which sign it has, and what the mechanic remembers of it. `of`: the id of the period. */
  readonly opens?: { readonly sign: -1 | 1; state?(amount: Exact, of: string): State };
  /** What it remembers of a balance that comes from another plan, beside what it remembers already. Without it: what it has. */
  readonly joins?: (own: State | undefined, come: State | undefined) => State | undefined;
  /** Acts on some components (`of`); the others act on all that is due. */
  readonly byComponent?: true;
  read(node: Node, reader: Reader): C | undefined;
  pay(config: C, given: PaymentGiven): PaymentOutcome;
  /**
   * What it does after all rules of steps 13 to 15, when held money has been released: collects a balance at its end (TIM-12). The
   * account is as `pay` left it, and entries have been taken. Undefined: nothing.
   */
  readonly settle?: (config: C, given: PaymentGiven) => PaymentOutcome | undefined;
  formulas(config: C): readonly PeriodFormula[];
  /** Paces of its amounts, each with its place: what the calendar must know. */
  readonly paces?: (config: C) => readonly { readonly pace: Pace; readonly at: Span }[];
  /**
   * Whether what it adds is final: worked out from a period alone, and nobody pays it back. Of a closed period it is worked out
   * anew like what was earned, and the difference is posted; what differs in time only goes on from its balance.
   */
  readonly final?: (config: C) => boolean;
  /**
   * Its amounts for a time that hold in the period, by the name that messages give them. In a period that versions of the plan share,
   * a prorated amount is the sum of what each version gives for its own days.
   */
  readonly amounts?: (config: C, given: PaymentGiven) => Readonly<Record<string, Paced>>;
  readonly branches?: (config: C) => readonly Branch[];
  /** The sentence for the plan document. */
  describe(config: C, words: Words): string;
  readonly example: PaymentExample;
}

/** A payment mechanic whose configuration type is known only to itself. */
// biome-ignore lint/suspicious/noExplicitAny: the list holds mechanics of every configuration type
export type AnyPayment = PaymentMechanic<any>;

/** A payment mechanic as a plan uses it. */
export interface AppliedPayment {
  readonly mechanic: AnyPayment;
  readonly config: unknown;
  readonly at: Span;
  /** The name of its account, the only one of that name in the plan. */
  readonly account: string;
  /** Components it acts on; undefined: all that is due. */
  readonly of: readonly string[] | undefined;
}

/** Why on-leaving acts: in the period itself, or for what comes later. */
export function leavingPhrase({ leaves }: Pick<PaymentGiven, 'leaves'>): string {
  return leaves ? 'the person leaves' : 'the person has left';
}
