/** Settles one person under their plans, each under all its versions, period after period. */
import type { Plan } from '../plan/model.ts';
import type { Period } from '../value/calendar.ts';
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
import { Passages } from './payment/passage.ts';
import { payOf, workOutPayout, type WorkedPayout } from './payout.ts';
import type { Payout } from './result.ts';
import { statementOf } from './statement.ts';

export interface SettlementFacts extends CourseFacts, PayingFacts {
  readonly steps: boolean;
  readonly onWorked?: (worked: WorkedPayout, plan: Plan) => void;
  /** Only these periods, by id, are asked for, and those they look back on. */
  readonly asked?: ReadonlySet<string>;
}

type Line = readonly Enrolment[];

/** One period of a person under one plan, to be settled after those before it. */
interface Turn {
  readonly period: Period;
  settle(): readonly Payout[];
}

/** A person under each of their plans in turn: payouts in order of time. Plans between which balances pass are settled side by side. */
export function* settle(lines: readonly Line[], facts: SettlementFacts): Generator<{ readonly line: Line; readonly payouts: readonly Payout[] }> {
  const passages = Passages.of(lines);
  const joined = passages === undefined ? undefined : settleJoined(lines.filter((line) => passages.has(line)), passages, facts);
  for (const line of lines) if (line.length > 0) yield { line, payouts: joined?.get(line) ?? turnsOf(line, facts).flatMap((turn) => turn.settle()) };
}

/** All their turns by time; in one period the plan that the person was in first comes first. */
function settleJoined(lines: readonly Line[], passages: Passages, facts: SettlementFacts): Map<Line, Payout[]> {
  const turns = lines.flatMap((line) => turnsOf(line, facts, passages).map((turn) => ({ line, turn, last: passages.lastDay(line, turn.period.to) })));
  turns.sort((a, b) => a.turn.period.to - b.turn.period.to || a.last - b.last);
  const payouts = new Map(lines.map((line): [Line, Payout[]] => [line, []]));
  for (const { line, turn } of turns) payouts.get(line)!.push(...turn.settle());
  return payouts;
}

/** `line`: the person's enrolments in the versions of one plan, by first day. */
function turnsOf(line: Line, facts: SettlementFacts, passages?: Passages): Turn[] {
  let moments = facts.peers?.course(line[0]!) ?? courseOf(line, facts);
  const paying = payingLine(line, facts, passages);
  const costs = line.some(({ version }) => version.plan.employerCosts.length > 0) ? new EmployerCosts() : undefined;
  // a balance comes from all earlier periods, so that with one there is none to leave out
  if (facts.asked !== undefined && paying === undefined) {
    const wanted = needed(moments.map((moment) => moment.period), moments.map((moment) => moment.version.plan), facts.asked);
    moments = moments.filter((_, index) => wanted[index]);
  }
  if (paying === undefined) return moments.map((moment) => ({ period: moment.period, settle: () => [settleMoment(moment, undefined, costs, facts)] }));
  passages?.register(line, moments);
  const { through } = extentOf(line, facts);
  return moments.flatMap((moment, index): Turn[] => {
    const settleOne = (): Payout[] => {
      const same = (other: Moment | undefined): boolean => other?.period.id === moment.period.id;
      const first = !moments.slice(Math.max(0, index - line.length), index).some((other) => same(other) && other.version === moment.version && !other.late);
      const payout = settleMoment(moment, { line: paying, stop: () => paying.at(moment, paidLater(moment, moments.slice(index + 1, index + 1 + line.length)), { first, last: !same(moments[index + 1]) }) }, costs, facts);
      paying.take(payout);
      return [payout];
    };
    return [{ period: moment.period, settle: settleOne }, ...absences(moment, moments[index + 1]?.period.from ?? through + 1, paying, costs, facts)];
  });
}

function settleMoment(moment: Moment, paying: { readonly line: PayingLine; stop(): ReturnType<PayingLine['at']> } | undefined, costs: EmployerCosts | undefined, facts: SettlementFacts): Payout {
  const worked = workOutPayout(moment, paying === undefined ? undefined : { stage: paying.line.stage, stop: paying.stop() });
  warnUnprorated(moment);
  facts.onWorked?.(worked, moment.version.plan);
  const statement = statementOf(worked, moment, facts.steps, costs);
  if (facts.peers !== undefined) moment.forget(worked);
  return statement;
}

/** The periods after a moment and before a day in which the person is not in the plan, and something is still paid or taken. */
function absences(last: Moment, until: Day, paying: PayingLine, costs: EmployerCosts | undefined, facts: SettlementFacts): Turn[] {
  const { periods } = last.version.calendar;
  const turns: Turn[] = [];
  for (let index = last.index + 1; index < periods.length && periods[index]!.from < until && periods[index]!.from > last.period.to; index++)
    turns.push({ period: periods[index]!, settle: () => idle(new Moment(last.book, index, [], last.group, last.history), paying, costs, facts) });
  return turns;
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
