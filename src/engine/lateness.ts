/**
 * Rows that take back or complete a sale on a day on which its owner is not in the plan any more: they count all the same, in
 * the last version of the plan that the owner was in. Rule: mechanics CRD-18, calculation contract §4.
 */
import type { Row } from '../data/contract.ts';
import type { Day } from '../value/day.ts';
import type { Enrolment } from './enrolment.ts';
import type { Owners } from './owners.ts';
import type { CreditEnv } from './row-env.ts';
import type { RuleTask } from './rule-task.ts';
import type { Version } from './version.ts';

/** Whether the owner has gone on in another plan that credits from the source, or in none. */
export type Late = 'moved' | 'left';

export class Lateness {
  /** Returns of sales of people who have left, under plans that have nothing to take back with. */
  readonly unsettled = new Map<Row, string>();

  constructor(
    private readonly versions: readonly Version[],
    private readonly tasks: readonly RuleTask[],
    private readonly owners: Owners,
    private readonly enrolmentOf: (payee: string, version: Version) => Enrolment | undefined,
    private readonly periodOf: (version: Version, day: Day) => number,
  ) {}

  /** Undefined: the row is none of the plan's, or of another version of it. */
  of({ version, rule, completes, takesBack }: RuleTask, row: Row, payee: string, original: Row | undefined, env: CreditEnv): Late | undefined {
    if (original === undefined ? !completes : !this.owners.had(original.id, version.plan.name, payee)) return undefined;
    const line = this.versions.filter(({ plan }) => plan.name === version.plan.name);
    const stands = (one: Version): boolean => this.isIn(this.enrolmentOf(payee, one), row.day);
    if (line.some(stands)) return undefined;
    const before = line.findLast((one) => this.enrolmentOf(payee, one)?.spans.some((span) => span.own && span.from <= row.day));
    if (before !== version || (rule.where !== undefined && rule.where.evaluate(env) !== true)) return undefined;
    const late = original !== undefined && this.tasks.some((one) => stands(one.version)) ? 'moved' : 'left';
    if ((original === undefined || takesBack || late === 'moved') && this.periodOf(version, row.day) >= 0) return late;
    this.unsettled.set(row, `${row.id} (${(original ?? row).id} of ${payee})`);
    return undefined;
  }

  /** In the version on one of the days, or in one that it goes on from, also where the person had left before this one began. */
  wasIn(version: Version, payee: string, enrolment: Enrolment | undefined, ...days: readonly Day[]): boolean {
    return days.some((day) => {
      if (this.isIn(enrolment, day)) return true;
      const then = day < version.plan.from ? this.versions.find(({ group, plan }) => group === version.group && day >= plan.from && day <= plan.to) : undefined;
      return then !== undefined && this.isIn(this.enrolmentOf(payee, then), day);
    });
  }

  private isIn(enrolment: Enrolment | undefined, day: Day): boolean {
    if (enrolment === undefined) return false;
    const period = this.periodOf(enrolment.version, day);
    return period >= 0 && enrolment.cellAt(period, day)?.own === true;
  }
}
