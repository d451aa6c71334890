/** A point in time as payment rules write it: a date, or the number of a person's period in the plan (1: their first). */
import type { Node } from '../document/node.ts';
import { dayText, readDay, type Day } from '../value/day.ts';
import { field } from './field.ts';
import type { JsonSchema, Reader } from './mechanic.ts';
import type { PaymentGiven } from './payment.ts';

export type PointInPlan = { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'number'; readonly number: number };

export function pointField(what: string, examples: readonly unknown[]): JsonSchema {
  return field(`${what} A date, or the number of the person's period in the plan (1: their first).`, examples, { type: ['string', 'number'] });
}

export function readPoint(node: Node, reader: Reader): PointInPlan | undefined {
  const text = node.kind === 'scalar' ? node.text : '';
  if (/^[1-9]\d{0,3}$/.test(text)) return { kind: 'number', number: +text };
  const reading = readDay(text);
  if ('day' in reading) return { kind: 'day', day: reading.day };
  reader.problem('P424', `"${text}" is neither a date nor the number of a period`, node, { found: text, hint: 'write a date such as 2026-05-01, or 3 for the third period of the person in the plan' });
  return undefined;
}

/** Whether the period is the point's or a later one. */
export function reached(point: PointInPlan, { period, number }: PaymentGiven): boolean {
  return point.kind === 'day' ? period.to >= point.day : number >= point.number;
}

/** Whether the period is the point's or an earlier one. */
export function before(point: PointInPlan, { period, number }: PaymentGiven): boolean {
  return point.kind === 'day' ? period.from <= point.day : number <= point.number;
}

export function pointPhrase(point: PointInPlan): string {
  return point.kind === 'day' ? dayText(point.day) : `period ${point.number} in the plan`;
}
