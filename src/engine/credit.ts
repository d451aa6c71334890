/**
 * Crediting: a transaction becomes credits to people, and credits add to measures. Every row is either credited or
 * excluded with a reason; the account of rows is kept here. Rule: calculation contract §4.
 */
import type { Row, SourceContract } from '../data/contract.ts';
import type { Hierarchy } from '../data/reference.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Value } from '../expr/types.ts';
import type { CreditRule, Measure, Plan } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import { Exact, HUNDRED, ONE } from '../value/exact.ts';
import type { Conversion } from './conversion.ts';
import type { Cell, Enrolment, Version } from './enrolment.ts';
import { REASONS, RowAccount, type Exclusion } from './row-account.ts';
import type { CreditEnv } from './row-env.ts';
import { credited, type Tally } from './tally.ts';

/** One credit as it happens, for whoever listens (the ledger file, the explanation of a transaction). */
export interface Credit {
  readonly payee: string;
  readonly plan: string;
  readonly rule: string;
  readonly period: string;
  /** Of the plan, in which money is credited. */
  readonly currency: string;
  readonly share: Exact;
  /** Measures the credit adds to, with the credited value (undefined for counts and distinct values). */
  readonly adds: readonly Added[];
  readonly source: string;
  readonly row: Row;
}

/** What a credit adds to one measure. */
export interface Added {
  readonly measure: string;
  readonly kind: Measure['kind'];
  readonly type: Measure['type'];
  readonly value: Exact | undefined;
  /** The amounts that were converted for it, before the share. */
  readonly conversions: readonly Conversion[];
}

/** A row that nobody was credited for. */
export interface ExcludedRow {
  readonly source: string;
  readonly row: Row;
  readonly reason: Exclusion | 'repeat';
  readonly text: string;
  /** What the credit rules said, each sentence once. */
  readonly misses: readonly string[];
}

export interface Listener {
  credit?(credit: Credit): void;
  exclude?(excluded: ExcludedRow): void;
  /** Why a rule gave nothing for a row. */
  miss?(row: Row, plan: string, rule: string, why: string): void;
}

interface RuleTask {
  readonly version: Version;
  readonly rule: CreditRule;
  readonly measures: readonly { readonly index: number; readonly measure: Measure; readonly tally: Tally; readonly order: readonly number[] | undefined; readonly money: boolean; readonly mayRepeat: boolean }[];
}

/** Turns the rows of one source into credits. */
export class Crediting {
  readonly account = new RowAccount();
  private readonly tasks: readonly RuleTask[];
  private serial = 0;
  private nearest: Exclusion = 'not-used';
  /** What rules said of the row at hand, while somebody listens for excluded rows. */
  private readonly said: (() => string)[] = [];
  /** Of the row at hand: who was to get a share of a split and is in no plan; who was credited; credits under a later version. */
  private readonly without: string[] = [];
  private readonly with: string[] = [];
  private readonly late: Credit[] = [];
  private listened = false;
  /** Whether somebody who was to be credited with the last row is not in a plan on its day. */
  absentee = false;
  private readonly splits: boolean;
  private readonly askedDay: Day[] = [];
  private readonly askedPeriod: number[] = [];

  constructor(
    private readonly source: SourceContract,
    sourceIndex: number,
    versions: readonly Version[],
    private readonly enrolmentOf: (payee: string, version: Version) => Enrolment | undefined,
    /** Why the person is not in the version on the day. */
    private readonly absent: (payee: string, version: Version, day: Day) => string,
    private readonly hierarchy: Hierarchy | undefined,
    private readonly env: CreditEnv,
    private readonly listener: Listener,
    private readonly problems: Problems,
  ) {
    const columns = [...source.columns.map((column) => column.name), ...source.lookups.map((lookup) => lookup.name)];
    this.tasks = versions.flatMap((version) =>
      version.plan.credits.filter((rule) => rule.source === sourceIndex).map((rule) => taskOf(version, rule, columns)),
    );
    this.splits = this.tasks.some(({ rule }) => rule.to.kind === 'payee' && rule.to.split.length > 0);
  }

  /** Credits one row, or counts it as excluded with the reason that came nearest to a credit. */
  take(row: Row): void {
    this.serial++;
    this.absentee = false;
    this.env.row = row;
    let own = false;
    this.said.length = 0;
    this.nearest = this.tasks.length === 0 ? 'not-used' : 'no-payee';
    for (const task of this.tasks) {
      this.env.version = task.version;
      const { rule } = task;
      const owner = row.values[rule.to.column];
      if (owner === null || owner === undefined) {
        this.miss(task, row, 'no-payee', () => 'its payee column is blank');
        continue;
      }
      if (rule.where !== undefined && this.inPlan(task, row, owner as string) && rule.where.evaluate(this.env) !== true) {
        this.miss(task, row, 'filtered', () => `where says no: ${rule.where!.text}`);
        continue;
      }
      if (rule.to.kind === 'managers') own = this.creditManagers(task, row, owner as string) || own;
      else own = this.creditPayees(task, row, owner as string) || own;
    }
    const excluded = own ? undefined : this.nearest;
    this.account.count(row, excluded);
    if (excluded !== undefined) this.listener.exclude?.({ source: this.source.name, row, reason: excluded, text: REASONS[excluded], misses: [...new Set(this.said.map((words) => words()))] });
    if (this.splits) this.noticePart(row, own);
    if (this.listener.credit !== undefined) this.tellLate();
  }

  /** The share of a split that went to nobody, when others got theirs. */
  private noticePart(row: Row, credited: boolean): void {
    const lost = credited ? this.without.find((payee) => !this.with.includes(payee)) : undefined;
    if (lost !== undefined) this.account.countInPart(row, lost);
    this.without.length = 0;
    this.with.length = 0;
  }

  /** A version that accumulates counts rows of earlier days; they are told of when no earlier version credited them. */
  private tellLate(): void {
    if (!this.listened) for (const credit of this.late) this.listener.credit!(credit);
    this.listened = false;
    this.late.length = 0;
  }

  /** Notes why a rule gave nothing; the reason nearest to a credit is the row's. */
  private miss(task: RuleTask, row: Row, reason: Exclusion, why: () => string): void {
    if (RowAccount.nearer(reason, this.nearest)) this.nearest = reason;
    if (this.listener.exclude !== undefined) this.said.push(() => `${task.version.plan.name}, rule ${task.rule.name}: ${why()}`);
    if (this.listener.miss !== undefined) this.listener.miss(row, task.version.plan.name, task.rule.name, why());
  }

  /** A filter is only the reason when the person would have been credited; managers are looked up after it. */
  private inPlan(task: RuleTask, row: Row, owner: string): boolean {
    if (task.rule.to.kind === 'managers' || task.rule.to.split.length > 0) return true;
    const enrolment = this.enrolmentOf(owner, task.version);
    const period = this.periodOf(task.version, row.day);
    return enrolment !== undefined && period >= 0 && enrolment.cellAt(period, row.day) !== undefined;
  }

  /** The period of a day, remembered for the day last asked about: rows of one day ask many times. */
  private periodOf(version: Version, day: Day): number {
    if (this.askedDay[version.index] !== day) {
      this.askedDay[version.index] = day;
      this.askedPeriod[version.index] = version.calendar.indexOf(day);
    }
    return this.askedPeriod[version.index]!;
  }

  private creditPayees(task: RuleTask, row: Row, owner: string): boolean {
    const { rule } = task;
    if (rule.to.kind !== 'payee') return false;
    let kept = rule.share;
    let own = false;
    for (const split of rule.to.split) {
      const other = row.values[split.column];
      if (other === null || other === undefined) continue;
      const stated = split.share instanceof Exact ? split.share : (row.values[split.share.column] as Exact | null);
      if (stated === null) this.refuseBlankShare(task, row, other as string);
      if (stated === null || stated.isZero()) continue;
      const share = stated.times(rule.share);
      kept = kept.minus(share);
      own = this.credit(task, row, other as string, share) || own;
    }
    if (rule.to.split.length > 0 && kept.isZero()) return own;
    if (kept.sign() < 0) this.refuseSplit(task, row, kept);
    return this.credit(task, row, owner, kept) || own;
  }

  /** Shares from the cells of a row can pass the whole; the payee would be credited less than nothing. */
  private refuseSplit(task: RuleTask, row: Row, kept: Exact): void {
    const given = exactText(task.rule.share.minus(kept).times(HUNDRED));
    this.problems.error('R012', `credit rule ${task.rule.name} of ${task.version.plan.name} gives away ${given} % of transaction ${row.id}`, {
      data: { file: row.file, line: row.line, row: row.row },
      hint: 'the shares of one row make at most 100 % together; correct the share columns',
    });
  }

  /** Somebody is named and their share is not: nobody can say who is paid. */
  private refuseBlankShare(task: RuleTask, row: Row, other: string): void {
    const { plan } = task.version;
    if (row.day < plan.from || row.day > plan.to) return;
    this.problems.error('R018', `transaction ${row.id} names ${other} in a split, and the share is blank`, {
      data: { file: row.file, line: row.line, row: row.row },
      hint: `fill in the share that credit rule ${task.rule.name} of ${task.version.plan.name} reads; write 0% if there is none`,
    });
  }

  private creditManagers(task: RuleTask, row: Row, seller: string): boolean {
    const { rule } = task;
    if (rule.to.kind !== 'managers') return false;
    let own = false;
    let person: string | undefined = seller;
    let level = 0;
    for (const step of rule.to.levels) {
      while (level < step.level && person !== undefined) {
        person = this.hierarchy?.managerOf(person, row.day);
        level++;
      }
      if (person === undefined) {
        this.miss(task, row, this.periodOf(task.version, row.day) < 0 ? 'outside-calendar' : 'no-plan', () => `${seller} has no manager ${step.level === 1 ? '' : `${step.level} levels up `}on that day`);
        break;
      }
      own = this.credit(task, row, person, step.share.times(rule.share)) || own;
    }
    return own;
  }

  private credit(task: RuleTask, row: Row, payee: string, share: Exact): boolean {
    const enrolment = this.enrolmentOf(payee, task.version);
    const period = this.periodOf(task.version, row.day);
    const outside = period < 0;
    const near = outside || enrolment === undefined ? -1 : enrolment.slotAt(period, row.day);
    const cell = near >= 0 || outside ? undefined : enrolment?.cellAt(period, row.day);
    if (enrolment === undefined || (near < 0 && cell === undefined)) {
      this.absentee = true;
      if (this.splits && !outside) this.without.push(payee);
      this.miss(task, row, outside ? 'outside-calendar' : 'no-plan', () => (outside ? 'its date is in no period' : `${payee} is not in this plan on that day: ${this.absent(payee, task.version, row.day)}`));
      return false;
    }
    const slot = near >= 0 ? near : cell!.slot;
    const own = near >= 0 || cell!.own;
    const exactShare = share === ONE || share.equals(ONE) ? ONE : share;
    const adds: Added[] | undefined = this.listener.credit ? [] : undefined;
    const told = adds !== undefined || enrolment.watched;
    let sold = false;
    let counted = false;
    for (const { index, measure, tally, order, money, mayRepeat } of task.measures) {
      if (measure.where !== undefined && measure.where.evaluate(this.env) !== true) continue;
      const conversions: Conversion[] = told ? (this.env.notes = []) : NONE;
      const value = measure.value === undefined ? undefined : measure.value.evaluate(this.env);
      if (told) this.env.notes = undefined;
      if (measure.value !== undefined && (value === null || value === undefined)) continue;
      counted = true;
      const again = mayRepeat && this.noticeRepeat(enrolment, index, row);
      tally.add(slot, value, exactShare);
      if (money && !sold) task.version.credited.add(slot, value, exactShare);
      sold ||= money;
      if (order !== undefined || enrolment.watched) this.keep(task, enrolment, enrolment.cellAt(period, row.day)!, index, order, row, value, exactShare, conversions, again);
      adds?.push({ measure: measure.name, kind: measure.kind, type: measure.type, value: value instanceof Exact ? credited(value, exactShare) : undefined, conversions });
    }
    if (!counted && RowAccount.nearer('no-measure', this.nearest)) this.nearest = 'no-measure';
    if (this.splits) this.with.push(payee);
    if (adds !== undefined) this.tell({ payee, plan: task.version.plan.name, rule: task.rule.name, period: task.version.calendar.periods[period]!.id, currency: task.version.plan.currency, share: exactShare, adds, source: this.source.name, row }, own);
    return counted;
  }

  private tell(credit: Credit, own: boolean): void {
    if (!own) this.late.push(credit);
    else {
      this.listened = true;
      this.listener.credit!(credit);
    }
  }

  /** Whether this is a second credit of one row to one person in one measure. */
  private noticeRepeat(enrolment: Enrolment, measure: number, row: Row): boolean {
    const again = enrolment.lastRow[measure] === this.serial;
    if (again) this.account.countTwice(row, enrolment.person);
    enrolment.lastRow[measure] = this.serial;
    return again;
  }

  private keep(task: RuleTask, enrolment: Enrolment, cell: Cell, index: number, order: readonly number[] | undefined, row: Row, value: Value, share: Exact, conversions: readonly Conversion[], again: boolean): void {
    const data = { file: row.file, line: row.line, row: row.row };
    const amount = value instanceof Exact ? credited(value, share) : undefined;
    if (order !== undefined) {
      const deals = ((cell.deals ??= [])[index] ??= []);
      // two credits of one row to one person are one deal
      const first = again ? deals.pop() : undefined;
      const whole = amount ?? share;
      deals.push({ id: row.id, day: row.day, value: first === undefined ? whole : first.value.plus(whole), share: first === undefined ? share : first.share.plus(share), kept: order.map((column) => row.values[column] ?? null), data });
    }
    if (enrolment.watched) ((cell.credits ??= [])[index] ??= []).push({ rule: task.rule.name, id: row.id, day: row.day, value: amount, share, conversions, data });
  }
}

const NONE: Conversion[] = [];

/**
 * The measure that says what the plan's credited sales are: that of the first component. Two sources of one plan often
 * tell of the same sales, and two measures of one source sum different things (revenue, margin).
 */
function salesMeasure(plan: Plan): Measure | undefined {
  const find = (name: string | undefined): Measure | undefined => plan.measures.find((measure) => measure.name === name);
  const on = find(plan.components[0]?.on);
  const main = on?.ratio === undefined ? on : find(on.ratio.over);
  return main?.kind === 'sum' && main.type === 'money' ? main : plan.measures.find((measure) => measure.kind === 'sum' && measure.type === 'money' && measure.of.some((rule) => main === undefined || main.of.includes(rule)));
}

function taskOf(version: Version, rule: CreditRule, columns: readonly string[]): RuleTask {
  const sales = salesMeasure(version.plan);
  const source = version.plan.credits.find((each) => sales?.of.includes(each.name))?.source;
  const measures = version.plan.measures.flatMap((measure, index) => {
    if (measure.kind === 'ratio' || !measure.of.includes(rule.name)) return [];
    const order = version.dealColumns[index]?.map((name) => columns.indexOf(name));
    const mayRepeat = measure.of.length > 1 || rule.to.kind === 'managers' || rule.to.split.length > 0;
    const money = measure.kind === 'sum' && rule.source === source && measure.value?.text === sales?.value?.text;
    return [{ index, measure, tally: version.tallies[index]!, order, mayRepeat, money }];
  });
  return { version, rule, measures };
}
