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
  const percent = (value: Exact): string => unround(value);
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

const MOST_PLACES = 12;

/** Four decimals, and more where these would read as a round figure that it is not: 79.9999999 % never reads 80 %. */
function unround(value: Exact): string {
  for (let places = 4; ; places++) {
    const text = percentText(value, places);
    const exact = (value.n * tenTo(places + 2)) % value.d === 0n;
    const [, behind = ''] = text.slice(0, -2).split('.');
    if (exact || behind.length > 2) return text;
    if (places === MOST_PLACES) return `≈ ${text}`;
  }
}
