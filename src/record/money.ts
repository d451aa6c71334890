/** An amount as a sentence has it: `1,200.00 USD`, and all digits where there are more. */
import { minorPlaces } from '../value/currency.ts';
import { exactText, groupedText, shortText } from '../value/display.ts';
import type { Exact } from '../value/exact.ts';

export function moneyIn(amount: Exact, currency: string): string {
  const places = minorPlaces(currency);
  const text = exactText(amount);
  const fits = !text.includes('/') && (text.split('.')[1]?.length ?? 0) <= places;
  return `${fits ? groupedText(amount, places) : shortText(amount)} ${currency}`;
}
