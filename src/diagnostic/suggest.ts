/**
 * The nearest names to a misspelt one. Rule of cli-conventions §7: distance at most 2 (1 below five letters), a
 * swap of neighbours counts one, other case counts one, at most three, none when far. Suggested, never applied.
 */
import leven from 'leven';
import { textOrder } from '../value/text-order.ts';

/** Up to `most` of the candidates that are near `word`, nearest first, then in code-unit order. */
export function suggest(word: string, candidates: Iterable<string>, most = 3): string[] {
  const reach = word.length < 5 ? 1 : 2;
  const near: { name: string; away: number }[] = [];
  for (const name of new Set(candidates)) {
    if (name === word || name === '') continue;
    const away = distance(word, name, reach);
    if (away <= reach) near.push({ name, away });
  }
  near.sort((a, b) => a.away - b.away || textOrder(a.name, b.name));
  return near.slice(0, most).map((one) => one.name);
}

/** `a`, `a or b`, `a, b or c`: names as a reader would say them. */
export function either(names: readonly string[], word = 'or'): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${word} ${names[names.length - 1]}`;
}

/** `did you mean a or b?`, or nothing when no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = suggest(word, candidates);
  return near.length === 0 ? undefined : `did you mean ${either(near)}?`;
}

function distance(word: string, name: string, reach: number): number {
  if (Math.abs(word.length - name.length) > reach) return reach + 1;
  const edits = editsBetween(word, name, reach);
  if (edits <= reach) return edits;
  // Another case or another joint (`New-Business` for `new_business`) is one slip however many letters it touches.
  return plainForm(word) === plainForm(name) ? 1 : edits;
}

function plainForm(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '_');
}

function editsBetween(word: string, name: string, reach: number): number {
  let at = 0;
  while (at < word.length && word[at] === name[at]) at++;
  const a = word.slice(at);
  const b = name.slice(at);
  const straight = leven(a, b, { maxDistance: reach + 1 });
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  if (!swapped) return straight;
  return Math.min(straight, 1 + leven(a.slice(2), b.slice(2), { maxDistance: reach + 1 }));
}
