/**
 * What a page that is shared keeps back: amounts of fewer than five people, and whatever a subtraction would show them from.
 * Sums exist within a currency only, so each currency is looked at by itself. Rule: cli-conventions §16.
 */
import type { Sheet } from './sheet.ts';

export const FEWEST = 5;

export interface Withheld {
  readonly sheets: ReadonlySet<Sheet>;
  /** Currencies whose sum would be the amount of a small group. */
  readonly sums: ReadonlySet<string>;
}

export const NOTHING_WITHHELD: Withheld = { sheets: new Set(), sums: new Set() };

export function withheldOf(all: readonly Sheet[]): Withheld {
  const sheets = new Set<Sheet>();
  const sums = new Set<string>();
  for (const [currency, own] of byCurrency(all)) {
    const hidden = hiddenOf(own);
    for (const sheet of hidden) sheets.add(sheet);
    if (hidden.length > 0 && peopleOf(hidden).size < FEWEST) sums.add(currency);
  }
  return { sheets, sums };
}

export function byCurrency(sheets: readonly Sheet[]): Map<string, Sheet[]> {
  const found = new Map<string, Sheet[]>();
  for (const sheet of sheets) found.set(sheet.currency, [...(found.get(sheet.currency) ?? []), sheet]);
  return found;
}

export function peopleOf(sheets: readonly Sheet[]): Set<string> {
  return new Set(sheets.flatMap((sheet) => [...sheet.all.people]));
}

/** Too small groups of one currency, and the smallest other one when they alone could be found by subtraction. */
function hiddenOf(sheets: readonly Sheet[]): Sheet[] {
  const small = sheets.filter((sheet) => sheet.all.people.size < FEWEST);
  if (small.length === 0 || (small.length > 1 && peopleOf(small).size >= FEWEST)) return small;
  const next = sheets.filter((sheet) => !small.includes(sheet)).sort((a, b) => a.all.people.size - b.all.people.size)[0];
  return next === undefined ? small : [...small, next];
}
