/** Settles one person under all versions of one plan, period after period. */
import type { Plan } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import { ZERO } from '../value/exact.ts';
import { courseOf, type CourseFacts } from './course.ts';
import { EmployerCosts } from './employer-cost.ts';
import type { Enrolment } from './enrolment.ts';
import { extentOf } from './extent.ts';
import { Moment } from './moment.ts';
import { needed } from './needed.ts';
import type { PayingFacts } from './payment/facts.ts';
import { paidLater } from './payment/payday.ts';
import { payingLine, type PayingLine } from './payment/line.ts';
import { payOf, workOutPayout, type WorkedPayout } from './payout.ts';
import type { Payout } from './result.ts';
import { statementOf } from './statement.ts';

export interface SettlementFacts extends CourseFacts, PayingFacts {
  readonly steps: boolean;
  readonly onWorked?: (worked: WorkedPayout, plan: Plan) => void;
  /** Only these periods, by id, are asked for, and those they look back on. */
  readonly asked?: ReadonlySet<string>;
}

/** Payouts in order of time. `line`: the person's enrolments in the versions of one plan, by first day. */
export function settle(line: readonly Enrolment[], facts: SettlementFacts): Payout[] {
  let moments = facts.peers?.course(line[0]!) ?? courseOf(line, facts);
  const paying = payingLine(line, facts);
  const costs = line.some(({ version }) => version.plan.employerCosts.length > 0) ? new EmployerCosts() : undefined;
  // a balance comes from all earlier periods, so that with one there is none to leave out
  if (facts.asked !== undefined && paying === undefined) {
    const wanted = needed(moments.map((moment) => moment.period), moments.map((moment) => moment.version.plan), facts.asked);
    moments = moments.filter((_, index) => wanted[index]);
  }
  if (paying === undefined) return moments.map((moment) => settleMoment(moment, undefined, false, costs, facts));
  const { through } = extentOf(line, facts);
  return moments.flatMap((moment, index) => {
    const payout = settleMoment(moment, paying, paidLater(moment, moments.slice(index + 1, index + 1 + line.length)), costs, facts);
    paying.take(payout);
    return [payout, ...absences(moment, moments[index + 1]?.period.from ?? through + 1, paying, costs, facts)];
  });
}

function settleMoment(moment: Moment, paying: PayingLine | undefined, postponed: boolean, costs: EmployerCosts | undefined, facts: SettlementFacts): Payout {
  const worked = workOutPayout(moment, paying === undefined ? undefined : { stage: paying.stage, stop: paying.at(moment, postponed) });
  warnUnprorated(moment);
  facts.onWorked?.(worked, moment.version.plan);
  const statement = statementOf(worked, moment, facts.steps, costs);
  if (facts.peers !== undefined) moment.forget(worked);
  return statement;
}

/** The periods after a moment and before a day in which the person is not in the plan, and something is still paid or taken. */
function absences(last: Moment, until: Day, paying: PayingLine, costs: EmployerCosts | undefined, facts: SettlementFacts): Payout[] {
  const { periods } = last.version.calendar;
  const payouts: Payout[] = [];
  for (let index = last.index + 1; index < periods.length && periods[index]!.from < until && periods[index]!.from > last.period.to; index++)
    payouts.push(...idle(new Moment(last.book, index, [], last.group, last.history), paying, costs, facts));
  return payouts;
}

/** A period without days in the plan: what is paid or taken in it all the same. */
function idle(moment: Moment, paying: PayingLine, costs: EmployerCosts | undefined, facts: SettlementFacts): Payout[] {
  const payment = paying.absent(moment);
  if (payment === undefined) return [];
  const worked: WorkedPayout = { components: [], adjusted: [], total: ZERO, vacant: false, payment, paid: payOf(payment.paid, moment) };
  facts.onWorked?.(worked, moment.version.plan);
  const payout = statementOf(worked, moment, facts.steps, costs);
  paying.take(payout);
  return [payout];
}

function warnUnprorated({ version, period, cells, enrolment, book }: Moment): void {
  const { plan } = version;
  let days = 0;
  for (const cell of cells) days += cell.to - cell.from + 1;
  const whole = period.to - period.from + 1;
  if (cells[0]!.late === true || days === whole || plan.prorate.length > 0 || !version.components.some(({ component, asksForAttainment }) => component.target !== undefined || asksForAttainment)) return;
  book.facts.problems.warning('R005', `${enrolment.person} is in plan ${plan.name} for ${days} of the ${whole} days of ${period.id}, and nothing is prorated`, {
    at: plan.effectiveAt,
    hint: 'list what is scaled, such as `prorate: [quota, target]`, or leave it so on purpose',
  });
}
