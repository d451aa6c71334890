/** The versions of all plans, in order, each with its calendar and what its measures must keep. */
import type { Component, Plan } from '../plan/model.ts';
import type { CalendarSpec } from '../plan/model.ts';
import type { Calendar } from '../value/calendar.ts';
import { Board } from './board.ts';
import { calendarFor } from './calendar.ts';
import type { Version } from './enrolment.ts';
import { Tally } from './tally.ts';

/** Plans of one name are versions of one plan; the inner lists are sorted by their first day. */
export function linesOf(plans: readonly Plan[], fileCalendars: ReadonlyMap<CalendarSpec, Calendar>): Version[][] {
  const byName = new Map<string, Plan[]>();
  for (const plan of plans) byName.set(plan.name, [...(byName.get(plan.name) ?? []), plan]);
  const lines: Version[][] = [];
  let index = 0;
  for (const name of [...byName.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const versions = byName.get(name)!.sort((a, b) => a.from - b.from);
    const first = versions[0]!.from;
    lines.push(versions.map((plan) => versionOf(index++, plan, calendarFor(plan.calendar, first, plan.to, fileCalendars))));
  }
  return lines;
}

function versionOf(index: number, plan: Plan, calendar: Calendar): Version {
  const measures = new Map(plan.measures.map((measure, i): [string, number] => [measure.name, i]));
  const dealOrder: (readonly string[] | undefined)[] = plan.measures.map(() => undefined);
  for (const component of plan.components) {
    const order = orderOf(component);
    if (order !== undefined) dealOrder[measures.get(component.on)!] = longer(dealOrder[measures.get(component.on)!], order);
  }
  const board = new Board(plan.measures.length + 1);
  const tallies = plan.measures.map((measure, i) => new Tally(measure.kind, board, i));
  return { index, plan, calendar, measures, dealOrder, tallies, credited: new Tally('sum', board, plan.measures.length), slots: 0 };
}

/** The columns that order a component's deals ([] for date and id), or undefined when it does not pay deal by deal. */
export function orderOf(component: Component): readonly string[] | undefined {
  const { mechanic, config } = component.formula;
  const always = mechanic.deals?.always(config);
  if (always !== undefined) return always.order;
  return mechanic.deals !== undefined && component.rounding.at === 'transaction' ? [] : undefined;
}

/** Two components on one measure keep the columns of both. */
function longer(a: readonly string[] | undefined, b: readonly string[]): readonly string[] {
  return a === undefined ? b : [...a, ...b.filter((column) => !a.includes(column))];
}
