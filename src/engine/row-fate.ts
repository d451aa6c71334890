/**
 * What becomes of the row at hand, while its rules are asked one by one: who got a credit and who nothing, and at the end the
 * one reason of its account. Nothing is dropped in silence (contract §1).
 */
import type { Late, Row } from '../data/contract.ts';
import type { Credit, Listener } from './listener.ts';
import { REASONS, RowAccount, UNLED, type Exclusion } from './row-account.ts';
import type { RuleTask } from './rule-task.ts';

/** Stands for the owner that a row does not name; no payee is called so. */
const BLANK = 'blank';

export class RowFate {
  /** Whether somebody who was to be credited is not in a plan on the row's day. */
  absentee = false;
  /** Whether somebody who was to be credited is not there, because nobody leads the payee. */
  private leaderless = false;
  private nearest: Exclusion = 'not-used';
  /** What rules said, while somebody listens for excluded rows. */
  private readonly said: (() => string)[] = [];
  /** Who was to get a share of a split and is in no plan; who got theirs. */
  private readonly without: string[] = [];
  private readonly with: string[] = [];
  /** Credits under later versions that accumulate; told of where no earlier version told the same. */
  private readonly late: { readonly credit: Credit; readonly version: number }[] = [];
  /** By credit and measure, the version that told of it; a split with oneself is told twice by one version. */
  private readonly told = new Map<string, number>();

  constructor(
    private readonly source: string,
    private readonly account: RowAccount,
    private readonly listener: Listener,
    /** Whether any rule splits: only then can a part of a row go to nobody. */
    private readonly splits: boolean,
    private readonly first: Exclusion,
  ) {}

  begin(): void {
    this.absentee = this.leaderless = false;
    this.nearest = this.first;
    // emptied only where something is in them: this is asked for every row
    if (this.said.length > 0) this.said.length = 0;
    if (this.splits) this.without.length = this.with.length = 0;
    if (this.listener.credit === undefined) return;
    this.late.length = 0;
    this.told.clear();
  }

  /** A rule gave nothing; the reason nearest to a credit is the row's. */
  missed({ version, rule }: RuleTask, row: Row, reason: Exclusion, why: () => string): void {
    if (RowAccount.nearer(reason, this.nearest)) this.nearest = reason;
    const { listener } = this;
    if (listener.exclude !== undefined) this.said.push(() => `${version.plan.name}, rule ${rule.name}: ${why()}`);
    listener.miss?.(row, version.plan.name, rule.name, why());
  }

  /** Somebody was to be credited and is not in the version on that day. A part of the row goes to nobody only where a rule splits it. */
  absent(task: RuleTask, row: Row, payee: string, outside: boolean, why: () => string): void {
    this.absentee = true;
    const { to } = task.rule;
    if (!outside && to.kind === 'payee' && to.split.length > 0) this.without.push(payee);
    this.missed(task, row, outside ? 'outside-calendar' : 'no-plan', why);
  }

  /** Nobody stands that many levels above the payee. */
  unled(task: RuleTask, row: Row, outside: boolean, why: () => string): void {
    this.leaderless = true;
    this.missed(task, row, outside ? 'outside-calendar' : 'no-plan', why);
  }

  /** The payee column is blank, while a split names others. */
  unowned(task: RuleTask, row: Row): void {
    this.without.push(BLANK);
    this.missed(task, row, 'no-payee', () => 'its payee column is blank');
  }

  /** Somebody was credited; `counted`: by a measure. */
  credited(payee: string, counted: boolean): void {
    if (!counted && RowAccount.nearer('no-measure', this.nearest)) this.nearest = 'no-measure';
    if (this.splits) this.with.push(payee);
  }

  /** `own`: under the version that holds on that day. */
  tell(credit: Credit, version: number, own: boolean): void {
    if (!own) this.late.push({ credit, version });
    else this.hand(credit, version);
  }

  private hand(credit: Credit, version: number): void {
    for (const { measure } of credit.adds) this.told.set(keyOf(credit, measure), version);
    this.listener.credit!(credit);
  }

  /** All rules were asked. */
  end(row: Row, credited: boolean, late: readonly Late[] = []): void {
    const { account, listener, nearest } = this;
    const unled = this.leaderless && !this.absentee;
    account.count(row, credited ? undefined : nearest, unled);
    if (!credited && listener.exclude !== undefined) listener.exclude({ source: this.source, row, reason: nearest, text: unled && nearest === 'no-plan' ? UNLED : REASONS[nearest], misses: [...new Set(this.said.map((words) => words()))], late: [...late] });
    const lost = this.splits && credited ? this.without.find((payee) => !this.with.includes(payee)) : undefined;
    if (lost !== undefined) account.countInPart(row, lost);
    for (const { credit, version } of this.late) {
      const adds = credit.adds.filter(({ measure }) => (this.told.get(keyOf(credit, measure)) ?? version) === version);
      if (adds.length > 0) this.hand({ ...credit, adds }, version);
    }
  }
}

/** One credit of a person by a rule in a measure, whichever version of the plan counts it. */
function keyOf({ plan, payee, rule }: Credit, measure: string): string {
  return `${plan}\n${payee}\n${rule}\n${measure}`;
}
