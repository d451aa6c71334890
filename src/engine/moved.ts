/**
 * Returns under a plan that their owner has left for another, in components without a clawback: there a return is a negative
 * sale, also after the move. It lowers pay by the difference that it makes; nothing else of the plan is paid. Rule: mechanics CRD-18.
 */
import { ZERO, type Exact } from '../value/exact.ts';
import type { Acted } from './chain.ts';
import type { Line } from './component.ts';
import type { OrderedDeal } from './deal.ts';
import type { ComponentEnv } from './environment.ts';
import type { Moment } from './moment.ts';
import type { Prepared } from './prepared.ts';

export interface AfterMoving {
  readonly line: Line;
  readonly earned: Exact;
  readonly zero: string | undefined;
}

/** Undefined where the component has nothing of the kind. `before`: what earlier periods of its window earned. */
export function afterMoving(prepared: Prepared, moment: Moment, env: ComponentEnv, before: Exact, lineOf: (env: ComponentEnv, deals?: readonly OrderedDeal[]) => Line, deals: readonly OrderedDeal[] | undefined): AfterMoving | undefined {
  const { component, returns, byEvent } = prepared;
  const { measure, index } = moment.book.at(prepared.measure);
  const cell = moment.cells[0]!;
  const alone = [component.formula, ...component.rules].every(({ mechanic }) => mechanic.together === undefined);
  const summed = (measure.kind === 'sum' || measure.kind === 'count') && measure.across === undefined;
  if (cell.moved !== true || returns !== undefined || byEvent !== undefined || !alone || !summed || moment.version.tallies[index]!.rows(cell.slot) === 0) return undefined;
  const line = lineOf(env, deals);
  const idle = component.accumulates === undefined ? lineOf(env.suppose({ on: measure.name, base: ZERO }), []).rounded : before;
  const earned = line.rounded.minus(idle);
  if (earned.isZero()) {
    const why = line.ends ?? line.acted.findLast((one) => !one.before.equals(one.after))?.outcome.text() ?? 'it pays the same without them';
    const { book, enrolment, period, version } = moment;
    book.facts.problems.warning('R066', `returns of ${enrolment.person} in ${period.id} take nothing back in component ${component.name} of plan ${version.plan.name}, which ${enrolment.person} has left: ${why}`, {
      at: component.at,
      hint: 'a component with `clawback` takes back what was earned on a sale, also from people who have left',
    });
    return { line, earned, zero: why };
  }
  if (component.accumulates !== undefined || idle.isZero()) return { line, earned, zero: undefined };
  const text = (): string => `${moment.words.money(idle)} of it is not for the returns and is not paid after leaving`;
  const aside: Acted = { applied: component.formula, outcome: { amount: earned, text }, before: line.rounded, after: earned, deals: undefined };
  return { line: { ...line, acted: [...line.acted, aside] }, earned, zero: undefined };
}
