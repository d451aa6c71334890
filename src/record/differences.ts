/**
 * Closed periods computed anew with today's data, against what was recorded and adjusted since: for each line that differs, the
 * amount to post in the open period and why. Whoever appears or vanishes has a full plus or minus. Rule: TIM-05, contract §8.
 */
import type { People } from '../data/reference.ts';
import type { Payout } from '../engine/index.ts';
import type { Plan, Workspace } from '../plan/model.ts';
import { dayText } from '../value/day.ts';
import { exactText, shortText } from '../value/display.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import type { Books } from './books.ts';
import { changesOf, REASONS, restatementsOf, type Change, type Reason } from './change.ts';
import { CreditLog, transactionKey, type Logged } from './credit-log.ts';
import type { PersonEntry, PriorEntry, RestatedEntry, StepEntry } from './entries.ts';
import { groupedBy } from './grouped.ts';
import type { PlanMeaning } from './head.ts';
import { changedParts, meaningOf, type Digest } from './meaning.ts';
import { changedFacts, factsIn, personFacts } from './person-facts.ts';
import { pairKey } from './pair-key.ts';
import { add, recordedCredits, recordedPairs, PAYMENT, recordOf, type Pairs, type RecordedLine } from './recorded.ts';

export interface Today {
  readonly workspace: Workspace;
  readonly plans: readonly Plan[];
  readonly digest: Digest;
  /** Known once reference data were read. */
  people(): People | undefined;
}

const DEALS_NAMED = 3;

export class Differences {
  /** Listens to crediting. */
  readonly log: CreditLog;
  private readonly closedIds: ReadonlySet<string>;
  private readonly recorded: Pairs;
  private readonly recomputed: Pairs = new Map();
  private changes: Map<string, Change[]> | undefined;
  private facts: Map<string, readonly PersonEntry[]> | undefined;
  /** By plan and period. */
  private others: Map<string, Change[]> | undefined;
  private readonly meanings = new Map<Plan, PlanMeaning>();

  constructor(
    private readonly books: Books,
    private readonly today: Today,
    also?: string,
  ) {
    this.closedIds = new Set(books.records.map(({ head }) => head.period.id));
    this.recorded = recordedPairs(books, (step) => this.final(step));
    const spans = books.records.map(({ head }) => head.period);
    // of a period that is being closed the days are not known yet: its excluded rows are chosen when it is
    this.log = also === undefined ? new CreditLog(this.closedIds, (day) => spans.some(({ from, to }) => day >= from && day <= to)) : new CreditLog(new Set([...this.closedIds, also]), () => true, (source) => today.workspace.sources.some(({ name, late }) => name === source && late !== undefined));
  }

  closed(period: string): boolean {
    return this.closedIds.has(period);
  }

  /** A payout of a closed period, as it would be today. */
  take({ payee, plan, period, currency, components, adjustments, payment }: Payout): void {
    for (const { component, earned, quota } of components) add(this.recomputed, payee, plan.name, { period: period.id, line: 'component', name: component, currency, amount: earned, quota });
    for (const { name, change } of adjustments) add(this.recomputed, payee, plan.name, { period: period.id, line: 'adjustment', name, currency, amount: change, quota: undefined });
    for (const { name, account, cost } of payment?.anew?.lines ?? []) add(this.recomputed, payee, plan.name, { period: period.id, line: PAYMENT, name: account ?? name, currency, amount: cost, quota: undefined });
  }

  /** What a guarantee added, what was forgotten, what a vacant seat would have earned; of a rule that is in no plan any more, by what it did. */
  private final({ plan, name, account, cost, change }: StepEntry): boolean {
    if (name === 'guarantee' || name === 'vacant') return true;
    if (name !== 'negative') return false;
    const rules = this.today.plans.filter((one) => one.name === plan).flatMap(({ payments }) => payments.filter((one) => one.account === account));
    return rules.length === 0 ? cost.equals(change) : rules.some(({ mechanic, config }) => mechanic.final?.(config) === true);
  }

  /** Everybody who has a line that differs, also those of whom nothing is computed any more. */
  pairs(): (readonly [payee: string, plan: string])[] {
    return [...new Set([...this.recorded.keys(), ...this.recomputed.keys()])].map((key) => JSON.parse(key) as [string, string]).sort((a, b) => textOrder(a[0], b[0]) || textOrder(a[1], b[1]));
  }

  /** The lines of one payee and plan that differ, once all closed periods of the two were taken and all rows were credited. */
  of(payee: string, plan: string): PriorEntry[] {
    const then = this.recorded.get(pairKey(payee, plan));
    const now = this.recomputed.get(pairKey(payee, plan));
    const entries: PriorEntry[] = [];
    for (const key of new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])) {
      const before = then?.get(key);
      const after = now?.get(key);
      const recorded = before?.amount ?? ZERO;
      const recomputed = after?.amount ?? ZERO;
      if (recorded.equals(recomputed)) continue;
      const { period, line, name, currency } = (after ?? before)!;
      entries.push({ payee, plan, period, line, name, currency, recorded, recomputed, amount: recomputed.minus(recorded), quota: after?.quota, ...this.why(payee, plan, before, after) });
    }
    return entries.sort((a, b) => this.order(a.period) - this.order(b.period) || textOrder(a.line, b.line) || textOrder(a.name, b.name));
  }

  private order(period: string): number {
    return recordOf(this.books, period)?.head.number ?? 0;
  }

  private why(payee: string, plan: string, before: RecordedLine | undefined, after: RecordedLine | undefined): { reason: string; text: string } {
    const { period, line, name } = (after ?? before)!;
    const causes: (readonly [Reason, string])[] = [];
    for (const { reason, text, period: of } of this.changesFor(payee, plan, period, line === 'component' ? name : undefined)) causes.push([reason, of === period ? text : `${text} in ${of}`]);
    const quota = (known: RecordedLine | undefined): string | undefined => (known?.quota === undefined ? undefined : known.quota.value === undefined ? 'none' : quotaText(known.quota.value));
    if (before !== undefined && after !== undefined && quota(before) !== quota(after)) causes.push(['changed-quota', `quota ${quota(before) ?? 'none'} → ${quota(after) ?? 'none'}`]);
    for (const text of this.personChanges(payee, plan, period)) causes.push(['changed-person', text]);
    for (const text of this.planChanges(plan, period, line, name)) causes.push(['changed-plan', text]);
    if (causes.length === 0) causes.push(this.otherCause(plan, period));
    const reasons = Object.keys(REASONS).filter((reason) => causes.some(([one]) => one === reason));
    const told = [...new Set(causes.map(([reason, text]) => `${words(reason)}${text}`))];
    return { reason: reasons.join('+'), text: `${told.slice(0, DEALS_NAMED).join('; ')}${told.length > DEALS_NAMED ? `; and ${told.length - DEALS_NAMED} more` : ''}` };
  }

  /** The changed credits behind a line: of its own period, else of earlier ones that its windows look back on. */
  private changesFor(payee: string, plan: string, period: string, component: string | undefined): Change[] {
    const all = (this.changes ??= this.allChanges()).get(pairKey(payee, plan)) ?? [];
    const measures = component === undefined ? undefined : this.measuresOf(plan, component);
    const counted = all.filter(({ measure }) => measures === undefined || measures.has(measure));
    const own = counted.filter((one) => one.period === period);
    return own.length > 0 ? own : counted.filter((one) => this.order(one.period) < this.order(period));
  }

  /** Credits of closed periods that are not as the books know them. */
  restated(): RestatedEntry[] {
    return restatementsOf(recordedCredits(this.books).credits, this.creditsNow());
  }

  private creditsNow(): Map<string, Logged> {
    return new Map([...this.log.credits].filter(([, { period }]) => this.closed(period)));
  }

  private allChanges(): Map<string, Change[]> {
    const now = { credits: this.creditsNow(), excluded: new Map(this.log.excluded.map((row): [string, string] => [transactionKey(row), row.reason])) };
    const byHierarchy = (plan: string, rule: string): boolean => this.today.plans.some((one) => one.name === plan && one.credits.some(({ name, to }) => name === rule && to.kind === 'managers'));
    return groupedBy(changesOf(recordedCredits(this.books), now, byHierarchy), (change) => pairKey(change.payee, change.plan));
  }

  /** The measures a component can look at; undefined when it is in no plan of today. */
  private measuresOf(plan: string, component: string): ReadonlySet<string> | undefined {
    const names = new Set<string>();
    for (const one of this.today.plans) {
      const found = one.name === plan ? one.components.find(({ name }) => name === component) : undefined;
      if (found === undefined) continue;
      names.add(found.on);
      for (const formula of found.formulas) for (const { name } of formula.refs) names.add(name);
      for (const measure of one.measures) if (names.has(measure.name) && measure.ratio !== undefined) names.add(measure.ratio.over).add(measure.ratio.under);
    }
    return names.size === 0 ? undefined : names;
  }

  private personChanges(payee: string, plan: string, period: string): string[] {
    const record = recordOf(this.books, period);
    if (record === undefined || this.today.people() === undefined) return [];
    const { from, to } = record.head.period;
    const texts = this.today.plans.filter((one) => one.name === plan).map(({ source }) => source.text);
    const reads = (column: string): boolean => texts.some((text) => new RegExp(`\\b${column}\\b`).test(text));
    return changedFacts(factsIn(this.factsOf(payee), from, to), factsIn(personFacts(this.today.people(), payee), from, to), reads);
  }

  /** What the last record that knows the person knows of them. */
  private factsOf(payee: string): readonly PersonEntry[] {
    if (this.facts === undefined) {
      this.facts = new Map();
      for (const { people } of this.books.records) for (const [id, facts] of groupedBy(people, (one) => one.payee)) this.facts.set(id, facts);
    }
    return this.facts.get(payee) ?? [];
  }

  /** Parts of the plan, outside its components, that are not as they were when the period was closed. */
  rulesChanged(plan: string, period: string): string[] {
    return this.planChanges(plan, period, PAYMENT, '').filter((part) => !part.startsWith('component '));
  }

  private planChanges(plan: string, period: string, line: string, name: string): string[] {
    const record = recordOf(this.books, period);
    if (record === undefined) return [];
    const { from, to } = record.head.period;
    const last = this.books.records.at(-1)!.head.meaning.plans;
    const then = new Map(last.filter((one) => one.plan === plan && one.effective <= dayText(to) && one.until >= dayText(from)).map((one): [string, PlanMeaning] => [one.effective, one]));
    const now = new Map(this.today.plans.filter((one) => one.name === plan && one.from <= to && one.to >= from).map((one): [string, PlanMeaning] => [dayText(one.from), this.meaning(one)]));
    const texts: string[] = [];
    for (const effective of new Set([...then.keys(), ...now.keys()])) {
      const [before, after] = [then.get(effective), now.get(effective)];
      if (before === undefined || after === undefined) texts.push(`version of ${effective} is ${before === undefined ? 'new' : 'gone'}`);
      else
        for (const part of changedParts(new Map(Object.entries(before.parts)), new Map(Object.entries(after.parts))))
          if (!part.startsWith('components.')) texts.push(part);
          else if (line !== 'component' || part === `components.${name}` || this.refersTo(plan, name, part.slice('components.'.length))) texts.push(`component ${part.slice('components.'.length)}`);
    }
    return texts;
  }

  private refersTo(plan: string, component: string, other: string): boolean {
    return this.today.plans.some((one) => one.name === plan && one.components.some(({ name, formulas }) => name === component && formulas.some(({ refs }) => refs.some((ref) => ref.form === 'payout' && ref.name === other))));
  }

  private otherCause(plan: string, period: string): readonly [Reason, string] {
    const record = this.books.records.at(-1);
    const now = meaningOf(this.today.workspace.source, this.today.digest).sha256;
    if (record !== undefined && record.head.meaning.workspace !== now) return ['changed-plan', this.today.workspace.source.name];
    this.others ??= groupedBy([...(this.changes?.values() ?? [])].flat(), (one) => pairKey(one.plan, one.period));
    const others = this.others.get(pairKey(plan, period)) ?? [];
    if (others.length === 0) return ['other', 'nothing in the books tells why'];
    // whose deal it is, and what it is worth, is nobody else's business
    return [others[0]!.reason, others.length === 1 ? 'a deal of somebody else, which counts here too' : `${others.length} credits of others, which count here too`];
  }

  /** As a record keeps it. */
  meaning(plan: Plan): PlanMeaning {
    let known = this.meanings.get(plan);
    if (known === undefined) this.meanings.set(plan, (known = planMeaning(plan, this.today.digest)));
    return known;
  }
}

export function planMeaning(plan: Plan, digest: Digest): PlanMeaning {
  const { sha256, parts } = meaningOf(plan.source, digest);
  return { plan: plan.name, effective: dayText(plan.from), until: dayText(plan.to), sha256, parts: Object.fromEntries(parts) };
}

function quotaText(value: Exact): string {
  const text = exactText(value);
  return text.includes('/') ? shortText(value) : text;
}

function words(reason: Reason): string {
  switch (reason) {
    case 'late-deal':
      return 'late: ';
    case 'changed-plan':
      return 'plan changed: ';
    case 'changed-person':
      return 'person changed: ';
    default:
      return '';
  }
}
