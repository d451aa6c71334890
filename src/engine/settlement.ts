/** Settles one person under all versions of one plan, period after period. */
import type { Plan } from '../plan/model.ts';
import { courseOf, type CourseFacts } from './course.ts';
import type { Enrolment } from './enrolment.ts';
import type { Moment } from './moment.ts';
import { needed } from './needed.ts';
import { workOutPayout, type WorkedPayout } from './payout.ts';
import type { Payout } from './result.ts';
import { statementOf } from './statement.ts';

export interface SettlementFacts extends CourseFacts {
  readonly steps: boolean;
  readonly onWorked?: (worked: WorkedPayout, plan: Plan) => void;
  /** Only these periods, by id, are asked for, and those they look back on. */
  readonly asked?: ReadonlySet<string>;
}

/** Payouts in order of time. `line`: the person's enrolments in the versions of one plan, by first day. */
export function settle(line: readonly Enrolment[], facts: SettlementFacts): Payout[] {
  let moments = facts.peers?.course(line[0]!) ?? courseOf(line, facts);
  if (facts.asked !== undefined) {
    const wanted = needed(moments.map((moment) => moment.period), moments.map((moment) => moment.version.plan), facts.asked);
    moments = moments.filter((_, index) => wanted[index]);
  }
  return moments.map((moment) => {
    const worked = workOutPayout(moment);
    warnUnprorated(moment);
    facts.onWorked?.(worked, moment.version.plan);
    const statement = statementOf(worked, moment, facts.steps);
    if (facts.peers !== undefined) moment.forget(worked);
    return statement;
  });
}

function warnUnprorated({ version, period, cells, enrolment, book }: Moment): void {
  const { plan } = version;
  let days = 0;
  for (const cell of cells) days += cell.to - cell.from + 1;
  const whole = period.to - period.from + 1;
  if (days === whole || plan.prorate.length > 0 || !version.components.some(({ component, asksForAttainment }) => component.target !== undefined || asksForAttainment)) return;
  book.facts.problems.warning('R005', `${enrolment.person} is in plan ${plan.name} for ${days} of the ${whole} days of ${period.id}, and nothing is prorated`, {
    at: plan.effectiveAt,
    hint: 'list what is scaled, such as `prorate: [quota, target]`, or leave it so on purpose',
  });
}
