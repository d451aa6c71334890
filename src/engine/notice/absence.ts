/**
 * Why a person is not in a plan on certain days: the plan has not begun, the person has not started or has left, or the plan
 * is for others. Only said when somebody asks.
 */
import type { People, PersonRecord } from '../../data/reference.ts';
import type { Value } from '../../expr/types.ts';
import type { Plan } from '../../plan/model.ts';
import { dayText, type Day } from '../../value/day.ts';
import { exactText } from '../../value/display.ts';
import { Exact } from '../../value/exact.ts';

/** For a person who is in the plan on none of the days `from` to `to`. */
export function whyAbsent(payee: string, plan: Plan, from: Day, to: Day, people: People | undefined): string {
  if (plan.from > to) return `the plan begins on ${dayText(plan.from)}`;
  if (plan.to < from) return `the plan ended on ${dayText(plan.to)}`;
  const records = people?.get(payee)?.records ?? [];
  if (records.length === 0) return people === undefined ? 'the plan is for certain people, and the workspace has no people file' : `${payee} is not in the people file`;
  const own = records.filter((record) => record.from <= Math.min(to, plan.to) && record.to >= Math.max(from, plan.from));
  if (own.length > 0) return plan.appliesTo === undefined ? 'the plan does not hold then' : `the plan is for ${plan.appliesTo.text}, and ${facts(payee, plan, own.at(-1)!, people!)}`;
  const next = records.find((record) => record.from > to);
  if (next !== undefined) return `${payee} ${next === records[0] ? 'starts' : 'is back'} on ${dayText(next.from)}`;
  return `the last day of ${payee} was ${dayText(records.at(-1)!.to)}`;
}

/** `the role of ana is 'Manager'`: what the formula asked about, as the person's record has it. */
function facts(payee: string, plan: Plan, record: PersonRecord, people: People): string {
  const asked = [...new Set(plan.appliesTo!.refs.map((ref) => ref.name))];
  const told = asked.flatMap((name) => {
    const index = people.columns.findIndex((column) => column.name === name);
    return index < 0 ? [] : [`the ${name} of ${payee} is ${valueText(record.values[index], people.columns[index]!.type.kind)}`];
  });
  return told.length === 0 ? 'that does not hold' : told.join(', ');
}

function valueText(value: Value, kind: string): string {
  if (value === null || value === undefined) return 'blank';
  if (value instanceof Exact) return exactText(value);
  if (typeof value === 'number') return kind === 'date' || kind === 'timestamp' ? dayText(value) : `${value}`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return `'${value}'`;
}
