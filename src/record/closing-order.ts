/** The order in which periods close. */
import type { Period } from '../value/calendar.ts';
import { textOrder } from '../value/text-order.ts';

/** By their last days; of two that end together the shorter first. */
export function closingOrder(a: Pick<Period, 'id' | 'from' | 'to'>, b: Pick<Period, 'id' | 'from' | 'to'>): number {
  return a.to - b.to || b.from - a.from || textOrder(a.id, b.id);
}
