/**
 * Crediting: a transaction becomes credits to people, and credits add to measures. What becomes of each row is told to its
 * fate, which keeps the account. Rule: calculation contract §4.
 */
import type { Row, SourceContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Value } from '../expr/types.ts';
import type { Measure } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import { Exact, HUNDRED, ONE, ZERO } from '../value/exact.ts';
import { keepReturned } from './aside.ts';
import type { Conversion } from './conversion.ts';
import type { Cell, Enrolment } from './enrolment.ts';
import { groupOn, type Company } from './membership.ts';
import type { Added, Listener } from './listener.ts';
import { warnLeft } from './notice/left.ts';
import { warnLost } from './notice/lost-originals.ts';
import type { LateRows } from './late-rows.ts';
import { Lateness } from './lateness.ts';
import { Originals } from './originals.ts';
import { Owners } from './owners.ts';
import { RowAccount } from './row-account.ts';
import type { CreditEnv } from './row-env.ts';
import { RowFate } from './row-fate.ts';
import { inForce, namesAnother, taskOf, type RuleTask } from './rule-task.ts';
import { credited } from './tally.ts';
import type { Version } from './version.ts';

/** Turns the rows of one source into credits. */
export class Crediting {
  readonly account = new RowAccount();
  private readonly tasks: readonly RuleTask[];
  private readonly fate: RowFate;
  /** Where rows of the source may take back earlier ones. */
  private readonly originals: Originals | undefined;
  private readonly owners = new Owners();
  /** The sale that the row at hand takes back: it says who is credited, and whether. */
  private original: Row | undefined;
  /** What the row names as its original, though nothing of that id was read. */
  private lost: string | undefined;
  /** The part of it that is meant for this original. */
  private part = ONE;
  /** Rules, with their versions, that credited the row at hand and that others yield to. */
  private readonly gave = new Set<string>();
  /** The same for groups: with people of other plans, who have no say on what is credited to those of this one. */
  private readonly gathered = new Set<string>();
  private readonly lateness: Lateness;
  /** Who was credited with the last row though they are not in the plan on its day. */
  private readonly afterLeaving = new Set<string>();
  private readonly countedBack = new Map<string, number>();
  private serial = 0;
  private readonly askedDay: Day[] = [];
  private readonly askedPeriod: number[] = [];

  constructor(
    private readonly source: SourceContract,
    sourceIndex: number,
    versions: readonly Version[],
    private readonly enrolmentOf: (payee: string, version: Version) => Enrolment | undefined,
    /** Why the person is not in the version on the day. */
    private readonly absent: (payee: string, version: Version, day: Day) => string,
    private readonly company: Company,
    private readonly env: CreditEnv,
    private readonly listener: Listener,
    private readonly problems: Problems,
    private readonly late: LateRows | undefined,
  ) {
    const columns = [...source.columns.map((column) => column.name), ...source.lookups.map((lookup) => lookup.name)];
    this.tasks = versions.flatMap((version) =>
      version.plan.credits.filter((rule) => rule.source === sourceIndex).map((rule) => taskOf(version, rule, columns)),
    );
    this.lateness = new Lateness(versions, this.tasks, this.owners, enrolmentOf, (version, day) => this.periodOf(version, day));
    this.originals = source.refersTo === undefined ? undefined : new Originals(source, columns);
    const splits = this.tasks.some(({ rule }) => rule.to.kind === 'payee' && rule.to.split.length > 0);
    this.fate = new RowFate(source.name, this.account, listener, splits, this.tasks.length === 0 ? 'not-used' : 'no-payee');
  }

  /** Whether somebody who was to be credited with the last row is not in a plan on its day. */
  get absentee(): boolean {
    return this.fate.absentee;
  }

  /** Whether the last row was credited to somebody in a plan that they have left. */
  isLate(payee: string): boolean {
    return this.afterLeaving.has(payee);
  }

  /** Credits one row, or counts it as excluded with the reason that came nearest to a credit. A return waits for `takeReturns`: false. */
  take(row: Row): boolean {
    if (this.originals?.take(row) === true) return false;
    this.begin();
    this.end(row, this.creditPart(row, ONE));
    return true;
  }

  /** Credits the returns to those whom their originals were credited to; `after` is told of each. Call once, after the last row. */
  takeReturns(after: (row: Row) => void): void {
    const lost: string[] = [];
    for (const { row, names, parts } of this.originals?.returns() ?? []) {
      this.begin();
      let own = false;
      for (const { original, share } of parts) {
        this.original = original;
        this.part = share;
        this.lost = original === undefined ? (names ?? '') : undefined;
        own = this.creditPart(row, share) || own;
      }
      this.end(row, own);
      if (this.lost !== undefined) lost.push(this.lost === '' ? row.id : `${row.id} (${this.lost})`);
      this.original = this.lost = undefined;
      this.part = ONE;
      after(row);
    }
    warnLost(lost, this.source, this.problems);
    warnLeft(this.lateness.unsettled, this.source, this.problems);
  }

  private begin(): void {
    if (this.afterLeaving.size > 0) this.afterLeaving.clear();
    this.fate.begin();
    this.late?.begin();
  }

  private end(row: Row, own: boolean): void {
    this.fate.end(row, own, this.late?.asked);
    for (const late of this.late?.credited ?? []) this.account.countLate(row, late);
  }

  /** Who gets what of the row, or of the part of a return that takes back one sale: whether anybody was credited. */
  private creditPart(given: Row, part: Exact): boolean {
    const { original, late } = this;
    this.serial++;
    if (this.gave.size > 0) this.gave.clear();
    if (this.gathered.size > 0) this.gathered.clear();
    let own = false;
    for (const task of this.tasks) {
      const row = late === undefined ? given : late.of(task.version, given);
      if (late !== undefined && original !== undefined) this.original = late.of(task.version, original);
      late?.note(late.asked, row.late);
      const sold = this.original ?? row;
      this.env.day = this.original?.day;
      this.env.version = task.version;
      this.env.convertColumn = task.convertColumn;
      this.env.row = sold;
      const { rule } = task;
      const owner = (sold.values[rule.to.column] ?? undefined) as string | undefined;
      if (owner === undefined && !namesAnother(rule, sold)) {
        this.fate.missed(task, row, 'no-payee', () => 'its payee column is blank');
        continue;
      }
      if (rule.where !== undefined && (task.groups.length > 0 || this.inPlan(task, row, owner)) && rule.where.evaluate(this.env) !== true) {
        this.fate.missed(task, row, 'filtered', () => `where says no: ${rule.where!.text}`);
        continue;
      }
      const before = rule.unless.length === 0 || this.gave.size === 0 ? undefined : rule.unless.find((name) => this.gave.has(`${task.version.index} ${name}`));
      if (before !== undefined) {
        this.fate.missed(task, row, 'filtered', () => `rule ${before} goes before it and credited somebody`);
        continue;
      }
      const share = part === ONE ? rule.share : rule.share.times(part);
      const gave = rule.to.kind === 'managers' ? this.creditManagers(task, row, owner!, share) : this.creditPayees(task, row, owner, share);
      own = gave || own;
    }
    return own;
  }

  /** A filter is only the reason when the person would have been credited; managers are looked up after it. */
  private inPlan(task: RuleTask, row: Row, owner: string | undefined): boolean {
    if (owner === undefined || task.rule.to.kind === 'managers' || task.rule.to.split.length > 0) return true;
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

  /** Without an owner (a house account) the others of a split get their shares, and the owner's goes to nobody. */
  private creditPayees(task: RuleTask, row: Row, owner: string | undefined, whole: Exact): boolean {
    const { rule } = task;
    if (rule.to.kind !== 'payee') return false;
    const { values } = this.original ?? row;
    let kept = whole;
    let own = false;
    for (const split of rule.to.split) {
      const other = values[split.column];
      if (other === null || other === undefined) continue;
      const stated = split.share instanceof Exact ? split.share : (values[split.share.column] as Exact | null);
      if (stated === null) this.refuseBlankShare(task, row, other as string);
      if (stated === null || stated.isZero()) continue;
      const share = stated.times(whole);
      kept = kept.minus(share);
      own = this.credit(task, row, other as string, share) || own;
    }
    if (rule.to.split.length > 0 && kept.isZero()) return own;
    if (kept.sign() < 0) this.refuseSplit(task, row, kept);
    if (owner !== undefined) return this.credit(task, row, owner, kept) || own;
    this.fate.unowned(task, row);
    return own;
  }

  /** Shares from the cells of a row can pass the whole; the payee would be credited less than nothing. */
  private refuseSplit(task: RuleTask, row: Row, kept: Exact): void {
    if (!inForce(task, row)) return;
    const given = exactText(task.rule.share.minus(kept).times(HUNDRED));
    this.problems.error('R012', `credit rule ${task.rule.name} of ${task.version.plan.name} gives away ${given} % of transaction ${row.id}`, {
      data: { file: row.file, line: row.line, row: row.row },
      hint: 'the shares of one row make at most 100 % together; correct the share columns',
    });
  }

  /** Somebody is named and their share is not: nobody can say who is paid. */
  private refuseBlankShare(task: RuleTask, row: Row, other: string): void {
    if (!inForce(task, row)) return;
    this.problems.error('R018', `transaction ${row.id} names ${other} in a split, and the share is blank`, {
      data: { file: row.file, line: row.line, row: row.row },
      hint: `fill in the share that credit rule ${task.rule.name} of ${task.version.plan.name} reads; write 0% if there is none`,
    });
  }

  private creditManagers(task: RuleTask, row: Row, seller: string, whole: Exact): boolean {
    const { rule } = task;
    if (rule.to.kind !== 'managers') return false;
    let own = false;
    let person: string | undefined = seller;
    let level = 0;
    for (const step of rule.to.levels) {
      while (level < step.level && person !== undefined) {
        person = this.company.hierarchy?.managerOf(person, (this.original ?? row).day);
        level++;
      }
      if (person === undefined) {
        this.fate.unled(task, row, this.periodOf(task.version, row.day) < 0, () => `${seller} has no manager ${step.level === 1 ? '' : `${step.level} levels up `}on that day`);
        break;
      }
      own = this.credit(task, row, person, step.share.times(whole)) || own;
    }
    return own;
  }

  private credit(task: RuleTask, row: Row, payee: string, share: Exact): boolean {
    const enrolment = this.enrolmentOf(payee, task.version);
    const period = this.periodOf(task.version, row.day);
    const outside = period < 0;
    const grouped = task.groups.length > 0 && !outside && this.gather(task, row, payee, share, period, enrolment);
    const near = outside || enrolment === undefined ? -1 : enrolment.slotAt(period, row.day);
    const there = near >= 0 || outside ? undefined : enrolment?.cellAt(period, row.day);
    const cell = near >= 0 || there !== undefined || enrolment === undefined ? there : this.lateCell(task, row, payee, enrolment, period);
    if (enrolment === undefined || (near < 0 && cell === undefined)) {
      this.fate.absent(task, row, payee, outside, () => (outside ? 'its date is in no period' : `${payee} is not in this plan on that day: ${this.absent(payee, task.version, row.day)}`));
      return grouped;
    }
    if (this.originals !== undefined && !this.isOwner(task, row, payee)) return grouped;
    const slot = near >= 0 ? near : cell!.slot;
    const own = near >= 0 || cell!.own;
    const past = near < 0 && cell!.past;
    const exactShare = share === ONE || share.equals(ONE) ? ONE : share;
    const adds: Added[] | undefined = this.listener.credit ? [] : undefined;
    const told = adds !== undefined || enrolment.watched;
    let sold = false;
    let counted = grouped;
    const returned = this.original !== undefined;
    for (const { index, measure, tally, order, money, mayRepeat } of task.measures) {
      if (past && measure.window.kind !== 'previous-year') continue;
      this.env.planned = measure.atPlanRates !== undefined;
      if (measure.where !== undefined && measure.where.evaluate(this.env) !== true) continue;
      const conversions: Conversion[] = told ? (this.env.notes = []) : NONE;
      const value = this.valueOf(measure, row);
      if (told) this.env.notes = undefined;
      if (measure.value !== undefined && (value === null || value === undefined)) continue;
      counted = true;
      if (returned && measure.kind !== 'sum' && measure.kind !== 'count') continue;
      const again = mayRepeat && this.noticeRepeat(enrolment, index, row);
      const counts = returned && measure.kind === 'count' ? (this.countsBack(payee, task.version, index) ? exactShare.negated() : ZERO) : exactShare;
      tally.add(slot, value, counts);
      if (money && !sold && !past) task.version.credited.add(slot, value, exactShare);
      sold ||= money;
      if (task.setsAside && (returned || this.lost !== undefined) && (measure.kind === 'sum' || measure.kind === 'count'))
        keepReturned(cell ?? enrolment.cellAt(period, row.day)!, index, { id: row.id, value: measure.kind === 'count' ? counts : credited(value as Exact, exactShare), theirs: returned && this.owners.had(this.original!.id, task.version.plan.name, payee) });
      if (order !== undefined || enrolment.watched) this.keep(task, enrolment, cell ?? enrolment.cellAt(period, row.day)!, index, order, row, value, exactShare, counts, conversions, again);
      adds?.push({ measure: measure.name, kind: measure.kind, type: measure.type, value: value instanceof Exact ? credited(value, exactShare) : undefined, conversions });
    }
    this.env.planned = false;
    if (counted && task.precedes) this.gave.add(`${task.version.index} ${task.rule.name}`);
    this.fate.credited(payee, counted);
    if (counted) this.late?.note(this.late.credited, row.late);
    if (adds !== undefined) this.fate.tell({ payee, plan: task.version.plan.name, rule: task.rule.name, period: task.version.calendar.periods[period]!.id, currency: task.version.plan.currency, share: exactShare, adds, source: this.source.name, row, ...(this.original === undefined ? {} : { original: this.original }) }, task.version.index, own);
    return counted;
  }

  /** Where the row goes that takes back or completes what was sold before the payee left the plan. */
  private lateCell(task: RuleTask, row: Row, payee: string, enrolment: Enrolment, period: number): Cell | undefined {
    const late = this.lateness.of(task, row, payee, this.original, this.env);
    if (late === undefined) return undefined;
    this.afterLeaving.add(payee);
    return enrolment.lateCell(period, late === 'moved');
  }

  /** Remembers who is credited with a sale; of a return, whether the payee was credited with what it takes back, under this plan. */
  private isOwner(task: RuleTask, row: Row, payee: string): boolean {
    const plan = task.version.plan.name;
    if (this.original === undefined) {
      this.owners.add(row.id, plan, payee);
      return true;
    }
    const { id } = this.original;
    const other = this.owners.other(id, plan, payee);
    if (other !== undefined) this.fate.missed(task, row, 'no-plan', () => `${payee} was credited with ${id} under plan ${other}, which it is taken back in`);
    else if (!this.owners.may(id, plan, payee)) this.fate.absent(task, row, payee, false, () => `${payee} was not credited with ${id} when it was sold`);
    else return true;
    return false;
  }

  /**
   * Adds to the groups that the payee belongs to on that day, whether or not they are in this plan. A return is taken out of
   * the group that its original was added to.
   */
  private gather(task: RuleTask, row: Row, payee: string, share: Exact, period: number, enrolment: Enrolment | undefined): boolean {
    const { version, rule } = task;
    if (rule.unless.some((name) => this.gathered.has(`${version.index} ${name}`))) return false;
    const { original } = this;
    const { day } = row;
    const own = day >= version.plan.from && day <= version.plan.to;
    const sold = (original ?? row).day;
    let counted = false;
    for (const { measure, across, credits } of task.groups) {
      const there = across.kind === 'plan' ? this.lateness.wasIn(version, payee, enrolment, day, sold) && (original === undefined || this.owners.other(original.id, version.plan.name, payee) === undefined) : own || (day >= version.began && day < version.plan.from);
      const key = there ? groupOn(payee, sold, across, this.company) : undefined;
      if (key === undefined || (measure.where !== undefined && measure.where.evaluate(this.env) !== true)) continue;
      const value = this.valueOf(measure, row);
      if (measure.value !== undefined && (value === null || value === undefined)) continue;
      counted = true;
      if (original !== undefined && measure.kind !== 'sum' && measure.kind !== 'count') continue;
      const sign = original === undefined || measure.kind === 'sum' ? ONE : this.countsBack(`group ${key}`, version, version.measures.get(measure.name)!) ? ONE.negated() : ZERO;
      credits.add(key, period, own, payee, this.serial, value, share, this.part, sign);
    }
    if (counted && task.precedes) this.gathered.add(`${version.index} ${rule.name}`);
    if (counted) this.late?.note(this.late.credited, row.late);
    return counted;
  }

  /** What the measure takes of the row: of a return its own value, though its original says whether it counts. */
  private valueOf({ value }: Measure, row: Row): Value {
    if (value === undefined) return undefined;
    if (this.original !== undefined) this.env.row = row;
    const found = value.evaluate(this.env);
    if (this.original !== undefined) this.env.row = this.original;
    return found;
  }

  /** A return takes its original out of a count once, however many rows return it: whether this row is the one. */
  private countsBack(whose: string, version: Version, measure: number): boolean {
    const key = `${whose}\n${version.index}\n${measure}\n${this.original!.id}`;
    const by = this.countedBack.get(key);
    if (by === undefined) this.countedBack.set(key, this.serial);
    return by === undefined || by === this.serial;
  }

  /** Whether this is a second credit of one row to one person in one measure. */
  private noticeRepeat(enrolment: Enrolment, measure: number, row: Row): boolean {
    const again = enrolment.lastRow[measure] === this.serial;
    if (again) this.account.countTwice(row, enrolment.person);
    enrolment.lastRow[measure] = this.serial;
    return again;
  }

  private keep(task: RuleTask, enrolment: Enrolment, cell: Cell, index: number, order: readonly number[] | undefined, row: Row, value: Value, share: Exact, counts: Exact, conversions: readonly Conversion[], again: boolean): void {
    const data = { file: row.file, line: row.line, row: row.row };
    const amount = value instanceof Exact ? credited(value, share) : undefined;
    if (order !== undefined) {
      const deals = ((cell.deals ??= [])[index] ??= []);
      // two credits of one row to one person are one deal
      const first = again ? deals.pop() : undefined;
      const whole = amount ?? counts;
      const refers = this.original === undefined ? (this.lost === undefined ? undefined : { id: this.lost, day: undefined, part: this.part }) : { id: this.original.id, day: this.original.day, part: this.part, kept: order.map((column) => this.original!.values[column] ?? null), theirs: this.owners.had(this.original.id, task.version.plan.name, enrolment.person) };
      deals.push({ id: row.id, day: row.day, value: first === undefined ? whole : first.value.plus(whole), share: first === undefined ? share : first.share.plus(share), kept: order.map((column) => row.values[column] ?? null), data, ...(refers === undefined ? {} : { refers }) });
    }
    if (enrolment.watched) ((cell.credits ??= [])[index] ??= []).push({ rule: task.rule.name, id: row.id, day: row.day, value: amount, share, conversions, data, ...(row.late === undefined ? {} : { dated: row.late.dated }), ...(this.original === undefined ? {} : { returns: this.original.id }) });
  }
}

const NONE: Conversion[] = [];
