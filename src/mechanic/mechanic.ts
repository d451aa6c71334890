/**
 * What an incentive mechanic is: one object in one file, named by its key under a component. Nothing else in the
 * program names a mechanic: the schema, the reader, the engine, the help and the plan document go through the list in
 * `index.ts`. Order of steps: mechanics.md §0 (6 gates · 7 formula · 8 each deal · 9 multipliers · 10 minimum and cap · 11 plan).
 */
import type { Code } from '../diagnostic/codes.ts';
import type { Diagnostic, Span } from '../diagnostic/diagnostic.ts';
import type { Node } from '../document/node.ts';
import type { Formula } from '../expr/formula.ts';
import type { Ref, Type, Value } from '../expr/types.ts';
import type { Exact } from '../value/exact.ts';
import type { WindowName } from '../value/calendar.ts';
import type { Rounding } from '../value/rounding.ts';
import type { Circle, EarnedByOthers, Sharing } from './circle.ts';
import type { CreditLimit, Deal, DealPay, EventPart, Returned, ReturnRules, Slice } from './dealt.ts';

export type { Circle, EarnedByOthers, Member, Sharing } from './circle.ts';
export type { CreditLimit, Deal, DealPay, EventPart, Returned, ReturnRules, Slice } from './dealt.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** A number, or why there is none (no quota, 0 ÷ 0). Never a silent zero. */
export type Known = { readonly value: Exact; readonly none?: undefined } | { readonly value?: undefined; readonly none: string };

/** A formula over a payee's period: measures, `attainment of`, `quota of`, `payout of`, people columns, `icr`, `target`. */
export type PeriodFormula = Formula<PeriodEnv>;

/** What a period formula can ask; the engine supplies it. */
export interface PeriodEnv {
  measure(name: string): Known;
  quota(measure: string): Known;
  attainment(measure: string): Known;
  /** Whether attainment is not measure ÷ quota in one currency scale: results are held against quotas at plan rates. */
  otherScale?(measure: string): boolean;
  /** What another component of this plan earned in this period, before it was rounded (LNK-07). */
  payout(component: string): Known;
  /** A people column on the last day in the plan, or on the day of the slice or deal being priced. */
  person(column: string): Value;
  /** Individual commission rate: target incentive of the component ÷ quota of its measure. */
  icr(): Known;
  /** Target incentive of the component over its window, in plan currency. */
  target(): Known;
  /** The month of service that the period ends in, for the person. */
  service?(): Known;
}

/** How long a limit holds: each period by itself, or all periods of a window together. */
export type Time = 'period' | WindowName;

/** Everything a mechanic may look at. Plain values: no clock, no files. */
export interface Given {
  /** The component's measure over its window: plan currency, units or a ratio. */
  readonly base: Exact;
  /** The measure's name, and whether it is money, a number or a ratio. */
  readonly on: string;
  readonly baseType: Type;
  /** Pay counts from here on the base: 0, or what a threshold set. */
  readonly from: Exact;
  /** The amount so far; rules (gate, multiplier, cap …) change it. */
  readonly amount: Exact;
  readonly env: PeriodEnv;
  /** The base cut where a dated people column changed. One slice when nothing changed. */
  slices(): readonly Slice[];
  /** What the true-up will deduct: earned (rounded) in earlier periods of the window that the component accumulates over, else 0. */
  readonly taken: Exact;
  /** What was earned (rounded) by this component, or left by this rule of the plan, in earlier periods of the time: 0 for a period. */
  earnedBefore(time: Time): Exact;
  /**
   * Where a limit is read: `target` is that of the limit's own time (the whole window, also its periods to come), scaled by
   * days in the plan where the plan prorates targets or this limit. Without `over`: the time that `amount` stands for.
   */
  limitEnv(what: 'cap' | 'floor', over: Time | undefined): PeriodEnv;
  /** Days in plan ÷ days of the limit's time when the plan prorates this limit, else 1. For limits that do not read the target. */
  prorated(what: 'cap' | 'floor', over: Time | undefined): Exact;
  /** Whether this is the payee's last period of the time: the window's last, or the last in which the plan holds for them. */
  isLastOf(time: Time): boolean;
  /** What could be asked in the payee's earlier periods in the plan, the nearest first; each period by itself. Periods that they were not in the plan are passed over. */
  earlier(): Iterable<{ readonly id: string; readonly env: PeriodEnv }>;
  /** Days on leave of these kinds (of all, where none are named) in the period, as the plan counts days; `open`: also of leave without a last day. */
  leaveDays?(kinds: readonly string[] | undefined, open: boolean): Exact;
  /** Days in the plan in the earlier periods of the window. */
  daysBefore?(window: WindowName): Exact;
  /** The share of what a commission earns that the ramp of the plan gives somebody new. */
  rampRate?(): Exact;
  readonly words: Words;
  /** How this component (or the plan's sum) is rounded: the step that shares of a whole are cut to. */
  readonly rounding: Rounding;
  /**
   * Those who stand together with the payee in this plan and period; several circles only where membership goes by days and
   * the payee moved. `key` is the asking mechanic's own. None where the payee is no member. Only for mechanics that say `together`.
   */
  together(sharing: Sharing, key: string): readonly Circle[];
  /** What the deal earns for everybody else by the component of this name, in any plan; undefined where nobody else has credit of it. Only for mechanics that say `together`. */
  earnedByOthers(component: string, deal: Deal): EarnedByOthers | undefined;
  /** Warns of something that is right and that somebody should know, such as money that nobody gets. */
  remark(what: string, hint: string): void;
  /** What a credit cap keeps out of the base, and of which deals. */
  readonly cut?: { readonly excess: Exact; readonly deals: readonly string[] } | undefined;
  /** Reports a value from the data that no plan can mean, such as a negative rate; the run then pays nobody. */
  refuse(what: string, hint: string): void;
}

/** Numbers as people read them, in the plan's currency. */
export interface Words {
  money(value: Exact): string;
  /** `value` in the unit of `type`: money, percent or plain number. */
  amount(value: Exact, type: Type): string;
  percent(value: Exact): string;
  number(value: Exact): string;
}

/** One line of the explanation under a step. */
export interface Part {
  readonly text: string;
  readonly amount: Exact;
  readonly at?: Span;
  /** Of tables that cut the base: the tier, counted from 1, and the part of the base in it. */
  readonly tier?: number;
  readonly on?: Exact;
}

/** One of the ways a mechanic can go: a tier, a band, a gate that is open. A case that never takes it says nothing about it. */
export interface Branch {
  /** `tier 2`, `closed`. */
  readonly name: string;
  /** Where it stands, when it has a line of its own. */
  readonly at?: Span;
  /** It stands only for its position, and no case can take it. */
  readonly never?: true;
}

export interface Outcome {
  /** The new amount. Absent when only `from` changes. */
  readonly amount?: Exact;
  /** Set by thresholds. */
  readonly from?: Exact;
  /** The chain ends here (gate closed, below the threshold, not applicable): the amount stands, with this reason. */
  readonly ends?: string;
  /** It ends because something is not known, which says nothing about what was earned before: a true-up takes nothing back. */
  readonly untold?: boolean;
  /** Why, in one line that names the numbers that went in. Called only when somebody asks. */
  readonly text: () => string;
  /** Which of the mechanic's branches were taken, by their position. Called only when somebody asks. */
  readonly took?: () => readonly number[];
  /** The steps inside, such as one line for each tier; their amounts sum to the amount. */
  readonly parts?: () => readonly Part[];
}

/** Reads the fields of a mechanic from the located tree; the shape has already been checked. */
export interface Reader {
  /** Name of the component being read ('' under `adjust`) and of the measure it pays on. */
  readonly component: string;
  readonly on: string | undefined;
  /** Type of the measure paid on; undefined where it could not be read. */
  readonly baseType: Type | undefined;
  /** A formula over the period; wants one of the types. */
  formula(node: Node, expect: readonly Type[]): PeriodFormula | undefined;
  /** An exact number (`8%`, `0.08`, `2/37`, `1_000`) and whether it was written as a percent. */
  number(node: Node): { readonly value: Exact; readonly percent: boolean } | undefined;
  /** What a name in a formula is, so that explanations can show its value in its unit; undefined when unknown. */
  about(ref: Ref): { readonly kind: 'measure' | 'person' | 'component' | 'own'; readonly type: Type; /** One value for many: for all (`all`), or for those with one value in this people column. */ readonly shared?: string } | undefined;
  /** The group under `across`: a people column, or the plan. */
  across(node: Node): Sharing['across'] | undefined;
  /** The name of a measure of this plan. */
  measure(node: Node): string | undefined;
  /** A column of the source behind the measure paid on. */
  column(node: Node): { readonly name: string; readonly kind: string; readonly values?: readonly string[] } | undefined;
  /** Whether that source has such a column; says nothing where it has not. */
  hasColumn(name: string): boolean;
  /** Columns of the source behind the measure paid on, for the order of deals. */
  orderColumns(node: Node): readonly string[] | undefined;
  problem(code: Code, message: string, at: Node | Span, rest?: Partial<Diagnostic>): void;
}

export interface MechanicExample {
  readonly title: string;
  /** A component in YAML, ready to paste under `components:`. */
  readonly yaml: string;
  /** The arithmetic by hand: `100 × 5 % + 50 × 8 % = 9.00`. */
  readonly work: string;
  /** Checked by a test: with this base, quota, target and people columns, the component earns exactly this text. */
  readonly given: { readonly base: string; readonly leave?: string; readonly deals?: readonly (string | { readonly value: string; readonly columns: Readonly<Record<string, string>> })[]; readonly quota?: string; readonly target?: string; readonly other?: Readonly<Record<string, string>>; readonly members?: readonly { readonly id: string; readonly base: string; readonly other?: Readonly<Record<string, string>>; readonly before?: string }[]; readonly earnedByOthers?: Readonly<Record<string, { readonly pay: string; readonly credit: string }>> };
  readonly earns: string;
}

export interface Mechanic<C> {
  /** The key under a component (or an entry of `adjust`): `tiers`, `gate`, `cap`. */
  readonly key: string;
  /** A component has exactly one formula; rules change what it earned. */
  readonly kind: 'formula' | 'rule';
  /** May pay where nothing was sold, so that periods without data count: always, or from a leave on. */
  readonly unsold?: true | 'leave' | ((config: C) => boolean);
  /** Place in the order of operations. Rules of one step act in the order of the list in `index.ts`. */
  readonly step: number;
  /** The step of this very configuration, where it is not `step`: a gate with `else: 50%` multiplies what the formula paid. */
  readonly stepOf?: (config: C) => number;
  readonly where: readonly ('component' | 'plan')[];
  readonly summary: string;
  /** Four to eight plain sentences for `paycurve mechanics NAME`: fields, borders, zero quota, negative results, source. */
  readonly about: string;
  /** Draft-07 schema of the value under the key, with description, markdownDescription and examples for editors. */
  readonly schema: JsonSchema;
  /** Meaning checks of its own fields (gaps, overlaps, …) are reported here. */
  read(node: Node, reader: Reader): C | undefined;
  calculate(config: C, given: Given): Outcome;
  /** What is settled by what was earned earlier in the window, before any rule of the component is asked: then none acts. Undefined: nothing is. */
  readonly decided?: (config: C, given: Given) => Outcome | undefined;
  /** Names of measures whose quota or value it needs besides the one paid on come from its formulas. */
  formulas(config: C): readonly PeriodFormula[];
  /**
   * What it asks the environment for besides the names in its formulas: the target incentive, or the attainment (and so
   * the quota) of the measure paid on. A curve in `% of target` by the default attainment needs both.
   */
  readonly needs?: (config: C) => { readonly target?: boolean; readonly attainment?: boolean; /** It asks who was on leave. */ readonly leaves?: boolean };
  /** The same without better rates from 100% attainment on; undefined where it has none. */
  readonly withoutAccelerators?: (config: C) => C | undefined;
  /**
   * The same for somebody who is there for a part of the time (QTA-06): edges in money or units times `edges`, amounts of its own
   * times `amounts`. Rates, and shares of quota and target, stay. Undefined where it has neither, or none of what changes.
   */
  readonly scaled?: (config: C, edges: Exact, amounts: Exact) => C | undefined;
  /** Where pay stops growing for good though nobody says cap: the place of the last entry. */
  readonly ends?: (config: C) => Span | undefined;
  /** The ways this configuration can go, in the order that `took` counts them. Absent: it has one. */
  readonly branches?: (config: C) => readonly Branch[];
  /** It belongs to components that accumulate, because it looks at what was earned before, or to no such component, because it looks at each period. */
  readonly accumulating?: 'always' | 'never';
  /** Works with what others in the same plan and period have: its `calculate` asks `given.together`. */
  readonly together?: true;
  /** What it shares is there once for a period: versions that share one would each pay it in full. */
  readonly forPeriod?: true;
  /** The component at whose rates it pays, of this plan or another. */
  readonly matches?: (config: C) => string;
  /** Hands what one earned to others, so that no sale is earned by one person alone. */
  readonly sharesOut?: true;
  /** With a credit limit: whether what does not count is paid too, beside what the deals are paid. */
  readonly paysExcess?: (config: C) => boolean;
  /** Pays also where nothing was earned. */
  readonly fromNothing?: (config: C) => boolean;
  /** States a most that is paid, or that there is none. */
  readonly limits?: true;
  /** The window whose earlier earnings it looks at; absent: it looks at none. */
  readonly over?: (config: C) => WindowName | undefined;
  /**
   * Why pay is no function of the component's own result: a rank or a pool takes it from others too. Absent: it is one, and
   * its pay curve is read off `calculate`; what bends there (a rate in a line, times the result) shows itself.
   */
  readonly noCurve?: (config: C) => string | undefined;
  /** Pays deal by deal. `always`: this configuration has no other way, and why; the columns give the stated order. */
  readonly deals?: {
    always(config: C): { readonly order: readonly string[]; readonly why?: string } | undefined;
    /** Columns of the deals that it looks at. */
    columns?(config: C): readonly string[];
    pay(config: C, given: Given, deals: readonly Deal[]): readonly DealPay[];
  };
  /** A rule that changes what each deal is paid (step 8): the component then pays deal by deal. */
  readonly eachDeal?: {
    /** The columns it looks at besides the id. */
    columns(config: C): readonly string[];
    /** The pay of each deal after it, in the same order. */
    pay(config: C, given: Given, deals: readonly Deal[], pays: readonly DealPay[]): readonly DealPay[];
  };
  /** A rule that takes back what was earned on sales that came to nothing (step 13): the engine knows what that was. */
  readonly returns?: {
    rules(config: C): ReturnRules;
    /** The columns of the original that it looks at. */
    columns(config: C): readonly string[];
    /** The share of what was earned that this return takes back, why, and which of the branches that is. */
    share(config: C, returned: Returned): { readonly share: Exact; readonly why: string; readonly took: number };
  };
  /** A rule by which sales are earned in parts (step 15): the engine knows what each earned. */
  readonly byEvent?: { booking(config: C): Exact; events(config: C): readonly EventPart[] };
  /** A rule on how much of a deal counts (step 3), and the columns of deals that it looks at; `told` is its limit in words. */
  readonly creditLimit?: (config: C, given: Given) => CreditLimit & { readonly told: string };
  readonly creditColumns?: (config: C) => readonly string[];
  /** The sentence for the plan document. */
  describe(config: C, words: Words): string;
  readonly example: MechanicExample;
}

/** A mechanic whose configuration type is known only to itself. */
// biome-ignore lint/suspicious/noExplicitAny: the list holds mechanics of every configuration type
export type AnyMechanic = Mechanic<any>;

/** A mechanic with the configuration it read from a plan. */
export interface Applied {
  readonly mechanic: AnyMechanic;
  readonly config: unknown;
  readonly at: Span;
}
