/** Signs: the plan language's own, and those of spreadsheets and programming languages, answered with the right one. */
import { characterName } from '../diagnostic/visible.ts';
import type { Faults } from './faults.ts';
import type { Token } from './token.ts';

/** What is read for each sign; `own` ones are right, the others are reported and then understood. */
const SIGNS: readonly { readonly sign: string; readonly means: string; readonly own: boolean }[] = [
  ...own('==', '!=', '<=', '>=', '<', '>', '+', '-', '*', '/', '(', ')', ','),
  // Without a meaning of their own: the parser sees from what stands around them what was meant.
  ...own('%', '^', '?', ':', '.', '&'),
  { sign: '**', means: '^', own: true },
  ...foreign(['===', '=='], ['=', '=='], ['!==', '!='], ['<>', '!='], [':=', '=='], ['~=', '!='], ['≠', '!='], ['=>', '>='], ['≥', '>='], ['=<', '<='], ['≤', '<=']),
  ...foreign(['&&', 'and'], ['||', 'or'], ['|', 'or'], ['!', 'not'], ['¬', 'not'], [';', ',']),
  ...foreign(['×', '*'], ['∙', '*'], ['·', '*'], ['÷', '/'], ['//', '/'], ['−', '-'], ['–', '-'], ['—', '-']),
].sort((a, b) => b.sign.length - a.sign.length);

function own(...signs: string[]) {
  return signs.map((sign) => ({ sign, means: sign, own: true }));
}

function foreign(...pairs: (readonly [string, string])[]) {
  return pairs.map(([sign, means]) => ({ sign, means, own: false }));
}

/** The sign at `start`, or undefined for a character that means nothing. */
export function lexSign(text: string, start: number, faults: Faults): Token | undefined {
  const found = SIGNS.find(({ sign }) => text.startsWith(sign, start));
  if (found === undefined) return undefined;
  const { sign, means } = found;
  const end = start + sign.length;
  if (!found.own) {
    faults.error('X011', `${sign} is written ${means} in formulas`, { start, end }, { found: sign, expected: means, suggestion: means, note: `write ${means}`, hint: `write ${means}` });
  }
  return /^[a-z]/.test(means) ? { kind: 'name', text: means, start, end } : { kind: 'sign', text: means, start, end };
}

const HINTS: readonly [RegExp, string][] = [
  [/[$€£¥₹]/u, 'write the amount alone; its currency stands in the column or the plan'],
  [/[{}]/u, 'use round brackets ( )'],
  [/#/u, 'comments belong to YAML, behind the formula'],
  [/@/u, 'write the name alone'],
];

const INVISIBLE = /[\s\p{C}\p{Zs}\u200b-\u200f\u2060\ufeff]/u;

/** Reports the run of equal meaningless characters at `start`; gives its end. A `#` takes all the rest: it is a comment. */
export function refuseCharacter(text: string, start: number, faults: Faults): number {
  const char = String.fromCodePoint(text.codePointAt(start)!);
  let end = start + char.length;
  while (text.startsWith(char, end)) end += char.length;
  if (char === '#') end = text.length;
  if (INVISIBLE.test(char)) {
    faults.error('X010', `the formula holds an invisible character, ${characterName(char)}`, { start, end }, { found: characterName(char), hint: 'delete it and type a plain blank' });
  } else {
    const hint = HINTS.find(([pattern]) => pattern.test(char))?.[1] ?? 'remove it; a text needs quotation marks around it';
    faults.error('X010', `the character ${char} has no meaning in a formula`, { start, end }, { found: char, hint });
  }
  return end;
}
