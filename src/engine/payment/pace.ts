/** The part of one period in an amount that is stated for a month, quarter, half or year; half months and weeks are parts of their month. */
import type { Pace } from '../../mechanic/payment.ts';
import type { CalendarSpec } from '../../plan/model.ts';
import { windowStart, type Calendar } from '../../value/calendar.ts';
import { Exact, ONE } from '../../value/exact.ts';
import { roundTo, type Rounding } from '../../value/rounding.ts';
import { allot } from '../../value/share.ts';
import { wholeWindow } from '../window.ts';

const MONTHS: Readonly<Partial<Record<CalendarSpec['kind'], number>>> = { months: 1, quarters: 3, halves: 6, years: 12, '4-4-5': 1, '4-5-4': 1, '5-4-4': 1 };
const LENGTH: Readonly<Record<Exclude<Pace, 'period'>, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** Months in a period of the calendar; undefined where its periods are no months. */
export function monthsIn(spec: CalendarSpec): number | undefined {
  return MONTHS[spec.kind];
}

/** Undefined when the calendar does not know that time. Cents of a longer time are shared by largest remainder, the earliest first. */
export function pacedPart(amount: Exact, pace: Pace, spec: CalendarSpec, calendar: Calendar, index: number, rounding: Rounding): Exact | undefined {
  if (pace === 'period') return amount;
  const months = monthsIn(spec);
  if (months !== undefined && months >= LENGTH[pace]) return amount.times(Exact.of(months / LENGTH[pace]));
  const first = windowStart(calendar, index, pace);
  const window = first === undefined ? undefined : wholeWindow(calendar, index, pace);
  if (window === undefined) return undefined;
  return equalParts(amount, window.last - window.first + 1, rounding)[index - window.first];
}

/** Equal parts of whole steps that sum to the amount as rounded; the earliest are the larger. */
function equalParts(amount: Exact, parts: number, rounding: Rounding): readonly Exact[] {
  return parts === 1 ? [roundTo(amount, rounding)] : partsBy(Array.from({ length: parts }, () => ONE), amount, rounding);
}

/** Parts of whole steps by weight, which sum to the amount as rounded; steps go to the largest remainders, of equal ones to the earliest. */
export function partsBy(weights: readonly Exact[], amount: Exact, rounding: Rounding): readonly Exact[] {
  const size = roundTo(amount.abs(), rounding);
  const shares = allot(size, weights.map((weight, at) => ({ key: String(at).padStart(4, '0'), weight })), rounding.to);
  return amount.sign() < 0 ? shares.map((share) => share.negated()) : shares;
}
