/** Periods that are not over by the data: what they pay now is paid in full only when the rest of their sales is known. */
import { visible } from '../../diagnostic/visible.ts';
import type { SourceTally } from '../../engine/result.ts';
import { dayText, type Day } from '../../value/day.ts';

export interface PeriodDays {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
}

/** Days at the end without a sale are usual; a quarter of the period is more than that. */
const USUAL = 4;

/** One line, or nothing. */
export function provisional(periods: readonly PeriodDays[], sources: readonly SourceTally[]): string {
  const last = sources.reduce((day, tally) => Math.max(day, tally.lastDay ?? -Infinity), -Infinity);
  const going = periods.filter(({ from, to }) => from <= last && (to - last) * USUAL > to - from + 1).sort((a, b) => a.from - b.from || b.to - a.to);
  if (going.length === 0) return '';
  const ids = going.map(({ id }) => id);
  const names = ids.length === 1 ? ids[0]! : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
  return `${visible(`${names} ${ids.length === 1 ? 'is' : 'are'} not over by the data, which end on ${dayText(last)}: what ${ids.length === 1 ? 'it pays' : 'they pay'} may still change`)}\n`;
}
