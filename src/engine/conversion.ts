/** A converted amount with what is needed to check it by hand: the amount as it stood, the rate as the file has it, its day and place. */
import type { FoundRate } from '../data/reference.ts';
import { dayText, type Day } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import type { Exact } from '../value/exact.ts';
import { wordsIn } from './words.ts';

export interface Conversion {
  readonly amount: Exact;
  readonly from: string;
  readonly to: string;
  /** The day whose rate was wanted; the rate found may be of an earlier one. */
  readonly wanted: Day;
  readonly found: FoundRate;
}

export function converted({ amount, found }: Conversion): Exact {
  return amount.times(found.rate);
}

/** `98,750.55 EUR × 1.0912, the rate of 2026-01-30 for 2026-02-03`. */
export function conversionText({ amount, from, wanted, found }: Conversion): string {
  return `${wordsIn(from).money(amount)} × ${rateText(found)}, ${rateDay(found, wanted)}`;
}

/** The rate in the digits of the file: `1.1571`, and where the file has the opposite pair `(1 ÷ 1.1571)`. */
export function rateText(found: FoundRate): string {
  return found.opposite === undefined ? exactText(found.rate) : `(1 ÷ ${exactText(found.opposite)})`;
}

export function rateDay(found: FoundRate, wanted: Day): string {
  if (found.mean !== undefined) return `the mean of ${found.mean.count} ${found.mean.count === 1 ? 'rate' : 'rates'} from ${dayText(found.mean.from)} to ${dayText(found.mean.to)}`;
  return `the rate of ${dayText(found.day)}${found.day === wanted ? '' : ` for ${dayText(wanted)}`}`;
}
