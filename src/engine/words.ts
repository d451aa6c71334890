/** Numbers in explanations: exact digits wherever they end, marked `≈` where they do not. Display only. */
import type { Type } from '../expr/types.ts';
import type { Words } from '../mechanic/mechanic.ts';
import { minorPlaces } from '../value/currency.ts';
import { groupedText, percentText, shortText } from '../value/display.ts';
import { tenTo, type Exact } from '../value/exact.ts';

export function wordsIn(currency: string): Words {
  const places = minorPlaces(currency);
  const unit = tenTo(places);
  const money = (value: Exact): string => {
    const plain = (value.n * unit) % value.d === 0n;
    return `${plain ? groupedText(value, places) : shortText(value, 6)} ${currency}`;
  };
  const percent = (value: Exact): string => percentText(value, 4);
  const number = (value: Exact): string => shortText(value, 6);
  return {
    money,
    percent,
    number,
    amount(value: Exact, type: Type): string {
      return type === 'money' ? money(value) : type === 'ratio' ? percent(value) : number(value);
    },
  };
}
